"""A folder against the list in it."""

from __future__ import annotations

import gzip
import os
import random
import sys
import tracemalloc
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import brotli
import pytest

from tests.unit.deliver.copies import DIGEST, FILES, GOOD, LIST, SITE, counts, diagnostics, problems, published
from tests.unit.publish.sites import publish
from workreport.deliver import folder, listing
from workreport.deliver.folder import compare_folder
from workreport.deliver.journal import JOURNAL, PART, Journal, Old, write_journal
from workreport.diagnostics import Refusal

needs_links = pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    published()


def in_site(digest: str = "") -> list[tuple[str, str]]:
    return problems(lambda: compare_folder(SITE, digest))


def test_a_good_folder() -> None:
    copy = compare_folder(SITE)
    assert counts(copy) == GOOD
    assert copy.digests == {path: sha256(data).hexdigest() for path, data in FILES.items()}
    assert counts(compare_folder(SITE, DIGEST)) == GOOD


def test_all_problems_are_told_and_sorted() -> None:
    (SITE / "index.html").write_bytes(b"hom3")
    (SITE / "404.html").unlink()
    (SITE / "data/metrics.csv").write_bytes(FILES["data/metrics.csv"].replace(b"\r\n", b"\n"))
    (SITE / "web.config").write_bytes(b"")
    (SITE / "en/Über.html").write_bytes(b"")
    assert in_site() == [
        ("site/404.html", "copy-missing"),
        ("site/data/metrics.csv", "copy-changed"),
        ("site/en/Über.html", "copy-extra"),
        ("site/index.html", "copy-changed"),
        ("site/web.config", "copy-extra"),
    ]


def test_a_byte_late_in_a_long_file_counts() -> None:
    path = SITE / "2022/index.html"
    path.write_bytes(path.read_bytes()[:-1] + b"W")
    assert in_site() == [("site/2022/index.html", "copy-changed")]


def test_what_file_managers_leave_and_empty_folders_are_no_problem() -> None:
    for name in (".DS_Store", "en/Thumbs.db", "data/desktop.ini"):
        (SITE / name).write_bytes(b"x")
    (SITE / "empty").mkdir()
    assert counts(compare_folder(SITE)) == GOOD


def test_what_an_upload_left_is_no_fault() -> None:
    kept, other = "assets/site.0123456789.css", "assets/other.0123456789.css"
    (SITE / "assets").mkdir()
    for path in (kept, other):
        (SITE / path).write_bytes(b"old")
    old = Old(digest=sha256(b"old").hexdigest(), since=datetime(2026, 12, 1, tzinfo=UTC))
    (SITE / JOURNAL).write_bytes(write_journal(Journal(old={kept: old})))
    assert in_site() == [(f"site/{other}", "copy-extra")], "only what the upload names"
    (SITE / other).unlink()
    assert (counts(compare_folder(SITE)), compare_folder(SITE).old) == (GOOD, 1)
    with pytest.raises(Refusal):
        compare_folder(SITE, companions=False)
    (SITE / kept).write_bytes(b"another")
    assert in_site() == [(f"site/{kept}", "copy-extra")], "and only as it was"
    (SITE / JOURNAL).write_bytes(b"{}")
    assert in_site() == [(f"site/{kept}", "copy-extra"), (f"site/{JOURNAL}", "copy-extra")]


def test_an_upload_that_has_not_ended_is_called_that() -> None:
    (SITE / JOURNAL).write_bytes(write_journal(Journal(sent={"index.html": ""})))
    (SITE / PART).write_bytes(b"hal")
    assert [str(problem) for problem in diagnostics(lambda: compare_folder(SITE))] == [
        f"site/{JOURNAL}: error[copy-unfinished]: an upload to this folder has not ended\n"
        "  hint: run it again: it goes on where it stopped"
    ]


def test_a_listed_file_is_compared_whatever_its_name() -> None:
    publish(Path("other"), {"index.html": b"", "desktop.ini": b"listed"})
    Path("other/desktop.ini").write_bytes(b"changed")
    assert problems(lambda: compare_folder(Path("other"))) == [("other/desktop.ini", "copy-changed")]


@needs_links
def test_links_are_not_followed() -> None:
    os.rename(SITE / "index.html", "home")
    (SITE / "index.html").symlink_to(Path("home").resolve())
    os.rename(SITE / "en", "english")
    (SITE / "en").symlink_to(Path("english").resolve(), target_is_directory=True)
    (SITE / "dangling").symlink_to("nowhere")
    assert in_site() == [
        ("site/dangling", "copy-extra"),
        ("site/en", "copy-extra"),
        ("site/en/index.html", "copy-missing"),
        ("site/index.html", "copy-unreadable"),
    ]
    told = {d.path: d.message for d in diagnostics(lambda: compare_folder(SITE))}
    assert told["site/en"] == "is a link that is not listed"
    assert told["site/index.html"] == "is a link, not a file; it is not followed or opened"


@needs_links
def test_the_folder_itself_may_be_named_by_a_link() -> None:
    Path("current").symlink_to(SITE)
    assert counts(compare_folder(Path("current"))) == GOOD


@needs_links
def test_the_list_must_not_be_a_link() -> None:
    os.rename(SITE / "SHA256SUMS", "list")
    (SITE / "SHA256SUMS").symlink_to(Path("list").resolve())
    assert in_site() == [("site/SHA256SUMS", "copy-manifest")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders there")
def test_a_pipe_is_not_waited_for() -> None:
    (SITE / "index.html").unlink()
    os.mkfifo(SITE / "index.html")
    os.mkfifo(SITE / "pipe")
    assert in_site() == [("site/index.html", "copy-unreadable"), ("site/pipe", "copy-extra")]


def test_a_folder_in_the_place_of_a_file() -> None:
    (SITE / "404.html").unlink()
    (SITE / "404.html").mkdir()
    (SITE / "404.html/x").write_bytes(b"")
    assert in_site() == [("site/404.html", "copy-missing"), ("site/404.html/x", "copy-extra")]


def test_what_cannot_be_read_does_not_hide_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Simulated, since root may read everything: one folder and one file."""
    scan, opened = os.scandir, os.open

    def scandir(path: str) -> object:
        if path == "site/en/":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    def open_(path: str, flags: int, *rest: int) -> int:
        if path == "site/404.html":
            raise PermissionError(13, "Permission denied", path)
        return opened(path, flags, *rest)

    (SITE / "index.html").write_bytes(b"changed")
    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(os, "open", open_)
    assert in_site() == [
        ("site/404.html", "copy-unreadable"),
        ("site/en", "copy-unreadable"),
        ("site/en/index.html", "copy-missing"),
        ("site/index.html", "copy-changed"),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_names_cannot_act_on_the_terminal() -> None:
    (SITE / "a\x1b[2J\n\u202eb").write_bytes(b"")
    os.close(os.open(b"site/\xff", os.O_CREAT))
    found = diagnostics(lambda: compare_folder(SITE))
    assert [d.path for d in found] == ["site/\\udcff", "site/a\\x1b[2J\\n\\u202eb"]


@pytest.mark.parametrize("make", [None, "folder", "file"])
def test_nothing_to_compare(make: str | None) -> None:
    place = Path("place")
    if make == "folder":
        place.mkdir()
    elif make == "file":
        place.write_bytes(b"")
    expected = [("place", "copy-manifest" if make == "folder" else "copy-missing")]
    assert problems(lambda: compare_folder(place)) == expected


def test_an_address_without_its_scheme_is_told_apart() -> None:
    (one,) = diagnostics(lambda: compare_folder(Path("www.example.org/zt/report")))
    assert one.message == "there is no such folder"
    assert one.hint.endswith("; an address begins with http:// or https://")


def test_a_list_that_went_through_ftp_as_text() -> None:
    (SITE / "SHA256SUMS").write_bytes(LIST.replace(b"\n", b"\r\n"))
    (one,) = diagnostics(lambda: compare_folder(SITE))
    assert one.message == "line 1 of SHA256SUMS is not as this program writes it"
    assert one.hint.endswith("it was changed on the way: upload it again, in binary mode where it goes by FTP")


@pytest.mark.parametrize(
    "listing",
    [b"", b"nonsense\n", LIST[:-1], LIST.replace(b"index.html", b"../etc/passwd"), LIST.replace(b"  ", b" *"),
     LIST + LIST, b"0" * 64 + b"  other.html\n", b"<html>not found</html>"],
)  # fmt: skip
def test_a_list_that_no_build_wrote_ends_it(listing: bytes) -> None:
    (SITE / "SHA256SUMS").write_bytes(listing)
    (SITE / "extra").write_bytes(b"")
    assert in_site() == [("site/SHA256SUMS", "copy-manifest")]


def test_a_list_that_is_too_long_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "LIST_LIMIT", len(LIST) - 1)
    assert in_site() == [("site/SHA256SUMS", "copy-manifest")]


def test_a_page_changed_together_with_the_list_is_found_by_the_digest() -> None:
    publish(SITE, {**FILES, "index.html": b"forged"})
    assert compare_folder(SITE).digest != DIGEST
    assert in_site(DIGEST) == [("site/SHA256SUMS", "copy-digest")]
    (SITE / "index.html").write_bytes(b"forged again")
    assert in_site(DIGEST) == [("site/SHA256SUMS", "copy-digest"), ("site/index.html", "copy-changed")]
    (SITE / "SHA256SUMS").write_bytes(b"nonsense\n")
    assert in_site(DIGEST) == [("site/SHA256SUMS", "copy-digest"), ("site/SHA256SUMS", "copy-manifest")]


# Compressed files beside the listed ones


def test_compressed_files_belong_to_the_copy() -> None:
    (SITE / "index.html.gz").write_bytes(gzip.compress(FILES["index.html"]))
    (SITE / "2022/index.html.gz").write_bytes(gzip.compress(FILES["2022/index.html"]))
    (SITE / "2022/index.html.br").write_bytes(brotli.compress(FILES["2022/index.html"]))
    assert counts(compare_folder(SITE)) == GOOD
    assert problems(lambda: compare_folder(SITE, companions=False)) == [
        ("site/2022/index.html.br", "copy-extra"),
        ("site/2022/index.html.gz", "copy-extra"),
        ("site/index.html.gz", "copy-extra"),
    ]


GZIP = gzip.compress(FILES["index.html"], mtime=0)
BROTLI = brotli.compress(FILES["index.html"])


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("index.html.gz", gzip.compress(b"forged", mtime=0), "copy-changed"),
        ("index.html.gz", GZIP[:-3], "copy-changed"),
        ("index.html.gz", GZIP[:14] + b"\xff" + GZIP[15:], "copy-changed"),
        ("index.html.gz", GZIP + b"more", "copy-changed"),
        ("index.html.gz", b"", "copy-changed"),
        ("index.html.gz", b"plain", "copy-changed"),
        ("index.html.gz", gzip.compress(bytes(300_000)), "copy-changed"),
        ("index.html.br", brotli.compress(b"forged"), "copy-changed"),
        ("index.html.br", BROTLI[:-3], "copy-changed"),
        ("index.html.br", BROTLI + b"more", "copy-changed"),
        ("index.html.br", b"", "copy-changed"),
        ("index.html.br", b"plain", "copy-changed"),
        ("other.html.gz", GZIP, "copy-extra"),
        ("SHA256SUMS.gz", gzip.compress(LIST, mtime=0), "copy-extra"),
        ("index.html.zip", GZIP, "copy-extra"),
    ],
)
def test_compressed_files_that_hold_something_else(
    name: str, data: bytes, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "FILE_LIMIT", 200_000)
    (SITE / name).write_bytes(data)
    assert in_site() == [(f"site/{name}", code)]


def test_what_unpacks_to_more_than_any_file_is_not_unpacked_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "FILE_LIMIT", len(FILES["2022/index.html"]) - 1)
    (SITE / "2022/index.html.gz").write_bytes(gzip.compress(FILES["2022/index.html"]))
    (SITE / "2022/index.html.br").write_bytes(brotli.compress(FILES["2022/index.html"]))
    assert in_site() == [("site/2022/index.html.br", "copy-changed"), ("site/2022/index.html.gz", "copy-changed")]


def test_little_of_a_brotli_file_is_unpacked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dozen bytes of Brotli can hold 16 MiB, all of which one call would return."""
    packed = brotli.compress(bytes(32 << 20), quality=5)
    assert len(packed) < 200
    monkeypatch.setattr(folder, "FILE_LIMIT", 200_000)
    (SITE / "index.html.br").write_bytes(packed)
    tracemalloc.start()
    try:
        assert in_site() == [("site/index.html.br", "copy-changed")]
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 16 << 20  # of which the window of the format takes 8


def test_a_large_brotli_file_is_read_to_its_end() -> None:
    """More than one piece, of bytes that do not get smaller."""
    noise = random.Random(1).randbytes(300_000)
    publish(SITE, {**FILES, "noise.txt": noise})
    packed = brotli.compress(noise, quality=1)
    (SITE / "noise.txt.br").write_bytes(packed)
    compare_folder(SITE)
    (SITE / "noise.txt.br").write_bytes(packed + b"more")
    assert in_site() == [("site/noise.txt.br", "copy-changed")]
