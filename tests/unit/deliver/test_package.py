"""The zip to upload: the same bytes for the same site, all of it or nothing, and never in somebody's way."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from tests import ROOT
from tests.unit.publish.sites import publish
from tools.synthetic import write
from workreport.deliver import package as package_module
from workreport.deliver.folder import compare_folder
from workreport.deliver.package import Package, beside, pack
from workreport.diagnostics import Console, Refusal

SITE = Path("site")
ZIP = Path("site.zip")
LONG = f"{'x' * 58}.html"  # a name with no room for another ending
FILES = {
    "index.html": b"<p>home</p>" * 200,
    "404.html": b"lost",
    "2022/index.html": b"<p>review</p>" * 200,
    "data/all.xlsx": b"PK" * 500,
    "data/metrics.csv": b"id,value\r\n" * 100,
    "assets/mark.png": b"\x89PNG" * 100,
    "assets/site.css": b"a{}" * 100,
    "assets/site.css.gz": b"listed by the site itself",
    LONG: b"long" * 100,
}
needs_links = pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    publish(SITE, FILES)


def unpacked(archive: Path = ZIP) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def site() -> dict[str, bytes]:
    return {p.relative_to(SITE).as_posix(): p.read_bytes() for p in SITE.rglob("*") if p.is_file()}


def refused(target: Path = ZIP) -> list[tuple[str, str]]:
    """(path, code) of all that packing refuses; it leaves nothing behind."""
    before = everything()
    with pytest.raises(Refusal) as caught:
        pack(SITE, target)
    assert everything() == before
    assert all(d.hint for d in caught.value.diagnostics)
    return [(d.path, d.code.name) for d in caught.value.diagnostics]


def everything() -> dict[str, bytes | None]:
    found = sorted(Path.cwd().rglob("*"))
    return {str(p): p.read_bytes() if p.is_file() and not p.is_symlink() else None for p in found}


# What comes out


def test_the_zip_is_the_site() -> None:
    made = pack(SITE, ZIP)
    data = ZIP.read_bytes()
    assert made == Package(path=ZIP, files=len(FILES) + 1, bytes=len(data), digest=hashlib.sha256(data).hexdigest())
    assert unpacked() == site()
    assert sorted(os.listdir()) == ["site", "site.zip"], "nothing else is left"


def test_what_is_fixed_in_it() -> None:
    pack(SITE, ZIP)
    with zipfile.ZipFile(ZIP) as archive:
        entries = archive.infolist()
    assert [e.filename for e in entries] == sorted(site())
    for entry in entries:
        assert entry.date_time[:3] == (1980, 1, 1)
        assert entry.external_attr >> 16 == stat.S_IFREG | 0o644
        assert (entry.create_system, entry.flag_bits, entry.extra, entry.comment) == (3, 0, b"", b"")
        stored = entry.filename.endswith((".png", ".gz"))
        assert entry.compress_type == (zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED), entry.filename


def dates() -> dict[str, tuple[int, ...]]:
    pack(SITE, ZIP, compressed=True)
    with zipfile.ZipFile(ZIP) as archive:
        return {entry.filename: entry.date_time for entry in archive.infolist()}


def test_a_file_that_changed_has_another_date() -> None:
    """Of the same length too: that is all that a server goes by, once the zip is unpacked there."""
    before = dates()
    assert before["index.html"] == before["index.html.gz"] == before["index.html.br"]
    publish(SITE, {**FILES, "index.html": FILES["index.html"].replace(b"home", b"hole")})
    after = dates()
    assert {name for name in before if before[name] != after[name]} == {
        "index.html", "index.html.gz", "index.html.br", "SHA256SUMS",
    }  # fmt: skip


def test_dates_are_of_the_day_before_the_release() -> None:
    publish(SITE, {**FILES, "data/datapackage.json": b'{"created": "2026-12-01T09:00:00+08:00"}'})
    assert {date[:3] for date in dates().values()} == {(2026, 11, 30), (2026, 12, 1)}
    assert (2026, 11, 30, 1, 0, 0) < min(dates().values()) < max(dates().values()) <= (2026, 12, 1, 1, 0, 0)
    for text in (b"{}", b"[]", b"no JSON", b'{"created": 7}', b'{"created": "soon"}', b'{"created": "0001-01-01"}'):
        publish(SITE, {**FILES, "data/datapackage.json": text})
        assert {date[:3] for date in dates().values()} == {(1980, 1, 1)}, text


def test_the_same_site_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    pack(SITE, ZIP, compressed=True)
    first = ZIP.read_bytes()
    for path in sorted(SITE.rglob("*"), reverse=True):
        os.utime(path, (1_000_000_000, 1_000_000_000))
        if path.is_file():
            path.chmod(0o600)
    os.rename(SITE, "moved")
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(sys, "platform", "win32")  # where zipfile would name another system
        pack(Path("moved"), Path("other.zip"), compressed=True)
    assert Path("other.zip").read_bytes() == first
    shutil.rmtree("moved")
    publish(SITE, dict(reversed(FILES.items())))
    pack(SITE, ZIP, compressed=True)
    assert ZIP.read_bytes() == first
    publish(SITE, {**FILES, "index.html": b"changed"})
    pack(SITE, ZIP, compressed=True)
    assert ZIP.read_bytes() != first


def test_what_file_managers_leave_does_not_go_in() -> None:
    (SITE / ".DS_Store").write_bytes(b"x")
    pack(SITE, ZIP)
    assert ".DS_Store" not in unpacked()


@pytest.mark.skipif(os.name == "nt", reason="modes are of Unix")
def test_the_zip_has_the_modes_that_the_umask_gives() -> None:
    before = os.umask(0o027)
    try:
        pack(SITE, ZIP)
    finally:
        os.umask(before)
    assert stat.S_IMODE(ZIP.stat().st_mode) == 0o640


def test_its_own_place_is_beside_the_site(monkeypatch: pytest.MonkeyPatch) -> None:
    assert beside(Path("site")) == Path("site.zip")
    assert beside(Path("out/site.v2")) == Path("out/site.v2.zip")
    monkeypatch.chdir("site")
    assert beside(Path(".")) == Path.cwd().with_name("site.zip")


# Compressed files


def test_compressed_files_stand_beside_the_text_files_that_they_make_smaller() -> None:
    made = pack(SITE, ZIP, compressed=True)
    found = unpacked()
    more = {name for name in found if name not in site()}
    packed = {"index.html.gz", "2022/index.html.gz", "data/metrics.csv.gz"}
    assert more == packed | {f"{name[:-3]}.br" for name in packed} | {"assets/site.css.br"}, (
        "not the short, the packed, the one whose name is taken, nor the one whose name would be too long"
    )
    assert made.files == len(found)
    for name in more:
        unpack = gzip.decompress if name.endswith(".gz") else brotli.decompress
        assert unpack(found[name]) == FILES[name[:-3]]
        assert len(found[name]) < len(FILES[name[:-3]])
    for name in packed:
        assert found[name][:10] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff", "no name, no date, no system"
    assert found["assets/site.css.gz"] == FILES["assets/site.css.gz"]
    assert found["SHA256SUMS"] == site()["SHA256SUMS"]


def test_what_it_unpacks_to_is_a_good_copy() -> None:
    pack(SITE, ZIP, compressed=True)
    with zipfile.ZipFile(ZIP) as archive:
        archive.extractall("copy")
    assert compare_folder(Path("copy")) == compare_folder(SITE)
    Path("copy/index.html.gz").write_bytes(gzip.compress(b"forged"))
    with pytest.raises(Refusal, match=r"copy/index\.html\.gz: error\[copy-changed\]"):
        compare_folder(Path("copy"))


# What is refused


def test_a_site_that_was_edited_is_not_packed() -> None:
    (SITE / "index.html").write_bytes(b"edited")
    (SITE / "404.html").unlink()
    (SITE / "web.config").write_bytes(b"")
    (SITE / "2022/index.html.gz").write_bytes(gzip.compress(FILES["2022/index.html"]))
    assert refused() == [
        ("site/2022/index.html.gz", "copy-extra"),
        ("site/404.html", "copy-missing"),
        ("site/index.html", "copy-changed"),
        ("site/web.config", "copy-extra"),
    ]


def test_nothing_was_built() -> None:
    shutil.rmtree(SITE)
    assert refused() == [("site", "copy-missing")]
    SITE.mkdir()
    assert refused() == [("site", "copy-manifest")]


def test_a_site_that_changes_meanwhile_is_not_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    ZIP.write_bytes(b"")

    def and_then_edit(folder: Path, *, companions: bool) -> object:
        copy = compare_folder(folder, companions=companions)
        (SITE / "index.html").write_bytes(b"edited")
        return copy

    monkeypatch.setattr(package_module, "compare_folder", and_then_edit)
    with pytest.raises(Refusal, match=r"site/index\.html: error\[copy-changed\]"):
        pack(SITE, ZIP)
    assert sorted(os.listdir()) == ["site", "site.zip"]
    assert ZIP.read_bytes() == b""


def test_a_file_that_goes_meanwhile_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def and_then_remove(folder: Path, *, companions: bool) -> object:
        copy = compare_folder(folder, companions=companions)
        (SITE / "index.html").unlink()
        return copy

    monkeypatch.setattr(package_module, "compare_folder", and_then_remove)
    with pytest.raises(Refusal, match=r"site/index\.html: error\[copy-changed\]: was changed while it was packed"):
        pack(SITE, ZIP)


def test_the_root_of_a_disk_is_no_site(capsys: pytest.CaptureFixture[str]) -> None:
    """It has no name that the zip could take."""
    root = Path(Path.cwd().anchor)
    assert package_module.run(root, None, Console("en"), compressed=False) == 1
    assert "error[package-target]: " in capsys.readouterr().err


@pytest.mark.parametrize(
    "target", ["site", "site/site.zip", "site/2022/new.zip", "site/../site/x.zip", "elsewhere/site.zip", "."]
)
def test_places_where_no_zip_can_be(target: str) -> None:
    assert refused(Path(target)) == [(Path(target).as_posix(), "package-target")]


@needs_links
@pytest.mark.parametrize("leads", ["site/x.zip", "old.zip", "nowhere"])
def test_a_link_is_not_written_through(leads: str) -> None:
    Path("old.zip").write_bytes(b"")
    ZIP.symlink_to(leads)
    assert refused() == [("site.zip", "package-target")]


@needs_links
def test_a_way_into_the_site_through_a_link_is_found() -> None:
    Path("way").symlink_to("site/2022")
    assert refused(Path("way/x.zip")) == [("way/x.zip", "package-target")]


def not_a_zip(path: Path) -> None:
    path.write_bytes(b"somebody's work")


def foreign_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "somebody's work")


def newer_zip(path: Path) -> None:
    foreign_zip(path)
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 6] = 99  # the version of the format that it takes to read it
    path.write_bytes(data)


@pytest.mark.parametrize("make", [not_a_zip, foreign_zip, newer_zip])
def test_somebodys_file_is_not_replaced(make: Callable[[Path], None]) -> None:
    make(ZIP)
    assert refused() == [("site.zip", "package-target")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders there")
def test_a_pipe_is_not_replaced() -> None:
    os.mkfifo(ZIP)
    assert refused() == [("site.zip", "package-target")]


def test_a_package_and_an_empty_file_are_replaced() -> None:
    ZIP.write_bytes(b"")
    pack(SITE, ZIP)
    publish(SITE, {"index.html": b"new"})
    pack(SITE, ZIP)
    assert unpacked() == site()


@pytest.mark.parametrize("call", ["replace", "open"])
def test_a_disk_that_does_not_take_it(call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Simulated: full at the end, and not writable from the start."""
    pack(SITE, ZIP)
    publish(SITE, {"index.html": b"new"})
    real = os.open

    def replace(*_: object) -> None:
        raise OSError(28, "No space left on device")

    def open_(path: str, flags: int, *rest: int) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(13, "Permission denied")
        return real(path, flags, *rest)

    monkeypatch.setattr(os, call, {"replace": replace, "open": open_}[call])
    assert refused() == [("site.zip", "package-failed")]


def test_a_run_that_is_stopped_leaves_the_old_zip(monkeypatch: pytest.MonkeyPatch) -> None:
    pack(SITE, ZIP)
    before = everything()

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(package_module, "_add", stop)
    with pytest.raises(KeyboardInterrupt):
        pack(SITE, ZIP)
    assert everything() == before


# The command


def run(folder: Path, *arguments: str, umask: int = -1, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "build.py"), *arguments], cwd=folder, capture_output=True, text=True,
        encoding="utf-8", check=False, umask=umask, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment},
    )  # fmt: skip


@pytest.mark.slow
def test_the_command(tmp_path: Path) -> None:
    shutil.rmtree(SITE)
    write(tmp_path / "content", 5, (ROOT / "content/units.yaml").read_text("utf-8"))
    built = run(tmp_path, "--content", "content", "--output", "site", "--no-cache", "--no-charts")
    assert built.returncode == 0, built.stderr
    done = run(tmp_path, "package", "--output", "site")
    assert (done.returncode, done.stderr) == (0, "")
    data = ZIP.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    assert done.stdout == f"site.zip: {len(site())} files, {len(data):,} bytes, SHA-256 {digest}\n"
    for path in SITE.rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    umask = 0o077 if os.name == "posix" else -1
    done = run(tmp_path, "package", "--output", "site", "--to", "b.zip", umask=umask, TZ="Asia/Shanghai", LC_ALL="C")
    assert done.returncode == 0, done.stderr
    assert Path("b.zip").read_bytes() == data

    done = run(tmp_path, "package", "--output", "site", "--to", "c.zip", "--compressed")
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile("c.zip") as archive:
        archive.extractall("copy")
    assert Path("copy/index.html.gz").is_file()
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "-c", "--strict", "--quiet", "SHA256SUMS"], cwd="copy", check=True)
    assert run(tmp_path, "verify", "copy").returncode == 0

    (SITE / "index.html").write_bytes(b"edited")
    done = run(tmp_path, "package", "--output", "site")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("site/index.html: error[copy-changed]: ")
    assert re.search(r"^1 problem; nothing was packed$", done.stderr, re.MULTILINE)
    assert ZIP.read_bytes() == data, "the last good package stays"
