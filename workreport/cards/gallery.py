"""Pictures painted, each once: those of former builds are kept in a folder, by what they are made from."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from workreport.cards.paint import available, paint, painter_version
from workreport.cards.sheet import Sheet

_MARK = "begun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture that can be drawn."""

    key: str
    """All that it is drawn from, besides the program."""
    draw: Callable[[], Sheet]


class Gallery:
    """The pictures of a build. `folder` keeps them for the next one; "" keeps none.

    Processes that are forked from the one that made it share the folder: a picture that is used is touched, and what
    was not touched since the build began goes at its end.
    """

    def __init__(self, folder: str) -> None:
        """Raises `Refusal` (card-engine) where pictures cannot be painted here."""
        available()
        self._version = painter_version()
        self._folder = Path(folder, "cards") if folder else None
        if self._folder:
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                (self._folder / _MARK).write_bytes(b"")
            except OSError:
                self._folder = None  # costs time and nothing else

    def png(self, picture: Picture) -> bytes:
        """The PNG of a picture, drawn and painted unless a former build did."""
        if not self._folder:
            return paint(picture.draw())
        path = self._folder / sha256(f"{self._version}\0{picture.key}".encode()).hexdigest()
        try:
            data = path.read_bytes()
            os.utime(path)
            digest, _, kept = data.partition(b"\n")
            if digest == sha256(kept).hexdigest().encode():
                return kept
        except OSError:
            pass
        made = paint(picture.draw())
        with suppress(OSError):
            fresh = path.with_suffix(f".{os.getpid()}")
            fresh.write_bytes(sha256(made).hexdigest().encode() + b"\n" + made)
            fresh.replace(path)
        return made

    def prune(self) -> None:
        """Let go of what this build did not use."""
        if not self._folder:
            return
        with suppress(OSError):
            begun = (self._folder / _MARK).stat().st_mtime_ns
            for path in self._folder.iterdir():
                if path.stat().st_mtime_ns < begun:
                    path.unlink()
