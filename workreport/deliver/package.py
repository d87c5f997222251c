"""The site as one zip to upload: the same bytes for the same site, whoever packs it, where and when.

    python3 build.py package --to report.zip --compressed

Names are sorted (a compressed form comes after its file), permissions and the system are fixed, and so are
dates, since a server where the zip is unpacked tells by the date and the size of a file whether a browser's copy
is still right: in the day before the site's release, at a time that goes by what the file holds. What remains is the compression: two builds of zlib (zlib-ng is one)
may pack the same bytes differently, so the bytes of a package are the same for the same zlib only; what it
unpacks to is the same for all.

The site is first compared with its own `SHA256SUMS`: a folder that somebody edited is not packed.
"""

from __future__ import annotations

import gzip
import io
import itertools
import json
import os
import stat
import struct
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import file_digest, sha256
from pathlib import Path
from typing import BinaryIO

from workreport.deliver.folder import compare_folder
from workreport.deliver.listing import COPY_CHANGED
from workreport.diagnostics import Code, Console, Refusal, refusal, say
from workreport.filenames import is_text
from workreport.publish import MANIFEST, check_path, read

PACKAGE_TARGET = Code("package-target", say("The zip cannot lie where it is to lie."))
PACKAGE_FAILED = Code("package-failed", say("The zip could not be written."))

_FIRST = datetime(1980, 1, 2)  # the dates of a zip have no zone; 1980 is its first year
_RELEASE = "data/datapackage.json"  # whose `created` is the time of the release
_UNIX = 3
_MODE = stat.S_IFREG | 0o644
_LEVEL = 9
_PACKED = frozenset({".br", ".gz", ".png", ".woff2"})  # packing them once more gains nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A zip that was written."""

    path: Path
    files: int
    bytes: int
    digest: str
    """sha256, in lower-case hexadecimal."""


def run(output: Path, target: Path | None, console: Console, *, compressed: bool) -> int:
    """Pack the site in `output` and print one line about the zip, or why there is none. The exit code."""
    try:
        made = pack(output, target or beside(output), compressed=compressed)
    except Refusal as refusal:
        console.report(refusal, say("nothing was packed"))
        return 1
    console.out(
        say(
            "{zip}: {files} files, {bytes:,} bytes, SHA-256 {digest}",
            zip=made.path.as_posix(),
            files=made.files,
            bytes=made.bytes,
            digest=made.digest,
        )
    )
    return 0


def beside(output: Path) -> Path:
    """The zip's own place: `site.zip` beside `site`. Raises `Refusal` for the root of a disk."""
    named = output if output.name not in ("", "..") else Path(os.path.realpath(output))
    if not named.name:
        hint = say("name the site's own folder with --output, or the zip with --to")
        raise refusal(output.as_posix(), PACKAGE_TARGET, say("the root of a disk has no place beside it"), hint)
    return named.with_name(f"{named.name}.zip")


def pack(output: Path, target: Path, *, compressed: bool = False) -> Package:
    """Write the site in `output` to the zip `target`, all of it or nothing; raises `Refusal`.

    With `compressed`, each text file that this makes smaller also goes in as .gz and as .br. They are not
    listed in `SHA256SUMS`, which stays as it is.
    """
    site = compare_folder(output, companions=False)
    _check_target(target, output)
    try:
        part, handle = _part(target)
        try:
            with open(handle, "w+b") as file:
                count = _write(file, output, {**site.digests, MANIFEST: site.digest}, compressed)
                size = file.seek(0, os.SEEK_END)
                file.seek(0)
                digest = file_digest(file, "sha256").hexdigest()
            os.replace(part, target)
        except BaseException:
            with suppress(OSError):
                os.unlink(part)
            raise
    except OSError as error:
        message = say("writing failed ({why})", why=error.strerror or error)
        hint = say("free space or allow writing there, or name another file with --to")
        raise refusal(target.as_posix(), PACKAGE_FAILED, message, hint) from error
    return Package(path=target, files=count, bytes=size, digest=digest)


def _write(file: BinaryIO, output: Path, digests: Mapping[str, str], compressed: bool) -> int:
    """Write the zip; the number of files in it."""
    released = _released(output)
    with zipfile.ZipFile(file, "w") as archive:
        for path in sorted(digests):
            try:
                data = read(f"{output}/{path}")
            except OSError:  # gone, or not to be read any more
                data = None
            if data is None or sha256(data).hexdigest() != digests[path]:
                hint = say("wait until the build has ended, then pack again")
                raise refusal((output / path).as_posix(), COPY_CHANGED, say("was changed while it was packed"), hint)
            date = released - timedelta(seconds=2 * (int(digests[path][:8], 16) % 43_200))
            _add(archive, path, data, date)
            if compressed and is_text(path):
                for ending, packed in _smaller(data):
                    if _is_free(f"{path}{ending}", digests):
                        _add(archive, f"{path}{ending}", packed, date)
        return len(archive.infolist())


def _is_free(path: str, digests: Mapping[str, str]) -> bool:
    """Whether a compressed file may have this name: it is short enough, and no file of the site has it."""
    try:
        check_path(path)
    except ValueError:
        return False
    return path not in digests


def _released(output: Path) -> datetime:
    """When the site was released, in UTC; the first day of 1980 that is over for a draft."""
    try:
        released = datetime.fromisoformat(json.loads(read(f"{output}/{_RELEASE}"))["created"])
        released = released.astimezone(UTC).replace(tzinfo=None)
    except (OSError, ValueError, OverflowError, KeyError, TypeError):
        return _FIRST
    return max(released, _FIRST)


def _add(archive: zipfile.ZipFile, path: str, data: bytes, date: datetime) -> None:
    if path != MANIFEST:
        check_path(path)
    info = zipfile.ZipInfo(path, date.timetuple()[:6])
    info.create_system = _UNIX
    info.external_attr = _MODE << 16
    how = zipfile.ZIP_STORED if Path(path).suffix in _PACKED else zipfile.ZIP_DEFLATED
    archive.writestr(info, data, how, _LEVEL)


def _smaller(data: bytes) -> Iterator[tuple[str, bytes]]:
    """(ending, bytes) of each compressed form that is smaller than `data`."""
    import brotli  # here, since 5 MB are loaded that no other command needs

    # Not gzip.compress: it lets zlib write the header, and with it the system that it was built for.
    buffer = io.BytesIO()
    with gzip.GzipFile("", "wb", _LEVEL, buffer, 0) as file:
        file.write(data)
    if len(buffer.getvalue()) < len(data):
        yield ".gz", buffer.getvalue()
    packed: bytes = brotli.compress(data, quality=11)
    if len(packed) < len(data):
        yield ".br", packed


def _check_target(target: Path, output: Path) -> None:
    """Refuse a target that would spoil the site, or take somebody's file away."""
    elsewhere = say("name a file of its own with --to, for example: --to site.zip")
    if os.path.islink(target):
        raise refusal(target.as_posix(), PACKAGE_TARGET, say("this is a link, which is not followed"), elsewhere)
    if os.path.isdir(target):
        raise refusal(target.as_posix(), PACKAGE_TARGET, say("this is a folder"), elsewhere)
    if not os.path.isdir(target.parent):
        raise refusal(
            target.as_posix(), PACKAGE_TARGET, say("the folder that it is to lie in is missing"), say("make it first")
        )
    if any(os.path.samefile(folder, output) for folder in Path(os.path.realpath(target)).parents):
        message = say("this lies in the site, which would then hold its own package")
        raise refusal(target.as_posix(), PACKAGE_TARGET, message, elsewhere)
    if os.path.lexists(target) and not _is_ours(target):
        message = say("there is a file of this name that is no package of a site")
        raise refusal(target.as_posix(), PACKAGE_TARGET, message, elsewhere)


def _is_ours(target: Path) -> bool:
    """Whether the file may be replaced: a zip with a `SHA256SUMS` in it, or an empty file."""
    try:
        if not target.is_file():  # a device; opening one may wait for ever
            return False
        with zipfile.ZipFile(target) as archive:
            return MANIFEST in archive.namelist()
    except (OSError, ValueError, NotImplementedError, struct.error, zipfile.BadZipFile):  # as zipfile says of odd bytes
        return target.is_file() and not target.stat().st_size


def _part(target: Path) -> tuple[str, int]:
    """A new file beside `target`, with the modes that the user's umask gives: its path and its handle."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    for number in itertools.count():
        path = os.fspath(target.with_name(f".{target.name}.part-{os.getpid()}-{number}"))
        with suppress(FileExistsError):
            return path, os.open(path, flags, 0o666)
    raise AssertionError("counting ends")
