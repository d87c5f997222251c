"""Names of files: which of them every system can have, and what their suffixes mean. Pure."""

from __future__ import annotations

_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


def is_device(name: str) -> bool:
    """Whether Windows takes the name for a device, whatever its ending: nul, aux.yaml."""
    return name.partition(".")[0].rstrip().casefold() in _DEVICES


MEDIA_TYPES = {
    "css": "text/css",
    "csv": "text/csv",
    "html": "text/html",
    "ico": "image/x-icon",
    "js": "text/javascript",
    "json": "application/json",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
    "zip": "application/zip",
}
"""What each kind of file of the site is, by its suffix."""


def media_type(name: str) -> str:
    """The media type of a file of the site; a name without a suffix is a list such as SHA256SUMS."""
    _, dot, suffix = name.rpartition(".")
    return MEDIA_TYPES.get(suffix, "application/octet-stream") if dot else "text/plain"


def content_type(name: str) -> str:
    """The same as a server sends it: texts are in UTF-8."""
    kind = media_type(name)
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


_TEXT = frozenset({"css", "csv", "html", "js", "json", "svg", "txt", "xml"})


def is_text(path: str) -> bool:
    """Whether a file of the site is text, which packs well; servers pack it, or have it packed beside it."""
    return path.rpartition(".")[2] in _TEXT
