"""The list that a copy is compared with, what a good copy is, and the words for what is wrong with a bad one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import NoReturn

from workreport.diagnostics import Code, Diagnostic, Message, Refusal, refusal, say
from workreport.publish import read_manifest

COPY_DIGEST = Code("copy-digest", say("The list of files is not the one that is expected."))
COPY_MANIFEST = Code("copy-manifest", say("The copy has no list of its files that can be used."))
COPY_MISSING = Code("copy-missing", say("A file that is listed is not there."))
COPY_CHANGED = Code("copy-changed", say("A file is not the one that is listed."))
COPY_UNREADABLE = Code("copy-unreadable", say("A file cannot be read."))

LIST_LIMIT = 8 << 20
"""Bytes of the longest list that is read."""
FILE_LIMIT = 64 << 20
"""Bytes that no file of a site has, packed or not."""
PIECE = 1 << 16
"""Bytes that are read at once."""

_NO_LIST = say(
    "name the site's home page, or its folder; where that is right, something else was sent or put in the list's place, "
    "or it was changed on the way: upload it again, in binary mode where it goes by FTP"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A copy that is as its list says. The counts are of the whole site, with `SHA256SUMS`, as a build prints them."""

    digests: Mapping[str, str]
    """Path to sha256, without `SHA256SUMS`."""
    files: int
    bytes: int
    digest: str
    """The sha256 of `SHA256SUMS` itself."""
    old: int = 0
    """Assets of the version before that an upload left for a day, for pages that readers have open."""


def read_list(listing: bytes, shown: str, digest: str) -> tuple[dict[str, str], list[Diagnostic]]:
    """What `SHA256SUMS` lists, and what is wrong with it short of being useless; `Refusal` for a useless one."""
    problems = []
    found = sha256(listing).hexdigest()
    if digest and found != digest:
        message = say("is not the list that is expected: its SHA-256 is {found}", found=found)
        hint = say("find out who put this copy there: it is of another build, or its list was changed")
        problems.append(Diagnostic(path=shown, code=COPY_DIGEST, message=message, hint=hint))
    try:
        if len(listing) > LIST_LIMIT:
            raise ValueError(say("longer than {mib} MiB, which no list of a site is", mib=LIST_LIMIT >> 20))
        return read_manifest(listing), problems
    except ValueError as error:
        problems.append(Diagnostic(path=shown, code=COPY_MANIFEST, message=error.args[0], hint=_NO_LIST))
        raise Refusal(problems) from None


def missing(place: str, message: Message, hint: Message) -> Diagnostic:
    return Diagnostic(path=place, code=COPY_MISSING, message=message, hint=hint)


def changed(place: str, message: Message, hint: Message) -> Diagnostic:
    return Diagnostic(path=place, code=COPY_CHANGED, message=message, hint=hint)


def unreadable(place: str, message: Message, hint: Message) -> Diagnostic:
    return Diagnostic(path=place, code=COPY_UNREADABLE, message=message, hint=hint)


def refuse(place: str, code: Code, message: Message, hint: Message) -> NoReturn:
    raise refusal(place, code, message, hint) from None


def reason(error: OSError) -> str:
    return printable(error.strerror or str(error) or type(error).__name__)


def printable(text: str) -> str:
    """`text` with whatever could act on a terminal, or cannot be encoded, spelled out."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
