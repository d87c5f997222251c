"""A chart as ECharts options, made with pyecharts, at one width. Pure.

All geometry is here: lines of text are broken and counted in Python, so that nothing overlaps and nothing is cut off,
and a row is as high as its text needs. ECharts scales and labels the axis and places what stands on it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, NamedTuple

from workreport.charts.model import Chart, Entry, Kind, Mark, Role, Row

WIDTHS = (360, 720)
"""The widths that each chart is drawn at: a phone's and a page's."""

LABEL, VALUE, TICK = 16, 15, 14
"""Type sizes in pixels of the drawing."""
_LINE = 22
_BAR = 16
_RADIUS = 6
_RING = 9
_RIGHT = 30
"""Room at the right end for an arrow."""
_BREAK = re.compile(r"[A-Za-z0-9.,%&'’()/\-–−]+|\s+|.", re.DOTALL)
_NOT_FIRST = "，。、；：？！）》”’】％%…—"
_NOT_LAST = "（《“‘【"

Shape = dict[str, Any]
Style = dict[str, Any]


class Layout(NamedTuple):
    """What the renderer needs of a chart: options, size, and where each row lies (top, height) in pixels."""

    options: dict[str, Any]
    width: int
    height: int
    rows: tuple[tuple[float, float], ...]


@cache
def advance(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text in pixels, on the wide side: an em an ideograph, shares of an em for Latin.

    The shares are those of DejaVu Sans, the widest of the fonts that systems fall back to; bold is wider by an eighth.
    """
    return _ems(text, 0.0, bold) * size


def _ems(text: str, width: float, bold: bool) -> float:
    """The width in ems of a text that goes on where `width` ends."""
    latin = 1.13 if bold else 1.0
    for character in text:
        if ord(character) > 0x2E7F:
            width += 1
        elif ord(character) > 0x7F:
            width += 0.75 * latin
        elif character in "ijl.,:;'|!()[] ":
            width += 0.36 * latin
        elif character.isupper() or character in "mw%@":
            width += 0.85 * latin
        else:
            width += 0.62 * latin
    return width


@lru_cache(maxsize=1024)  # many charts name the same source
def wrap(text: str, size: float, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """Text in lines no wider than `width`, all about as long: the fewest lines first, then the least width.

    Chinese breaks between characters, never before closing or after opening punctuation; Latin at spaces.
    """
    lines = _greedy(text, size, width, bold)
    if len(lines) < 2:
        return tuple(lines)
    low, high = advance(text, size, bold=bold) / len(lines), width
    for _ in range(12):
        middle = (low + high) / 2
        tried = _greedy(text, size, middle, bold)
        if len(tried) <= len(lines) and max(advance(line, size, bold=bold) for line in tried) <= width:
            high = middle
        else:
            low = middle
    return tuple(_greedy(text, size, high, bold))


def _greedy(text: str, size: float, width: float, bold: bool) -> list[str]:
    units: list[str] = []
    for token in _BREAK.findall(text.strip()):
        glued = units and (token in _NOT_FIRST or (units[-1][-1] in _NOT_LAST and not token.isspace()))
        if glued:
            units[-1] += token
        else:
            units.append(token)
    # The line's width is carried on and not measured anew for each unit: a text may be very long.
    lines = [""]
    bare = whole = 0.0  # ems of the line, without the spaces at its end and with them
    for unit in units:
        grown = _ems(unit, whole, bold)
        if lines[-1] and (bare if unit.isspace() else grown) * size > width:
            lines.append("")
        if not lines[-1]:
            unit = unit.lstrip()
            bare, grown = 0.0, _ems(unit, 0.0, bold)
        lines[-1] += unit
        whole = grown
        if not unit.isspace():
            bare = grown
    return [line.rstrip() for line in lines if line.strip()]


def layout(chart: Chart, width: int) -> Layout:
    """The chart laid out at one width."""
    top, legend = _legend(chart, width)
    begin = top
    shapes: list[list[Shape]] = []
    spans = []
    for row in chart.rows:
        drawn, height = _row(chart, row, top, width)
        shapes.append(drawn)
        spans.append((top, height))
        top += height
    axis = chart.kind != "share"
    bottom = (26 + (20 if chart.unit else 0)) if axis else 4
    if axis and chart.unit:
        legend.append(_text(chart.unit, 0, top + 26 + 8, TICK, "soft"))
    if legend:
        shapes.append(legend)
    height = round(top + bottom)
    return Layout(_options(chart, shapes, width, (begin, top), height), width, height, tuple(spans))


def _row(chart: Chart, row: Row, top: float, width: int) -> tuple[list[Shape], float]:
    """The shapes of a row, and how high it is: its label, its value, then what is drawn."""
    shapes: list[Shape] = []
    y = top + 4
    one_line = advance(row.label, LABEL, bold=True) + advance(row.value, VALUE) + 24 <= width
    labels = wrap(row.label, LABEL, width, bold=True)
    for line in labels:
        shapes.append(_text(line, 0, y + _LINE / 2, LABEL, "ink", bold=True))
        y += _LINE
    if one_line:
        shapes.append(_text(row.value, width, y - _LINE / 2, VALUE, "ink", align="right"))
    else:
        for line in _value_lines(row.value, width):
            shapes.append(_text(line, 0, y + _LINE / 2, VALUE, "ink"))
            y += _LINE
    track = 26 if chart.kind == "dumbbell" else 22
    centre = y + track / 2
    if chart.kind == "share":
        assert row.whole
        full: Shape = {"type": "rect", "from": [0, 0], "to": [1, 0], "y": centre - _BAR / 2, "height": _BAR, "r": 0}
        shapes.append({**full, "style": {"fill": _colour("track"), "stroke": _colour("line"), "lineWidth": 1}})
        for mark in row.marks:
            shapes += _bar(mark._replace(low=mark.low / row.whole), centre)
    elif chart.kind == "bars":
        for mark in row.marks:
            shapes += _bar(mark, centre)
    else:
        shapes += _pair(row.marks, centre)
    return shapes, y + track + 12 - top


def _value_lines(value: str, width: int) -> list[str]:
    """A value in lines: an outcome and a goal that do not fit on one line stand on two."""
    if advance(value, VALUE) <= width:
        return [value]
    first, arrow, second = value.partition(" → ")
    return [*wrap(first, VALUE, width), *(wrap(arrow.strip() + " " + second, VALUE, width) if arrow else ())]


def _pair(marks: Sequence[Mark], y: float) -> Iterator[Shape]:
    """An outcome and a goal on one line."""
    ends = [float(v) for mark in marks for v in (mark.low, mark.high) if v is not None]
    if max(ends) > min(ends):
        yield _line(min(ends), max(ends), y)
    both = sum(mark.bound in ("at_least", "more_than", "at_most") for mark in marks) > 1
    # The goal first: its ring is filled, so that the line ends at it, and an equal outcome stands inside it.
    for mark in sorted(marks, key=lambda m: m.role != "goal"):
        shift = (-6 if mark.role == "outcome" else 6) if both else 0
        yield from _point(mark, [float(mark.low), 0], y, shift)


def _point(mark: Mark, at: list[float], y: float, shift: float = 0) -> Iterator[Shape]:
    """A mark of a dumbbell: a disc for an outcome, a ring for a goal, a band for a range, a diamond for an estimate."""
    colour = _colour(mark.role)
    if mark.high is not None:
        end = [float(mark.high), 0] if not at[1] else [at[0], at[1] + 26]
        style = {"fill": _colour(f"{mark.role}-pale"), "stroke": colour, "lineWidth": 2}
        yield {"type": "rect", "from": at, "to": end, "y": y - 7, "height": 14, "r": 7, "style": style}
        return
    if mark.estimate:
        r = _RADIUS + 2 if mark.role == "outcome" else _RING + 2
        style = {"fill": _colour("pale"), "stroke": colour, "lineWidth": 2, "lineDash": [3, 2]}
        yield {"type": "polygon", "at": at, "y": y, "points": [[-r, 0], [0, -r], [r, 0], [0, r]], "style": style}
    elif mark.role == "goal":
        style = {"fill": _colour("paper"), "stroke": colour, "lineWidth": 3}
        yield {"type": "circle", "at": at, "y": y, "r": _RING, "style": style}
    else:
        yield {"type": "circle", "at": at, "y": y, "r": _RADIUS, "style": {"fill": colour}}
    yield from _arrow(
        mark, [at[0], at[1] + (0 if shift else _edge(mark))], y + shift, start=_edge(mark) if shift else 0
    )


def _edge(mark: Mark) -> float:
    side = -1 if mark.bound == "at_most" else 1
    return side * ((_RADIUS if mark.role == "outcome" else _RING) + 1)


def _bar(mark: Mark, y: float) -> Iterator[Shape]:
    """A bar from zero: full for an outcome, outlined for a goal, dashed and pale for an estimate."""
    box: Shape = {"type": "rect", "from": [0, 0], "y": y - _BAR / 2, "height": _BAR, "r": 0}
    low = [float(mark.low), 0]
    yield {**box, "to": low, "style": _fill(mark.role, estimate=mark.estimate, range_=False)}
    if mark.high is not None:
        style = _fill(mark.role, estimate=False, range_=True)
        yield {**box, "from": low, "to": [float(mark.high), 0], "style": style}
    yield from _arrow(mark, [low[0], -2 if mark.bound == "at_most" else 3], y)


def _fill(role: Role, *, estimate: bool, range_: bool) -> Style:
    """How a bar is filled: its rows and its legend alike."""
    colour = _colour(role)
    if range_:
        return {"fill": "none", "stroke": colour, "lineWidth": 2, "lineDash": [4, 3]}
    if estimate:
        return {"fill": _colour("pale"), "stroke": colour, "lineWidth": 2, "lineDash": [4, 3]}
    if role == "goal":
        return {"fill": _colour("goal-pale"), "stroke": colour, "lineWidth": 2}
    return {"fill": colour}


def _arrow(mark: Mark, at: list[float], y: float, start: float = 0) -> Iterator[Shape]:
    """An arrow to where the value may lie beyond the number; nothing for other bounds."""
    side = {"at_least": 1, "more_than": 1, "at_most": -1}.get(mark.bound)
    if side is None:
        return
    colour = _colour(mark.role)
    style = {"stroke": colour, "lineWidth": 2.5, "fill": "none"}
    yield {"type": "polyline", "at": at, "y": y, "points": [[start, 0], [start + side * 12, 0]], "style": style}
    head = [[start + side * 9, -5], [start + side * 17, 0], [start + side * 9, 5]]
    yield {"type": "polygon", "at": at, "y": y, "points": head, "style": {"fill": colour}}


def _line(low: float, high: float, y: float) -> Shape:
    return {
        "type": "line",
        "from": [low, 0],
        "to": [high, 0],
        "y": y,
        "style": {"stroke": _colour("soft"), "lineWidth": 2, "fill": "none"},
    }


def _legend(chart: Chart, width: int) -> tuple[float, list[Shape]]:
    """The legend above the rows: its height and its shapes, entry after entry, broken into lines."""
    if not chart.legend:
        return 0, []
    shapes: list[Shape] = []
    x, y = 0.0, _LINE / 2 + 2
    for entry in chart.legend:
        lines = wrap(entry.text, TICK, width - 40)
        needs = 36 + max(advance(line, TICK) for line in lines)
        if x and x + needs > width:
            x, y = 0.0, y + _LINE
        shapes += _glyph(entry, chart.kind, x, y)
        for line in lines:
            shapes.append(_text(line, x + 34, y, TICK, "soft"))
            y += _LINE if line is not lines[-1] else 0
        x += needs + 18
    return y + _LINE / 2 + 8, shapes


def _glyph(entry: Entry, kind: Kind, x: float, y: float) -> Iterator[Shape]:
    """The glyph of a legend entry, as the rows draw it."""
    bounds = {"up": "at_least", "down": "at_most"}
    if entry.form in bounds:
        bound: Any = bounds[entry.form]
        mark = Mark(entry.role, Decimal(0), None, bound, False)
        yield from _arrow(mark, [0, x + (6 if entry.form == "up" else 23)], y)
        return
    if kind != "dumbbell":
        box: Shape = {"type": "rect", "from": [0, x + 2], "to": [0, x + 26], "y": y - 6, "height": 12, "r": 0}
        yield {**box, "style": _fill(entry.role, estimate=entry.form == "estimate", range_=entry.form == "range")}
        return
    high = Decimal(0) if entry.form == "range" else None
    mark = Mark(entry.role, Decimal(0), high, "exact", entry.form == "estimate")
    yield from _point(mark, [0, x + (2 if high is not None else 14)], y)


def _text(text: str, x: float, y: float, size: int, colour: str, *, bold: bool = False, align: str = "left") -> Shape:
    style: Style = {"text": text, "fill": _colour(colour), "fontSize": size, "align": align, "verticalAlign": "middle"}
    if bold:
        style["fontWeight"] = 600
    return {"type": "text", "x": x, "y": y, "style": style}


def _colour(name: str) -> str:
    return f"var(--chart-{name})"


def _options(
    chart: Chart, shapes: list[list[Shape]], width: int, rows: tuple[float, float], height: int
) -> dict[str, Any]:
    """The options as plain JSON values; `rows` is where the rows begin and end."""
    # Imported here: a build in which no chart changed needs none of it.
    from pyecharts import options as opts
    from pyecharts.charts import Custom

    drawing = Custom(
        init_opts=opts.InitOpts(
            width=f"{width}px", height=f"{height}px", animation_opts=opts.AnimationOpts(animation=False)
        )
    )
    data = [[*_extent(row), 0] for row in chart.rows]
    data += [[0, 0, 0]] * (len(shapes) - len(data))
    drawing.add(
        "",
        "rows",
        data=data,
        encode={"x": [0, 1], "y": 2},
        is_clip=False,
        item_payload_opts={"rows": shapes},
    )
    share = chart.kind == "share"
    whole = chart.percent and _near_whole(chart.rows)
    drawing.options.update(
        xAxis=[
            opts.AxisOpts(
                type_="value",
                is_show=not share,
                min_=0,
                max_=1 if share else 100 if whole else None,
                interval=(25 if width < 500 else 10) if whole else None,
                split_number=4 if width < 500 else 6,
                axislabel_opts=opts.LabelOpts(
                    color=_colour("soft"), font_size=TICK, formatter="{value}%" if chart.percent else None
                ),
                axisline_opts=opts.AxisLineOpts(is_show=False),
                axistick_opts=opts.AxisTickOpts(is_show=False),
                splitline_opts=opts.SplitLineOpts(
                    is_show=True, linestyle_opts=opts.LineStyleOpts(color=_colour("line"), width=1)
                ),
            )
        ],
        yAxis=[opts.AxisOpts(type_="value", is_show=False, min_=0, max_=1)],
        grid=opts.GridOpts(pos_left="0", pos_right=str(_RIGHT), pos_top=str(rows[0]), height=str(rows[1] - rows[0])),
    )
    drawing.set_global_opts(
        legend_opts=opts.LegendOpts(is_show=False),
        tooltip_opts=opts.TooltipOpts(is_show=False),
        title_opts=opts.TitleOpts(is_show=False),
    )
    options: dict[str, Any] = json.loads(drawing.dump_options_with_quotes())
    # What ECharts 6 knows and pyecharts does not pass on yet.
    options["grid"]["outerBoundsMode"] = "none"
    options["xAxis"][0]["axisLabel"] |= {"alignMinLabel": "left", "hideOverlap": True}
    return options


def _near_whole(rows: Sequence[Row]) -> bool:
    """Whether percentages are best seen against 100: no axis should end at 120%."""
    largest = max(_extent(row)[1] for row in rows)
    return 50 < largest <= 100


def _extent(row: Row) -> tuple[float, float]:
    """The least and the greatest value of a row, from which ECharts scales the axis."""
    values = [float(v / (row.whole or 1)) for mark in row.marks for v in (mark.low, mark.high) if v is not None]
    return min(values), max(values)
