"""`SHA256SUMS`, the list of all other files of a site, and the paths that a site may have. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workreport.diagnostics import say
from workreport.filenames import is_device

MANIFEST = "SHA256SUMS"
"""The path of the list of all other files, in the form that `sha256sum -c` reads."""

HOME = "index.html"
"""The one file that every site has, and a folder of somebody's downloads with checksums has not."""

_SEGMENT = "[a-z0-9-](?:[a-z0-9._-]{0,62}[a-z0-9_-])?"
_PATH = re.compile(f"{_SEGMENT}(?:/{_SEGMENT})*")
_LINE = re.compile(r"([0-9a-f]{64})  (\S+)")


def manifest(digests: Iterable[tuple[str, str]]) -> bytes:
    """The text of `SHA256SUMS` for (path, sha256) pairs."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests)).encode("ascii")


def read_manifest(text: bytes) -> dict[str, str]:
    """Path to sha256, from a `SHA256SUMS` that `manifest` wrote; ValueError, with a `Message`, for any other."""
    digests = _read(text)
    if HOME not in digests:
        raise ValueError(say("{list} does not list {home}", list=MANIFEST, home=HOME))
    return digests


def is_torn(text: bytes) -> bool:
    """Whether a list is as a power cut leaves one: empty, cut off within a line, or with zeros where text should be."""
    return not text.endswith(b"\n") or b"\0" in text


def read_torn(text: bytes) -> dict[str, str]:
    """What `read_manifest` gives, from the whole lines that a torn list begins with."""
    begun = text.partition(b"\0")[0]
    return _read(begun[: begun.rfind(b"\n") + 1])


def _read(text: bytes) -> dict[str, str]:
    digests: dict[str, str] = {}
    before = ""
    *lines, rest = text.decode("ascii", "replace").split("\n")
    for number, line in enumerate([*lines, rest] if rest else lines, 1):
        match = _LINE.fullmatch(line)
        path = match[2] if match else ""
        if match is None or not _PATH.fullmatch(path) or path <= before or number > len(lines):
            raise ValueError(
                say("line {number} of {list} is not as this program writes it", number=number, list=MANIFEST)
            )
        digests[path] = match[1]
        before = path
    return digests


def check_path(path: str) -> None:
    """Raise ValueError unless `path` works on every file system and host: lower-case ASCII, relative, and no name
    that Windows takes for a device or changes.
    """
    if not is_path(path):
        raise ValueError(f"not a path for the site: {path!r}")


def is_path(path: str) -> bool:
    """Whether a file of a site may have this path."""
    return bool(_PATH.fullmatch(path)) and not any(map(is_device, path.split("/")))
