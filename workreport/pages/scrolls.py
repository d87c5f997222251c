"""What long pictures say: a section, or the whole of a report, in the words that its pages have. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from workreport.cards import Key, Scroll, Side, Squares, Stretch, Told, lacking, unroll
from workreport.charts import COLOURS, Drawn, drawable, falls_chart, own_colours, target_chart
from workreport.pages.compared import compared, falls
from workreport.pages.page import Long
from workreport.pages.slopes import by_change
from workreport.pages.views import Views
from workreport.pages.wall import Kind, Wall, wall
from workreport.site import Commitment, Comparison, Declared, Metric, Report, Section, urls

SQUARES: dict[Kind, str] = {"same": "outcome", "beside": "goal", "number": "soft", "words": "paper"}
"""Of squares; those in words are outlines."""


def section_long(views: Views, report: Report, section: Section) -> Long | None:
    """The long picture of a section; None where there are no pictures, it holds nothing, or a character of it is not in the
    fonts."""
    path = section.ref.path
    if path not in views.longs:
        title = views.plain(section.ref.title)
        views.longs[path] = _long(views, title, section_scroll(views, report, section)) if views.painted else None
    return views.longs[path]


def report_long(views: Views, report: Report) -> Long | None:
    """That of a whole report."""
    if report.path not in views.longs:
        title = views.plain(report.meta.called)
        views.longs[report.path] = _long(views, title, report_scroll(views, report)) if views.painted else None
    return views.longs[report.path]


def _long(views: Views, title: str, scroll: Scroll) -> Long | None:
    sheet = unroll(scroll, COLOURS | own_colours(views.site.looks, "light"))
    if not scroll.stretches or lacking(*sheet.texts):
        return None
    png, svg = (urls.long(scroll.path, form) for form in ("png", "svg"))
    return Long(page=scroll.path, title=title, png=png, svg=svg, sheet=sheet)


def section_scroll(views: Views, report: Report, section: Section) -> Scroll:
    """Of a section: its drawings, and each outcome, or each goal and promise by kind."""
    tasks = section.part == "tasks"
    year = report.goal_year if tasks else report.outcome_year
    stretches = _tasks(views, report, section) if tasks else _outcomes(views, section)
    goals = [c for c in report.comparisons if c.target.section.id == section.ref.id] if tasks else []
    counts = [*views.section_line(section).counts]
    if goals:
        counts.append(views.count("count_targets", len(goals)))
    return _scroll(
        views,
        report,
        path=section.ref.path,
        kicker=f"{views.plain(views.site.whose(report))} · {views.word('tasks' if tasks else 'review', year=year)}",
        title=views.plain(section.ref.title),
        lead=views.language.listed(counts),
        drafted=views.drafted(section, *section.metrics, *section.commitments, *(c.target for c in goals)),
        stretches=[*stretches],
        status=views.status(report) if goals else "",
    )


def report_scroll(views: Views, report: Report) -> Scroll:
    """Of a whole report: its promises as squares, the goals that may be compared, and what its sections hold."""
    place = views.plain(views.site.place or views.site.whose(report))
    walled = wall(views, report)
    outcomes = views.count("count_metrics", sum(1 for _ in report.metrics))
    counts = [views.count("count_commitments", sum(1 for _ in report.commitments))] if walled else []
    if report.comparisons:
        counts.append(views.count("count_targets", len(report.comparisons)))
    return _scroll(
        views,
        report,
        path=report.path,
        kicker=views.word("home_whose", place=place, year=report.goal_year),
        title=views.word("home_question", year=report.goal_year) if walled else views.plain(report.meta.title),
        lead=views.language.listed([*counts, outcomes]),
        drafted=views.drafted(*report.items),
        stretches=[*([_wall(walled)] if walled else []), *_whole(views, report)],
        status=views.status(report) if report.comparisons else "",
    )


def _scroll(
    views: Views,
    report: Report,
    *,
    path: str,
    kicker: str,
    title: str,
    lead: str,
    drafted: str,
    stretches: Sequence[Stretch],
    status: str,
) -> Scroll:
    meta = report.meta
    issued = meta.issued and views.language.date(meta.issued)
    known = views.language.together(views.plain(meta.called), meta.document_number, issued)
    return Scroll(
        path=path,
        lang=views.lang,
        kicker=kicker,
        title=title,
        lead=lead,
        drafted=drafted,
        stretches=stretches,
        source=[
            text
            for text in (
                status,
                views.word("chart_source", named=known),
                views.words["unofficial"] if views.translated else "",
                views.published(views.site.release),
            )
            if text
        ],
        address=views.address(path),
    )


def _wall(walled: Wall) -> Stretch:
    return Stretch(
        title=walled.title,
        lead=walled.how,
        keys=[
            Key(colour=SQUARES[kind.kind], text=f"{kind.text[:1].upper()}{kind.text[1:]} {kind.count}")
            for kind in walled.kinds
        ],
        squares=[
            Squares(
                title=f"{_plain(group.title)} {len(group.squares)}",
                colours=[SQUARES[square.kind] for square in group.squares],
            )
            for group in walled.groups
        ],
    )


def _whole(views: Views, report: Report) -> Iterator[Stretch]:
    same = by_change(report.comparisons)
    if report.comparisons:
        said = falls(views, report)
        drawn = _drawn(views, falls_chart(report))
        shown = [Told(drawing=drawn.usual)] if drawn else []
        yield Stretch(title=views.words["falls"], lead=said.intro, told=shown)
    if same:
        yield Stretch(
            title=_counted(views, views.word("wall_same", was=report.outcome_year), len(same)),
            told=[_comparison(views, report, c) for c in same],
        )
    for key, year, sections in (
        ("tasks", report.goal_year, report.tasks),
        ("review", report.outcome_year, report.review),
    ):
        lines = [views.section_line(section) for section in sections]
        role = "goal" if key == "tasks" else "outcome"
        yield Stretch(
            title=views.word(key, year=year),
            told=[
                Told(title=_plain(line.title), about=views.language.listed([*line.counts]), role=role) for line in lines
            ],
            plain=True,
        )


def _outcomes(views: Views, section: Section) -> Iterator[Stretch]:
    """The drawings of a section of the review, and each outcome that is in none of them."""
    shown = [(declared, drawn) for declared in section.charts if (drawn := _drawn(views, declared.path))]
    seen = {item for declared, _ in shown for item in declared.items}
    told = [_chart(drawn) for _, drawn in shown]
    told += [_metric(views, metric) for metric in section.metrics if metric.id not in seen]
    if told:
        yield Stretch(title=_counted(views, views.words["metrics"], len(section.metrics)), told=told)


def _tasks(views: Views, report: Report, section: Section) -> Iterator[Stretch]:
    """The goals of a section by what may be said of them, then the promises in words."""
    own = [c for c in report.comparisons if c.target.section.id == section.ref.id]
    same = by_change(own)
    alone = [c for c in own if c.comparability == "no_baseline"]
    beside = [c for c in own if c.comparability not in ("same", "no_baseline")]
    words = [c for c in section.commitments if not c.targets]
    for key, comparisons in (("wall_same", same), ("wall_beside", beside)):
        if comparisons:
            yield Stretch(
                title=_counted(views, views.word(key, was=report.outcome_year), len(comparisons)),
                told=[_comparison(views, report, c) for c in comparisons],
            )
    if alone:
        yield Stretch(
            title=_counted(views, views.words["wall_number"], len(alone)),
            lead=views.words["explain_no_baseline"],
            told=[*_goals(views, report, section.charts, alone)],
        )
    if words:
        title = views.words["wall_words" if own else "commitments"]
        yield Stretch(title=_counted(views, title, len(words)), told=[_promise(views, c) for c in words], plain=True)


def _goals(views: Views, report: Report, charts: Sequence[Declared], alone: Sequence[Comparison]) -> Iterator[Told]:
    """Goals without an outcome: drawn where the section draws nothing else with them."""
    ids = {c.target.id for c in alone}
    shown = [(chart, drawn) for chart in charts if ids.issuperset(chart.items) and (drawn := _drawn(views, chart.path))]
    seen = {item for chart, _ in shown for item in chart.items}
    yield from (_chart(drawn) for _, drawn in shown)
    for c in alone:
        if c.target.id not in seen:
            view = compared(views, report, c)
            about = (view.goal_basis, view.goal_about, *view.goal_of)
            yield Told(title=_plain(view.title), figure=_plain(view.goal), about=_joined(views, about))


def _comparison(views: Views, report: Report, c: Comparison) -> Told:
    view = compared(views, report, c)
    drawn = _drawn(views, target_chart(c.target)) if drawable(c) else None
    counted = [view.metric_title] if view.metric_title and c.comparability != "same" else []
    estimate = [views.words["estimate"]] if view.outcome_estimate else []
    outcome = Side(
        role="outcome" if view.outcome else "none",
        label=view.outcome_label,
        figure=_plain(view.outcome) if view.outcome else views.words["none_given"],
        about=_joined(views, [*counted, view.outcome_basis, view.outcome_about, *estimate, *view.outcome_of]),
    )
    goal = Side(
        role="goal",
        label=view.goal_label,
        figure=_plain(view.goal),
        about=_joined(views, [view.goal_basis, view.goal_about, *view.goal_of]),
    )
    return Told(
        title=_plain(view.title),
        drawing=drawn.usual if drawn else None,
        sides=(outcome, goal),
        verdict=view.class_text,
        says=[*(drawn.below[:-1] if drawn else ()), _plain(view.says)],
    )


def _metric(views: Views, metric: Metric) -> Told:
    q = metric.quantity
    about = [views.about(metric), views.change(metric), *views.stated(metric)]
    return Told(
        title=views.plain(metric.title),
        figure=_plain(views.figure_marked(q)),
        role="outcome",
        about=_joined(views, about),
    )


def _promise(views: Views, commitment: Commitment) -> Told:
    return Told(title=views.plain(commitment.title))


def _chart(drawn: Drawn) -> Told:
    return Told(title=drawn.title, drawing=drawn.usual, says=drawn.below)


def _drawn(views: Views, path: str) -> Drawn | None:
    """A chart that pages show as a drawing."""
    return None if views.charts[path].kind == "figures" else views.drawings.get((views.lang, path))


def _counted(views: Views, title: str, n: int) -> str:
    return views.word("long_count", title=title[:1].upper() + title[1:], n=n)


def _joined(views: Views, texts: Iterable[str]) -> str:
    return views.language.semicolon.join(dict.fromkeys(_plain(text) for text in texts if text))


def _plain(text: str) -> str:
    """A text of a page without its markup."""
    return Markup(re.sub("<[^>]*>", "", text)).unescape() if isinstance(text, Markup) else text
