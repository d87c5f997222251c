"""The cells of a QR code, and they as boxes. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from workreport.cards.sheet import Box


@cache  # of both forms of a card, and the eight masks that are tried take as long as all else of a card
def modules(address: str) -> list[list[bool]]:
    """The rows of a QR code of error correction level M, dark cells true; the paper round it is its quiet zone."""
    import segno  # only where a base URL is set

    return [[bool(cell) for cell in row] for row in segno.make_qr(address, error="m").matrix]


def boxes(grid: Sequence[Sequence[bool]], x: int, y: int, dot: int) -> list[Box]:
    """The dark cells, `dot` pixels wide each, with the upper left corner at a place; those in a row are one box."""
    return [
        Box(x=x + at * dot, y=y + row * dot, width=many * dot, height=dot, colour="ink")
        for row, cells in enumerate(grid)
        for at, many in _runs(cells)
    ]


def _runs(cells: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where dark cells begin in a row, and how many follow each other."""
    begin = 0
    for at, dark in enumerate((*cells, False)):
        if not dark:
            if at > begin:
                yield begin, at - begin
            begin = at + 1
