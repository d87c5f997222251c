"""What a web server sends packed, unpacked some at a time: a few bytes can hold gigabytes. Pure."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import Protocol

PACKINGS = ("br", "gzip")
"""What a browser accepts and this program unpacks."""
_GZIP = 16 + zlib.MAX_WBITS


class Unpacker(Protocol):
    """Takes packed bytes as they come. Both methods raise ValueError for what is not packed so."""

    def pieces(self, data: bytes, size: int) -> Iterator[bytes]:
        """What is in these bytes, at most `size` at a time."""

    def end(self) -> None:
        """There are no more bytes."""


def unpacker(coding: str) -> Unpacker | None:
    """For what the header Content-Encoding says; None for a packing that is not known."""
    made: dict[str, Callable[[], Unpacker]] = {"br": _Brotli, "gzip": _Gzip, "x-gzip": _Gzip}
    return made[coding]() if coding in made else None


class _Gzip:
    def __init__(self) -> None:
        self._from = zlib.decompressobj(_GZIP)

    def pieces(self, data: bytes, size: int) -> Iterator[bytes]:
        while data:
            try:
                piece = self._from.decompress(data, size)
            except zlib.error as error:
                raise ValueError(str(error)) from error
            if self._from.unused_data:
                raise ValueError("the stream and the file end in different places")
            data = self._from.unconsumed_tail
            yield piece

    def end(self) -> None:
        if not self._from.eof:
            raise ValueError("the stream has no end")


class _Brotli:
    def __init__(self) -> None:
        import brotli  # here, since few hosts send such files

        self._from = brotli.Decompressor()
        self._error: type[Exception] = brotli.error

    def pieces(self, data: bytes, size: int) -> Iterator[bytes]:
        try:
            if data and self._from.is_finished():
                raise ValueError("the stream and the file end in different places")
            while piece := self._from.process(data, output_buffer_limit=size):
                yield piece
                data = b""
        except self._error as error:
            raise ValueError(str(error)) from error

    def end(self) -> None:
        if not self._from.is_finished():
            raise ValueError("the stream has no end")
