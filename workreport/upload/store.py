"""A folder that a site is sent to, wherever it is: what an upload asks of it, and what it may answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from workreport.diagnostics import Code, Message, Refusal, refusal, say

UPLOAD_TARGET = Code("upload-target", say("The site cannot be sent to this place."))
UPLOAD_UNREACHABLE = Code("upload-unreachable", say("The host does not answer, or no longer."))
UPLOAD_FULL = Code("upload-full", say("There is no room for the site."))
UPLOAD_DENIED = Code("upload-denied", say("The host refuses a file."))

LIMIT = 8 << 20
"""Bytes of the longest file that is read from a target."""
TIMEOUT = 30.0
"""Seconds that a host may take to answer."""
_TRIES = 4

Result = TypeVar("Result")


class Lost(Exception):
    """The connection is gone; on a new one the same may go well."""


class Store(Protocol):
    """A folder elsewhere. Paths are relative to it. Raises `Refusal`, or `Lost` where it is worth another try."""

    def read(self, path: str) -> bytes | None:
        """A file of at most `LIMIT` bytes; None where there is none."""

    def write(self, path: str, data: bytes) -> None:
        """Put a file in the place of the one before, so that nobody sees half of it; make its folder."""

    def remove(self, path: str) -> None:
        """Remove a file; nothing happens where there is none."""

    def close(self) -> None:
        """Say goodbye. Never fails."""


class Steady:
    """A store that opens its connection again when it is lost, if it ever had one. `pause` waits before the try of a number from 1 on."""

    def __init__(self, open_store: Callable[[], Store], shown: str, pause: Callable[[int], object]) -> None:
        self._open = open_store
        self._shown = shown
        self._pause = pause
        self._store: Store | None = None
        self._reached = False

    def read(self, path: str) -> bytes | None:
        return self._do(lambda store: store.read(path))

    def write(self, path: str, data: bytes) -> None:
        self._do(lambda store: store.write(path, data))

    def remove(self, path: str) -> None:
        self._do(lambda store: store.remove(path))

    def close(self) -> None:
        if self._store:
            self._store.close()
            self._store = None

    def _do(self, work: Callable[[Store], Result]) -> Result:
        reason = ""
        for number in range(_TRIES):
            if number:
                self._pause(number)
            try:
                self._store = self._store or self._open()
                self._reached = True
                return work(self._store)
            except Lost as lost:
                reason = str(lost)
                self.close()
            if not self._reached:  # more likely a wrong address than a bad line
                raise self._gone(say("the host does not answer ({reason})", reason=reason))
        raise self._gone(say("the connection broke off {n} times in a row ({reason})", n=_TRIES, reason=reason))

    def _gone(self, message: Message) -> Refusal:
        hint = say(
            "look whether the address is right and the network works, then upload again: it goes on where it stopped"
        )
        return refusal(self._shown, UPLOAD_UNREACHABLE, message, hint)


def no_folder(shown: str) -> Refusal:
    return refusal(
        shown,
        UPLOAD_TARGET,
        say("there is no such folder"),
        say("make it first, or name the one that is published: an upload makes only the folders inside it"),
    )


def full(place: str) -> Refusal:
    hint = say("free space there, or ask who runs the host, then upload again: it goes on where it stopped")
    return refusal(place, UPLOAD_FULL, say("there is no room left for this file"), hint)


def denied(place: str, reason: str) -> Refusal:
    return refusal(
        place,
        UPLOAD_DENIED,
        say("the host refuses this file: {reason}", reason=reason),
        say("look whether this user may write there, and whether the disk is full; then upload again"),
    )
