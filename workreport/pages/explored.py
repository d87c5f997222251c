"""What the script of the explorer is given: each chart with its sentences, and which groups there are. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from workreport.charts import Chart, drawable, families, family_chart, target_chart, wrap
from workreport.content import ItemId
from workreport.pages.views import Views
from workreport.site import Comparison, Metric, Report, Section, Target

SETS = ("bars", "share")
"""Kinds of charts of figures side by side."""
PICTURE = 672
"""Pixels: how wide a text is in a picture that is saved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Charts that a reader may look at together, and the comparisons that the table shows for them."""

    kind: str
    """A word of the frame, under which the list has it."""
    key: str
    """As the address has it."""
    title: str
    charts: Sequence[str]
    comparisons: Sequence[ItemId]


def groups(views: Views) -> Iterator[Group]:
    """Every group that has a chart, those of the newest report first."""
    for report in reversed(views.site.reports):
        yield from (group for group in _of_report(views, report) if group.charts)


def topic_key(views: Views, report: Report, topic: str) -> str:
    """The group of a topic in a report."""
    return f"topic-{topic}" if report is views.site.newest else f"topic-{report.goal_year}-{topic}"


def section_key(section: Section) -> str:
    """The group of a section."""
    return f"section-{section.ref.year}-{section.ref.id.slug}"


def sets(views: Views, report: Report) -> list[Chart]:
    """The charts of figures that the report sets side by side, and that a drawing says more of than figures do."""
    found = (views.charts[declared.path] for section in report.sections for declared in section.charts)
    return [chart for chart in found if chart.kind in SETS]


def explored(views: Views, chart: Chart) -> dict[str, Any]:
    """A chart as the script draws it."""
    live = json.loads(views.drawings[views.lang, chart.path].live)
    below = [text for text in (chart.note, *chart.caveats) if text]
    items = [_item(views, record) for record in chart.records]
    rows = [
        {
            "lines": line["lines"],
            "label": row.label,
            "path": row.path,
            "says": row.says[:1].upper() + row.says[1:],
            "sides": [
                [side.role, side.label, side.figure, views.sentence(item.quote)]
                for side, item in zip(row.sides, _sides(items, row.path, at, len(row.sides)), strict=True)
            ],
        }
        for at, (row, line) in enumerate(zip(chart.rows, live["rows"], strict=True))
    ]
    return {
        "x": live["x"],
        "series": live["series"],
        "unit": live["unit"],
        "rows": rows,
        "below": below,
        "picture": list(chain.from_iterable(wrap(text, views.lang, 14, PICTURE) for text in below)),
    }


def _of_report(views: Views, report: Report) -> Iterator[Group]:
    comparable = [c for c in report.comparisons if drawable(c)]
    title = views.word("explorer_goals", was=report.outcome_year, will=report.goal_year)
    yield _group("explorer_all", f"goals-{report.goal_year}", title, comparable)
    year = "" if report is views.site.newest else f"{report.goal_year}-"
    for topic in views.site.used_topics:
        own = [c for c in report.comparisons if topic in c.target.topics]
        drawn = [chart for chart in sets(views, report) if all(topic in _item(views, i).topics for i in chart.records)]
        title = views.plain(views.site.topics[topic])
        title += views.word("explorer_counted", unit=report.goal_year) if year else ""
        yield _group("topics", topic_key(views, report, topic), title, own, drawn)
    for section in report.sections:
        yield _of_section(views, report, section)
    for family in families(report):
        if len(family) > 1:
            path = family_chart(family)
            chart = views.charts[path]
            yield Group(
                kind="explorer_unit",
                key=f"unit-{year}{path.rpartition('/')[2].removeprefix('with-')}",
                title=f"{chart.name}{views.word('explorer_counted', unit=chart.unit)}" if chart.unit else chart.name,
                charts=[path],
                comparisons=[c.target.id for c in family],
            )


def _of_section(views: Views, report: Report, section: Section) -> Group:
    """The goals of a section, or those that stand beside an outcome of it."""
    own = [
        c
        for c in report.comparisons
        if section.ref in (c.target.section, c.metric.section if c.metric and drawable(c) else None)
    ]
    paths = {declared.path for declared in section.charts}
    drawn = [chart for chart in sets(views, report) if chart.path in paths]
    return _group("explorer_sections", section_key(section), views.plain(section.ref.title), own, drawn)


def _group(
    kind: str,
    key: str,
    title: str,
    comparisons: Sequence[Comparison],
    others: Sequence[Chart] = (),
) -> Group:
    paths = [target_chart(c.target) for c in comparisons if drawable(c)]
    return Group(
        kind=kind,
        key=key,
        title=title,
        charts=[*paths, *(chart.path for chart in others)],
        comparisons=[c.target.id for c in comparisons],
    )


def _item(views: Views, item: ItemId) -> Metric | Target:
    return views.site.metrics[item] if item in views.site.metrics else views.site.targets[item]


def _sides(items: Sequence[Metric | Target], path: str, at: int, sides: int) -> Sequence[Metric | Target]:
    """The items of a row: an outcome and a goal, or the one whose page it leads to."""
    return items[2 * at : 2 * at + 2] if sides > 1 else [next(item for item in items if item.path == path)]
