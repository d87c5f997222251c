"""The page of a section: its summary, and its outcomes or its promises. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workreport.charts import drawable, target_chart
from workreport.pages.cards import section_card
from workreport.pages.compared import ChartView, ComparisonView, chart, compared
from workreport.pages.explored import SETS, section_key
from workreport.pages.explorer import explorable
from workreport.pages.lines import MetricLine, PromiseLine, aimless, metric_line, promise_lines
from workreport.pages.markdown import to_html
from workreport.pages.page import PAINT, SMALL, Page, PageType
from workreport.pages.scrolls import section_long
from workreport.pages.views import Explained, Views
from workreport.site import Report, Section, urls


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPage:
    """A section of the review, with metrics, or of the tasks, with commitments and comparisons."""

    title: str
    summary: str
    pending: bool
    review: bool
    source_path: str
    source_text: str
    charts: Sequence[ChartView]
    explorer: str
    """Where these and more can be looked at; "" where nothing of the section is drawn there."""
    metrics: Sequence[MetricLine]
    comparisons: Sequence[ComparisonView]
    not_reported: str
    promised: str
    commitments: Sequence[PromiseLine]
    """Those without a goal, since the comparisons have the others."""
    terms: Sequence[Explained]


def sections(views: Views) -> Iterator[Page]:
    """A page for each section of each report."""
    for report in views.site.reports:
        for section in report.sections:
            yield _page(views, report, section)


def _page(views: Views, report: Report, section: Section) -> Page:
    seen: set[str] = set()
    title, said = views.plain(section.ref.title), views.plain(section.summary)
    counted = views.language.listed([*views.section_line(section).counts])
    one = section.first == section.last
    rows = report.comparisons if section.commitments else ()
    own = [c for c in rows if c.target.section.id == section.ref.id]
    others = aimless(section.commitments)
    context = SectionPage(
        title=views.say(section.ref.title),
        summary=to_html(said, lambda text: views.marked(text, seen)),
        pending=section.pending,
        review=section.part == "review",
        source_path=urls.anchor(report.path, section.first),
        source_text=views.word("read_source_one" if one else "read_source", first=section.first, last=section.last),
        charts=_charts(views, section),
        explorer=urls.explored(section_key(section)) if any(map(drawable, own)) or _sets(views, section) else "",
        metrics=[metric_line(views, metric) for metric in section.metrics],
        comparisons=[compared(views, report, c) for c in own],
        not_reported=views.status(report),
        promised=views.promised(report, len(others), len(section.commitments)),
        commitments=promise_lines(views, others),
        terms=views.explanations(term for term in views.site.terms if term in seen),
    )
    return views.page(
        SECTION,
        section.ref.path,
        context,
        title=title,
        description=said.replace("\n", " ") or counted or title,
        active=views.active(report, section.part),
        crumbs=[views.year_link(report, section.ref.year)],
        card=section_card(views, report, section),
        band=views.drafted_here((section, *section.metrics, *section.commitments, *(c.target for c in own))),
        long=[section_long(views, report, section)],
    )


def _sets(views: Views, section: Section) -> bool:
    """Whether a section of a report whose goals can be compared has a chart of figures side by side."""
    return explorable(views) and any(views.charts[declared.path].kind in SETS for declared in section.charts)


def _charts(views: Views, section: Section) -> list[ChartView]:
    """What a section declares, each comparison by itself; not what its lists say as well: all that is not drawn, but on a
    page of outcomes the goals beside them."""
    found: dict[str, ChartView] = {}
    for declared in section.charts:
        paths = [declared.path]
        if declared.kind == "dumbbell" and len(declared.items) > 1:
            paths = [target_chart(views.site.comparisons[item].target) for item in declared.items]
        for path in paths:
            own = chart(views, path)
            if not own.bare or (declared.kind == "dumbbell" and section.metrics):
                found[own.id] = own
    return [*found.values()]


def _variant(context: SectionPage) -> str:
    return "pending" if context.pending else "review" if context.review else "tasks"


SECTION = PageType(
    key="section",
    template="section.html",
    context=SectionPage,
    pages=sections,
    budget=SMALL,
    paint=PAINT,
    variant=_variant,
)
