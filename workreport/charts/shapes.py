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
TRACK = 44
"""How high the line of an outcome and a goal is, with what stands above and below it."""
ZERO = 18
"""Where the way from an outcome to a goal begins; a 0 stands before it."""
_RADIUS = 6
_HEAD = 13
"""How long the head of the arrow to a goal is."""
_APART = 14
"""How far from the line the bounds of its ends are, since they may point back along it."""


def text_at(text: str, x: float, y: float, size: int, colour: str, *, bold: bool = False, align: str = "left") -> Shape:
    """A line of text, its middle at `y`."""
    style: Style = {"text": text, "fill": paint(colour), "fontSize": size, "align": align, "verticalAlign": "middle"}
    if bold:
        style["fontWeight"] = 600
    return {"type": "text", "x": x, "y": y, "style": style}


def text_over(text: str, value: Decimal, y: float, size: int, span: tuple[float, float]) -> Shape:
    """A line of text over a value, or as near as it can be without leaving `span`."""
    return {**text_at(text, 0, y, size, "ink", align="center"), "at": [float(value), 0], "span": list(span)}


def paint(name: str) -> str:
    """A colour of the page, by its variable."""
    return f"var(--chart-{name})"


def zero(y: float, high: float) -> Shape:
    """Where a row begins."""
    points = [[0, -high / 2], [0, high / 2]]
    style = {"stroke": paint("soft"), "lineWidth": 1.5, "fill": "none"}
    return {"type": "polyline", "at": [0, 0], "y": y, "points": points, "style": style}


def way(marks: Sequence[Mark]) -> int:
    """Which way a goal lies from its outcome: 1 higher, -1 lower, 0 where they meet."""
    (low, high), (first, last) = (mark.ends for mark in marks)
    return 1 if first > high else -1 if last < low else 0


def arrow(marks: Sequence[Mark], y: float) -> Iterator[Shape]:
    """An outcome, a goal, and the way from the one to the other."""
    was, will = marks
    (low, high), (first, last) = was.ends, will.ends
    yield zero(y, 12)
    yield {**_line(Decimal(0), Decimal(1), y), "style": {"stroke": paint("line"), "lineWidth": 1, "fill": "none"}}
    for mark in (will, was):
        if mark.high is not None:
            yield _band(mark, y)
    toward = way(marks)
    if toward:
        start, end = (high, first) if toward > 0 else (low, last)
        yield _line(start, end, y, short=-toward * (_HEAD - 2))
    if will.bound == "about":
        yield _halo(will, [float(will.low), -toward * _HEAD / 2], y)
    if was.bound == "about":
        yield _halo(was, [float(was.low), 0], y)
    if will.high is None or toward:
        yield _head(will, [float(last if toward < 0 else first), 0], y, toward)
    if was.high is None:
        yield _disc(was, [float(was.low), 0], y)
    yield from _bound(will, [float(will.low), 0], y, _APART)
    yield from _bound(was, [float(was.low), 0], y, -_APART)


def _band(mark: Mark, y: float, pixels: float | None = None) -> Shape:
    """A range, from its one end to the other; or a sample of one, as long as said."""
    style = {"fill": paint(f"{mark.role}-pale"), "stroke": paint(mark.role), "lineWidth": 2}
    low, high = mark.ends
    at, end = ([0, pixels], [0, pixels + 26]) if pixels is not None else ([float(low), 0], [float(high), 0])
    return {"type": "rect", "from": at, "to": end, "y": y - 8, "height": 16, "r": 8, "style": style}


def _halo(mark: Mark, at: list[float], y: float, r: float = 13) -> Shape:
    """Round a number that is only about that."""
    style = {"fill": paint(f"{mark.role}-pale"), "stroke": paint(mark.role), "lineWidth": 1.5, "lineDash": [3, 3]}
    return {"type": "circle", "at": at, "y": y, "r": r, "style": style}


def _disc(mark: Mark, at: list[float], y: float) -> Shape:
    """An outcome: a disc, or a dashed diamond for an estimate."""
    colour = paint(mark.role)
    if not mark.estimate:
        return {"type": "circle", "at": at, "y": y, "r": _RADIUS, "style": {"fill": colour}}
    r = _RADIUS + 2
    style = {"fill": paint("pale"), "stroke": colour, "lineWidth": 2, "lineDash": [3, 2]}
    return {"type": "polygon", "at": at, "y": y, "points": [[-r, 0], [0, -r], [r, 0], [0, r]], "style": style}


def _head(mark: Mark, at: list[float], y: float, toward: int) -> Shape:
    """A goal: the head of an arrow, whose tip is at the number; a diamond where it points nowhere."""
    points = [[-toward * _HEAD, -8], [0, 0], [-toward * _HEAD, 8]] if toward else [[-7, 0], [0, -7], [7, 0], [0, 7]]
    style: Style = {"fill": paint(mark.role), "stroke": paint(mark.role), "lineWidth": 1}
    if mark.estimate:
        style = {"fill": paint("goal-pale"), "stroke": paint(mark.role), "lineWidth": 2, "lineDash": [3, 2]}
    return {"type": "polygon", "at": at, "y": y, "points": points, "style": style}


def _bound(mark: Mark, at: list[float], y: float, apart: float) -> Iterator[Shape]:
    """Beside an end of the line, where its value may lie beyond the number."""
    if side(mark.bound):
        style = {"stroke": paint(mark.role), "lineWidth": 2, "fill": "none"}
        ends = [[0, apart / 2], [0, apart + (4 if apart > 0 else -4)]]
        yield {"type": "polyline", "at": at, "y": y, "points": ends, "style": style}
        yield from _arrow(mark, at, y + apart)


def bar(mark: Mark, y: float) -> Iterator[Shape]:
    """A bar from zero: full for an outcome, outlined for a goal, dashed and pale for an estimate."""
    box: Shape = {"type": "rect", "from": [0, 0], "y": y - BAR / 2, "height": BAR, "r": 0}
    low = [float(mark.low), 0]
    yield {**box, "to": low, "style": _fill(mark.role, estimate=mark.estimate, range_=False)}
    if mark.high is not None:
        style = _fill(mark.role, estimate=False, range_=True)
        yield {**box, "from": low, "to": [float(mark.high), 0], "style": style}
    if mark.bound == "about":
        yield _about(mark.role, low, y)
    yield from _arrow(mark, [low[0], -2 if side(mark.bound) < 0 else 3], y)


def _about(role: Role, at: list[float], y: float) -> Shape:
    """Round the end of a bar whose number is only about that."""
    style = {"fill": "none", "stroke": paint(role), "lineWidth": 1.5, "lineDash": [3, 3]}
    ends = {"from": [at[0], at[1] - 7], "to": [at[0], at[1] + 7]}
    return {"type": "rect", **ends, "y": y - BAR / 2 - 3, "height": BAR + 6, "r": 0, "style": style}


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


def _arrow(mark: Mark, at: list[float], y: float) -> Iterator[Shape]:
    """An arrow to where the value may lie beyond the number; nothing for other bounds."""
    beyond = side(mark.bound)
    if not beyond:
        return
    colour = paint(mark.role)
    style = {"stroke": colour, "lineWidth": 2.5, "fill": "none"}
    yield {"type": "polyline", "at": at, "y": y, "points": [[0, 0], [beyond * 12, 0]], "style": style}
    head = [[beyond * 9, -5], [beyond * 17, 0], [beyond * 9, 5]]
    yield {"type": "polygon", "at": at, "y": y, "points": head, "style": {"fill": colour}}


def _line(low: Decimal, high: Decimal, y: float, short: float = 0) -> Shape:
    """A line between two values; `short`: pixels beside its end."""
    style = {"stroke": paint("goal"), "lineWidth": 3, "fill": "none"}
    return {"type": "line", "from": [float(low), 0], "to": [float(high), short], "y": y, "style": style}


def point(role: Role, x: float, y: float) -> Shape:
    """The mark of an outcome or a goal beside its figure."""
    mark = Mark(role=role, low=Decimal(0))
    return _head(mark, [0, x + 6], y, 1) if role == "goal" else _disc(mark, [0, x], y)


def glyph(entry: Entry, kind: Kind, x: float, y: float) -> Iterator[Shape]:
    """The glyph of a legend entry, as the rows draw it."""
    bounds: Mapping[str, Bound] = {"up": "at_least", "down": "at_most"}
    mark = Mark(role=entry.role, low=Decimal(0), estimate=entry.form == "estimate")
    left = ZERO if kind == "dumbbell" else 0
    if entry.form in bounds:
        mark = Mark(role=entry.role, low=Decimal(0), bound=bounds[entry.form])
        yield from _arrow(mark, [0, x + (6 if entry.form == "up" else 23) - left], y)
    elif kind == "dumbbell" and entry.form == "range":
        yield _band(mark, y, x + 2 - left)
    elif kind == "dumbbell" and entry.form == "about":
        yield _halo(mark, [0, x + 14 - left], y, 9)
    elif kind == "dumbbell":
        yield _head(mark, [0, x + 20 - left], y, 1) if entry.role == "goal" else _disc(mark, [0, x + 14 - left], y)
    elif entry.form == "about":
        yield _about(entry.role, [0, x + 14], y)
    else:
        box: Shape = {"type": "rect", "from": [0, x + 2], "to": [0, x + 26], "y": y - 6, "height": 12, "r": 0}
        yield {**box, "style": _fill(entry.role, estimate=entry.form == "estimate", range_=entry.form == "range")}
