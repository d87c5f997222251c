"""The page of all comparisons of a report: outcomes and goals side by side, by topic. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from workreport.exports import csv_lines, key
from workreport.figures import CLASSES
from workreport.pages.cards import report_card
from workreport.pages.compared import ChartView, ComparisonView, Falls, compared, falls, multiples
from workreport.pages.explorer import explorable
from workreport.pages.head import block
from workreport.pages.page import LARGE, Entry, Page, PageType
from workreport.pages.views import Views
from workreport.pages.voice import Voice
from workreport.site import Report, urls

_SORTS = ("report", "class", "order", "title")
"""How the comparisons can be sorted, besides by topic; assets/compare.js does it."""
_ORDERS = ("higher", "equal", "lower", "open")


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a filter."""

    value: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The comparisons of a topic."""

    id: str
    title: str
    rows: Sequence[ComparisonView]


@dataclass(frozen=True, slots=True, kw_only=True)
class Class:
    """A class of comparability, what it means, and how many comparisons it has."""

    id: str
    title: str
    explain: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compare:
    """All comparisons of a report; the filters offer only what some row has."""

    title: str
    intro: str
    falls: Falls
    topics: Sequence[Option]
    kinds: Sequence[Option]
    orders: Sequence[Option]
    sorts: Sequence[Option]
    groups: Sequence[Group]
    classes: Sequence[Class]
    charts: Sequence[ChartView]
    explorer: str
    """The page of ECharts' own charts; "" where nothing can be drawn."""
    rows_name: str
    """The file that a view is downloaded as."""
    rows_data: Markup
    """JSON: the lines of the CSV, the names of its columns first, then the comparisons in the order of the report."""


def compare(views: Views) -> Iterator[Page]:
    """A page for each report."""
    for report in views.site.reports:
        title = views.word("compare_title", was=report.outcome_year, will=report.goal_year)
        space = views.language.space
        intro = (
            views.word("compare_intro", was=report.outcome_year, will=report.goal_year) + space + views.status(report)
        )
        context = _context(views, report, title, intro)
        yield views.page(
            COMPARE,
            report.compare_path,
            context,
            title=title,
            description=falls(views, report).intro + space + intro,
            active=views.active(report, "compare"),
            crumbs=[views.year_link(report, report.goal_year)],
            card=report_card(views, report, report.compare_path, title, falls(views, report).intro),
            keywords=[option.text for option in context.topics],
            band=views.drafted_here(report.comparisons),
        )


def _context(views: Views, report: Report, title: str, intro: str) -> Compare:
    rows, topics = report.comparisons, views.site.topics
    counts = {kind: sum(c.comparability == kind for c in rows) for kind in CLASSES}
    found = {topic for c in rows for topic in c.target.topics}
    orders = {c.order or "open" for c in rows if c.comparability == "same"}
    by_topic: dict[str, list[ComparisonView]] = {topic: [] for topic in views.site.used_topics}
    for at, c in enumerate(rows):
        # A target stands under its first topic; the filter finds it under each.
        by_topic[c.target.topics[0]].append(replace(compared(views, report, c), at=at))
    return Compare(
        title=title,
        intro=intro,
        falls=falls(views, report),
        topics=[Option(topic, views.say(name)) for topic, name in topics.items() if topic in found],
        kinds=[Option(kind, views.words["class_" + kind]) for kind, n in counts.items() if n],
        orders=[Option(how, _order(views, report, how)) for how in _ORDERS if how in orders],
        sorts=[Option(how, views.words["sort_" + how]) for how in _SORTS],
        groups=[
            Group(id=f"topic-{topic}", title=views.say(topics[topic]), rows=own)
            for topic, own in by_topic.items()
            if own
        ],
        classes=[
            Class(
                id=kind.replace("_", "-"),
                title=views.words["class_" + kind],
                explain=views.words["explain_" + kind],
                count=views.word("of_n", k=n, n=len(rows)),
            )
            for kind, n in counts.items()
            if n
        ],
        charts=multiples(views, report.comparisons),
        explorer=urls.EXPLORER if explorable(views) else "",
        rows_name=urls.view(report.goal_year),
        rows_data=_lines(views, report),
    )


def _order(views: Views, report: Report, how: str) -> str:
    """How a goal compares, with the year where all outcomes are of one."""
    same = [c.outcome_time for c in report.comparisons if c.comparability == "same"]
    if how == "open" or not all(time and time.usual for time in same):
        return views.words["order_" + how]
    said = views.word("verdict_" + how, was=report.outcome_year)
    return said[:1].upper() + said[1:]


def _lines(views: Views, report: Report) -> Markup:
    of_target = {row["target"]: row for row in views.tables["comparisons"]}
    rows = [of_target[key(c.target.id)] for c in report.comparisons]
    return block(csv_lines("comparisons", rows, views.site.languages))


def _entries(voice: Voice) -> Iterator[Entry]:
    yield Entry("compare", voice.words["nav_compare"], voice.site.newest.compare_path)


COMPARE = PageType(
    key="compare",
    template="compare.html",
    context=Compare,
    pages=compare,
    budget=LARGE,
    entries=_entries,
    menu="header",
)
