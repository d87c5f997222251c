"""The page of a year: the sections of the review and of the tasks that speak of it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workreport.pages.compared import ChartView, multiples
from workreport.pages.lines import ValueLine, value_line
from workreport.pages.markdown import to_html
from workreport.pages.page import SMALL, Entry, Long, Page, PageType
from workreport.pages.scrolls import report_long, section_long
from workreport.pages.views import SectionLine, Views
from workreport.pages.voice import Voice
from workreport.site import Report, Section, urls


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A section with its summary and its figures."""

    line: SectionLine
    summary: str
    values: Sequence[ValueLine]
    """Its outcomes, or its goals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The review or the tasks of a report."""

    title: str
    sections: Sequence[Summary]
    summarized: bool
    """Whether one of them has a summary."""
    charts: Sequence[ChartView]
    """Of the goals of the newest report that stand elsewhere than their outcomes."""
    report_path: str
    compare_path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """Of two reports, the later reviews the year that the earlier set tasks for."""

    parts: Sequence[Part]
    key: str
    """review or tasks: what the first part is."""


def year(views: Views) -> Iterator[Page]:
    """A page for each year that a report speaks of."""
    for number in sorted({year for report in views.site.reports for year in (report.outcome_year, report.goal_year)}):
        parts = [
            (key, report, _part(views, report, key, sections, number))
            for report in views.site.reports
            for key, sections, of in (
                ("review", report.review, report.outcome_year),
                ("tasks", report.tasks, report.goal_year),
            )
            if of == number
        ]
        title = views.language.listed([part.title for _, _, part in parts])
        active = next((key for key, report, _ in parts if views.active(report, key)), "")
        stop = views.language.stop + views.language.space
        counted = _counted(views, number)
        yield views.page(
            YEAR,
            urls.year(number),
            Year(parts=[part for _, _, part in parts], key=parts[0][0]),
            title=title,
            description=f"{title}{views.language.colon}{counted}{stop}{views.plain(views.site.name)}",
            active=active,
            band=views.drafted_here(
                item for report in views.site.reports for item in report.items if item.year == number
            ),
            long=_longs(views, number),
        )


def _longs(views: Views, number: int) -> Iterator[Long | None]:
    """The long pictures of what reports say of a year, and of the report that promises for it."""
    for report in views.site.reports:
        if report.goal_year == number:
            yield report_long(views, report)
        for section in report.sections:
            if section.ref.year == number:
                yield section_long(views, report, section)


def _counted(views: Views, year: int) -> str:
    """How much there is of a year."""
    reports = views.site.reports
    metrics = sum(len([*report.metrics]) for report in reports if report.outcome_year == year)
    promised = [report for report in reports if report.goal_year == year]
    counts = {
        "count_metrics": metrics,
        "count_commitments": sum(len([*report.commitments]) for report in promised),
        "count_targets": sum(len(report.comparisons) for report in promised),
    }
    return views.language.listed([views.count(key, n) for key, n in counts.items() if n])


def _part(views: Views, report: Report, key: str, sections: Sequence[Section], number: int) -> Part:
    return Part(
        title=views.word(key, year=number),
        sections=[_summary(views, report, section) for section in sections],
        summarized=any(section.summary for section in sections),
        charts=multiples(views, report.comparisons) if key == "tasks" and report is views.site.newest else (),
        report_path=report.path,
        compare_path=report.compare_path,
    )


def _summary(views: Views, report: Report, section: Section) -> Summary:
    line = views.section_line(section)
    goals = [c for c in report.comparisons if section.commitments and c.target.section.id == section.ref.id]
    if goals:
        line = replace(line, counts=[*line.counts, views.count("count_targets", len(goals))])
    return Summary(
        line=line,
        summary=to_html(views.plain(section.summary)),
        values=[value_line(views, item) for item in (goals or section.metrics)],
    )


def _entries(voice: Voice) -> Iterator[Entry]:
    newest = voice.site.newest
    for key, number in (("review", newest.outcome_year), ("tasks", newest.goal_year)):
        yield Entry(key, voice.word(key, year=number), urls.year(number))


YEAR = PageType(
    key="year",
    template="year.html",
    context=Year,
    pages=year,
    entries=_entries,
    menu="header",
    budget=SMALL,
    variant=lambda context: context.key,
)
