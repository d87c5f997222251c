"""What the explorer draws of a chart: the marks, the axis from zero, the text; held against the mini content."""

from __future__ import annotations

import json
from typing import Any

import pytest

from workreport.charts.live import WIDTHS, live
from workreport.charts.model import Chart
from workreport.charts.svg import COLOURS
from workreport.charts.text import advance


@pytest.fixture(scope="module")
def lives(made: list[Chart]) -> dict[str, dict[str, Any]]:
    """By the last part of the path, in English; newest last, so that a name of two years is the later."""
    return {c.path.rpartition("/")[2]: json.loads(live(c)) for c in made if c.lang == "en" and live(c)}


def marks(drawn: dict[str, Any], role: str) -> list[dict[str, Any]]:
    (series,) = [one for one in drawn["series"] if one["type"] == "scatter" and one["name"] == role]
    found: list[dict[str, Any]] = series["data"]
    return found


def lines(drawn: dict[str, Any], name: str) -> list[dict[str, Any]]:
    (series,) = [one for one in drawn["series"] if one["type"] == "lines" and one["name"] == name]
    found: list[dict[str, Any]] = series["data"]
    return found


def test_an_arrow_leads_from_an_outcome_to_its_goal(lives: dict[str, dict[str, Any]]) -> None:
    """5 parks, then at least 8: to the right, the tip at 8, and a small arrow where it may lie beyond."""
    head, beyond = marks(lives["target-parks"], "goal")
    assert head["value"] == [8.0, 0]
    assert head["symbolOffset"][0] < 0, "the tip is at the number"
    assert beyond["symbolOffset"][0] > 0
    assert [mark["value"] for mark in marks(lives["target-parks"], "outcome")] == [[5.0, 0]]
    assert [line["coords"] for line in lines(lives["target-parks"], "goal")] == [[[5.0, 0], [8.0, 0]]]
    down, below = marks(lives["target-pm25"], "goal")
    assert down["symbol"] != head["symbol"]
    assert down["symbolOffset"][0] > 0
    assert below["symbolOffset"][0] < 0, "no more than 35"


def test_where_goal_and_outcome_meet_both_are_seen(lives: dict[str, dict[str, Any]]) -> None:
    goal = marks(lives["target-vacant-buildings"], "goal")[0]
    assert goal["symbol"] == "diamond"
    assert goal["symbolSize"] > 2 * 8
    assert not [
        one for one in lives["target-vacant-buildings"]["series"] if (one["type"], one["name"]) == ("lines", "goal")
    ]


def test_a_range_is_a_band_and_an_estimate_dashed(lives: dict[str, dict[str, Any]], made: list[Chart]) -> None:
    band = lines(lives["target-enterprises"], "goal")
    assert {tuple(end[0] for end in line["coords"]) for line in band} == {(3.0, 5.0)}
    assert len({line["lineStyle"]["width"] for line in band}) == 2, "one within the other: an outline"
    money = marks(lives["money"], "outcome")
    assert money[0]["symbol"] == "diamond"
    assert money[0]["itemStyle"]["borderType"] == [3, 2]


def test_a_share_ends_at_its_whole_and_counts_of_goals_are_not_drawn(
    lives: dict[str, dict[str, Any]], made: list[Chart]
) -> None:
    assert lives["community-parks"]["x"]["max"] == 5
    assert lives["unemployment"]["x"]["max"] == 100
    (falls,) = [c for c in made if c.path == "2023/charts/all-targets" and c.lang == "en"]
    assert live(falls) == ""


def test_every_axis_begins_at_zero_and_every_colour_is_the_pages(made: list[Chart]) -> None:
    for chart in made:
        if not (text := live(chart)):
            continue
        drawn = json.loads(text)
        assert drawn["x"]["min"] == 0
        for piece in text.split('olor":"')[1:]:
            colour = piece.partition('"')[0]
            assert colour == "inherit" or colour.removeprefix("var(--chart-").removesuffix(")") in COLOURS
        assert len(drawn["rows"]) == len(chart.rows)
        for series in drawn["series"]:
            for item in series["data"]:
                assert all(x >= 0 for x, _ in item.get("coords", [item.get("value")])), chart.path


def test_the_text_of_a_row_fits_each_width(made: list[Chart]) -> None:
    for chart in made:
        for row in json.loads(live(chart) or '{"rows":[]}')["rows"]:
            for width in WIDTHS:
                label, value = row["lines"][str(width)]
                for line in label.split("\n"):
                    assert advance(line, 16, bold=True) <= width or " " not in line
                assert value
