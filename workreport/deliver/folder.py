"""A folder against the list in it, without following any link (the folder itself may be named by one).

`x.gz` and `x.br` beside a listed `x` (`package --compressed` makes them) belong to the copy where they unpack
to exactly what the list says of `x`.
"""

from __future__ import annotations

import gzip
import os
import stat
import sys
import zlib
from collections.abc import Iterable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from workreport.deliver.listing import (
    COPY_MANIFEST,
    COPY_MISSING,
    FILE_LIMIT,
    LIST_LIMIT,
    PIECE,
    Copy,
    changed,
    missing,
    printable,
    read_list,
    reason,
    refuse,
    unreadable,
)
from workreport.diagnostics import Code, Diagnostic, Refusal
from workreport.publish import LITTER, MANIFEST

COPY_EXTRA = Code("copy-extra", "A file is there that is not listed.")

_COMPANIONS = (".gz", ".br")
_JUNCTION = 0xA0000003  # the reparse tag of a Windows junction, which `is_dir` takes for a folder
_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_AGAIN = "copy it again from the built site, or build again; FTP programs must not convert line ends (binary mode)"


def compare_folder(folder: Path, digest: str = "", *, companions: bool = True) -> Copy:
    """Compare a folder with the list in it; raises `Refusal` with all that is missing, changed or extra.

    `digest`, where given, is the sha256 that the list must have. With `companions`, `x.gz` and `x.br` may
    stand beside `x`.
    """
    top, shown = os.fspath(folder), folder.as_posix()
    if not os.path.isdir(top):
        hint = "build the site first, or name the folder of the copy; an address begins with http:// or https://"
        refuse(shown, COPY_MISSING, "there is no such folder", hint)
    kinds, problems = _walk(top, shown)
    try:
        if kinds.get(MANIFEST):
            raise OSError(f"it is {kinds[MANIFEST]}, not a file")
        with _open(f"{top}/{MANIFEST}") as file:
            listing = file.read(LIST_LIMIT + 1)
    except FileNotFoundError:
        message = f"this folder has no {MANIFEST}, so there is nothing to compare it with"
        refuse(shown, COPY_MANIFEST, message, f"name the folder that holds {MANIFEST}, or copy the site again")
    except OSError as error:
        refuse(f"{shown}/{MANIFEST}", COPY_MANIFEST, f"cannot be read ({reason(error)})", _AGAIN)
    digests, wrong = read_list(listing, f"{shown}/{MANIFEST}", digest)
    problems += wrong
    size = len(listing)
    for path, expected in digests.items():
        place = f"{shown}/{path}"
        kind = kinds.get(path)
        if kind is None:
            problems.append(missing(place, "is listed, but not there", _AGAIN))
        elif kind:
            message = f"is {kind}, not a file; it is not followed or opened"
            problems.append(unreadable(place, message, "put the file itself there"))
        else:
            try:
                with _open(f"{top}/{path}") as file:
                    found, length = _digest(iter(partial(file.read, PIECE), b""))
            except OSError as error:
                problems.append(unreadable(place, f"cannot be read ({reason(error)})", "allow reading it"))
                continue
            size += length
            if found != expected:
                problems.append(changed(place, "is not the file that is listed", _AGAIN))
    for path in sorted(kinds.keys() - digests.keys() - {MANIFEST}):
        place = f"{shown}/{printable(path)}"
        if path.rpartition("/")[2] in LITTER:
            continue
        if companions and not kinds[path] and path[-3:] in _COMPANIONS and path[:-3] in digests:
            problems += _companion(top, path, place, digests[path[:-3]])
        else:
            message = f"is {kinds[path]} that is not listed" if kinds[path] else "is not listed"
            hint = "delete it, or keep it elsewhere: it is no part of the site"
            problems.append(Diagnostic(path=place, code=COPY_EXTRA, message=message, hint=hint))
    if problems:
        raise Refusal(problems)
    return Copy(digests=digests, files=len(digests) + 1, bytes=size, digest=sha256(listing).hexdigest())


def _walk(top: str, shown: str) -> tuple[dict[str, str], list[Diagnostic]]:
    """Each path under `top` that is no folder, with what it is where it is no plain file; and what cannot be read.

    Unlike `stage.walk` it goes on after a folder that cannot be read, since all problems are to be told.
    """
    kinds: dict[str, str] = {}
    problems: list[Diagnostic] = []
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        try:
            with os.scandir(f"{top}/{prefix}") as entries:
                for entry in entries:
                    path = f"{prefix}{entry.name}"
                    kind = _kind(entry)
                    if kind == "a folder":
                        waiting.append(f"{path}/")
                    else:
                        kinds[path] = kind
        except OSError as error:
            place = f"{shown}/{printable(prefix)}".rstrip("/")
            problems.append(unreadable(place, f"this folder cannot be read ({reason(error)})", "allow reading it"))
    return kinds, problems


def _kind(entry: os.DirEntry[str]) -> str:
    """What an entry is, in words; an empty text for a plain file."""
    if entry.is_symlink():
        return "a link"
    if entry.is_dir(follow_symlinks=False):
        tag = getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0)
        return "a link" if tag == _JUNCTION else "a folder"
    return "" if entry.is_file(follow_symlinks=False) else "a device or a pipe"


def _open(path: str) -> BinaryIO:
    """Open a plain file. A link is not followed, and a pipe that has just taken its place not waited for."""
    handle = os.open(path, _OPEN)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError("it is not a file")
    return open(handle, "rb")


def _digest(pieces: Iterable[bytes], limit: int = sys.maxsize) -> tuple[str, int]:
    """The sha256 and the length of what `pieces` hold; ValueError for more than `limit` bytes."""
    total, length = sha256(), 0
    for piece in pieces:
        length += len(piece)
        if length > limit:
            raise ValueError("too long")
        total.update(piece)
    return total.hexdigest(), length


def _companion(top: str, path: str, place: str, expected: str) -> list[Diagnostic]:
    """What is wrong with a compressed file: it must unpack to the bytes that are listed for the file beside it."""
    original = path[:-3]
    try:
        # What unpacks to more than any file of a site is not unpacked to its end.
        with _open(f"{top}/{path}") as file:
            if path.endswith(".gz"):
                with gzip.GzipFile(fileobj=file) as packed:
                    found, _ = _digest(iter(partial(packed.read, PIECE), b""), FILE_LIMIT)
            else:
                found, _ = _digest(_unpacked(file), FILE_LIMIT)
    except (gzip.BadGzipFile, EOFError, zlib.error, ValueError):
        found = ""
    except OSError as error:
        return [unreadable(place, f"cannot be read ({reason(error)})", "allow reading it")]
    if found == expected:
        return []
    return [changed(place, f"does not unpack to the {original} that is listed", "delete it, or make the package again")]


def _unpacked(file: BinaryIO) -> Iterator[bytes]:
    """The bytes in a Brotli file, some at a time, since a dozen can hold 16 MiB; ValueError where it is none."""
    import brotli  # here, since few copies have such files

    unpacker = brotli.Decompressor()
    try:
        while not unpacker.is_finished():
            packed = file.read(PIECE) if unpacker.can_accept_more_data() else b""
            piece = unpacker.process(packed, output_buffer_limit=PIECE)
            if not packed and not piece:
                break
            yield piece
    except brotli.error as error:
        raise ValueError(str(error)) from error
    if not unpacker.is_finished() or file.read(1):
        raise ValueError("the stream and the file end in different places")
