"""The home page: what was promised, what was reported, where to look. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workreport.charts import drawable
from workreport.figures import CLASSES
from workreport.pages.cards import home_card
from workreport.pages.compared import ChartView, ComparisonView, Falls, compared, drawn, falls
from workreport.pages.page import SMALL, Link, Page, PageType, entry
from workreport.pages.richtext import foreign
from workreport.pages.views import Fact, SectionLine, Views
from workreport.site import Report, urls


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many comparisons are of a kind, with a link to them."""

    text: str
    count: int
    path: str
    parts: Sequence[Tally] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """What the home page shows of the newest report."""

    whose: str
    """Place and year."""
    name: str
    tagline: str
    report_line: str
    headline: Sequence[ComparisonView]
    """The goals of the report's first section of tasks."""
    headline_charts: Sequence[ChartView]
    years: tuple[int, int]
    tally: Sequence[Tally]
    all_targets: str
    falls: Falls
    compare_path: str
    topics: Sequence[Link]
    places: bool
    terms: bool
    review: Sequence[SectionLine]
    tasks: Sequence[SectionLine]
    report_path: str
    report_title: str
    facts: Sequence[Fact]


def home(views: Views) -> Iterator[Page]:
    """The home page."""
    site, newest = views.site, views.site.newest
    first = newest.tasks[0].ref.id if newest.tasks else None
    headline = [c for c in newest.comparisons if c.target.section.id == first]
    context = Home(
        whose=foreign(
            views.word("home_whose", place=views.plain(site.place or newest.meta.issuer), year=newest.goal_year),
            views.lang,
        ),
        name=views.say(site.name),
        tagline=views.say(site.tagline),
        report_line=views.word(
            "home_report", title=views.plain(newest.meta.title), issued=views.language.date(newest.meta.issued)
        ),
        headline=[compared(views, newest, c) for c in headline],
        headline_charts=[chart for c in headline if drawable(c) and (chart := drawn(views, c))],
        years=(newest.outcome_year, newest.goal_year),
        tally=_tally(views, newest),
        all_targets=views.word("tally_all", n=len(newest.comparisons)),
        falls=falls(views, newest),
        compare_path=newest.compare_path,
        topics=views.other_topics(),
        places=bool(site.places),
        terms=bool(site.terms),
        review=[views.section_line(section) for section in newest.review],
        tasks=[views.section_line(section) for section in newest.tasks],
        report_path=newest.path,
        report_title=views.title(newest),
        facts=views.facts(newest),
    )
    card = home_card(views, newest)
    title, description = views.plain(site.name), views.plain(site.tagline)
    yield views.page(HOME, urls.HOME, context, title=title, description=description, active=HOME.key, card=card)


def _tally(views: Views, report: Report) -> list[Tally]:
    """How many goals fall in each class, and of the comparable ones in each order, with links to those rows."""

    def line(name: str, value: str, text: str, n: int, parts: Sequence[Tally] = ()) -> Tally:
        return Tally(text=text, count=n, path=f"{report.compare_path}?{name}={value}", parts=parts)

    lines = []
    for kind in CLASSES:
        rows = [c for c in report.comparisons if c.comparability == kind]
        orders = [c.order or "open" for c in rows] if kind == "same" else []
        parts = [
            line("order", how, views.words["tally_" + how], orders.count(how))
            for how in ("higher", "equal", "lower", "open")
            if how in orders
        ]
        if rows:
            lines.append(line("class", kind, views.words["class_" + kind], len(rows), parts))
    return lines


HOME = PageType(
    key="home",
    template="home.html",
    context=Home,
    pages=home,
    entries=entry("home", urls.HOME),
    menu="header",
    budget=SMALL,
    quick=True,
    column="首页",
)
