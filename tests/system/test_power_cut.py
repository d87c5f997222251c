"""The power fails between any two system calls of publishing: the old site or the new one, whole, and the next build runs.

What is written is lost until the system has been asked to write it out; names and folders, as journals have it, come
back in the order in which they were made.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.system.test_killed_publish import OPERATIONS
from tests.unit.publish.sites import NEW, OLD, SITE, hidden, publish, tree, whole
from workreport.publish import stage as stage_module
from workreport.publish.tree import settle


class Disk:
    """Records every call, and keeps what a power cut before it would leave in folders called 0, 1 …"""

    def __init__(self, cuts: Path) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self.cuts = cuts
        self.safe = self.inodes()

    @staticmethod
    def inodes() -> set[int]:
        return {path.stat().st_ino for path in Path().rglob("*") if path.is_file()}

    def cut(self) -> None:
        copy = self.cuts / str(len(self.calls))
        shutil.copytree(Path(), copy)
        for path in Path().rglob("*"):
            if path.is_file() and path.stat().st_ino not in self.safe:
                (copy / path).write_bytes(b"")

    def install(self, patch: pytest.MonkeyPatch) -> None:
        for owner, name in (*((os, name) for name in (*OPERATIONS, "fsync")), (stage_module, "exchange")):
            patch.setattr(owner, name, self.recorded(name, getattr(owner, name)))
        patch.setattr(stage_module, "settle", self.settling(settle))

    def recorded(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            if not self.busy:
                with self.alone():
                    self.cut()
                self.calls.append((name, *args))
            return real(*args, **kwargs)

        return call

    busy = False

    @contextlib.contextmanager
    def alone(self) -> Any:
        self.busy = True
        yield
        self.busy = False

    def settling(self, real: Callable[[str], None]) -> Callable[[str], None]:
        def call(top: str) -> None:
            with self.alone():
                self.cut()
                self.calls.append(("settle", top))
                real(top)
                self.safe = self.inodes()

        return call


@pytest.fixture(params=["exchange", "renames"])
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Disk:
    (tmp_path / "now").mkdir()
    monkeypatch.chdir(tmp_path / "now")
    if request.param == "renames":
        monkeypatch.setattr(stage_module, "exchange", lambda one, other: False)
    publish(SITE, OLD)
    return Disk(tmp_path / "cuts")


def test_a_site_outlasts_a_power_cut(disk: Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        disk.install(patch)
        publish(SITE, NEW)
    with disk.alone():
        disk.cut()
    seen = []
    for number in range(len(disk.calls) + 1):
        monkeypatch.chdir(disk.cuts / str(number))
        if SITE.exists():  # between two renames there is none, and the next build puts it back
            seen.append(tree())
        publish(SITE, NEW)
        assert tree() == whole(NEW)
        assert hidden() == []
    turn = seen.index(whole(NEW))
    assert turn > 30  # or the recording has come loose
    assert seen == [whole(OLD)] * turn + [whole(NEW)] * (len(seen) - turn)
    assert len(disk.calls) + 1 - len(seen) <= 1


def test_the_old_site_goes_when_the_new_one_is_known_to_stay(disk: Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: dict[int, str] = {}
    with monkeypatch.context() as patch:
        real = os.open

        def noted(path: str, *args: Any, **kwargs: Any) -> int:
            handle = real(path, *args, **kwargs)
            opened[handle] = os.fspath(path)
            return handle

        disk.install(patch)
        patch.setattr(os, "open", noted)
        synced: list[tuple[int, str]] = []
        sync = os.fsync

        def noted_sync(handle: int) -> None:
            synced.append((len(disk.calls), opened[handle]))
            sync(handle)

        patch.setattr(os, "fsync", noted_sync)
        publish(SITE, NEW)
    names = [call[0] for call in disk.calls]
    swapped = max(i for i, name in enumerate(names) if name in ("exchange", "rename"))
    removed = names.index("unlink", swapped)
    assert str(Path.cwd()) in [path for when, path in synced if swapped < when <= removed]


@pytest.mark.parametrize("missing", ["syncfs", "platform"])
def test_where_a_file_system_is_not_written_out_in_one_call_each_file_is(
    missing: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    synced: set[int] = set()
    sync = os.fsync

    def noted(handle: int) -> None:
        synced.add(os.fstat(handle).st_ino)
        sync(handle)

    if missing == "platform":
        monkeypatch.setattr(sys, "platform", "freebsd14")
    else:
        import ctypes

        monkeypatch.setattr(ctypes, "CDLL", lambda *args, **kwargs: object())
    monkeypatch.setattr(os, "fsync", noted)
    publish(SITE, OLD)
    assert {path.stat().st_ino for path in (SITE, *SITE.rglob("*"))} <= synced
