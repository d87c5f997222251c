"""Which charts there are, and what they say."""

from __future__ import annotations

from workreport.charts.families import drawable, families
from workreport.charts.model import Chart
from workreport.site.model import Site


def test_each_kind_is_there_in_both_languages(made: list[Chart]) -> None:
    assert {(c.kind, c.lang) for c in made} == {
        (k, lang) for k in ("bars", "share", "dumbbell", "figures") for lang in ("zh", "en")
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
    places = next(c for c in made if c.path == "2023/charts/places" and c.lang == "en")
    assert [e.form for e in places.legend] == ["final", "up"]


def test_titles_are_made_of_what_is_drawn(made: list[Chart]) -> None:
    """They state what the chart shows: outcomes or goals with their figures and bounds, and the years of both."""
    titles = {(chart.path, chart.lang): chart.title for chart in made}
    assert titles["2022/charts/added", "en"] == "2022 outcomes: Preschool places, 1,200; New parking spaces, 520"
    assert titles["2022/charts/community-parks", "en"] == "2022 outcome: New community parks, 2 of 5"
    assert titles["2023/charts/places", "zh"] == "2023年目标：义务教育学位900个、新增停车位500个以上"
    assert titles["2023/charts/enterprises", "en"] == "Enterprises brought in: 4 in 2022, with a 2023 goal of 3–5"
    assert titles["2023/charts/target-parks", "zh"] == "新建公园：2022年5个，2023年目标8个以上"
    assert titles["2023/charts/parks-and-parking", "zh"] == "新建公园、新增停车位：2022年结果与2023年目标"


def test_what_a_drawing_would_not_show_is_said_in_figures(made: list[Chart]) -> None:
    """Numbers that are alike or nearly so, shares of all or of hardly anything, and bars beside which others vanish."""
    kinds = {chart.path: chart.kind for chart in made}
    assert kinds["2023/charts/target-new-jobs"] == "figures", "at least 16,500 after 16,500"
    assert kinds["2023/charts/target-pm25"] == "figures", "35 after 36"
    assert kinds["2023/charts/target-parks"] == "dumbbell", "8 after 5"
    assert kinds["2023/charts/target-enterprises"] == "dumbbell", "3 to 5 after 4"
    assert kinds["2022/charts/money"] == "figures", "an income of 54,000 beside a budget of billions"
    assert kinds["2023/charts/places"] == "bars"


def test_each_row_leads_to_what_it_is_of(site: Site, made: list[Chart]) -> None:
    falls = next(c for c in made if c.path == "2023/charts/all-targets")
    assert falls.rows[0].path == "2023/compare.html?order=higher"
    parks = next(c for c in made if c.path == "2023/charts/target-parks")
    assert [row.path for row in parks.rows] == ["2023/commitments/parks.html#parks"]
