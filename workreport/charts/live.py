"""A chart as ECharts' own series, for the explorer: what a mark is, where it stands, and the axis, made with pyecharts. Pure.

The glyphs are those of the drawings: a disc is an outcome, the head of an arrow a goal; what is dashed is an estimate, a
ring round a mark says about, an arrow beside it where its value may lie beyond. Rows stand at y = 0, 1, 2 …; how high they
are depends on the reader's screen and type, and is for the page's script to say. Colours are variables of the page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from workreport.charts.axis import LABELS, values
from workreport.charts.layout import near_whole
from workreport.charts.model import Chart, Mark, Role, Row
from workreport.charts.shapes import paint, way
from workreport.charts.text import wrap
from workreport.figures import side

Item = dict[str, Any]

WIDTHS = (208, 320, 640)
"""Pixels, at ordinary type, at which the text of a row is broken into lines."""
TEXT, TICK = 16, 14
_RIGHT = "path://M0 0L13 8L0 16Z"
_LEFT = "path://M13 0L0 8L13 16Z"
_BEYOND = "path://M0 4H8V0L16 5L8 10V6H0Z"
_BELOW = "path://M16 4H8V0L0 5L8 10V6H16Z"


def live(chart: Chart) -> str:
    """JSON: the axis and the series of a chart, and the text of its rows; "" where nothing of it is an outcome or a goal.

    {x, series: […], rows: [{lines: {width: [label, figures]}}], unit}; each of the two is text in lines.
    """
    if any(mark.role == "count" for row in chart.rows for mark in row.marks):
        return ""
    return json.dumps(
        {**_drawn(chart), "unit": chart.unit, "rows": [{"lines": _lines(row, chart.lang)} for row in chart.rows]},
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _lines(row: Row, lang: str) -> dict[str, list[str]]:
    texts = ((row.label, TEXT, True), (row.value, TICK + 1, False))
    return {
        str(width): ["\n".join(wrap(text, lang, size, width, bold=bold)) for text, size, bold in texts]
        for width in WIDTHS
    }


def _drawn(chart: Chart) -> dict[str, Any]:
    # Imported here: a build in which no chart changed needs none of it.
    from pyecharts import options as opts
    from pyecharts.charts import Scatter

    drawing = Scatter(init_opts=opts.InitOpts(animation_opts=opts.AnimationOpts(animation=False)))
    drawing.add_xaxis([])
    lines = [line for at, row in enumerate(chart.rows) for line in _ways(row, at)]
    percents = chart.percent and near_whole(chart.rows)
    whole = max((row.whole for row in chart.rows if row.whole), default=None)
    plain = all(mark.low == mark.low.to_integral_value() for row in chart.rows for mark in row.marks)
    roles: dict[Role, list[Item]] = {}
    for at, row in enumerate(chart.rows):
        for mark, item in _marks(row, at):
            roles.setdefault(mark.role, []).append(item)
    for role, data in roles.items():
        drawing.add_yaxis(
            role,
            data,
            symbol="circle",
            symbol_size=14,
            label_opts=opts.LabelOpts(is_show=False),
            itemstyle_opts=opts.ItemStyleOpts(color=paint(role), opacity=1),
            emphasis_opts=opts.EmphasisOpts(itemstyle_opts=opts.ItemStyleOpts(color="inherit")),
        )
    drawing.options.update(
        xAxis=[
            values(
                high=float(whole) if whole else 100 if percents else None,
                percent=chart.percent,
                colour=paint("soft"),
                size=TICK,
                interval=25 if percents or whole == 100 else None,
                ticks=4,
                least=1 if plain else None,
            )
        ]
    )
    made: dict[str, Any] = json.loads(drawing.dump_options_with_quotes())
    made["xAxis"][0]["axisLabel"] |= LABELS
    series = [_kept(one) for one in made["series"]]
    for one in series:
        one["emphasis"]["scale"] = 1.3
    # Lines below marks; pyecharts has none on an axis of values.
    by_name = {name: [line for owner, line in lines if owner == name] for name in dict.fromkeys(o for o, _ in lines)}
    below = [
        {"type": "lines", "name": name, "coordinateSystem": "cartesian2d", "silent": True, "z": 1, "data": data}
        for name, data in by_name.items()
    ]
    return {"x": _kept(made["xAxis"][0]), "series": [*below, *series]}


def _kept(options: Item) -> Item:
    """Without what pyecharts writes of things that are not there, and of movement, since nothing moves."""
    return {k: v for k, v in options.items() if v not in (None, {}, []) and not k.startswith("animation")}


def _marks(row: Row, at: int) -> Iterator[tuple[Mark, Item]]:
    """The marks of a row, what lies below first."""
    pair = len(row.marks) > 1
    toward = way(row.marks) if pair else 0
    for mark in reversed(row.marks):
        for glyph in _glyphs(mark, at, toward if mark.role == "goal" else 0, pair):
            yield mark, glyph


def _glyphs(mark: Mark, row: int, toward: int, pair: bool) -> Iterator[Item]:
    """A mark with what stands round and beside it."""
    low, high = mark.ends
    pale = {"color": paint(f"{mark.role}-pale"), "borderColor": paint(mark.role)}
    dashed = {**pale, "borderWidth": 2, "borderType": [3, 2]}
    at = {"value": [float(low if toward >= 0 else high), row]}
    if mark.bound == "about":
        yield {**at, "symbolSize": 28, "itemStyle": {**dashed, "borderWidth": 1.5, "borderType": [3, 3]}}
    if mark.high is None or mark.role == "goal":
        own: Item = {**at, "itemStyle": dashed} if mark.estimate else {**at}
        if mark.role == "goal" and toward:
            own |= {
                "symbol": _RIGHT if toward > 0 else _LEFT,
                "symbolSize": [13, 16],
                "symbolOffset": [-6.5 * toward, 0],
            }
        elif mark.role == "goal":
            # A goal at its outcome is seen round it.
            own |= {"symbol": "diamond", "symbolSize": 26 if pair else 18}
            own["itemStyle"] = dashed if mark.estimate else {**pale, "borderWidth": 2}
        elif mark.estimate:
            own |= {"symbol": "diamond", "symbolSize": 18}
        yield own
    if beyond := side(mark.bound):
        apart = 16 if mark.role == "goal" and pair else -16
        symbol = _BEYOND if beyond > 0 else _BELOW
        yield {**at, "symbol": symbol, "symbolSize": [16, 10], "symbolOffset": [8 * beyond, apart]}


def _ways(row: Row, at: int) -> Iterator[tuple[str, Item]]:
    """The lines of a row, each with whose it is: its scale, ranges, and the way to its last mark."""
    ends = [end for mark in row.marks for end in mark.ends]
    yield "", _line(Decimal(0), row.whole or max(ends), at, paint("line"), 10 if row.whole else 1)
    for mark in row.marks:
        if mark.high is not None:
            yield mark.role, _line(mark.low, mark.high, at, paint(mark.role), 16)
            yield mark.role, _line(mark.low, mark.high, at, paint(f"{mark.role}-pale"), 12)
    if len(row.marks) > 1:
        was, will = row.marks
        toward = way(row.marks)
        if toward:
            start, end = (was.ends[1], will.low) if toward > 0 else (was.low, will.ends[1])
            yield "goal", _line(start, end, at, paint("goal"), 3)
    else:
        (mark,) = row.marks
        yield mark.role, _line(Decimal(0), mark.low, at, paint(mark.role), 6, dashed=mark.estimate)


def _line(low: Decimal, high: Decimal, at: int, colour: str, width: int, *, dashed: bool = False) -> Item:
    style: Item = {"color": colour, "width": width, "opacity": 1}
    if dashed:
        style["type"] = [4, 3]
    return {"coords": [[float(low), at], [float(high), at]], "lineStyle": style}
