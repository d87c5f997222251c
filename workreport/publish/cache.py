"""Whether anything has changed since the last build: the whole build is one cached result.

The key is a digest of everything that goes into the site: every byte of content, templates, assets and
of this program, the versions of Python and of the libraries, and the options. The result is the site on
disk, known by a digest of every byte too: reading it takes some thirty milliseconds, and a change that keeps a file's
size and time is seen. Imports little, since deciding that
there is nothing to do should cost less than doing it.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Iterable, Mapping
from hashlib import sha256

from workreport.keeping import keep

_FORMAT = 2
_LIMIT = 16 << 20
"""Bytes that no file of an input has; what is larger is refused by the build and not read here."""


def _walk(folder: str) -> list[str]:
    """Every file below a folder, sorted; hidden files and compiled Python left out."""
    found: list[str] = []
    stack = [folder]
    while stack:
        with os.scandir(stack.pop()) as entries:
            for entry in entries:
                if entry.name.startswith(".") or entry.name == "__pycache__":
                    continue
                if entry.is_dir(follow_symlinks=False):
                    stack.append(entry.path)
                else:
                    found.append(entry.path)
    found.sort()
    return found


def _versions() -> list[str]:
    """Python's version, and the folders of the installed libraries, which are named with theirs."""
    names = [sys.version]
    for place in sys.path:
        if os.path.basename(place) in ("site-packages", "dist-packages") and os.path.isdir(place):
            names += sorted(name for name in os.listdir(place) if name.endswith(".dist-info"))
    return names


def key(folders: Iterable[str], options: Iterable[str]) -> str:
    """The digest of all that is in the folders; "" where some of it cannot be read (the build will say why)."""
    digest = sha256("\0".join((*_versions(), *options)).encode("utf-8", "surrogateescape"))
    try:
        for folder in folders:
            digest.update(b"\0\0")  # where a folder begins: no file has an empty name
            for path in _walk(folder):
                status = os.lstat(path)
                if not stat.S_ISREG(status.st_mode) or status.st_size > _LIMIT:
                    return ""  # a link, a pipe, a device: reading it might never end
                with open(path, "rb") as file:
                    data = file.read()
                digest.update(f"\0{os.path.relpath(path, folder)}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
                digest.update(data)
    except OSError:
        return ""
    return digest.hexdigest()


def _path(folder: str, output: str) -> str:
    name = sha256(os.path.abspath(output).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return os.path.join(folder, f"{name}.json")


def recall(folder: str, output: str, current: str) -> Mapping[str, int] | None:
    """The numbers of the last build, if it was made from the same inputs and its site is untouched."""
    try:
        with open(_path(folder, output), encoding="utf-8") as file:
            record = json.load(file)
        if current and record["format"] == _FORMAT and record["key"] == current:
            numbers: dict[str, int] = record["numbers"]
            return numbers if record["site"] == key([output], ()) else None
    except (OSError, ValueError, KeyError, TypeError):
        pass  # no record, or not one of ours: build
    return None


def remember(folder: str, output: str, current: str, numbers: Mapping[str, int]) -> None:
    """Record a build. A record that cannot be written costs time later and nothing else."""
    if not current or not (site := key([output], ())):
        return
    record = {"format": _FORMAT, "key": current, "numbers": dict(numbers), "site": site}
    keep(_path(folder, output), json.dumps(record).encode())
