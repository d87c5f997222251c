"""A folder against the list in it, without following any link (the folder itself may be named by one).

`x.gz` and `x.br` beside a listed `x` (`package --compressed` makes them) belong to the copy where they unpack
to exactly what the list says of `x`; so do, for a day, the assets of the version before that `upload` left.
"""

from __future__ import annotations

import contextlib
import gzip
import os
import stat
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from workreport.deliver.journal import JOURNAL, PART, Journal, read_journal
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
from workreport.diagnostics import NOTHING, Code, Diagnostic, Message, Refusal, say
from workreport.publish import LITTER, MANIFEST

COPY_EXTRA = Code("copy-extra", say("A file is there that is not listed."))
COPY_UNFINISHED = Code("copy-unfinished", say("An upload of the copy has not ended."))

_COMPANIONS = (".gz", ".br")
_JUNCTION = 0xA0000003  # the reparse tag of a Windows junction, which `is_dir` takes for a folder
_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_AGAIN = say("copy it again from the built site, or build again; FTP programs must not convert line ends (binary mode)")
_ALLOW = say("allow reading it")
_FOLDER = say("a folder")
_LINK = say("a link")


def compare_folder(folder: Path, digest: str = "", *, companions: bool = True) -> Copy:
    """Compare a folder with the list in it; raises `Refusal` with all that is missing, changed or extra.

    `digest`, where given, is the sha256 that the list must have. With `companions`, `x.gz` and `x.br` may
    stand beside `x`, and what an upload left.
    """
    top, shown = os.fspath(folder), folder.as_posix()
    if not os.path.isdir(top):
        hint = say("build the site first, or name the folder of the copy; an address begins with http:// or https://")
        refuse(shown, COPY_MISSING, say("there is no such folder"), hint)
    kinds, problems = _walk(top, shown)
    try:
        if kind := kinds.get(MANIFEST):
            refuse(f"{shown}/{MANIFEST}", COPY_MANIFEST, say("is {kind}, not a file", kind=kind), _AGAIN)
        with _open(f"{top}/{MANIFEST}") as file:
            listing = file.read(LIST_LIMIT + 1)
    except FileNotFoundError:
        message = say("this folder has no {list}, so there is nothing to compare it with", list=MANIFEST)
        hint = say("name the folder that holds {list}, or copy the site again", list=MANIFEST)
        refuse(shown, COPY_MANIFEST, message, hint)
    except OSError as error:
        refuse(f"{shown}/{MANIFEST}", COPY_MANIFEST, say("cannot be read ({why})", why=reason(error)), _AGAIN)
    digests, wrong = read_list(listing, f"{shown}/{MANIFEST}", digest)
    problems += wrong
    size = len(listing)
    for path, expected in digests.items():
        place = f"{shown}/{path}"
        kind = kinds.get(path)
        if kind is None:
            problems.append(missing(place, say("is listed, but not there"), _AGAIN))
        elif kind:
            message = say("is {kind}, not a file; it is not followed or opened", kind=kind)
            problems.append(unreadable(place, message, say("put the file itself there")))
        else:
            try:
                with _open(f"{top}/{path}") as file:
                    found, length = _digest(iter(partial(file.read, PIECE), b""))
            except OSError as error:
                problems.append(unreadable(place, say("cannot be read ({why})", why=reason(error)), _ALLOW))
                continue
            size += length
            if found != expected:
                problems.append(changed(place, say("is not the file that is listed"), _AGAIN))
    journal = _journal(top, kinds) if companions else Journal()
    old = 0
    for path in sorted(kinds.keys() - digests.keys() - {MANIFEST}):
        place = f"{shown}/{printable(path)}"
        if path.rpartition("/")[2] in LITTER:
            continue
        if path in (JOURNAL, PART) and journal.sent:
            message, hint = (
                say("an upload to this folder has not ended"),
                say("run it again: it goes on where it stopped"),
            )
            problems.append(Diagnostic(path=f"{shown}/{JOURNAL}", code=COPY_UNFINISHED, message=message, hint=hint))
        elif path == JOURNAL and journal:
            continue
        elif path in journal.old and not kinds[path] and _is(f"{top}/{path}", journal.old[path].digest):
            old += 1
        elif companions and not kinds[path] and path[-3:] in _COMPANIONS and path[:-3] in digests:
            problems += _companion(top, path, place, digests[path[:-3]])
        else:
            kind = kinds[path]
            message = say("is {kind} that is not listed", kind=kind) if kind else say("is not listed")
            hint = say("delete it, or keep it elsewhere: it is no part of the site")
            problems.append(Diagnostic(path=place, code=COPY_EXTRA, message=message, hint=hint))
    if problems:
        raise Refusal(problems)
    return Copy(digests=digests, files=len(digests) + 1, bytes=size, digest=sha256(listing).hexdigest(), old=old)


def _journal(top: str, kinds: Mapping[str, str]) -> Journal:
    """What an upload left word of; nothing where it left none, or none that can be read."""
    if kinds.get(JOURNAL) != "":
        return Journal()
    with contextlib.suppress(OSError, ValueError), _open(f"{top}/{JOURNAL}") as file:
        return read_journal(file.read(LIST_LIMIT))
    return Journal()


def _is(path: str, digest: str) -> bool:
    """Whether a file is the one that is meant."""
    with contextlib.suppress(OSError), _open(path) as file:
        return _digest(iter(partial(file.read, PIECE), b""))[0] == digest
    return False


def _walk(top: str, shown: str) -> tuple[dict[str, Message], list[Diagnostic]]:
    """Each path under `top` that is no folder, with what it is where it is no plain file; and what cannot be read.

    Unlike `stage.walk` it goes on after a folder that cannot be read, since all problems are to be told.
    """
    kinds: dict[str, Message] = {}
    problems: list[Diagnostic] = []
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        try:
            with os.scandir(f"{top}/{prefix}") as entries:
                for entry in entries:
                    path = f"{prefix}{entry.name}"
                    kind = _kind(entry)
                    if kind is _FOLDER:
                        waiting.append(f"{path}/")
                    else:
                        kinds[path] = kind
        except OSError as error:
            place = f"{shown}/{printable(prefix)}".rstrip("/")
            message = say("this folder cannot be read ({why})", why=reason(error))
            problems.append(unreadable(place, message, _ALLOW))
    return kinds, problems


def _kind(entry: os.DirEntry[str]) -> Message:
    """What an entry is, in words; an empty text for a plain file."""
    if entry.is_symlink():
        return _LINK
    if entry.is_dir(follow_symlinks=False):
        tag = getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0)
        return _LINK if tag == _JUNCTION else _FOLDER
    return NOTHING if entry.is_file(follow_symlinks=False) else say("a device or a pipe")


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
        return [unreadable(place, say("cannot be read ({why})", why=reason(error)), _ALLOW)]
    if found == expected:
        return []
    message = say("does not unpack to the {file} that is listed", file=original)
    return [changed(place, message, say("delete it, or make the package again"))]


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
