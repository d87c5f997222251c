"""Publishing: all of the site or none of it, whatever dies, fills up or gets in the way."""

from __future__ import annotations

import errno
import hashlib
import os
import pickle
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import pytest

from workreport.diagnostics.diagnostic import Refusal
from workreport.publish import publish as publish_module
from workreport.publish import stage as stage_module
from workreport.publish.publish import Published, Stage, Staged, check_path, manifest, publish, read_manifest

SITE = Path("site")
OLD = {
    "index.html": b"home",
    "404.html": b"lost",
    "2022/index.html": b"review",
    "2022/metrics/jobs.html": b"16,500",
    "2022/metrics/roads.html": b"21",
    "en/index.html": b"home in English",
    "data/metrics.csv": b"id,value\r\njobs,1.65\r\n",
}
NEW = {
    "index.html": b"home, changed",
    "404.html": b"lost",
    "2022/index.html": b"review",
    "2022/metrics/jobs.html": b"16,500",
    "2023/commitments/jobs.html": b"a promise",
    "en/index.html": b"home in English",
    "data/metrics.csv": b"id,value\r\njobs,1.66\r\n",
    "empty.txt": b"",
}
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
needs_links = pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def tree(top: Path = SITE) -> dict[str, bytes]:
    return {p.relative_to(top).as_posix(): p.read_bytes() for p in sorted(top.rglob("*")) if not p.is_dir()}


def whole(files: dict[str, bytes]) -> dict[str, bytes]:
    """The tree that publishing `files` must give."""
    return {**files, "SHA256SUMS": manifest((p, hashlib.sha256(d).hexdigest()) for p, d in files.items())}


def hidden() -> list[str]:
    return sorted(p.name for p in Path.cwd().iterdir() if p.name.startswith("."))


def dated(seconds: int = 1_000_000_000) -> None:
    for path in SITE.rglob("*"):
        os.utime(path, (seconds, seconds))


def stats() -> dict[str, tuple[int, int]]:
    return {p.as_posix(): (p.stat().st_ino, p.stat().st_mtime_ns) for p in (SITE, *SITE.rglob("*"))}


def refused(files: Any = None, output: Path = SITE, protected: tuple[Path, ...] = ()) -> str:
    """The text of the refusal that publishing gives, which is one diagnostic."""
    with pytest.raises(Refusal) as caught:
        publish(output, NEW if files is None else files, protected)
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.line, diagnostic.column) == (0, 0)
    return str(diagnostic)


# What comes out


def test_first_publication() -> None:
    result = publish(SITE, OLD)
    assert tree() == whole(OLD)
    assert result == Published(7, 0, 0, sum(map(len, whole(OLD).values())))
    assert hidden() == []


def test_the_parents_of_the_output_are_made() -> None:
    publish(Path("out/of/here"), OLD)
    assert tree(Path("out/of/here")) == whole(OLD)


def test_an_empty_folder_may_be_published_to() -> None:
    SITE.mkdir()
    publish(SITE, OLD)
    assert tree() == whole(OLD)
    assert hidden() == []


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


def test_the_order_of_the_files_does_not_matter() -> None:
    publish(SITE, OLD)
    publish(Path("other"), reversed(list(OLD.items())))
    assert tree() == tree(Path("other"))


def test_a_changed_site_replaces_the_old_one() -> None:
    publish(SITE, OLD)
    result = publish(SITE, NEW)
    assert tree() == whole(NEW)
    assert result == Published(4, 4, 1, sum(map(len, whole(NEW).values())))
    assert hidden() == []


def test_unchanged_files_stay_the_same_files_with_their_dates() -> None:
    publish(SITE, OLD)
    dated()
    before = stats()
    publish(SITE, NEW)
    after = stats()
    for path in ("404.html", "2022/index.html", "2022/metrics/jobs.html", "en/index.html"):
        assert after[f"site/{path}"] == before[f"site/{path}"]
    for path in ("index.html", "data/metrics.csv", "SHA256SUMS"):
        assert after[f"site/{path}"] != before[f"site/{path}"]


def test_where_nothing_can_be_linked_dates_are_kept_by_copying(monkeypatch: pytest.MonkeyPatch) -> None:
    publish(SITE, OLD)
    dated()
    monkeypatch.setattr(os, "link", failing(errno.EPERM))
    publish(SITE, NEW)
    assert tree() == whole(NEW)
    assert (SITE / "404.html").stat().st_mtime == 1_000_000_000
    assert (SITE / "index.html").stat().st_mtime != 1_000_000_000


def test_nothing_changed_touches_nothing() -> None:
    publish(SITE, OLD)
    dated()
    before = stats()
    assert publish(SITE, OLD) == Published(0, 7, 0, sum(map(len, whole(OLD).values())))
    assert stats() == before
    assert hidden() == []


def test_pruned_files_and_their_folders_are_gone() -> None:
    publish(SITE, OLD)
    assert publish(SITE, {"index.html": b"home"})[:3] == (0, 1, 6)
    assert [p.name for p in sorted(SITE.rglob("*"))] == ["SHA256SUMS", "index.html"]


@pytest.mark.parametrize("text", [b"by hand", b"HOME", b"home\n", b"", b"hom"])
def test_a_file_edited_by_hand_is_written_again(text: bytes) -> None:
    publish(SITE, OLD)
    (SITE / "index.html").write_bytes(text)
    assert publish(SITE, OLD)[:3] == (1, 6, 0)
    assert tree() == whole(OLD)


def test_a_file_deleted_by_hand_is_written_again() -> None:
    publish(SITE, OLD)
    shutil.rmtree(SITE / "en")
    (SITE / "404.html").unlink()
    (SITE / "404.html").mkdir()
    assert publish(SITE, OLD)[:3] == (2, 5, 0)
    assert tree() == whole(OLD)


def test_a_file_that_is_both_deleted_and_pruned_leaves_the_manifest() -> None:
    publish(SITE, OLD)
    (SITE / "404.html").unlink()
    fewer = {path: data for path, data in OLD.items() if path != "404.html"}
    assert publish(SITE, fewer)[:3] == (0, 6, 0)
    assert tree() == whole(fewer)


def test_an_unchanged_manifest_keeps_its_date() -> None:
    publish(SITE, OLD)
    dated()
    (SITE / "index.html").write_bytes(b"by hand")
    publish(SITE, OLD)
    assert (SITE / "SHA256SUMS").stat().st_mtime == 1_000_000_000


@needs_links
@pytest.mark.parametrize("umask", [0o022, 0o027])
def test_modes_follow_the_umask(umask: int) -> None:
    before = os.umask(umask)
    try:
        publish(SITE, OLD)
        publish(SITE, NEW)
    finally:
        os.umask(before)
    for path in (SITE, *SITE.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o777 if path.is_dir() else 0o666) & ~umask, path


def test_short_writes_are_continued(monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, data[:3]))
    publish(SITE, OLD)
    assert tree() == whole(OLD)


def test_each_folder_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    real = os.mkdir

    def mkdir(path: str, mode: int = 0o777) -> None:
        made.append(path)
        real(path, mode)

    monkeypatch.setattr(os, "mkdir", mkdir)
    publish(SITE, OLD)
    made = [path for path in made if "/new/" in path.replace(os.sep, "/")]
    assert len(made) == len(set(made)) == len(["2022", "2022/metrics", "data", "en"])


def test_slow_modules_are_not_imported() -> None:
    slow = {"ctypes", "random", "shutil", "subprocess", "tempfile"}
    code = (
        "import sys; before = set(sys.modules); import workreport.publish.publish; print(*sys.modules.keys() - before)"
    )
    assert not slow & set(python(code).split())


# A stage


def test_leaving_without_commit_changes_nothing() -> None:
    publish(SITE, OLD)
    before = stats()
    with Stage(SITE) as stage:
        stage.write("index.html", b"new")
    assert stats() == before
    assert hidden() == []


def test_an_error_in_the_block_changes_nothing_and_comes_through() -> None:
    def pages() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"new"
        raise KeyError("a bug in a template")

    publish(SITE, OLD)
    before = stats()
    with pytest.raises(KeyError):
        publish(SITE, pages())
    assert stats() == before
    assert hidden() == []


def test_a_committed_stage_takes_no_more() -> None:
    with Stage(SITE) as stage:
        stage.write("index.html", b"home")
        stage.commit()
        with pytest.raises(ValueError, match="committed"):
            stage.write("late.html", b"")
        with pytest.raises(ValueError, match="committed"):
            stage.record(Staged("late.html", "0" * 64, 0, True))
        with pytest.raises(ValueError, match="committed"):
            stage.commit()


def test_a_site_without_a_home_page_is_our_bug() -> None:
    publish(SITE, OLD)
    with pytest.raises(ValueError, match=r"a site needs index\.html"):
        publish(SITE, {"about.html": b""})
    assert tree() == whole(OLD)


@needs_fork
def test_two_workers_write_into_one_stage() -> None:
    publish(SITE, OLD)
    dated()
    items = sorted(NEW.items())
    with Stage(SITE) as stage:

        def render(part: list[tuple[str, bytes]]) -> list[Staged]:
            return [stage.writer.write(*item) for item in part]

        for half in (items[::2], items[1::2]):
            for staged in in_child(partial(render, half)):
                stage.record(staged)
        assert stage.commit()[:3] == (4, 4, 1)
    assert tree() == whole(NEW)
    assert (SITE / "404.html").stat().st_mtime == 1_000_000_000
    assert hidden() == []


def test_writers_can_be_sent_to_workers_and_share_folders() -> None:
    with Stage(SITE) as stage:
        writers = [pickle.loads(pickle.dumps(stage.writer)) for _ in range(2)]
        for number, (path, data) in enumerate(sorted(NEW.items())):
            stage.record(writers[number % 2].write(path, data))
        stage.commit()
    assert tree() == whole(NEW)


@needs_fork
def test_a_worker_that_leaves_the_block_does_not_end_the_stage() -> None:
    with Stage(SITE) as stage:
        in_child(lambda: stage.__exit__(None, None, None))
        assert len(hidden()) == 2
        stage.write("index.html", b"home")
        stage.commit()
    assert tree() == whole({"index.html": b"home"})


@needs_fork
def test_a_workers_refusal_reaches_the_parent_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    with Stage(SITE) as stage:
        monkeypatch.setattr(os, "write", failing(errno.ENOSPC))
        with pytest.raises(Refusal) as caught:
            stage.writer.write("index.html", b"home")
    assert pickle.loads(pickle.dumps(caught.value)).diagnostics == caught.value.diagnostics


# Paths


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
        stage.record(Staged(path, "0" * 64, 0, True))
    assert not SITE.exists()


@pytest.mark.parametrize(
    "path",
    ["a", "0-9_x.y.html", "x" * 64, "-/a", "a_", "a-", "console.html", "com0", "2023/commitments/new-urban-jobs.html"],
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


# Folders that are not ours

MOVE = "\n  hint: move the folder's files elsewhere, or name another folder with --output"
SUM = "0" * 64


def test_a_folder_without_a_manifest_is_refused() -> None:
    SITE.mkdir()
    (SITE / "thesis.doc").write_bytes(b"ten years of work")
    assert refused() == (
        "site: error[output-foreign]: this folder is not empty and has no SHA256SUMS:"
        " this program did not make it" + MOVE
    )
    assert tree() == {"thesis.doc": b"ten years of work"}
    assert hidden() == []


def test_a_folder_of_empty_folders_is_refused() -> None:
    (SITE / "drafts").mkdir(parents=True)
    assert "has no SHA256SUMS" in refused()
    assert (SITE / "drafts").is_dir()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (f"{SUM}  index.html", "line 1 of SHA256SUMS is not as this program writes it"),
        (f"{SUM}  index.html\r\n", "line 1 of SHA256SUMS is not as this program writes it"),
        (f"{SUM} *index.html\n", "line 1 of SHA256SUMS is not as this program writes it"),
        (f"{SUM}  a.html\n{SUM[1:]}  index.html\n", "line 2 of SHA256SUMS is not as this program writes it"),
        (f"{SUM}  index.html\n{SUM}  a.html\n", "line 2 of SHA256SUMS is not as this program writes it"),
        (f"{SUM}  index.html\n{SUM}  index.html\n", "line 2 of SHA256SUMS is not as this program writes it"),
        (f"{SUM}  index.html\n\n", "line 2 of SHA256SUMS is not as this program writes it"),
        (f"{SUM}  ../index.html\n", "line 1 of SHA256SUMS is not as this program writes it"),
        (f"{SUM}  Debian-12.iso\n", "line 1 of SHA256SUMS is not as this program writes it"),
        (f"{SUM}  debian-12.iso\n", "SHA256SUMS does not list index.html"),
        ("", "SHA256SUMS does not list index.html"),
    ],
)  # fmt: skip
def test_a_manifest_of_somebody_else_is_refused(text: str, problem: str) -> None:
    SITE.mkdir()
    (SITE / "SHA256SUMS").write_bytes(text.encode())
    with pytest.raises(ValueError, match=f"^{problem}$"):
        read_manifest(text.encode())
    assert refused() == f"site: error[output-foreign]: {problem}: this program did not make this folder" + MOVE
    assert tree() == {"SHA256SUMS": text.encode()}


def test_a_manifest_reads_back() -> None:
    digests = {"index.html": SUM, "a/b.html": "1" * 64, "a-b.html": "f" * 64}
    assert read_manifest(manifest(digests.items())) == digests


def test_files_added_by_hand_are_named_and_kept() -> None:
    publish(SITE, OLD)
    for number in range(7):
        (SITE / "2022" / f"照片{number}.jpg").write_bytes(b"")
    assert refused() == (
        "site: error[output-foreign]: this folder holds files that no build wrote: 2022/照片0.jpg, 2022/照片1.jpg,"
        " 2022/照片2.jpg, 2022/照片3.jpg, 2022/照片4.jpg and 2 more"
        "\n  hint: move them elsewhere; what the site should publish belongs in the folders that it is built from"
    )
    assert (SITE / "2022" / "照片6.jpg").exists()
    assert (SITE / "index.html").read_bytes() == b"home"
    assert hidden() == []


@pytest.mark.parametrize("path", [".git/config", ".htaccess", "sub/SHA256SUMS"])
def test_hidden_and_nested_additions_count(path: str) -> None:
    publish(SITE, OLD)
    (SITE / path).parent.mkdir(exist_ok=True)
    (SITE / path).write_bytes(b"mine")
    assert f"no build wrote: {path}\n" in refused()


def test_a_file_added_while_the_build_runs_is_kept() -> None:
    publish(SITE, OLD)
    with Stage(SITE) as stage:
        for path, data in NEW.items():
            stage.write(path, data)
        (SITE / "mine.txt").write_bytes(b"mine")
        with pytest.raises(Refusal, match=r"no build wrote: mine\.txt"):
            stage.commit()
    assert tree() == {**whole(OLD), "mine.txt": b"mine"}
    assert hidden() == []


def test_what_file_managers_leave_is_nobodys_work() -> None:
    publish(SITE, OLD)
    (SITE / ".DS_Store").write_bytes(b"")
    (SITE / "2022" / "Thumbs.db").write_bytes(b"")
    (SITE / "emptied").mkdir()
    publish(SITE, NEW)
    assert tree() == whole(NEW)


@needs_links
def test_links_inside_the_old_site_are_never_followed() -> None:
    publish(SITE, OLD)
    Path("mine").mkdir()
    Path("mine/index.html").write_bytes(OLD["index.html"])
    (SITE / "index.html").unlink()
    (SITE / "index.html").symlink_to(Path("mine/index.html").resolve())
    publish(SITE, OLD)
    assert not (SITE / "index.html").is_symlink()
    assert Path("mine/index.html").read_bytes() == OLD["index.html"]

    shutil.rmtree(SITE / "2022")
    (SITE / "2022").symlink_to(Path("mine").resolve())
    assert "no build wrote: 2022\n" in refused()
    assert Path("mine/index.html").exists()

    (SITE / "2022").unlink()
    (SITE / "SHA256SUMS").replace("sums")
    (SITE / "SHA256SUMS").symlink_to(Path("sums").resolve())
    assert "has no SHA256SUMS" in refused()


# Places that are never replaced

OWN = "\n  hint: name a folder that is the site's alone, for example: --output site"


def test_a_file_is_refused() -> None:
    SITE.write_bytes(b"mine")
    assert refused() == "site: error[output-unsafe]: this is a file, not a folder" + OWN
    assert SITE.read_bytes() == b"mine"


@needs_links
@pytest.mark.parametrize("there", [True, False])
def test_a_link_is_refused(there: bool) -> None:
    if there:
        Path("elsewhere").mkdir()
    SITE.symlink_to("elsewhere")
    assert refused() == "site: error[output-unsafe]: this is a link, which a site cannot replace" + OWN
    assert SITE.is_symlink()


def test_the_root_of_a_file_system_is_refused(in_folder: Path) -> None:
    root = Path(in_folder.anchor)
    message = "error[output-unsafe]: this is the root of a file system"
    assert refused(output=root) == f"{root.as_posix()}: {message}{OWN}"


@pytest.mark.parametrize("output", [".", "..", "../..", "site/.."])
def test_the_current_folder_and_those_above_are_refused(output: str) -> None:
    SITE.mkdir()
    message = "error[output-unsafe]: this is the current folder, or one that holds it"
    assert refused(output=Path(output)) == f"{output}: {message}{OWN}"


@pytest.mark.parametrize("output", ["content", "project", "content/../content"])
def test_an_output_that_holds_what_it_is_built_from_is_refused(output: str, in_folder: Path) -> None:
    Path("content").mkdir()
    Path("project/assets").mkdir(parents=True)
    folder = "project/assets" if output == "project" else "content"
    assert refused(output=Path(output), protected=(Path("templates"), in_folder / folder)) == (
        f"{output}: error[output-unsafe]: this folder is or holds “{(in_folder / folder).as_posix()}”,"
        " which the site is built from" + OWN
    )


@pytest.mark.parametrize("output", ["content/site", "content/not/yet/there"])
def test_an_output_in_what_it_is_built_from_is_refused(output: str) -> None:
    Path("content").mkdir()
    assert refused(output=Path(output), protected=(Path("assets"), Path("content"))) == (
        f"{output}: error[output-unsafe]: this folder lies in “content”, which the site is built from" + OWN
    )
    assert not any(Path("content").iterdir())


@needs_links
def test_a_protected_folder_is_known_under_another_name() -> None:
    Path("content").mkdir()
    Path("alias").symlink_to("content")
    assert "lies in “content”" in refused(output=Path("alias/site"), protected=(Path("content"),))
    Path("content/2023_tasks").mkdir()
    Path("deep").symlink_to("content/2023_tasks")
    assert "lies in “content”" in refused(output=Path("deep/site"), protected=(Path("content"),))


@needs_links
def test_a_protected_folder_is_known_where_two_spellings_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "realpath", os.path.abspath)  # content and Content, on some systems
    Path("content").mkdir()
    Path("alias").symlink_to("content")
    assert "lies in “content”" in refused(output=Path("alias/site"), protected=(Path("content"),))


def test_the_place_is_named_as_the_user_typed_it(in_folder: Path) -> None:
    for output in (Path("public/site"), in_folder / "public" / "site"):
        output.mkdir(parents=True, exist_ok=True)
        (output / "mine").write_bytes(b"")
        assert refused(output=output).startswith(f"{output.as_posix()}: error[output-foreign]: ")


# Two runs at once

LOCKED = (
    "site: error[output-locked]: another build is writing this site\n  hint: wait until it has ended, then build again"
)
HOLD = """
from pathlib import Path
from workreport.publish import Stage
with Stage(Path("site")) as stage:
    stage.write("index.html", b"from the first run")
    print("entered", flush=True)
    input()
    stage.commit()
"""


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(publish_module.__file__).parents[2])}


def python(code: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env=environment(), check=True, stdout=subprocess.PIPE, text=True).stdout


def holder() -> subprocess.Popen[str]:
    """Another process, in the middle of publishing. A line of input makes it commit."""
    command = [sys.executable, "-c", HOLD]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, env=environment(), stdin=pipe, stdout=pipe, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "entered\n"
    return process


def test_a_second_run_is_refused_and_the_first_goes_on() -> None:
    publish(SITE, OLD)
    with holder() as first:
        before = hidden()
        assert len(before) == 2
        assert refused() == LOCKED
        assert hidden() == before
        assert tree() == whole(OLD)
        first.communicate("\n")
    assert first.returncode == 0
    assert tree() == whole({"index.html": b"from the first run"})
    assert hidden() == []


def test_a_killed_run_holds_no_lock_and_leaves_nothing_for_long() -> None:
    publish(SITE, OLD)
    with holder() as first:
        first.kill()
    assert len(hidden()) == 2
    assert tree() == whole(OLD)
    publish(SITE, OLD)  # even where nothing changed
    assert hidden() == []


def test_runs_to_two_outputs_do_not_meet() -> None:
    with Stage(SITE) as one:
        publish(Path("site2"), OLD)
        one.write("index.html", b"")
        one.commit()
    assert hidden() == []


def test_a_live_stage_is_spared_even_when_its_lock_file_was_deleted() -> None:
    publish(SITE, OLD)
    with Stage(SITE) as first:
        first.write("index.html", b"first")
        Path(".site.lock").unlink()
        publish(SITE, NEW)
        first.write("about.html", b"first")
        first.commit()
    assert tree() == whole({"index.html": b"first", "about.html": b"first"})


def test_a_lock_file_that_goes_between_opening_and_locking_is_made_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = stage_module.lock
    calls: list[int] = []

    def late(handle: int) -> bool:
        if not calls:
            Path(".site.lock").unlink()
        calls.append(handle)
        return real(handle)

    monkeypatch.setattr(stage_module, "lock", late)
    with Stage(SITE):
        assert ".site.lock" in hidden()
        with pytest.raises(Refusal):
            publish(SITE, NEW)


# Leftovers


def leftover(name: str, marker: bool = True) -> Path:
    root = Path(name)
    (root / "new" / "2022").mkdir(parents=True)
    (root / "new" / "2022" / "index.html").write_bytes(b"half")
    if marker:
        (root / stage_module.MARKER).write_bytes(b"")
    return root


def test_stages_of_dead_runs_are_removed() -> None:
    leftover(".site.stage-1")
    leftover(".site.stage-4711-2")
    Path(".site.stage-3").mkdir()  # died before its marker
    publish(SITE, OLD)
    assert hidden() == []


def test_what_only_looks_like_a_stage_is_kept() -> None:
    names = [".other.stage-1", ".site.stage-", ".site.stage-1", ".site.stage-1.bak", ".site.stage-x"]
    for name in names:
        leftover(name, marker=name != ".site.stage-1")
    Path(".site.stage-2").write_bytes(b"a file")
    publish(SITE, OLD)
    assert hidden() == sorted([*names, ".site.stage-2"])
    assert all((Path(name) / "new" / "2022" / "index.html").exists() for name in names)


@needs_links
def test_links_in_a_leftover_are_removed_and_not_followed() -> None:
    Path("mine").mkdir()
    Path("mine/work.txt").write_bytes(b"mine")
    (leftover(".site.stage-1") / "new" / "link").symlink_to(Path("mine").resolve())
    leftover("real")
    Path(".site.stage-2").symlink_to("real")
    publish(SITE, OLD)
    assert tree(Path("mine")) == {"work.txt": b"mine"}
    assert hidden() == [".site.stage-2"]
    assert (Path("real") / "new" / "2022" / "index.html").exists()


def test_a_stage_name_that_is_taken_is_not_used() -> None:
    taken = leftover(f".site.stage-{os.getpid()}", marker=False)
    publish(SITE, OLD)
    assert tree() == whole(OLD)
    assert hidden() == [taken.name]


def test_a_file_with_text_at_the_place_of_the_lock_is_kept() -> None:
    Path(".site.lock").write_bytes(b"somebody's")
    publish(SITE, OLD)
    assert Path(".site.lock").read_bytes() == b"somebody's"


def test_what_cannot_be_removed_waits_for_the_next_run(monkeypatch: pytest.MonkeyPatch) -> None:
    publish(SITE, OLD)
    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", failing(errno.EACCES))
        publish(SITE, NEW)
    assert tree() == whole(NEW)
    assert len(hidden()) == 2
    publish(SITE, NEW)
    assert hidden() == []


# A disk that does not do as it is told

KEPT = "; the site is as it was before\n  hint: "
FULL = f"site: error[output-full]: the disk is full{KEPT}free some space, then build again"
READONLY = (
    f"site: error[output-readonly]: this folder, or the one it lies in, may not be written to{KEPT}"
    "allow writing there, or name another folder with --output"
)
BUSY = (
    f"site: error[output-busy]: a program holds this folder or a file in it open{KEPT}"
    "close what uses the folder and build again; instead of a mount point name a folder in it"
)
FAILED = (
    f"site: error[output-failed]: writing failed ({os.strerror(errno.EIO)}){KEPT}"
    "build again, or name a folder on another disk with --output"
)


def failing(number: int, winerror: int | None = None) -> Callable[..., NoReturn]:
    def fail(*args: Any, **kwargs: Any) -> NoReturn:
        error = OSError(number, os.strerror(number))
        if winerror is not None:
            error.winerror = winerror  # type: ignore[attr-defined]
        raise error

    return fail


@pytest.mark.parametrize("function", ["open", "write", "mkdir", "rename"])
@pytest.mark.parametrize(
    ("number", "text"),
    [
        (errno.ENOSPC, FULL), (errno.EDQUOT, FULL), (errno.EACCES, READONLY), (errno.EPERM, READONLY),
        (errno.EROFS, READONLY), (errno.EBUSY, BUSY), (errno.ETXTBSY, BUSY), (errno.EIO, FAILED),
    ],
)  # fmt: skip
def test_a_failing_disk(function: str, number: int, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(SITE, OLD)
    before = stats()
    with monkeypatch.context() as patch:
        patch.setattr(stage_module, "exchange", lambda one, other: False)
        patch.setattr(os, function, failing(number))
        assert refused() == text
    assert stats() == before
    assert hidden() == []


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_held_open_on_windows(winerror: int, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(SITE, OLD)
    with monkeypatch.context() as patch:
        patch.setattr(stage_module, "exchange", lambda one, other: False)
        patch.setattr(os, "rename", failing(errno.EACCES, winerror))
        assert refused() == BUSY
    assert tree() == whole(OLD)
    assert hidden() == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_really_read_only(in_folder: Path) -> None:
    publish(SITE, OLD)
    in_folder.chmod(0o555)
    try:
        assert refused() == READONLY
    finally:
        in_folder.chmod(0o755)
    assert tree() == whole(OLD)


def test_a_parent_that_is_a_file() -> None:
    Path("file").write_bytes(b"")
    assert refused(output=Path("file/site")).startswith("file/site: error[output-failed]: writing failed (")


# A system that cannot exchange two folders


@pytest.fixture
def renames(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage_module, "exchange", lambda one, other: False)


@pytest.mark.usefixtures("renames")
def test_two_renames_do_where_folders_cannot_be_exchanged() -> None:
    publish(SITE, OLD)
    publish(SITE, NEW)
    assert tree() == whole(NEW)
    assert hidden() == []


def rename_failing(*numbers: int) -> Callable[[str, str], None]:
    """An `os.rename` of which the calls with these numbers, counted from 1, fail."""
    calls: list[str] = []
    real = os.rename

    def rename(source: str, target: str) -> None:
        calls.append(source)
        if len(calls) in numbers:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(source, target)

    return rename


@pytest.mark.usefixtures("renames")
def test_a_failed_second_rename_is_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    publish(SITE, OLD)
    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", rename_failing(2))
        with Stage(SITE) as stage:
            stage.write("index.html", b"new")
            with pytest.raises(Refusal) as caught:
                stage.commit()
            assert tree() == whole(OLD)  # at once, not only when the block ends
    assert str(caught.value) == FAILED
    assert tree() == whole(OLD)
    assert hidden() == []


@pytest.mark.usefixtures("renames")
def test_an_old_site_that_cannot_be_put_back_is_not_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    publish(SITE, OLD)
    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", rename_failing(2, 3, 4, 5, 6))
        assert refused() == FAILED
    assert not SITE.exists()
    with Stage(SITE):
        assert tree() == whole(OLD)
    assert hidden() == []


# A process that dies at any moment

OPERATIONS = ("open", "write", "mkdir", "link", "rename", "unlink", "rmdir", "utime", "lstat", "scandir")


def in_child(function: Callable[[], Any]) -> Any:
    """What `function` returns in a forked process; None where the process was killed."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(reader)
            with open(writer, "wb") as pipe:
                pickle.dump(function(), pipe)
            os._exit(0)
        finally:
            os._exit(1)
    os.close(writer)
    with open(reader, "rb") as pipe:
        answer = pipe.read()
    status = os.waitpid(child, 0)[1]
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the child failed"
    return pickle.loads(answer) if answer else None


class Interrupter:
    """Does `act` just before the operation with this number, counted over all file system calls."""

    def __init__(self, number: int, act: Callable[[], object]) -> None:
        self.left = number
        self.act = act

    def install(self, patch: pytest.MonkeyPatch) -> None:
        for owner, name in [(os, name) for name in OPERATIONS] + [(stage_module, "exchange")]:
            patch.setattr(owner, name, self.wrap(getattr(owner, name)))

    def wrap(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any, **kwargs: Any) -> Any:
            self.left -= 1
            if self.left == -1:
                self.act()
            return real(*args, **kwargs)

        return counted


def killed_at(number: int, files: dict[str, bytes]) -> bool:
    """Publish `files` in a process that is killed before the operation `number`; False if it ended before."""

    def run() -> Published:
        with pytest.MonkeyPatch.context() as patch:
            Interrupter(number, lambda: os.kill(os.getpid(), signal.SIGKILL)).install(patch)
            return publish(SITE, files)

    return in_child(run) is None


def verify(*sites: dict[str, bytes] | None) -> dict[str, bytes] | None:
    """The one of `sites` that the output is, exactly; None for no output."""
    assert not SITE.is_symlink()
    found = tree() if SITE.exists() else None
    assert found in [site if site is None else whole(site) for site in sites]
    return found


@pytest.fixture(params=["exchange", "renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, in_folder: Path) -> str:
    """Both ways of replacing the old tree."""
    if request.param == "renames":
        monkeypatch.setattr(stage_module, "exchange", lambda one, other: False)
    else:
        (in_folder / "a").mkdir()
        (in_folder / "b").mkdir()
        if not stage_module.exchange(str(in_folder / "a"), str(in_folder / "b")):
            pytest.skip("the system cannot exchange two folders")
    return str(request.param)


def clean() -> None:
    for path in (SITE, *map(Path, hidden())):
        if path.is_dir():
            shutil.rmtree(path)
        elif path.exists():
            path.unlink()


@needs_fork
@pytest.mark.parametrize("old", [None, OLD], ids=["first", "later"])
def test_killed_at_any_point_the_old_or_the_new_site_is_whole(old: dict[str, bytes] | None, way: str) -> None:
    gone = number = 0
    seen = []
    while True:
        clean()
        if old:
            publish(SITE, old)
        if not killed_at(number, NEW):
            break
        if old and way == "renames" and not SITE.exists():
            gone += 1
            with Stage(SITE):  # even a run that publishes nothing puts it back
                verify(old)
        seen.append(verify(old, NEW))
        if SITE.exists() and shutil.which("sha256sum"):
            subprocess.run(["sha256sum", "-c", "--strict", "--quiet", "SHA256SUMS"], cwd=SITE, check=True)
        publish(SITE, NEW)
        verify(NEW)
        assert hidden() == []
        number += 1
    assert number > 40  # or the counting has come loose
    assert gone == (1 if old and way == "renames" else 0)
    turn = seen.index(whole(NEW))
    assert seen == [old and whole(old)] * turn + [whole(NEW)] * (number - turn)


@needs_fork
def test_killed_again_while_clearing_up(way: str) -> None:
    number = 0
    while True:
        clean()
        publish(SITE, OLD)
        first = killed_at(number, NEW)
        second = killed_at(number // 2, OLD)
        if SITE.exists() or way == "exchange":
            verify(OLD, NEW)
        publish(SITE, NEW)
        verify(NEW)
        assert hidden() == []
        if not first and not second:
            break
        number += 3
    assert number > 60


def test_a_disk_that_fills_up_at_any_point(way: str) -> None:
    number = 0
    refusals = set()
    while True:
        clean()
        publish(SITE, OLD)
        interrupter = Interrupter(number, failing(errno.ENOSPC))
        with pytest.MonkeyPatch.context() as patch:
            interrupter.install(patch)
            try:
                publish(SITE, NEW)
                done = NEW
            except Refusal as refusal:
                refusals.add(str(refusal))
                done = OLD
        verify(done)
        publish(SITE, NEW)
        verify(NEW)
        assert hidden() == []
        if interrupter.left >= 0:
            break
        number += 1
    assert number > 60
    assert refusals == {FULL}
