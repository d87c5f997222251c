"""The stage: a hidden folder beside the output, where the new tree grows until it takes the old one's place.

    site/                     the output, always one whole site
    .site.lock                held while a run lasts; the system lets go of it when the process dies
    .site.stage-4711/         one run's stage
        made-by-open-work-report    the marker: only a folder with it is ever removed
        new/                  the tree in the making; after an exchange, the old tree
        old/                  the old tree, where the file system cannot exchange two folders

This module knows nothing of sites and says nothing to users: it raises `Locked` or the bare `OSError`.
It guards against a process that dies at any moment, and against a power cut: the new tree is on the disk before
it takes the old one's place, and that it did is on the disk before the old one goes.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import sys
from pathlib import Path

from workreport.publish.tree import CREATE, NOFOLLOW, Tree, exchange, exists, is_folder, settle, settle_folder

MARKER = "made-by-open-work-report"
"""The name of the file that makes a stage ours. Its text is for whoever finds one."""

_TEXT = b"A build of Open Work Report works here, or was cut off. The next build removes this folder.\n"


class Locked(Exception):
    """Another live run holds the output."""


class Workspace:
    """The lock and the stage of one run that publishes to `output`, an absolute path without links.

    Making one takes the lock, puts a half-moved old tree back, sweeps what dead runs left and makes an
    empty tree in the folder `new`. Raises `Locked` or `OSError`, and then leaves nothing behind.
    """

    def __init__(self, output: str) -> None:
        parent, name = os.path.split(output)
        self._output = output
        self._lock_file = os.path.join(parent, f".{name}.lock")
        self._root = ""
        self._marker = -1
        self._lock = _take(self._lock_file)
        try:
            _sweep(output)
            self._make(os.path.join(parent, f".{name}.stage-{os.getpid()}"))
        except BaseException:
            self.close()
            raise

    @property
    def tree(self) -> Tree:
        """The tree that is to become the output."""
        return self._tree

    def _make(self, base: str) -> None:
        for number in itertools.count():
            root = f"{base}-{number}" if number else base
            with contextlib.suppress(FileExistsError):
                os.mkdir(root)  # with the user's own umask: mkdtemp's 0700 would end up on the web server
                break
        self._root = root
        self._marker = os.open(os.path.join(root, MARKER), os.O_RDWR | CREATE, 0o666)
        lock(self._marker)
        os.write(self._marker, _TEXT)
        self._new = os.path.join(root, "new")
        os.mkdir(self._new)
        self._tree = Tree(self._new, self._output)

    def swap(self) -> None:
        """Let `new` take the place of the output, in one step that a dying process cannot split.

        The first publication is a rename. After that the two folders are exchanged in one system call.
        Where there is no such call (Windows, some file systems) it takes two renames; a process that dies
        between them, for some ten microseconds, leaves no output, and `restore` puts the old tree back.
        """
        settle(self._root)
        if not exists(self._output):
            os.rename(self._new, self._output)
        elif not exchange(self._new, self._output):
            try:
                os.rename(self._output, os.path.join(self._root, "old"))
                os.rename(self._new, self._output)
            except BaseException:
                _put_back(self._root, self._output)
                raise
        for folder in (self._root, os.path.dirname(self._output)):
            settle_folder(folder)

    def close(self) -> None:
        """Remove the stage, with whichever tree is in it, and give the lock back. Never fails.

        What cannot be removed now (on Windows, a file that a program holds open) waits for the next run.
        """
        if self._marker >= 0:
            _close(self._marker)
            self._marker = -1
        if self._root:
            _discard(self._root, self._output)
        # The lock file goes while it is still locked, so that nobody can hold one that is about to go;
        # Windows removes no open file, and there nobody can remove one that another run has opened.
        if os.name != "nt":
            self._remove_lock_file()
        _close(self._lock)
        if os.name == "nt":
            self._remove_lock_file()

    def _remove_lock_file(self) -> None:
        with contextlib.suppress(OSError):
            if not os.lstat(self._lock_file).st_size:  # ours is empty; a file with text is somebody's
                os.unlink(self._lock_file)


def _close(handle: int) -> None:
    """Close a file of which nothing is needed any more: that the disk fails then harms nothing."""
    with contextlib.suppress(OSError):
        os.close(handle)


def lock(handle: int) -> bool:
    """Lock an open file for this process and those it forks; False where another process has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, 1 << 30, os.SEEK_SET)  # beyond the text, which others may then still read
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def is_locked(output: Path) -> bool:
    """Whether a live run is about to replace this folder."""
    parent, name = os.path.split(os.path.realpath(output))
    try:
        handle = os.open(os.path.join(parent, f".{name}.lock"), os.O_RDWR | NOFOLLOW)
    except OSError:
        return False  # a run makes the file before all else
    try:
        return not lock(handle)
    finally:
        os.close(handle)


def restore(output: Path) -> None:
    """Put back the tree that a run moved away and died, where the output is missing. Never fails.

    For whatever takes the output: a build puts it back too, but only once its content holds.
    """
    real = os.path.realpath(output)
    with contextlib.suppress(OSError, Locked):
        if not exists(real) and _stages(real):
            Workspace(real).close()


def _take(path: str) -> int:
    for _ in range(100):
        handle = os.open(path, os.O_RDWR | os.O_CREAT | NOFOLLOW, 0o666)
        try:
            if not lock(handle):
                raise Locked(path)
            if os.name == "nt" or os.path.samestat(os.fstat(handle), os.stat(path)):
                return handle
        except FileNotFoundError:
            pass  # the run before us removed its lock file after we had opened it: ours locks nothing
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
    raise Locked(path)


def _sweep(output: str) -> None:
    """Put back an old tree that a dead run had moved away, and remove the stages of dead runs.

    The lock already says that no run is alive; that a live run keeps its marker locked as well guards it
    even when somebody has deleted the lock file.
    """
    for root in _stages(output):
        try:
            marker = os.open(os.path.join(root, MARKER), os.O_RDWR | NOFOLLOW)
        except OSError:
            with contextlib.suppress(OSError):
                os.rmdir(root)  # died before its marker, or after: empty. One with files in it is not ours.
            continue
        try:
            dead = lock(marker)
        finally:
            os.close(marker)
        if dead:
            _discard(root, output)


def _stages(output: str) -> list[str]:
    """The stages of all runs that have published, or are about to publish, to `output`."""
    parent, name = os.path.split(output)
    ours = re.compile(re.escape(f".{name}.stage-") + r"\d+(-\d+)?")
    with os.scandir(parent) as entries:
        return sorted(entry.path for entry in entries if ours.fullmatch(entry.name) and is_folder(entry))


def _put_back(root: str, output: str) -> None:
    """Make the old tree of a stage the output again, where the output is missing."""
    if not exists(output):
        with contextlib.suppress(FileNotFoundError):
            os.rename(os.path.join(root, "old"), output)


def _discard(root: str, output: str) -> None:
    """Remove a stage, its marker last, so that a removal which is cut off can be taken up again."""
    with contextlib.suppress(OSError):
        _put_back(root, output)  # where that fails, the only copy of the site stays, for the next run
        for tree in ("new", "old"):
            _remove(os.path.join(root, tree))
        with contextlib.suppress(FileNotFoundError):
            os.unlink(os.path.join(root, MARKER))
        os.rmdir(root)


def _remove(tree: str) -> None:
    try:
        with os.scandir(tree) as entries:
            found = list(entries)
    except FileNotFoundError:
        return
    for entry in found:
        if is_folder(entry):
            _remove(entry.path)
        else:
            os.unlink(entry.path)
    os.rmdir(tree)
