"""The shapes that a chart is drawn with: bars, points, arrows, lines and texts, in rows and in the legend alike. Pure.

A shape is what the shim draws: where it stands is a value of the axis and pixels beside it across, and pixels down.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from workreport.charts.model import Entry, Kind, Mark, Role
from workreport.figures import Bound, side

Shape = dict[str, Any]
Style = dict[str, Any]

BAR = 16
_RADIUS = 6
_RING = 9


def text_at(text: str, x: float, y: float, size: int, colour: str, *, bold: bool = False, align: str = "left") -> Shape:
    """A line of text, its middle at `y`."""
    style: Style = {"text": text, "fill": paint(colour), "fontSize": size, "align": align, "verticalAlign": "middle"}
    if bold:
        style["fontWeight"] = 600
    return {"type": "text", "x": x, "y": y, "style": style}


def paint(name: str) -> str:
    """A colour of the page, by its variable."""
    return f"var(--chart-{name})"


def pair(marks: Sequence[Mark], y: float) -> Iterator[Shape]:
    """An outcome and a goal on one line."""
    ends = [float(v) for mark in marks for v in (mark.low, mark.high) if v is not None]
    if max(ends) > min(ends):
        yield _line(min(ends), max(ends), y)
    both = sum(side(mark.bound) != 0 for mark in marks) > 1
    # The goal first: its ring is filled, so that the line ends at it, and an equal outcome stands inside it.
    for mark in sorted(marks, key=lambda m: m.role != "goal"):
        shift = (-6 if mark.role == "outcome" else 6) if both else 0
        yield from _point(mark, [float(mark.low), 0], y, shift)


def _point(mark: Mark, at: list[float], y: float, shift: float = 0) -> Iterator[Shape]:
    """A mark of a dumbbell: a disc for an outcome, a ring for a goal, a band for a range, a diamond for an estimate."""
    colour = paint(mark.role)
    if mark.high is not None:
        end = [float(mark.high), 0] if not at[1] else [at[0], at[1] + 26]
        style = {"fill": paint(f"{mark.role}-pale"), "stroke": colour, "lineWidth": 2}
        yield {"type": "rect", "from": at, "to": end, "y": y - 7, "height": 14, "r": 7, "style": style}
        return
    if mark.estimate:
        r = _RADIUS + 2 if mark.role == "outcome" else _RING + 2
        style = {"fill": paint("pale"), "stroke": colour, "lineWidth": 2, "lineDash": [3, 2]}
        yield {"type": "polygon", "at": at, "y": y, "points": [[-r, 0], [0, -r], [r, 0], [0, r]], "style": style}
    elif mark.role == "goal":
        style = {"fill": paint("paper"), "stroke": colour, "lineWidth": 3}
        yield {"type": "circle", "at": at, "y": y, "r": _RING, "style": style}
    else:
        yield {"type": "circle", "at": at, "y": y, "r": _RADIUS, "style": {"fill": colour}}
    yield from _arrow(
        mark, [at[0], at[1] + (0 if shift else _edge(mark))], y + shift, start=_edge(mark) if shift else 0
    )


def _edge(mark: Mark) -> float:
    way = -1 if side(mark.bound) < 0 else 1
    return way * ((_RADIUS if mark.role == "outcome" else _RING) + 1)


def bar(mark: Mark, y: float) -> Iterator[Shape]:
    """A bar from zero: full for an outcome, outlined for a goal, dashed and pale for an estimate."""
    box: Shape = {"type": "rect", "from": [0, 0], "y": y - BAR / 2, "height": BAR, "r": 0}
    low = [float(mark.low), 0]
    yield {**box, "to": low, "style": _fill(mark.role, estimate=mark.estimate, range_=False)}
    if mark.high is not None:
        style = _fill(mark.role, estimate=False, range_=True)
        yield {**box, "from": low, "to": [float(mark.high), 0], "style": style}
    yield from _arrow(mark, [low[0], -2 if side(mark.bound) < 0 else 3], y)


def _fill(role: Role, *, estimate: bool, range_: bool) -> Style:
    """How a bar is filled: its rows and its legend alike."""
    colour = paint(role)
    if range_:
        return {"fill": "none", "stroke": colour, "lineWidth": 2, "lineDash": [4, 3]}
    if estimate:
        return {"fill": paint("pale"), "stroke": colour, "lineWidth": 2, "lineDash": [4, 3]}
    if role == "goal":
        return {"fill": paint("goal-pale"), "stroke": colour, "lineWidth": 2}
    return {"fill": colour}


def _arrow(mark: Mark, at: list[float], y: float, start: float = 0) -> Iterator[Shape]:
    """An arrow to where the value may lie beyond the number; nothing for other bounds."""
    way = side(mark.bound)
    if not way:
        return
    colour = paint(mark.role)
    style = {"stroke": colour, "lineWidth": 2.5, "fill": "none"}
    yield {"type": "polyline", "at": at, "y": y, "points": [[start, 0], [start + way * 12, 0]], "style": style}
    head = [[start + way * 9, -5], [start + way * 17, 0], [start + way * 9, 5]]
    yield {"type": "polygon", "at": at, "y": y, "points": head, "style": {"fill": colour}}


def _line(low: float, high: float, y: float) -> Shape:
    return {
        "type": "line",
        "from": [low, 0],
        "to": [high, 0],
        "y": y,
        "style": {"stroke": paint("soft"), "lineWidth": 2, "fill": "none"},
    }


def glyph(entry: Entry, kind: Kind, x: float, y: float) -> Iterator[Shape]:
    """The glyph of a legend entry, as the rows draw it."""
    bounds: Mapping[str, Bound] = {"up": "at_least", "down": "at_most"}
    if entry.form in bounds:
        mark = Mark(role=entry.role, low=Decimal(0), bound=bounds[entry.form])
        yield from _arrow(mark, [0, x + (6 if entry.form == "up" else 23)], y)
        return
    if kind != "dumbbell":
        box: Shape = {"type": "rect", "from": [0, x + 2], "to": [0, x + 26], "y": y - 6, "height": 12, "r": 0}
        yield {**box, "style": _fill(entry.role, estimate=entry.form == "estimate", range_=entry.form == "range")}
        return
    high = Decimal(0) if entry.form == "range" else None
    mark = Mark(role=entry.role, low=Decimal(0), high=high, estimate=entry.form == "estimate")
    yield from _point(mark, [0, x + (2 if high is not None else 14)], y)
