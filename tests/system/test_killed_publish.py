"""Publishing killed, or out of space, before each of its system calls: the old site or the new one, whole."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.unit.publish.sites import (
    FAILED,
    FULL,
    NEW,
    OLD,
    SITE,
    failing,
    hidden,
    in_child,
    needs_fork,
    publish,
    tree,
    whole,
)
from workreport.diagnostics.diagnostic import Refusal
from workreport.publish import stage as stage_module
from workreport.publish.publish import Published
from workreport.publish.stage import restore
from workreport.publish.tree import exchange

OPERATIONS = ("open", "write", "mkdir", "link", "rename", "unlink", "rmdir", "utime", "lstat", "scandir")


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
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """Both ways of replacing the old tree, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    if request.param == "renames":
        monkeypatch.setattr(stage_module, "exchange", lambda one, other: False)
    else:
        (tmp_path / "a").mkdir()
        (tmp_path / "b").mkdir()
        if not exchange(str(tmp_path / "a"), str(tmp_path / "b")):
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
            restore(SITE)
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


@pytest.mark.parametrize("function", ["close", "fsync"])
def test_a_disk_that_fails_late(function: str, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some disks say only then that what was written is lost. The handle is closed all the same."""
    number, refusals = 0, set()
    real = getattr(os, function)
    if function == "fsync":  # without syncfs each file is asked about
        monkeypatch.setattr("ctypes.CDLL", lambda *args, **kwargs: object())
    while True:
        clean()
        publish(SITE, OLD)
        left = number

        def late(handle: int) -> None:
            nonlocal left
            left -= 1
            real(handle)
            if left == -1:
                failing(errno.EIO)()

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, function, late)
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
        if left >= 0:
            break
        number += 1
    assert number > 8
    assert refusals == {FAILED}
