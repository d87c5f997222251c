"""What the cards of pages say: the page's title, its figures or its sentence, and the source. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup

from workreport.cards import Card, Side
from workreport.pages.compared import ComparisonView, compared
from workreport.pages.views import Views
from workreport.pages.voice import Drafted
from workreport.pages.wall import wall
from workreport.site import Commitment, Report, Section, urls


def commitment_card(views: Views, report: Report, commitment: Commitment) -> Card:
    """Of a promise: its goal beside the outcome where it has one; else its sentence."""
    own = [views.site.comparisons[target] for target in commitment.targets]
    comparisons = [compared(views, report, c) for c in own]
    numbered = [c for c in comparisons if not c.goal_in_words]
    chosen = numbered[0] if len(comparisons) == 1 and numbered else None
    place = views.quote(commitment.quote, set()).place
    about = (place, commitment.code, views.published(views.site.released.get(commitment.id), commitment, *own))
    title, said = views.plain(commitment.title), views.sentence(commitment.quote)
    return Card(
        path=commitment.path,
        lang=views.lang,
        kicker=_kicker(views, report, "tasks", report.goal_year),
        title=title,
        sides=_sides(views, chosen) if chosen else (),
        verdict=chosen.class_text if chosen else "",
        says=_plain(chosen.says) if chosen else "",
        quote="" if chosen or said == title else views.word("card_quote", text=said),
        source=_source(views, report, about),
        address=views.address(commitment.path),
    )


def section_card(views: Views, report: Report, section: Section) -> Card:
    """Of a section: how much it holds."""
    line = views.section_line(section)
    own: tuple[Drafted, ...] = (section, *section.metrics, *section.commitments)
    return Card(
        path=section.ref.path,
        lang=views.lang,
        kicker=_kicker(views, report, section.part, section.ref.year),
        title=views.plain(section.ref.title),
        says=views.language.listed([*line.counts]),
        source=_source(views, report, [views.published(views.site.release, *own)]),
        address=views.address(section.ref.path),
    )


def report_card(views: Views, report: Report, path: str, title: str, says: str) -> Card:
    """Of a page that speaks of a whole report."""
    return Card(
        path=path,
        lang=views.lang,
        kicker=views.plain(views.site.whose(report)),
        title=title,
        says=says,
        source=_source(views, report, [views.published(views.site.release, *report.items)]),
        address=views.address(path),
    )


def home_card(views: Views, report: Report) -> Card:
    """Of the site: its question, and how many promises there are of each kind; its name, for a report without any."""
    lang, squares = views.language, wall(views, report)
    outcomes = views.count("count_metrics", sum(1 for _ in report.metrics))
    if squares is None:
        said = f"{views.plain(views.site.tagline)}{lang.space}{outcomes}{lang.stop}"
        return report_card(views, report, urls.HOME, views.plain(views.site.name), said)
    n = sum(kind.count for kind in squares.kinds)
    kinds = lang.listed([views.word("card_kind", kind=kind.text, n=kind.count) for kind in squares.kinds])
    said = f"{views.count('count_commitments', n)}{lang.colon}{kinds}{lang.stop}{lang.space}{outcomes}{lang.stop}"
    whose = views.word(
        "home_whose", place=views.plain(views.site.place or views.site.whose(report)), year=report.goal_year
    )
    asked = report_card(views, report, urls.HOME, views.word("home_question", year=report.goal_year), said)
    return replace(asked, kicker=f"{whose} · {views.plain(views.site.name)}")


def _kicker(views: Views, report: Report, key: str, year: int) -> str:
    return f"{views.plain(views.site.whose(report))} · {views.word(key, year=year)}"


def _source(views: Views, report: Report, about: Iterable[str]) -> tuple[str, ...]:
    known = views.language.together(views.plain(report.meta.called), report.meta.document_number)
    named = views.word("chart_source", named=known)
    return (named, " · ".join(about))


def _sides(views: Views, c: ComparisonView) -> tuple[Side, ...]:
    """The outcome and the goal, each with what belongs to it."""
    counted = [c.metric_title] if c.metric_title and c.comparability != "same" else []
    said = [c.outcome_basis, c.outcome_about, views.words["estimate"] if c.outcome_estimate else "", *c.outcome_of]
    outcome = Side(
        role="outcome" if c.outcome else "none",
        label=c.outcome_label,
        figure=_plain(c.outcome) if c.outcome else views.words["none_given"],
        about=_joined(views, [*counted, *said]),
    )
    about = _joined(views, [c.goal_basis, c.goal_about, *c.goal_of])
    return (outcome, Side(role="goal", label=c.goal_label, figure=_plain(c.goal), about=about))


def _joined(views: Views, texts: Iterable[str]) -> str:
    return views.language.semicolon.join(dict.fromkeys(_plain(text) for text in texts if text))


def _plain(text: str) -> str:
    """A text of a page without its markup."""
    return Markup(re.sub("<[^>]*>", "", text)).unescape() if isinstance(text, Markup) else text
