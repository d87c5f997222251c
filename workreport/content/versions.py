"""Former versions of the site, as `build.py release` kept them in `content/versions/`: a zip a release, never changed."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from workreport.content.files import FILE_NAME
from workreport.content.reader import Reader
from workreport.diagnostics import Code, Message, say

VERSION_BROKEN = Code("version-broken", say("A kept version is not as it was when it was kept."))

VERSIONS = "versions"
SUMS = "SHA256SUMS"
"""In a zip: every other file of it, as sha256sum writes."""
LIMIT = 16 << 20
"""Bytes of a zip; a release of 300 items has some 400,000."""
_UNPACKED = 1 << 28
_NAME = re.compile(r"([0-9]+(?:\.[0-9]+){1,2})\.zip")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A version that was kept: what its records and tables were."""

    version: str
    path: str
    """Of the zip, for diagnostics."""
    data: bytes
    """The zip itself."""
    files: Mapping[str, bytes]
    """By the path that each had on the site; also the source texts, below source/, and `SUMS`."""

    @property
    def digest(self) -> str:
        """SHA-256 of its `SUMS`: one number for all of it, however the zip was packed."""
        return sha256(self.files[SUMS]).hexdigest()


def kept_versions(reader: Reader) -> Iterator[Kept]:
    """Every version that is kept, in the order of their numbers; what is wrong with the others is reported."""
    names = reader.folder(VERSIONS) if reader.has(VERSIONS) else []
    known = {name: match[1] for name in names if (match := _NAME.fullmatch(name))}
    for name in names:
        path = f"{VERSIONS}/{name}"
        if name not in known and not reader.is_strange(path):
            hint = say("it holds what build.py release writes, such as 1.0.zip")
            reader.report(path, FILE_NAME, say("this is not a kept version"), hint)
    for name in sorted(known, key=lambda name: [int(part) for part in known[name].split(".")]):
        path = f"{VERSIONS}/{name}"
        data = reader.binary(path, LIMIT)
        if data is None:
            continue
        try:
            yield read_kept(known[name], f"{reader.shown}/{path}", data)
        except ValueError as error:
            hint = say("a kept version never changes: take it from the history of the content again")
            reader.report(path, VERSION_BROKEN, error.args[0], hint)


def read_kept(version: str, path: str, data: bytes) -> Kept:
    """A version from its zip; ValueError with a `Message` for one that is not whole."""
    return Kept(version=version, path=path, data=data, files=_unpacked(data))


def _unpacked(data: bytes) -> dict[str, bytes]:
    """The files of a zip, each as its `SUMS` says; ValueError with a `Message`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _UNPACKED:
                raise ValueError(say("this zip unpacks to more than a version can hold"))
            files = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, struct.error, zlib.error):
        raise ValueError(say("this zip cannot be read")) from None
    listed = dict(_listed(files.pop(SUMS, b"")))
    for name in sorted(files.keys() | listed.keys()):
        if fault := _fault(name, files, listed):
            raise ValueError(fault)
    return {**files, SUMS: sums(files)}


def _fault(name: str, files: Mapping[str, bytes], listed: Mapping[str, str]) -> Message | None:
    if name not in files:
        return say("{name} is missing in it", name=name)
    if sha256(files[name]).hexdigest() != listed.get(name):
        return say("{name} in it is not what its {list} says", name=name, list=SUMS)
    return None


def _listed(text: bytes) -> Iterator[tuple[str, str]]:
    for line in text.decode("utf-8", "replace").splitlines():
        digest, _, name = line.partition("  ")
        yield name, digest


def sums(files: Mapping[str, bytes]) -> bytes:
    """The list of files as `sha256sum -c` reads it."""
    return "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())).encode()
