"""Geometry: bars are as long as their values, arrows point from outcomes to goals, nothing overlaps or leaves the drawing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest

from workreport.charts.layout import FORMATS, PAGE, Format, layout
from workreport.charts.model import Chart, Mark
from workreport.charts.svg import Drawing
from workreport.charts.text import advance
from workreport.figures import BOUNDS, Bound

BAR = re.compile(r'<path d="M[\d.]+ [\d.]+l([\d.]+) 0l0 16[^"]+" fill="var\(--chart-(?:outcome|goal-pale|pale|count)\)')


def test_bars_begin_at_zero_and_are_as_long_as_their_values(
    made: list[Chart], raw: Mapping[tuple[str, str, Format], Drawing]
) -> None:
    seen = 0
    for chart in made:
        if chart.kind not in ("bars", "share"):
            continue
        for form in FORMATS:
            rows = raw[chart.path, chart.lang, form].rows
            lengths = [float(length) for row in rows for length in BAR.findall(row)]
            values = [float(r.marks[0].low / (r.whole or 1)) for r in chart.rows]
            assert len(lengths) == len(values), chart.path
            for length, value in zip(lengths, values, strict=True):
                assert length == pytest.approx(value * lengths[0] / values[0], abs=0.2), chart.path
            seen += 1
    assert seen > 10


def shapes(chart: Chart, form: Format = PAGE) -> list[dict[str, Any]]:
    """All shapes of a chart."""
    rows: list[list[dict[str, Any]]] = layout(chart, form).options["series"][0]["itemPayload"]["rows"]
    return [shape for row in rows for shape in row]


def pair(made: list[Chart], was: str, will: str, bounds: tuple[Bound, Bound] = ("exact", "exact")) -> Chart:
    """A chart of one outcome and one goal."""
    chart = next(c for c in made if c.path == "2023/charts/target-parks" and c.lang == "zh")
    marks = (
        Mark(role="outcome", low=Decimal(was), bound=bounds[0]),
        Mark(role="goal", low=Decimal(will), bound=bounds[1]),
    )
    return replace(chart, kind="dumbbell", rows=(replace(chart.rows[0], marks=marks),), legend=())


def tips(chart: Chart) -> list[tuple[float, bool]]:
    """Of each head of an arrow where its tip is, as a share of the length, and whether it points right."""
    heads = [s for s in shapes(chart) if s["type"] == "polygon" and s["style"].get("lineWidth") == 1]
    return [(s["at"][0], s["points"][0][0] < s["points"][1][0]) for s in heads if len(s["points"]) == 3]


def test_41_to_4_is_not_4_to_41(made: list[Chart]) -> None:
    """The arrow's tip is at the goal, and it points away from the outcome, whatever stands left and right."""
    ((tip, right),) = tips(pair(made, "41", "4"))
    assert (round(tip * 41, 6), right) == (4, False)
    assert tips(pair(made, "4", "41")) == [(1.0, True)]
    assert tips(pair(made, "41", "41")) == [], "what stays where it was points nowhere"


@pytest.mark.parametrize("bound", [b for b in BOUNDS if b not in ("exact", "range", "several")])
def test_a_bound_is_seen_in_the_mark(bound: Bound, made: list[Chart]) -> None:
    plain = shapes(pair(made, "10", "30"))
    for bounds in ((bound, "exact"), ("exact", bound)):
        other = shapes(pair(made, "10", "30", bounds))
        added = [s for s in other if s not in plain]
        assert added, bounds
        assert {s["type"] for s in added} != {"text"}


def test_no_text_leaves_the_drawing(made: list[Chart]) -> None:
    for chart in made:
        for form in FORMATS:
            for shape in shapes(chart, form):
                if shape["type"] == "text":
                    bold = "fontWeight" in shape["style"]
                    size = advance(shape["style"]["text"], shape["style"]["fontSize"], bold=bold)
                    if "span" in shape:  # put over its value by the engine, within this
                        assert shape["span"] == [0, form.width]
                        assert size <= form.width
                        continue
                    start = shape["x"] - (size if shape["style"]["align"] == "right" else 0)
                    assert start >= -1, (chart.path, shape)
                    assert start + size <= form.width + 1, (chart.path, shape)


def test_every_text_has_a_line_of_its_own(made: list[Chart]) -> None:
    """Nothing is drawn across a name or a figure, wherever on its line the engine puts it."""
    for chart in made:
        for form in FORMATS:
            for row in layout(chart, form).options["series"][0]["itemPayload"]["rows"]:
                texts = [s for s in row if s["type"] == "text" and s["style"]["text"] != "0"]
                over = [s for s in texts if "span" in s]
                for one, other in combinations(over, 2):
                    assert abs(one["y"] - other["y"]) >= 20
                marks = [s for s in row if s["type"] in ("circle", "rect", "line")]
                for text, mark in ((t, m) for t in over for m in marks):
                    top, bottom = {
                        "circle": lambda m: (m["y"] - m["r"], m["y"] + m["r"]),
                        "rect": lambda m: (m["y"], m["y"] + m["height"]),
                        "line": lambda m: (m["y"], m["y"]),
                    }[mark["type"]](mark)
                    half = text["style"]["fontSize"] / 2
                    assert text["y"] + half <= top or text["y"] - half >= bottom, (chart.path, text, mark)


def test_rows_do_not_overlap(made: list[Chart]) -> None:
    for chart in made:
        for form in FORMATS:
            plan = layout(chart, form)
            ends = [top + height for top, height in plan.rows]
            assert all(top >= end for (top, _), end in zip(plan.rows[1:], ends, strict=False))
            assert ends[-1] <= plan.height
