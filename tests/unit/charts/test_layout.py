"""Geometry: bars are as long as their values, and nothing overlaps or leaves the drawing."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from workreport.charts.layout import WIDTHS, layout
from workreport.charts.model import Chart
from workreport.charts.svg import Drawing
from workreport.charts.text import advance

BAR = re.compile(r'<path d="M0 [\d.]+l([\d.]+) 0l0 16[^"]+" fill="var\(--chart-(?:outcome|goal-pale|pale|count)\)')


def test_bars_begin_at_zero_and_are_as_long_as_their_values(
    made: list[Chart], raw: Mapping[tuple[str, str, int], Drawing]
) -> None:
    for chart in made:
        if chart.kind == "dumbbell":
            continue
        for width in WIDTHS:
            lengths = [float(length) for length in BAR.findall(raw[chart.path, chart.lang, width].body)]
            values = [float(r.marks[0].low / (r.whole or 1)) for r in chart.rows]
            assert len(lengths) == len(values), chart.path
            for length, value in zip(lengths, values, strict=True):
                assert length == pytest.approx(value * lengths[0] / values[0], abs=0.2), chart.path


def test_no_text_leaves_the_drawing(made: list[Chart]) -> None:
    for chart in made:
        for width in WIDTHS:
            for row in layout(chart, width).options["series"][0]["itemPayload"]["rows"]:
                for shape in row:
                    if shape["type"] == "text":
                        bold = "fontWeight" in shape["style"]
                        size = advance(shape["style"]["text"], shape["style"]["fontSize"], bold=bold)
                        start = shape["x"] - (size if shape["style"]["align"] == "right" else 0)
                        assert start >= -1, (chart.path, shape)
                        assert start + size <= width + 1, (chart.path, shape)


def test_rows_do_not_overlap(made: list[Chart]) -> None:
    for chart in made:
        for width in WIDTHS:
            plan = layout(chart, width)
            ends = [top + height for top, height in plan.rows]
            assert all(top >= end for (top, _), end in zip(plan.rows[1:], ends, strict=False))
            assert ends[-1] <= plan.height
