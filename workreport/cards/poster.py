"""A chart as a picture: its title, its drawing, what belongs to its figures, its source, and where it is. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workreport.cards.column import Column, fitted
from workreport.cards.qr import boxes, modules
from workreport.cards.sheet import Box, Inset, Line, Sheet
from workreport.cards.typeface import ems
from workreport.charts import COLOURS, Drawing, Drawn, lettering

_SCALE = 2
"""Pixels of the picture for one of the drawing: it is as sharp as screens of phones."""
_MARGIN, _TITLE, _TEXT = 48, 40, 28
_QR = 5
"""Pixels of a cell."""
_GAP = 24


def poster(drawn: Drawn, lang: str, colours: Mapping[str, str] = COLOURS) -> Sheet:
    """The picture of a chart."""
    inner = drawn.wide.width * _SCALE
    head = Column(lang, _MARGIN, inner)
    head.y = _MARGIN
    head.add(drawn.title, _TITLE, "ink", bold=True)
    top = round(head.y + _GAP)
    *source, address = drawn.source if len(drawn.source) > 1 else (*drawn.source, "")
    code = modules(address) if address else []
    side = len(code) * _QR
    foot = Column(lang, _MARGIN, inner - (side + _GAP if side else 0))
    foot.y = top + drawn.wide.height * _SCALE + _GAP
    begin = round(foot.y)
    for text in (*drawn.below, *source, address):
        foot.add(text, _TEXT, "soft")
    bottom = max(round(foot.y), begin + side) + _MARGIN
    return Sheet(
        width=inner + 2 * _MARGIN,
        height=bottom,
        colours=colours,
        shapes=(
            *head.lines,
            *inset(drawn.wide, _MARGIN, top, _SCALE, colours),
            *foot.lines,
            *boxes(code, _MARGIN + inner - side, begin, _QR),
        ),
    )


def inset(drawing: Drawing, x: int, y: int, scale: float, colours: Mapping[str, str]) -> Iterator[Box | Line | Inset]:
    """A drawing on a sheet: its shapes, and its texts as lines of the sheet."""
    body, texts = lettering(drawing, colours)
    yield Inset(x=x, y=y, width=drawing.width, height=drawing.height, scale=scale, body=body)
    for one in texts:
        text, size = fitted(one.text), one.size * scale
        before = {"start": 0.0, "middle": 0.5, "end": 1.0}[one.anchor] * ems(text, one.bold) * size
        at = x + one.x * scale - before
        yield Line(text=text, x=at, y=y + one.baseline * scale - size, size=size, colour=one.colour, bold=one.bold)
