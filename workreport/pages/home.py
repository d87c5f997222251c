"""The home page: what was promised, a square each; what may be compared; where to look. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from workreport.pages.cards import home_card
from workreport.pages.compared import ComparisonView, Falls, compared, falls
from workreport.pages.page import PAINT_LONG, SMALL, Link, Page, PageType, entry
from workreport.pages.richtext import foreign
from workreport.pages.slopes import Slope, by_change, slope
from workreport.pages.views import Fact, SectionLine, Views
from workreport.pages.wall import Wall, wall
from workreport.site import Comparison, Report, urls

MOST = 12
"""How many goals a list of the home page shows; the page of comparisons has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many comparable goals are of an order, with a link to them."""

    text: str
    count: int
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A goal beside an outcome, with its slope where it can be drawn."""

    row: ComparisonView
    slope: Slope | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """What the home page shows of the newest report."""

    whose: str
    """Place and year."""
    question: Markup
    """The site's name, for a report that promises nothing."""
    tagline: str
    wall: Wall | None
    falls: Falls
    tally: Sequence[Tally]
    goals: Sequence[Goal]
    """Those that may be compared, what moved most first."""
    compare_path: str
    all_targets: str
    topics: Sequence[Link]
    """Those that are not on the wall."""
    places: bool
    terms: bool
    headline_title: Markup
    headline: Sequence[ComparisonView]
    """The goals of the report's first section of tasks that do not stand above."""
    outcomes: str
    """How many the report states."""
    review: Sequence[SectionLine]
    tasks: Sequence[SectionLine]
    years: tuple[int, int]
    report_path: str
    report_title: str
    facts: Sequence[Fact]


def home(views: Views) -> Iterator[Page]:
    """The home page."""
    site, newest = views.site, views.site.newest
    squares = wall(views, newest)
    walled = {group.path for group in squares.groups} if squares else set()
    goals = by_change(newest.comparisons)[:MOST]
    headline, headline_title = _headline(views, newest, goals)
    context = Home(
        whose=foreign(
            views.word(
                "home_whose", place=views.plain(site.place or newest.meta.issuer or site.name), year=newest.goal_year
            ),
            views.lang,
        ),
        question=views.say(site.name)
        if squares is None
        else Markup(views.word("home_question", year=newest.goal_year)),
        tagline=views.say(site.tagline),
        wall=squares,
        falls=falls(views, newest),
        tally=_tally(views, newest),
        goals=[Goal(row=compared(views, newest, c), slope=slope(c)) for c in goals],
        compare_path=newest.compare_path,
        all_targets=views.word("tally_all", n=len(newest.comparisons)),
        topics=[link for link in views.other_topics() if link.path not in walled],
        places=bool(site.places),
        terms=bool(site.terms),
        headline_title=headline_title,
        headline=[compared(views, newest, c) for c in headline],
        outcomes=views.count("count_metrics", len([*newest.metrics])),
        review=[views.section_line(section) for section in newest.review],
        tasks=[views.section_line(section) for section in newest.tasks],
        years=(newest.outcome_year, newest.goal_year),
        report_path=newest.path,
        report_title=views.title(newest),
        facts=views.facts(newest),
    )
    card = home_card(views, newest)
    title, description = views.plain(site.name), views.plain(site.tagline)
    band = views.drafted_here(newest.items)
    yield views.page(
        HOME, urls.HOME, context, title=title, description=description, active=HOME.key, card=card, band=band
    )


def _headline(views: Views, report: Report, above: Iterable[Comparison]) -> tuple[Sequence[Comparison], Markup]:
    """The goals of the first section of tasks without those `above`, and what that section is called."""
    if not report.tasks:
        return (), Markup("")
    first = report.tasks[0].ref
    own = [c for c in report.comparisons if c.target.section.id == first.id]
    rest = [c for c in own if c not in above]
    title = views.say(first.title)
    return rest[:MOST], title if rest == own else Markup(views.words["home_rest"]).format(title=title)


def _tally(views: Views, report: Report) -> list[Tally]:
    """How many of the comparable goals are of each order, with links to those rows."""
    orders = [c.order or "open" for c in report.comparisons if c.comparability == "same"]
    return [
        Tally(text=views.words["tally_" + how], count=orders.count(how), path=f"{report.compare_path}?order={how}")
        for how in ("higher", "equal", "lower", "open")
        if how in orders
    ]


HOME = PageType(
    key="home",
    template="home.html",
    context=Home,
    pages=home,
    entries=entry("home", urls.HOME),
    menu="header",
    budget=SMALL,
    paint=PAINT_LONG,
    column="首页",
)
