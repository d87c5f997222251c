"""Files written all or none: each whole beside its place first, then put there."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from workreport.diagnostics import Code, refusal, say

EXCHANGE_FILE = Code(
    "exchange-file", say("A translator's file cannot be read or written, or is not what its name says.")
)


def stored(files: Mapping[Path, bytes]) -> None:
    """Raises `Refusal` where one cannot be written; what was there is then as it was."""
    parts = {path: path.with_name(f".{path.name}.part") for path in files}
    at = Path()
    try:
        for at, part in parts.items():
            with part.open("wb") as file:
                file.write(files[at])
                file.flush()
                os.fsync(file.fileno())
        for at, part in parts.items():
            os.replace(part, at)
    except OSError as error:
        for part in parts.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)
        why = say("writing failed ({why})", why=error.strerror or error)
        raise refusal(at.as_posix(), EXCHANGE_FILE, why, say("allow writing there, then try again")) from error
