"""A long picture laid out: a band with the title, parts under each other, and at the end the source. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from workreport.cards.column import LEAD, Column
from workreport.cards.model import Side
from workreport.cards.poster import inset
from workreport.cards.qr import boxes, modules
from workreport.cards.scroll import Key, Scroll, Squares, Stretch, Told
from workreport.cards.sheet import PAPER, Box, Inset, Line, Sheet
from workreport.cards.typeface import ems
from workreport.charts import COLOURS, wrap

WIDTH = 1080
_MARGIN = 60
_INNER = WIDTH - 2 * _MARGIN
_TITLE, _TITLE_LONG, _HEAD, _ITEM, _TEXT, _SMALL = 66, 52, 46, 38, 32, 28
_FIGURE, _LEAST = 60, 40
"""The type of a figure beside another; smaller where that is too wide, down to the least."""
_SQUARE, _APART = 34, 9
_QR = 6
"""Pixels of a cell."""
_BAND = "outcome"


def unroll(scroll: Scroll, colours: Mapping[str, str] = COLOURS) -> Sheet:
    """The picture."""
    page = _Page(scroll.lang, colours)
    page.text(scroll.kicker, _TEXT, PAPER, before=56)
    page.text(scroll.title, _TITLE if len(_broken(scroll)) < 4 else _TITLE_LONG, PAPER, bold=True, before=12)
    page.text(scroll.lead, _ITEM, PAPER, before=16)
    page.text(scroll.drafted, _TEXT, PAPER, bold=True, before=16)
    page.y += 48
    page.band()
    for stretch in scroll.stretches:
        page.stretch(stretch)
    page.foot(scroll.source, scroll.address)
    return Sheet(width=WIDTH, height=round(page.y), colours=colours, shapes=page.shapes)


def _broken(scroll: Scroll) -> Sequence[str]:
    return wrap(scroll.title, scroll.lang, _TITLE, _INNER, bold=True, even=False, ems=ems)


class _Page:
    """What is laid out so far, and how far down that reaches."""

    def __init__(self, lang: str, colours: Mapping[str, str]) -> None:
        self.y = 0.0
        self.shapes: list[Box | Line | Inset] = []
        self._lang, self._colours = lang, colours

    def text(
        self,
        text: str,
        size: float,
        colour: str,
        *,
        bold: bool = False,
        before: float = 0.0,
        x: float = _MARGIN,
        width: float = _INNER,
    ) -> None:
        """A text under what is there, if there is one."""
        if text:
            column = Column(self._lang, x, width)
            column.y = self.y + before
            column.add(text, size, colour, bold=bold)
            self.shapes += column.lines
            self.y = column.y

    def band(self) -> None:
        """All so far on a ground of its own."""
        ground = Box(x=0, y=0, width=WIDTH, height=round(self.y), colour=_BAND)
        lines = [replace(shape, ground=_BAND) for shape in self.shapes if isinstance(shape, Line)]
        self.shapes = [ground, *lines]

    def stretch(self, stretch: Stretch) -> None:
        """A part: its title with a bar before it, then all that it has."""
        self.y += 64
        high = round(_HEAD * LEAD)
        self.shapes.append(Box(x=_MARGIN, y=round(self.y), width=10, height=high, colour=_BAND))
        self.text(stretch.title, _HEAD, "ink", bold=True, x=_MARGIN + 30, width=_INNER - 30)
        self.text(stretch.lead, _TEXT, "soft", before=14)
        self._keys(stretch.keys)
        for group in stretch.squares:
            self._squares(group)
        for index, told in enumerate(stretch.told):
            if stretch.plain:
                self._listed(told)
            else:
                self.y += 30
                if index:
                    self.shapes.append(Box(x=_MARGIN, y=round(self.y), width=_INNER, height=2, colour="line"))
                    self.y += 30
                self._told(told)

    def _told(self, told: Told) -> None:
        if told.figure:
            self._alone(told)
        else:
            self.text(told.title, _ITEM, "ink", bold=True)
        if told.drawing:
            scale = _INNER / told.drawing.width
            self.y += 12
            self.shapes += inset(told.drawing, _MARGIN, round(self.y), scale, self._colours)
            self.y += told.drawing.height * scale
        elif told.sides:
            self._sides(told.sides)
        self.text(told.verdict, _TEXT, "ink", bold=True, before=8)
        for text in told.says:
            self.text(text, _TEXT, "soft", before=4)

    def _alone(self, told: Told) -> None:
        """A title, and its figure at the end of the line where there is room, else below it."""
        wide = ems(told.figure, bold=True) * _FIGURE * 0.8
        if ems(told.title, bold=True) * _ITEM + wide + 40 <= _INNER:
            size = _FIGURE * 0.8
            at = WIDTH - _MARGIN - wide
            self.shapes.append(
                Line(text=told.figure, x=at, y=self.y + _ITEM - size, size=size, colour=told.role, bold=True)
            )
            self.text(told.title, _ITEM, "ink", bold=True)
        else:
            self.text(told.title, _ITEM, "ink", bold=True)
            self.text(told.figure, _fitting(told.figure, _INNER, _FIGURE * 0.8), told.role, bold=True, before=2)
        self.text(told.about, _SMALL, "soft", before=2)

    def _sides(self, sides: Sequence[Side]) -> None:
        """An outcome and a goal beside each other."""
        between = 80
        width = (_INNER - between * (len(sides) - 1)) / len(sides)
        top, end = self.y + 10, self.y
        size = min([_fitting(side.figure, width, _FIGURE) for side in sides if side.role != "none"] or [_TEXT])
        for index, side in enumerate(sides):
            self.y, x = top, _MARGIN + index * (width + between)
            self.text(side.label, _SMALL, "soft", x=x, width=width)
            if side.role == "none":
                self.text(side.figure, _TEXT, "soft", x=x, width=width, before=10)
            else:
                if index and sides[index - 1].role != "none":
                    at = self.y + size * (LEAD - 0.8) / 2
                    self.shapes.append(Line(text="→", x=x - 64, y=at, size=size * 0.7, colour="soft"))
                self.text(side.figure, size, side.role, bold=True, x=x, width=width)
            self.text(side.about, _SMALL, "soft", x=x, width=width)
            end = max(end, self.y)
        self.y = end

    def _listed(self, told: Told) -> None:
        """A title in a list, and behind it what it counts."""
        self.y += 20
        self.shapes.append(Box(x=_MARGIN, y=round(self.y + _TEXT * 0.55), width=12, height=12, colour=told.role))
        self.text(told.title, _ITEM - 2, "ink", x=_MARGIN + 34, width=_INNER - 34)
        self.text(told.about, _SMALL, "soft", x=_MARGIN + 34, width=_INNER - 34)

    def _keys(self, keys: Sequence[Key]) -> None:
        for key in keys:
            self.y += 14
            self._square(key.colour, _MARGIN, round(self.y + 4))
            self.text(key.text, _TEXT, "ink", x=_MARGIN + _SQUARE + 16, width=_INNER - _SQUARE - 16)

    def _squares(self, group: Squares) -> None:
        """The name of a group, and its squares below it."""
        self.text(group.title, _TEXT, "ink", before=26)
        self.y += 8
        step = _SQUARE + _APART
        row = (_INNER + _APART) // step
        for at, colour in enumerate(group.colours):
            self._square(colour, _MARGIN + at % row * step, round(self.y) + at // row * step)
        self.y += -(-len(group.colours) // row) * step

    def _square(self, colour: str, x: int, y: int) -> None:
        """A square; that of a promise in words is an outline."""
        self.shapes.append(Box(x=x, y=y, width=_SQUARE, height=_SQUARE, colour="soft" if colour == PAPER else colour))
        if colour == PAPER:
            self.shapes.append(Box(x=x + 2, y=y + 2, width=_SQUARE - 4, height=_SQUARE - 4, colour=PAPER))

    def foot(self, source: Sequence[str], address: str) -> None:
        """Where it is from, and where more is: in words, and for the camera of a phone."""
        self.y += 64
        self.shapes.append(Box(x=_MARGIN, y=round(self.y), width=_INNER, height=4, colour=_BAND))
        self.y += 40
        code = modules(address) if address else []
        side, top = len(code) * _QR, round(self.y)
        width = _INNER - side - (40 if side else 0)
        for text in source:
            self.text(text, _SMALL, "soft", width=width, before=6)
        if address:  # on one line, where that can still be read
            self.text(
                address,
                max(min(_SMALL, width / ems(address, bold=False)), _SMALL * 0.6),
                "soft",
                width=width + 1,
                before=6,
            )
        self.shapes += boxes(code, WIDTH - _MARGIN - side, top, _QR)
        self.y = max(self.y, top + side) + 60


def _fitting(figure: str, width: float, size: float) -> float:
    """The size at which a figure stands on one line, where that is not too small."""
    return min(size, max(width / ems(figure, bold=True), _LEAST))
