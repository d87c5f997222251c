"""The page of a metric: one quantified statement of the review, its sentence, and the goal beside it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workreport.cards import Card
from workreport.content import ItemId
from workreport.pages.cards import commitment_card, section_card
from workreport.pages.compared import ChartView, ComparisonView, compared, drawn
from workreport.pages.head import observation
from workreport.pages.items import Around, Share, citations, cited, corrections, neighbours
from workreport.pages.lines import MetricLine, metric_line
from workreport.pages.page import SMALL, Link, Page, PageType
from workreport.pages.views import Corrected, Explained, QuoteView, Rated, Views
from workreport.site import Metric, Report, Section, urls


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A comparison in which the metric is the outcome."""

    comparison: ComparisonView
    chart: ChartView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricPage:
    """One metric."""

    title: str
    years: str
    figure: str
    estimate: bool
    basis: str
    change: str
    note: str
    quote: QuoteView
    goals: Sequence[Goal]
    goal_year: int
    no_goal: str
    corrections: Sequence[Corrected]
    terms: Sequence[Explained]
    section: Link
    whole: str
    part_of: MetricLine | None
    parts: Sequence[MetricLine]
    topics: Sequence[Link]
    places: Sequence[Link]
    direction: Rated | None
    code: str
    json: str
    structured: str
    """JSON-LD."""
    shares: Sequence[Share]
    versions: str
    """Where former versions are; "" for a draft."""
    around: Around


def metrics(views: Views) -> Iterator[Page]:
    """A page for each metric."""
    parts: dict[ItemId, list[Metric]] = {}
    for metric in views.site.metrics.values():
        if metric.part_of:
            parts.setdefault(metric.part_of, []).append(metric)
    for report in views.site.reports:
        for section in report.review:
            for metric, around in neighbours(views, section.metrics):
                yield _page(views, report, section, metric, around, parts.get(metric.id, ()))


def _page(
    views: Views, report: Report, section: Section, metric: Metric, around: Around, parts: Sequence[Metric]
) -> Page:
    whole = views.site.metrics[metric.part_of] if metric.part_of else None
    title = views.plain(metric.title)
    colon = views.language.colon
    context = MetricPage(
        title=views.say(metric.title),
        years=views.language.years(metric.time.period),
        figure=views.figure(metric.quantity),
        estimate=metric.quantity.estimate,
        basis=views.basis(metric),
        change=views.change(metric),
        note=views.say(metric.note),
        quote=views.quote(metric.quote, set(), metric.terms),
        goals=[
            Goal(comparison=compared(views, report, c), chart=drawn(views, c))
            for c in views.site.compared_with.get(metric.id, ())
        ],
        goal_year=report.goal_year,
        no_goal=views.word("no_goal", will=report.goal_year),
        corrections=corrections(views, metric.path),
        terms=views.explanations(metric.terms),
        section=Link(views.say(section.ref.title), section.ref.path),
        whole=views.say(metric.whole),
        part_of=metric_line(views, whole) if whole else None,
        parts=[metric_line(views, part) for part in parts],
        topics=views.topics(metric.topics),
        places=views.places(metric.places),
        direction=views.rated(metric),
        code=metric.code,
        structured=observation(views, report, metric),
        json=urls.record(metric.id),
        versions=urls.VERSIONS if views.site.releases else "",
        shares=[Share(title=views.words["cite_item"], citations=citations(views, cited(views, report, metric)))],
        around=around,
    )
    return views.page(
        METRIC,
        metric.path,
        context,
        title=f"{title}{colon}{views.language.dated(views.figure_marked(metric.quantity), views.about(metric))}",
        description=views.sentence(metric.quote),
        active=views.active(report, "review"),
        crumbs=[views.year_link(report, metric.year), Link(views.plain(section.ref.title), section.ref.path)],
        card=_card(views, report, section, metric),
        keywords=views.subjects(metric.topics),
        band=views.drafted(metric, *views.site.compared_with.get(metric.id, ())),
    )


def _card(views: Views, report: Report, section: Section, metric: Metric) -> Card:
    """That of the promise which is set beside the metric; else of its section."""
    for c in views.site.compared_with.get(metric.id, ()):
        return commitment_card(views, report, views.site.commitments[c.target.commitment])
    return section_card(views, report, section)


METRIC = PageType(
    key="metric",
    template="metric.html",
    context=MetricPage,
    pages=metrics,
    budget=SMALL,
    variant=lambda context: "compared" if context.goals else "alone",
)
