"""A chart as ECharts options, made with pyecharts, at one width. Pure.

All geometry is here: lines of text are broken and counted in Python, so that nothing overlaps and nothing is cut off,
and a row is as high as its text needs. ECharts scales and labels the axis and places what stands on it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from workreport.charts.model import Chart, Row
from workreport.charts.shapes import BAR, Shape, bar, glyph, paint, pair, text_at
from workreport.charts.text import advance, wrap

WIDTHS = (360, 720)
"""The widths that each chart is drawn at: a phone's and a page's."""

LABEL, VALUE, TICK = 16, 15, 14
"""Type sizes in pixels of the drawing."""
_LINE = 22
_RIGHT = 30
"""Room at the right end for an arrow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What the renderer needs of a chart: options, size, and where each row lies (top, height) in pixels."""

    options: dict[str, Any]
    width: int
    height: int
    rows: tuple[tuple[float, float], ...]


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
        legend.append(text_at(chart.unit, 0, top + 26 + 8, TICK, "soft"))
    if legend:
        shapes.append(legend)
    height = round(top + bottom)
    options = _options(chart, shapes, width, (begin, top), height)
    return Layout(options=options, width=width, height=height, rows=tuple(spans))


def _row(chart: Chart, row: Row, top: float, width: int) -> tuple[list[Shape], float]:
    """The shapes of a row, and how high it is: its label, its value, then what is drawn."""
    shapes: list[Shape] = []
    y = top + 4
    one_line = advance(row.label, LABEL, bold=True) + advance(row.value, VALUE) + 24 <= width
    labels = wrap(row.label, LABEL, width, bold=True)
    for line in labels:
        shapes.append(text_at(line, 0, y + _LINE / 2, LABEL, "ink", bold=True))
        y += _LINE
    if one_line:
        shapes.append(text_at(row.value, width, y - _LINE / 2, VALUE, "ink", align="right"))
    else:
        for line in _value_lines(row.value, width):
            shapes.append(text_at(line, 0, y + _LINE / 2, VALUE, "ink"))
            y += _LINE
    track = 26 if chart.kind == "dumbbell" else 22
    centre = y + track / 2
    if chart.kind == "share":
        assert row.whole
        full: Shape = {"type": "rect", "from": [0, 0], "to": [1, 0], "y": centre - BAR / 2, "height": BAR, "r": 0}
        shapes.append({**full, "style": {"fill": paint("track"), "stroke": paint("line"), "lineWidth": 1}})
        for mark in row.marks:
            shapes += bar(replace(mark, low=mark.low / row.whole), centre)
    elif chart.kind == "bars":
        for mark in row.marks:
            shapes += bar(mark, centre)
    else:
        shapes += pair(row.marks, centre)
    return shapes, y + track + 12 - top


def _value_lines(value: str, width: int) -> list[str]:
    """A value in lines: an outcome and a goal that do not fit on one line stand on two."""
    if advance(value, VALUE) <= width:
        return [value]
    first, arrow, second = value.partition(" → ")
    return [*wrap(first, VALUE, width), *(wrap(arrow.strip() + " " + second, VALUE, width) if arrow else ())]


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
        shapes += glyph(entry, chart.kind, x, y)
        for line in lines:
            shapes.append(text_at(line, x + 34, y, TICK, "soft"))
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
                    color=paint("soft"), font_size=TICK, formatter="{value}%" if chart.percent else None
                ),
                axisline_opts=opts.AxisLineOpts(is_show=False),
                axistick_opts=opts.AxisTickOpts(is_show=False),
                splitline_opts=opts.SplitLineOpts(
                    is_show=True, linestyle_opts=opts.LineStyleOpts(color=paint("line"), width=1)
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
