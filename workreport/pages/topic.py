"""The page of a topic: what is promised and what was reported about it, the newest report first. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workreport.charts import drawable
from workreport.exports import feeds_made
from workreport.pages.compared import ChartView, ComparisonView, compared, multiples
from workreport.pages.explored import topic_key
from workreport.pages.lines import MetricLine, PromiseLine, aimless, mainly, metric_line, promise_lines
from workreport.pages.page import SMALL, Link, Page, PageType
from workreport.pages.views import Views
from workreport.site import Report, urls


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one report says of the topic."""

    year: int
    outcomes: str
    metrics: Sequence[MetricLine]
    goals: str
    rows: Sequence[ComparisonView]
    charts: Sequence[ChartView]
    """Of those of the newest report whose goal stands elsewhere than its outcome; a chart of one name stands once on a page."""
    explorer: str
    """Where the goals among them, and more, can be looked at; "" where nothing of the topic is drawn there."""
    status: str
    promises: str
    commitments: Sequence[PromiseLine]
    """Those without a goal, since the rows have the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic."""

    title: str
    intro: str
    parts: Sequence[Part]
    others: Sequence[Link]
    feed: str
    """Its feed, from the root of the language; "" where the site has none."""


def topics(views: Views) -> Iterator[Page]:
    """A page for each topic that some item has."""
    for topic in views.site.used_topics:
        parts = [_part(views, report, topic) for report in reversed(views.site.reports)]
        name = views.site.topics[topic]
        intro = views.word("topic_intro", title=views.plain(name))
        space = views.language.stop + views.language.space
        context = Topic(
            title=views.say(name),
            intro=intro,
            parts=[part for part in parts if part.metrics or part.rows or part.commitments],
            others=views.other_topics(but=topic),
            feed=urls.topic_feed(topic) if feeds_made(views.site, views.base_url) else "",
        )
        path = urls.topic(topic)
        yield views.page(
            TOPIC,
            path,
            context,
            title=views.plain(name),
            description=f"{views.plain(name)}{views.language.colon}{_counted(views, topic)}{space}{intro}",
            active="topics",
            crumbs=[Link(views.words["topics"], urls.TOPICS)],
            band=views.drafted_here(
                item for report in views.site.reports for item in report.items if topic in item.topics
            ),
        )


def _counted(views: Views, topic: str) -> str:
    """How much there is about a topic."""
    counts = {"count_targets": 0, "count_commitments": 0, "count_metrics": 0}
    for report in views.site.reports:
        counts["count_targets"] += len(mainly(topic, report.comparisons))
        counts["count_commitments"] += len(mainly(topic, report.commitments))
        counts["count_metrics"] += len(mainly(topic, report.metrics))
    return views.language.listed([views.count(key, n) for key, n in counts.items() if n])


def _part(views: Views, report: Report, topic: str) -> Part:
    comparisons = mainly(topic, report.comparisons)
    promised = mainly(topic, report.commitments)
    others = aimless(promised)
    return Part(
        year=report.goal_year,
        outcomes=views.word("headline_outcomes", was=report.outcome_year),
        metrics=[metric_line(views, metric) for metric in mainly(topic, report.metrics)],
        goals=views.word("headline_targets", will=report.goal_year),
        rows=[compared(views, report, c) for c in comparisons],
        charts=multiples(views, comparisons) if report is views.site.newest else (),
        explorer=urls.explored(topic_key(views, report, topic)) if any(map(drawable, comparisons)) else "",
        status=views.status(report),
        promises=views.promised(report, len(others), len(promised)),
        commitments=promise_lines(views, others),
    )


TOPIC = PageType(key="topic", template="topic.html", context=Topic, pages=topics, budget=SMALL)
