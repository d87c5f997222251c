"""What may stand in the folders that the site is built from: plain files and folders with plain names.

A link leads out of the folder, a pipe or a device can be read without end, and a name that Windows or a file
manager takes for something else is lost on the way to the next machine. Nothing here opens a file.
"""

from __future__ import annotations

import os
from pathlib import Path

from workreport.diagnostics import Code, Diagnostic, Message, say
from workreport.filenames import is_device

FILE_NAME = Code(
    "file-name", say("A file or folder has a name that does not belong there, or that not every system can have.")
)
FILE_LINK = Code("file-link", say("A link, a device or a pipe stands where a plain file or folder should."))
FILE_SIZE = Code("file-size", say("A file is larger than its kind may be."))
FILE_UNREADABLE = Code("file-unreadable", say("The system does not let a file or folder be read."))

_MARKS = frozenset('\\:*?"<>|')


def is_left(name: str) -> bool:
    """Whether editors and file managers leave files of this name: hidden ones, copies (a~), unsaved text (#a#).

    They are never read, and so neither looked at nor in the way.
    """
    return name.startswith(".") or name.endswith("~") or (name.startswith("#") and name.endswith("#"))


def faults(root: Path, shown: str, limit: int = 0) -> dict[str, Diagnostic]:
    """What stands below `root` and should not, by its path there; nothing below it is looked at.

    `limit`, unless 0, is how many bytes a file may have.
    """
    found: dict[str, Diagnostic] = {}
    stack = [""]
    while stack:
        folder = stack.pop()
        seen: dict[str, str] = {}
        try:
            with os.scandir(root / folder) as entries:
                # Small letters first, so that of two names that differ in capitals the one with more is reported.
                for entry in sorted(entries, key=lambda entry: entry.name.swapcase()):
                    if is_left(entry.name):
                        continue
                    path = f"{folder}{entry.name}"
                    problem = _name(entry.name, seen) or _kind(entry, limit)
                    if problem:
                        code, message, hint = problem
                        found[path] = Diagnostic(path=f"{shown}/{path}", code=code, message=message, hint=hint)
                    elif entry.is_dir(follow_symlinks=False):
                        stack.append(f"{path}/")
        except OSError as error:
            if folder:  # whoever reads the root says why it cannot
                path = folder.rstrip("/")
                what = say("this folder cannot be read: {why}", why=error.strerror)
                found[path] = Diagnostic(path=f"{shown}/{path}", code=FILE_UNREADABLE, message=what)
    return found


def _name(name: str, seen: dict[str, str]) -> tuple[Code, Message, Message] | None:
    """Code, message and hint where a name does not work everywhere. `seen`: names of the folder, case folded."""
    if not name.isprintable():
        return (
            FILE_NAME,
            say("this name holds a character that cannot be printed"),
            say("name it in letters and digits"),
        )
    if is_device(name) or name[-1] in ". " or name[0] == " " or not _MARKS.isdisjoint(name):
        return FILE_NAME, say("Windows cannot have a file of this name"), say("name it in letters, digits and hyphens")
    twin = seen.setdefault(name.casefold(), name)
    if twin != name:
        return (
            FILE_NAME,
            say("this name and {other} differ in capitals alone", other=twin),
            say("rename one of the two"),
        )
    return None


def _kind(entry: os.DirEntry[str], limit: int) -> tuple[Code, Message, Message] | None:
    """Code, message and hint for what is neither a folder nor a file, and for a file that is too large."""
    if entry.is_symlink() or getattr(entry, "is_junction", entry.is_symlink)():
        return FILE_LINK, say("this is a link; content files must be real files"), say("copy the file here")
    if entry.is_dir(follow_symlinks=False):
        return None
    if not entry.is_file(follow_symlinks=False):
        return FILE_LINK, say("this is neither a file nor a folder"), say("take it out")
    if limit and entry.stat(follow_symlinks=False).st_size > limit:
        return FILE_SIZE, say("this file is larger than 1 MiB"), say("divide it into several files")
    return None
