"""A chart as ECharts options, made with pyecharts, at one width. Pure.

All geometry is here: lines of text are broken and counted in Python, so that nothing overlaps and nothing is cut off,
and a row is as high as its text needs. ECharts scales and labels the axis and places what stands on it. Every text has
a line of its own, and nothing is drawn across it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from workreport.charts.axis import LABELS, values
from workreport.charts.model import Chart, Mark, Row
from workreport.charts.shapes import BAR, TRACK, ZERO, Shape, arrow, bar, glyph, paint, point, text_at, text_over, zero
from workreport.charts.text import advance, wrap


@dataclass(frozen=True, slots=True)
class Format:
    """A size that charts are drawn at, in pixels: the width, and the type of labels, values and ticks."""

    width: int
    label: int
    value: int
    tick: int


PAGE = Format(360, 16, 15, 14)
"""For pages: a phone's width, or one of several that stand side by side."""
LARGE = Format(208, 16, 16, 16)
"""For pages in large type on a phone, which shows it half as large again."""
FILE = Format(720, 16, 15, 14)
"""To download."""
FORMATS = (PAGE, LARGE, FILE)

_LINE = 22
_RIGHT = 30
"""Room at the right end for an arrow."""
_BIG = 26
"""The type of figures that are not drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What the renderer needs of a chart: options, size, and where each row lies (top, height) in pixels."""

    options: dict[str, Any]
    width: int
    height: int
    rows: tuple[tuple[float, float], ...]


def layout(chart: Chart, form: Format) -> Layout:
    """The chart laid out at one width."""
    top, legend = _legend(chart, form)
    begin = top
    shapes: list[list[Shape]] = []
    spans = []
    for row in chart.rows:
        drawn, height = _row(chart, row, top, form)
        shapes.append(drawn)
        spans.append((top, height))
        top += height
    axis = chart.kind == "bars"
    bottom = (26 + (20 if chart.unit else 0)) if axis else 4
    if axis and chart.unit:
        legend.append(text_at(chart.unit, 0, top + 26 + 8, form.tick, "soft"))
    if legend:
        shapes.append(legend)
    height = round(top + bottom)
    options = _options(chart, shapes, form.width, (begin, top), height)
    return Layout(options=options, width=form.width, height=height, rows=tuple(spans))


def _row(chart: Chart, row: Row, top: float, form: Format) -> tuple[list[Shape], float]:
    """The shapes of a row, and how high it is. What the title of its chart names, the row does not name once more."""
    shapes: list[Shape] = []
    y = top + 4
    labels = wrap(row.label, chart.lang, form.label, form.width, bold=True) if row.label != chart.name else ()
    for line in labels:
        shapes.append(text_at(line, 0, y + _LINE / 2, form.label, "ink", bold=True))
        y += _LINE
    parts = {"dumbbell": _pair, "figures": _figures}.get(chart.kind, _bars)
    for shape, bottom in parts(chart, row, y, form):
        shapes.append(shape)
        y = max(y, bottom)
    return shapes, y + 12 - top


def _bars(chart: Chart, row: Row, y: float, form: Format) -> Iterator[tuple[Shape, float]]:
    """A value, behind the label where there is room, and its bar; each shape with where it ends."""
    label = advance(row.label, form.label, bold=True)
    if row.label != chart.name and label + advance(row.value, form.value) + 24 <= form.width:
        yield text_at(row.value, form.width, y - _LINE / 2, form.value, "ink", align="right"), y
    else:
        for line in wrap(row.value, chart.lang, form.value, form.width):
            yield text_at(line, 0, y + _LINE / 2, form.value, "ink"), y + _LINE
            y += _LINE
    centre, end = y + 13, y + 26
    marks = row.marks
    if chart.kind == "share":
        assert row.whole
        full: Shape = {"type": "rect", "from": [0, 0], "to": [1, 0], "y": centre - BAR / 2, "height": BAR, "r": 0}
        yield {**full, "style": {"fill": paint("track"), "stroke": paint("line"), "lineWidth": 1}}, end
        marks = tuple(_scaled(mark, row.whole) for mark in marks)
    yield zero(centre, BAR + 6), end
    for mark in marks:
        for shape in bar(mark, centre):
            yield shape, end


def _pair(chart: Chart, row: Row, y: float, form: Format) -> Iterator[tuple[Shape, float]]:
    """An outcome above its end of the arrow, a goal below: what is read first stands first."""
    full = max(end for mark in row.marks for end in mark.ends) or Decimal(1)
    marks = [_scaled(mark, full) for mark in row.marks]
    span = (0, form.width)

    for mark, side in zip(marks, row.sides, strict=True):
        for line in wrap(f"{side.label} {side.figure}", chart.lang, form.value, form.width):
            yield text_over(line, sum(mark.ends, Decimal(0)) / 2, y + _LINE / 2, form.value, span), y + _LINE
            y += _LINE
        if mark is marks[0]:
            yield text_at("0", 0, y + TRACK / 2, form.tick, "soft"), y
            for shape in arrow(marks, y + TRACK / 2):
                yield shape, y
            y += TRACK


def _figures(chart: Chart, row: Row, y: float, form: Format) -> Iterator[tuple[Shape, float]]:
    """Each figure in large type, under what it is."""
    for side in row.sides:
        yield point(side.role, 7, y + _LINE / 2), y + _LINE
        for line in wrap(side.label, chart.lang, form.tick, form.width - 22):
            yield text_at(line, 22, y + _LINE / 2, form.tick, "soft"), y + _LINE
            y += _LINE
        y += 0 if side.label else _LINE
        for line in wrap(side.figure, chart.lang, _BIG, form.width, bold=True):
            yield text_at(line, 0, y + 18, _BIG, "ink", bold=True), y + 40
            y += 36
        y += 4


def _scaled(mark: Mark, full: Decimal) -> Mark:
    """A mark within a length of its own."""
    return replace(mark, low=mark.low / full, high=None if mark.high is None else mark.high / full)


def _legend(chart: Chart, form: Format) -> tuple[float, list[Shape]]:
    """The legend above the rows: its height and its shapes, entry after entry, broken into lines."""
    if not chart.legend:
        return 0, []
    shapes: list[Shape] = []
    x, y = 0.0, _LINE / 2 + 2
    for entry in chart.legend:
        lines = wrap(entry.text, chart.lang, form.tick, form.width - 40)
        needs = 36 + max(advance(line, form.tick) for line in lines)
        if x and x + needs > form.width:
            x, y = 0.0, y + _LINE + 4
        shapes += glyph(entry, chart.kind, x, y)
        for line in lines:
            shapes.append(text_at(line, x + 34, y, form.tick, "soft"))
            y += _LINE if line is not lines[-1] else 0
        x += needs + 18
    return y + _LINE / 2 + 8, shapes


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
    axis = chart.kind == "bars"
    data = [[*(extent(row) if axis else (0, 1)), 0] for row in chart.rows]
    data += [[0, 0, 0]] * (len(shapes) - len(data))
    drawing.add(
        "",
        "rows",
        data=data,
        encode={"x": [0, 1], "y": 2},
        is_clip=False,
        item_payload_opts={"rows": shapes},
    )
    whole = chart.percent and near_whole(chart.rows)
    drawing.options.update(
        xAxis=[
            values(
                high=None if axis and not whole else 100 if axis else 1,
                percent=chart.percent,
                colour=paint("soft"),
                size=16 if width < 300 else 14,
                shown=axis,
                interval=(25 if width < 500 else 10) if whole else None,
                ticks=3 if width < 300 else 4 if width < 500 else 6,
            )
        ],
        yAxis=[opts.AxisOpts(type_="value", is_show=False, min_=0, max_=1)],
        grid=opts.GridOpts(
            pos_left=str(ZERO) if chart.kind == "dumbbell" else "1",
            pos_right=str(_RIGHT),
            pos_top=str(rows[0]),
            height=str(rows[1] - rows[0]),
        ),
    )
    drawing.set_global_opts(
        legend_opts=opts.LegendOpts(is_show=False),
        tooltip_opts=opts.TooltipOpts(is_show=False),
        title_opts=opts.TitleOpts(is_show=False),
    )
    options: dict[str, Any] = json.loads(drawing.dump_options_with_quotes())
    options["grid"]["outerBoundsMode"] = "none"  # what ECharts 6 knows and pyecharts does not pass on yet
    options["xAxis"][0]["axisLabel"] |= LABELS
    return options


def near_whole(rows: Sequence[Row]) -> bool:
    """Whether percentages are best seen against 100: no axis should end at 120%."""
    largest = max(extent(row)[1] for row in rows)
    return 50 < largest <= 100


def extent(row: Row) -> tuple[float, float]:
    """The least and the greatest value of a row, from which ECharts scales the axis."""
    ends = [float(end) for mark in row.marks for end in mark.ends]
    return min(ends), max(ends)
