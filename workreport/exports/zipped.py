"""Files in one zip, the same bytes for the same files on every machine and whenever it is made. Pure.

Nothing is compressed unless it is asked for: builds of zlib (zlib-ng is one, which Python has on Windows) pack the same
bytes differently.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_MINUTE = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip knows."""


def zipped(files: Mapping[str, bytes], *, packed: bool = False) -> bytes:
    """The files, by name, in their order; `packed`: for a zip that is made once and kept."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _MINUTE)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED if packed else None, 9)
    return out.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The files of a zip, by name, in its order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
