"""The list of a site, and the paths that it may hold."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.unit.publish.sites import OLD, SITE, hidden, needs_links, publish
from workreport.publish.manifest import check_path, manifest, read_manifest
from workreport.publish.publish import Stage, Staged


def test_the_manifest_is_sorted_by_path_and_in_the_form_of_sha256sum() -> None:
    publish(SITE, [("index.html", b""), ("b/a.html", b"x"), ("b.html", b"y")])
    assert (SITE / "SHA256SUMS").read_bytes() == (
        b"a1fce4363854ff888cff4b8e7875d600c2682390412a8cf79b37d0b11148b0fa  b.html\n"
        b"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881  b/a.html\n"
        b"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  index.html\n"
    )


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="no sha256sum here")
def test_sha256sum_accepts_the_manifest() -> None:
    publish(SITE, OLD)
    subprocess.run(["sha256sum", "-c", "--strict", "--quiet", "SHA256SUMS"], cwd=SITE, check=True)


def test_a_manifest_reads_back() -> None:
    digests = {"index.html": "0" * 64, "a/b.html": "1" * 64, "a-b.html": "f" * 64}
    assert read_manifest(manifest(digests.items())) == digests


@pytest.mark.parametrize(
    "path",
    [
        "", "/", "/a.html", "a//b.html", "a/", "./a.html", "../a.html", "a/../b.html", "a/./b.html", ".htaccess",
        "_a.html", "a/_b/c.html", "a/.b", "A.html", "a b.html", "a\\b.html", "C:a", "教育.html", "a.html\n", "a\0",
        "é.html", "x" * 65, "a/" + "x" * 65, "SHA256SUMS",
        "a.", "a./b.html", "nul", "con.html", "aux/a.html", "a/com1.tar.gz",
    ],
)  # fmt: skip
def test_unsafe_paths_are_our_bug(path: str) -> None:
    with pytest.raises(ValueError, match="not a path for the site"):
        check_path(path)
    with pytest.raises(ValueError, match="not a path for the site"):
        publish(SITE, [("index.html", b""), (path, b"")])
    with Stage(SITE) as stage, pytest.raises(ValueError, match="not a path for the site"):
        stage.writer.write(path, b"")
    with Stage(SITE) as stage, pytest.raises(ValueError, match="not a path for the site"):
        stage.record(Staged(path=path, digest="0" * 64, size=0, fresh=True))
    assert not SITE.exists()


@pytest.mark.parametrize(
    "path",
    ["a", "0-9_x.y.html", "x" * 64, "-/a", "a_", "a-", "console.html", "com0", "2023/commitments/new-jobs.html"],
)
def test_safe_paths(path: str) -> None:
    publish(SITE, [("index.html", b""), (path, b"x")])
    assert (SITE / path).read_bytes() == b"x"


@pytest.mark.parametrize(
    "paths",
    [
        ("a.html", "a.html"), ("a", "a/b"), ("a/b", "a"), ("a/b/c", "a"), ("a", "a/b/c"), ("a/b", "a/b/c"),
        ("index.html", "sha256sums"), ("index.html", "sha256sums/a"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("again", [False, True])
def test_clashing_paths_are_our_bug(paths: tuple[str, str], again: bool) -> None:
    if again:  # then the files are not written anew, and the clash shows only in the records
        publish(SITE, {"index.html": b"", paths[0]: b"x"})
    with Stage(SITE) as stage:
        stage.write(paths[0], b"x")
        with pytest.raises(ValueError, match="the site has two files, or a file and a folder, called"):
            stage.write(paths[1], b"x")
    assert hidden() == []


@needs_links
@pytest.mark.parametrize("paths", [("a.html", "a.html"), ("a", "a/b"), ("a/b", "a")])
def test_workers_notice_clashing_paths(paths: tuple[str, str]) -> None:
    with Stage(SITE) as stage:
        stage.writer.write(paths[0], b"x")
        with pytest.raises(ValueError, match="the site has two files, or a file and a folder, called"):
            stage.writer.write(paths[1], b"x")
