"""Trees of files on the disk: read and written without following a link, and exchanged in one step.

This module knows nothing of sites: it raises the bare `OSError`.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator

NOFOLLOW: int = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
"""Flags for every `os.open` here: no link is followed and, on Windows, no line end is changed."""

CREATE = os.O_CREAT | os.O_EXCL | NOFOLLOW
_JUNCTION = 0xA0000003  # the reparse tag of a Windows junction, which `is_dir` takes for a folder


class Tree:
    """The files of a tree in the making, whose old version is at `output`. A plain value, for workers too."""

    def __init__(self, new: str, output: str) -> None:
        self._new = new
        self._output = output
        self._made = {""}

    def create(self, path: str, data: bytes) -> None:
        """Write a new file, with the modes that the user's umask gives."""
        self._make_folder(path)
        handle = os.open(f"{self._new}/{path}", os.O_WRONLY | CREATE, 0o666)
        try:
            done = os.write(handle, data)
            while done < len(data):  # the system may take less than it was given
                done += os.write(handle, data[done:])
        finally:
            os.close(handle)

    def keep(self, path: str) -> None:
        """Take a file over from the old tree: the same file where it can be linked, else a copy as old."""
        self._make_folder(path)
        source, target = f"{self._output}/{path}", f"{self._new}/{path}"
        try:
            os.link(source, target)
        except OSError:  # a file system without links, another owner's file, too many links
            status = os.lstat(source)
            self.create(path, read(source))
            os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))

    def has_old(self, path: str, data: bytes) -> bool:
        """Whether the file of the old tree has exactly these bytes. One that cannot be read has not."""
        try:
            handle = os.open(f"{self._output}/{path}", os.O_RDONLY | NOFOLLOW)
            try:
                return os.read(handle, len(data) + 1) == data
            finally:
                os.close(handle)
        except OSError:
            return False

    def _make_folder(self, path: str) -> None:
        folder = path.rpartition("/")[0]
        if folder in self._made:
            return
        self._make_folder(folder)
        with contextlib.suppress(FileExistsError):  # another worker was faster
            os.mkdir(f"{self._new}/{folder}")
        self._made.add(folder)


def exists(path: str) -> bool:
    """Whether anything is at `path`. Unlike `os.path.lexists`, does not take a failing disk for a no."""
    try:
        os.lstat(path)
    except FileNotFoundError:
        return False
    return True


def read(path: str) -> bytes:
    """The bytes of a file. A link is not followed."""
    with open(os.open(path, os.O_RDONLY | NOFOLLOW), "rb") as file:
        return file.read()


def walk(top: str, prefix: str = "") -> Iterator[tuple[str, bool]]:
    """Each file under `top`, and each empty folder with a slash at its end; and whether it is a plain file."""
    with os.scandir(top) as entries:
        found = list(entries)
    if prefix and not found:
        yield prefix, False
    for entry in found:
        if is_folder(entry):
            yield from walk(entry.path, f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}", entry.is_file(follow_symlinks=False)


def is_folder(entry: os.DirEntry[str]) -> bool:
    """True for a folder that is really there: not for a link to one, nor for a Windows junction."""
    if not entry.is_dir(follow_symlinks=False):
        return False
    return getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) != _JUNCTION


def settle(top: str) -> None:
    """Wait until all that is under `top` would outlast a power cut.

    Linux writes out a whole file system in one call, syncfs(2), which costs less than a call a file: that is the way
    elsewhere, and where there is no such call.
    """
    if sys.platform == "linux":
        with contextlib.suppress(ImportError, AttributeError):
            import ctypes

            call = ctypes.CDLL(None, use_errno=True).syncfs
            handle = os.open(top, os.O_RDONLY | NOFOLLOW)
            try:
                if call(handle) == 0:
                    return
                number = ctypes.get_errno()
            finally:
                os.close(handle)
            if number != errno.ENOSYS:
                raise OSError(number, os.strerror(number), top)
    folders = {top}
    for path, is_file in walk(top):
        if is_file:
            _settle_file(f"{top}/{path}")
        folders.add(os.path.dirname(f"{top}/{path}"))
    for folder in folders:
        settle_folder(folder)


def _settle_file(path: str) -> None:
    try:
        # Windows writes out what is open for writing alone.
        handle = os.open(path, (os.O_RDWR if os.name == "nt" else os.O_RDONLY) | NOFOLLOW)
    except PermissionError:
        return  # a file of the old tree that somebody holds: it was written out when it was new
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def settle_folder(path: str) -> None:
    """Wait until the names in a folder would outlast a power cut, where the system can say so."""
    with contextlib.suppress(OSError):  # Windows opens no folder, and some file systems do not wait for one
        handle = os.open(path, os.O_RDONLY | NOFOLLOW)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def exchange(one: str, other: str) -> bool:
    """Exchange two folders in one step; False, with nothing done, where the system cannot.

    Linux: renameat2(2) with RENAME_EXCHANGE; macOS: renamex_np(2) with RENAME_SWAP. Why it failed is not
    asked: the renames that follow fail for the same reason, with an error that Python can name.
    """
    if sys.platform not in ("linux", "darwin"):
        return False
    try:
        import ctypes

        libc = ctypes.CDLL(None)
        paths = os.fsencode(one), os.fsencode(other)
        if sys.platform == "darwin":
            return bool(libc.renamex_np(*paths, 2) == 0)
        here = -100  # AT_FDCWD: paths are taken as they are
        return bool(libc.renameat2(here, paths[0], here, paths[1], 2) == 0)
    except (ImportError, OSError, AttributeError):  # a Python without ctypes, a C library without the call
        return False
