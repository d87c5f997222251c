"""Which charts there are, and what they say."""

from __future__ import annotations

from workreport.charts.families import drawable, families
from workreport.charts.model import Chart
from workreport.site.model import Site


def test_each_kind_is_there_in_both_languages(made: list[Chart]) -> None:
    assert {(c.kind, c.lang) for c in made} == {
        (k, lang) for k in ("bars", "share", "dumbbell") for lang in ("zh", "en")
    }
    assert len({(c.path, c.lang) for c in made}) == len(made)


def test_only_the_same_measure_shares_an_axis(site: Site, made: list[Chart]) -> None:
    drawn = {
        f"{c.target.year}/charts/target-{c.target.id.slug}"
        for c in site.comparisons.values()
        if c.comparability == "same"
    }
    assert {c.path for c in made if "/target-" in c.path} == drawn
    for report in site.reports:
        for family in families(report):
            assert all(drawable(c) for c in family)
            assert len({c.metric.quantity.plain_unit for c in family if c.metric}) == 1


def test_a_chart_says_everything_that_it_draws(made: list[Chart]) -> None:
    for chart in made:
        for row in chart.rows:
            assert row.label in chart.description
            assert row.value in chart.description
            assert len(row.cells) == len(chart.head)
        assert chart.title
        assert chart.source


def test_what_belongs_to_a_figure_goes_with_its_drawing(made: list[Chart]) -> None:
    said = {(c.path, c.lang): c.caveats for c in made}
    assert said["2022/charts/community-parks", "en"] == ("Part of: New parks 5",)
    assert said["2023/charts/unemployment", "en"] == ("Share of: The urban labor force",)
    (noted,) = said["2022/charts/money", "zh"]
    assert noted.startswith("一般公共预算收入："), "of several, it says whose it is"


def test_bars_are_sorted_and_say_what_kind_of_figure_they_are(made: list[Chart]) -> None:
    for chart in made:
        if chart.kind == "bars":
            sizes = [row.marks[0].high or row.marks[0].low for row in chart.rows]
            assert sizes == sorted(sizes, reverse=True)
    money = next(c for c in made if c.path == "2022/charts/money" and c.lang == "en")
    assert [e.form for e in money.legend] == ["estimate", "up"]
    assert money.unit == "Unit: billion yuan"


def test_titles_are_made_of_what_is_drawn(made: list[Chart]) -> None:
    """Outcomes or goals, and the year; a dumbbell has both."""
    titles = {(chart.path, chart.lang): chart.title for chart in made}
    assert titles["2022/charts/money", "zh"] == "人均可支配收入、一般公共预算收入：2022年结果"
    assert (
        titles["2022/charts/money", "en"]
        == "Per capita disposable income; General public budget revenue: 2022 outcomes"
    )
    assert titles["2022/charts/community-parks", "en"] == "New community parks: 2022 outcome"
    assert titles["2023/charts/places", "zh"] == "新增停车位、义务教育学位：2023年目标"
    assert titles["2023/charts/enterprises", "en"] == "Enterprises to bring in: 2022 outcome and 2023 goal"
