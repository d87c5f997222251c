"""Folders that all processes of one run of the tests share, filled by the first that asks."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest


def shared(factory: pytest.TempPathFactory, name: str, fill: Callable[[Path], object]) -> Path:
    """A folder as `fill` left it. Tests only read it; where a system has no such locks, each process has its own."""
    if "PYTEST_XDIST_WORKER" not in os.environ or os.name != "posix":
        folder = factory.mktemp(name)
        fill(folder)
        return folder
    import fcntl

    folder = factory.getbasetemp().parent / name
    with open(factory.getbasetemp().parent / f"{name}.lock", "a", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if os.fstat(lock.fileno()).st_size == 0:  # only now: another may have filled it while this one waited
            folder.mkdir(exist_ok=True)
            fill(folder)
            lock.write("filled\n")
    return folder
