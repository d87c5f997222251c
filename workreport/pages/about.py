"""The page about the site: what is checked, how figures are worded, which versions were published. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workreport.figures import BOUND_WORDS, CLASSES
from workreport.gate import CHECKS
from workreport.pages.page import SMALL, Link, Page, PageType, entry
from workreport.pages.richtext import foreign
from workreport.pages.views import Fact, Views
from workreport.site import Report, urls

UNCHECKED = (
    "topics", "terms", "wording", "omission", "quotes", "comparability", "together", "directions", "rules", "headings", "waivers", "translation",
    "synonyms", "old", "source",
)  # fmt: skip
"""What no machine checks, by the keys of its words: for people to read and to object to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    """A check of the gate."""

    number: int
    name: str
    rule: str
    codes: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How much of the reports is encoded."""

    text: str
    encoded: str
    waived: str
    pending: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version of the site."""

    id: str
    name: str
    date: str
    notes: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A report as it was received."""

    title: str
    digest: str
    """SHA-256; "" where no file is kept."""
    address: str
    """Where it came from; "" where that is not known."""
    accessed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is said about the site."""

    goal_text: str
    checks: Sequence[CheckView]
    unchecked: Sequence[str]
    unused: Sequence[Link]
    counts: Sequence[Count]
    classes: Sequence[Fact]
    bounds: Sequence[str]
    originals: Sequence[Received]
    """Of each report, the newest first."""
    releases: Sequence[Version]
    """The newest first."""


def about(views: Views) -> Iterator[Page]:
    """The page about the site."""
    newest = views.site.newest
    counts = views.site.counts
    context = About(
        goal_text=views.word("about_goal_text", was=newest.outcome_year, will=newest.goal_year),
        checks=[
            CheckView(
                number=number,
                name=views.varied(f"check_{check.key}_name"),
                rule=foreign(views.varied(f"check_{check.key}_rule"), views.lang),
                codes=[code.name for code in check.codes],
            )
            for number, check in enumerate(CHECKS, 1)
        ],
        unchecked=[
            foreign(views.varied(f"unchecked_{key}"), views.lang)
            for key in UNCHECKED
            if key != "translation" or len(views.site.languages) > 1
        ],
        unused=[
            Link(views.word("unused_title", year=report.goal_year), urls.unused(report.goal_year))
            for report in views.site.reports
            if report.waivers
        ],
        counts=[
            Count(
                text=views.words["count_" + key],
                encoded=f"{tally.encoded:,}",
                waived=f"{tally.waived:,}",
                pending=f"{tally.pending:,}",
            )
            for key, tally in (("figures", counts.figures), ("sentences", counts.sentences))
        ],
        classes=[Fact(views.words["class_" + kind], views.words["explain_" + kind]) for kind in CLASSES],
        bounds=[foreign(label, views.lang) for label in BOUND_WORDS[views.lang].label.values()],
        originals=[_received(views, report) for report in reversed(views.site.reports)],
        releases=[
            Version(
                id=urls.release(release.version).partition("#")[2],
                name=views.word("release_name", version=release.version),
                date=views.language.date(release.published[:10]),
                notes=views.plain(release.notes),
                digest=release.digest or "",
            )
            for release in reversed(views.site.releases)
        ],
    )
    yield views.page(ABOUT, urls.ABOUT, context, title=views.words["about"], description=views.words["about_intro"])


def _received(views: Views, report: Report) -> Received:
    """The file of a report, which the gate has held to the text."""
    kept = report.meta.original
    accessed = views.language.date(kept.accessed) if kept and kept.accessed else ""
    return Received(
        title=views.plain(report.meta.called),
        digest=kept.sha256 if kept else "",
        address=(kept.address or "") if kept else "",
        accessed=views.word("about_original_accessed", date=accessed) if accessed else "",
    )


ABOUT = PageType(
    key="about",
    template="about.html",
    context=About,
    pages=about,
    budget=SMALL,
    entries=entry("about", urls.ABOUT),
    menu="footer",
)
