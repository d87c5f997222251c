"""What a picture is made of: boxes, lines of text, drawings; and it as an SVG. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from workreport.cards.typeface import FAMILY

_FONTS = f"'{FAMILY}', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif"
PAPER = "paper"
"""The colour that all stands on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A filled rectangle; all numbers are whole pixels."""

    x: int
    y: int
    width: int
    height: int
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of text; `y` is the top of its place, `size` that of the type in pixels."""

    text: str
    x: float
    y: float
    size: float
    colour: str
    bold: bool = False
    ground: str = PAPER
    """The colour that it stands on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inset:
    """The shapes of a drawing, the inside of an SVG in colours of its own, at a place and a scale; `width` and `height`
    are those of the drawing."""

    x: int
    y: int
    width: int
    height: int
    scale: float
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A picture. Colours are names of `colours`; what comes later lies above."""

    width: int
    height: int
    colours: Mapping[str, str]
    shapes: Sequence[Box | Line | Inset]

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that is set."""
        return tuple(shape.text for shape in self.shapes if isinstance(shape, Line))


def svg(sheet: Sheet) -> str:
    """The picture as an SVG that stands alone."""
    body = "".join(_shape(shape, sheet.colours) for shape in sheet.shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{sheet.width}" height="{sheet.height}" '
        f'viewBox="0 0 {sheet.width} {sheet.height}" font-family="{_FONTS}">'
        f'<rect width="{sheet.width}" height="{sheet.height}" fill="{sheet.colours[PAPER]}"/>{body}</svg>\n'
    )


def _shape(shape: Box | Line | Inset, colours: Mapping[str, str]) -> str:
    if isinstance(shape, Box):
        return _box(shape, colours)
    if isinstance(shape, Line):
        return _line(shape, colours)
    return f'<g transform="translate({shape.x} {shape.y}) scale({shape.scale:.4f})">{shape.body}</g>'


def _box(box: Box, colours: Mapping[str, str]) -> str:
    place = f'x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}"'
    return f'<rect {place} fill="{colours[box.colour]}"/>'


def _line(line: Line, colours: Mapping[str, str]) -> str:
    weight = ' font-weight="700"' if line.bold else ""
    place = f'x="{line.x:.1f}" y="{line.y + line.size:.1f}" font-size="{line.size:.1f}"'
    return f'<text {place} fill="{colours[line.colour]}"{weight}>{escape(line.text)}</text>'
