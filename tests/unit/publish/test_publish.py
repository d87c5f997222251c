"""Publishing: all of the site or none of it, and what is refused on the way."""

from __future__ import annotations

import errno
import os
import pickle
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.unit.publish.sites import (
    BUSY,
    FAILED,
    FULL,
    NEW,
    OLD,
    READONLY,
    SITE,
    counts,
    dated,
    failing,
    hidden,
    in_child,
    needs_fork,
    needs_links,
    publish,
    python,
    refused,
    stats,
    tree,
    whole,
)
from workreport.diagnostics.diagnostic import Refusal
from workreport.publish import stage as stage_module
from workreport.publish.publish import Published, Stage, Staged

# What comes out


def test_first_publication() -> None:
    result = publish(SITE, OLD)
    assert tree() == whole(OLD)
    assert result == Published(written=7, unchanged=0, pruned=0, bytes=sum(map(len, whole(OLD).values())))
    assert hidden() == []


def test_the_parents_of_the_output_are_made() -> None:
    publish(Path("out/of/here"), OLD)
    assert tree(Path("out/of/here")) == whole(OLD)


@pytest.mark.skipif(os.name == "nt", reason="Windows says it in other words")
def test_an_output_of_more_parts_than_any_system_has() -> None:
    with pytest.raises(Refusal, match=r"error\[output-failed\]: writing failed \(File name too long\)"):
        publish(Path("a/" * 3000 + "x"), OLD)


def test_an_empty_folder_may_be_published_to() -> None:
    SITE.mkdir()
    publish(SITE, OLD)
    assert tree() == whole(OLD)
    assert hidden() == []


def test_the_order_of_the_files_does_not_matter() -> None:
    publish(SITE, OLD)
    publish(Path("other"), reversed(list(OLD.items())))
    assert tree() == tree(Path("other"))


def test_a_changed_site_replaces_the_old_one() -> None:
    publish(SITE, OLD)
    result = publish(SITE, NEW)
    assert tree() == whole(NEW)
    assert result == Published(written=4, unchanged=4, pruned=1, bytes=sum(map(len, whole(NEW).values())))
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
    assert publish(SITE, OLD) == Published(written=0, unchanged=7, pruned=0, bytes=sum(map(len, whole(OLD).values())))
    assert stats() == before
    assert hidden() == []


def test_pruned_files_and_their_folders_are_gone() -> None:
    publish(SITE, OLD)
    assert counts(publish(SITE, {"index.html": b"home"})) == (0, 1, 6)
    assert [p.name for p in sorted(SITE.rglob("*"))] == ["SHA256SUMS", "index.html"]


@pytest.mark.parametrize("text", [b"by hand", b"HOME", b"home\n", b"", b"hom"])
def test_a_file_edited_by_hand_is_written_again(text: bytes) -> None:
    publish(SITE, OLD)
    (SITE / "index.html").write_bytes(text)
    assert counts(publish(SITE, OLD)) == (1, 6, 0)
    assert tree() == whole(OLD)


def test_a_file_deleted_by_hand_is_written_again() -> None:
    publish(SITE, OLD)
    shutil.rmtree(SITE / "en")
    (SITE / "404.html").unlink()
    (SITE / "404.html").mkdir()
    assert counts(publish(SITE, OLD)) == (2, 5, 0)
    assert tree() == whole(OLD)


def test_a_file_that_is_both_deleted_and_pruned_leaves_the_manifest() -> None:
    publish(SITE, OLD)
    (SITE / "404.html").unlink()
    fewer = {path: data for path, data in OLD.items() if path != "404.html"}
    assert counts(publish(SITE, fewer)) == (0, 6, 0)
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
    code = "import sys; before = set(sys.modules); import workreport.publish; print(*sys.modules.keys() - before)"
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
            stage.record(Staged(path="late.html", digest="0" * 64, size=0, fresh=True))
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
        assert counts(stage.commit()) == (4, 4, 1)
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


# A disk that does not do as it is told


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
