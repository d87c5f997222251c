"""The page of what a report says and the site does not use: numerals that are no figures, sentences that promise nothing. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workreport.pages.page import SMALL, Entry, Link, Page, PageType
from workreport.pages.views import Views
from workreport.pages.voice import Voice
from workreport.site import Report, urls


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A run of the report that is left out, where it stands, and why."""

    text: str
    sentence: Link
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unused:
    """All of them, in the order of the report."""

    intro: str
    figures: Sequence[Left]
    sentences: Sequence[Left]


def unused(views: Views) -> Iterator[Page]:
    """A page for each report that leaves something out."""
    for report in views.site.reports:
        if not report.waivers:
            continue
        title, intro = views.word("unused_title", year=report.goal_year), views.words["unused_intro"]
        context = Unused(
            intro=intro, figures=_left(views, report, "figure"), sentences=_left(views, report, "sentence")
        )
        yield views.page(
            UNUSED,
            urls.unused(report.goal_year),
            context,
            title=title,
            description=intro,
            active=views.active(report, "report"),
            crumbs=[views.year_link(report, report.goal_year), Link(views.title(report), report.path)],
            band=views.drafted_here(report.waivers),
        )


def _left(views: Views, report: Report, kind: str) -> list[Left]:
    order = {block.id: index for index, block in enumerate(report.source.blocks)}
    own = sorted((one for one in report.waivers if one.kind == kind), key=lambda one: order[one.block])
    return [
        Left(
            text=one.text,
            sentence=Link(one.sentence, urls.anchor(report.path, one.sentence)),
            reason=views.words[f"waived_{one.reason}"],
        )
        for one in own
    ]


def _entries(voice: Voice) -> Iterator[Entry]:
    for report in voice.site.reports:
        if report.waivers:
            year = report.goal_year
            yield Entry("unused", voice.word("unused_title", year=year), urls.unused(year))


UNUSED = PageType(
    key="unused",
    template="unused.html",
    context=Unused,
    pages=unused,
    budget=SMALL,
    entries=_entries,
)
