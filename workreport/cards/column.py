"""Lines of text under each other. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workreport.cards.sheet import Line
from workreport.cards.typeface import ems
from workreport.charts import wrap

LEAD = 1.34
"""The height of a line, in ems."""
_IDEOGRAPH = re.compile("[⺀-鿿]")
_OPENS = "“‘（《【〔「"
"""Marks whose left half is empty."""
_HANGS = 0.45
"""How far they hang out of a column, in ems."""
_NARROW = str.maketrans("‘’“”", "''\"\"")


class Column:
    """Lines under each other."""

    def __init__(self, lang: str, x: float, width: float, *, even: bool = True) -> None:
        self.x, self.width, self.y = x, width, 0.0
        self._lang, self._even = lang, even
        self.lines: list[Line] = []

    def add(self, text: str, size: float, colour: str, *, bold: bool = False) -> None:
        """A text, broken into lines."""
        broken = wrap(fitted(text), self._lang, size, self.width, bold=bold, even=self._even, ems=ems) if text else ()
        for piece in (piece for line in broken for piece in pieces(line, size, self.width, bold)):
            x = self.x - size * _HANGS if piece[0] in _OPENS else self.x
            self.lines.append(Line(text=piece, x=x, y=self.y, size=size, colour=colour, bold=bold))
            self.y += size * LEAD


def fitted(text: str) -> str:
    """A text without ideographs with plain quotation marks: the fonts have the others as wide as an ideograph."""
    return text if _IDEOGRAPH.search(text) else text.translate(_NARROW)


def pieces(line: str, size: float, width: float, bold: bool) -> Iterator[str]:
    """A line as it is, or, where it is one word that is wider than its place, cut up."""
    while (wide := ems(line, bold) * size) > width + 1:
        many = max(int(len(line) * width / wide), 1)
        yield line[:many]
        line = line[many:]
    yield line
