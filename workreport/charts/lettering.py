"""A drawing in two parts, its shapes and its texts, for what sets texts in fonts of its own. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from workreport.charts.svg import Drawing, coloured

_TEXT = re.compile(
    r'<text x="([\d.-]+)" y="([\d.-]+)"(?: text-anchor="(start|middle|end)")? fill="var\(--chart-([a-z-]+)\)" '
    r'font-size="([\d.]+)"(?: font-weight="(\d+)")?>([^<]*)</text>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettered:
    """A text of a drawing, in its pixels."""

    text: str
    x: float
    baseline: float
    anchor: str
    """start, middle, end: which part of it stands at `x`."""
    size: float
    colour: str
    """Its name."""
    bold: bool


def lettering(drawing: Drawing, colours: Mapping[str, str]) -> tuple[str, tuple[Lettered, ...]]:
    """The shapes of a drawing as the inside of an SVG, coloured, and its texts."""
    whole = drawing.common + "".join(drawing.rows)
    texts = tuple(
        Lettered(
            text=unescape(m[7]),
            x=float(m[1]),
            baseline=float(m[2]),
            anchor=m[3] or "start",
            size=float(m[5]),
            colour=m[4],
            bold=bool(m[6]),
        )
        for m in _TEXT.finditer(whole)
    )
    return coloured(_TEXT.sub("", whole), colours), texts
