"""The explorer: a table of all goals and outcomes and, where scripts run, ECharts' own charts of a group of them. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from workreport.charts import wrap
from workreport.content import ItemId
from workreport.pages.compared import ChartView, ComparisonView, compared
from workreport.pages.compared import chart as shown
from workreport.pages.explored import PICTURE, Group, explored, groups, sets
from workreport.pages.head import block
from workreport.pages.page import LARGE, Page, PageType, entry
from workreport.pages.views import Views
from workreport.pages.voice import Voice
from workreport.site import urls

LIBRARY = 200 * 1024
"""Bytes, compressed, of ECharts, which this page alone loads."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Groups of one kind: each its key in the address and its title."""

    title: str
    groups: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The goals of a report beside its outcomes."""

    caption: str
    rows: Sequence[ComparisonView]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explorer:
    """What there is to choose from, and all of it as tables; without drawings nothing is to be chosen."""

    choices: Sequence[Choices]
    title: str
    """Of the first group, which is there before the script is, so that nothing jumps; and what is said of it."""
    drawn: str
    forms: Sequence[tuple[str, str]]
    """The glyphs that occur besides those of an outcome and a goal, each with what it means."""
    data: Markup
    """JSON: what the script draws."""
    tables: Sequence[Table]
    sets: Sequence[ChartView]


def explorer(views: Views) -> Iterator[Page]:
    """One page, where any goal may be compared."""
    if not explorable(views):
        return
    found = list(groups(views))
    reports = [*reversed(views.site.reports)]
    rows = [(report, c) for report in reports for c in report.comparisons]
    at = {c.target.id: n for n, (_, c) in enumerate(rows)}
    context = Explorer(
        choices=[
            Choices(views.words[kind], [(group.key, group.title) for group in own])
            for kind, own in groupby(sorted(found, key=_kind), key=lambda group: group.kind)
        ]
        if views.drawings
        else (),
        title=found[0].title,
        drawn=views.word("explorer_drawn", k=len(found[0].charts)),
        forms=_forms(views),
        data=_data(views, found, at) if views.drawings else Markup(),
        tables=[
            Table(
                caption=views.word("compare_title", was=report.outcome_year, will=report.goal_year),
                rows=[
                    replace(compared(views, report, c), at=at[c.target.id])
                    for c in sorted(report.comparisons, key=lambda c: c.comparability != "same")
                ],
            )
            for report in reports
            if report.comparisons
        ],
        sets=[shown(views, own.path) for report in reports for own in sets(views, report)],
    )
    title, intro = views.words["explorer"], views.words["explorer_intro"]
    keywords = views.subjects(views.site.used_topics)
    band = views.drafted_here(c for _, c in rows)
    yield views.page(EXPLORER, urls.EXPLORER, context, title=title, description=intro, keywords=keywords, band=band)


_KINDS = ("explorer_all", "topics", "explorer_sections", "explorer_unit")


def _kind(group: Group) -> int:
    return _KINDS.index(group.kind)


def explorable(voice: Voice) -> bool:
    """Whether some goal may be set beside an outcome on one axis."""
    return any(c.comparability == "same" for report in voice.site.reports for c in report.comparisons)


def _forms(views: Views) -> list[tuple[str, str]]:
    """What the glyphs of all charts mean, each once."""
    marks = [mark for own in views.charts.values() for row in own.rows for mark in row.marks]
    bounds, words = views.language.bounds.chart, views.words
    return [
        (form, text)
        for form, text, there in (
            ("estimate", words["estimate"], any(m.estimate for m in marks)),
            ("range", words["explorer_range"], any(m.high is not None for m in marks)),
            ("about", words["legend_about"], any(m.bound == "about" for m in marks)),
            ("up", bounds[1], any(m.bound in ("at_least", "more_than") for m in marks)),
            ("down", bounds[-1], any(m.bound == "at_most" for m in marks)),
        )
        if there
    ]


def _data(views: Views, found: Sequence[Group], at: Mapping[ItemId, int]) -> Markup:
    """The charts by key, the groups, and what a saved picture says of where it is from."""
    charts = [views.charts[path] for path in dict.fromkeys(path for group in found for path in group.charts)]
    sources = dict.fromkeys(chart.source for chart in charts)
    address = views.address(urls.EXPLORER)
    return block(
        {
            "charts": {chart.path: explored(views, chart) for chart in charts},
            "groups": {
                group.key: {
                    "title": group.title,
                    "charts": group.charts,
                    "rows": [at[target] for target in group.comparisons],
                }
                for group in found
            },
            "source": [line for text in (*sources, address) if text for line in wrap(text, views.lang, 14, PICTURE)],
        }
    )


EXPLORER = PageType(
    key="explorer",
    template="explorer.html",
    context=Explorer,
    pages=explorer,
    budget=LARGE + LIBRARY,
    entries=entry("explorer", urls.EXPLORER, where=explorable),
    menu="footer",
)
