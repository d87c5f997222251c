"""The stage: two runs at once, leftovers, and a system that cannot exchange two folders."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.publish.sites import (
    FAILED,
    NEW,
    OLD,
    SITE,
    environment,
    failing,
    hidden,
    needs_links,
    publish,
    refused,
    tree,
    whole,
)
from workreport.cli import main
from workreport.diagnostics.diagnostic import Refusal
from workreport.publish import stage as stage_module
from workreport.publish.publish import Stage
from workreport.publish.stage import MARKER, lock, restore

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


def moved_away() -> None:
    """As a run leaves it that is killed between the two renames."""
    publish(SITE, OLD)
    stage = Path(".site.stage-99")
    stage.mkdir()
    (stage / MARKER).touch()
    SITE.rename(stage / "old")


@pytest.mark.parametrize(
    "arguments", ["verify site", "package --output site", "upload --output site nowhere", "--content nowhere"]
)
def test_every_command_that_takes_the_site_puts_it_back(arguments: str) -> None:
    moved_away()
    main([*arguments.split(), *(["--output", "site"] if arguments.startswith("--") else [])])
    assert tree() == whole(OLD)
    assert hidden() == []


def test_a_site_that_a_live_run_has_moved_away_is_left_to_it() -> None:
    moved_away()
    handle = os.open(".site.lock", os.O_RDWR | os.O_CREAT)
    assert lock(handle)
    restore(SITE)
    os.close(handle)
    assert not SITE.exists()
    restore(SITE)
    assert tree() == whole(OLD)


def test_nothing_is_left_where_there_is_nothing_to_put_back() -> None:
    for place in (SITE, Path("no/such/folder/site"), Path("https://example.org/site/"), Path("/")):
        restore(place)
    assert list(Path().iterdir()) == []


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
