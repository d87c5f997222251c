"""Comparisons and charts as pages show them: both sides, the class, and what may be said of the two. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from workreport.charts import UP, drawable, falls_chart, target_chart
from workreport.figures import Comparability, Period, Quantity
from workreport.pages.richtext import foreign
from workreport.pages.views import Views
from workreport.site import Comparison, Report, urls


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView:
    """A goal beside an outcome."""

    id: str
    title: str
    anchor: str
    """The path of the target on its commitment's page."""
    goal: str
    goal_in_words: bool
    goal_label: str
    goal_basis: str
    """"" where there is nothing to say."""
    goal_about: str
    """Of which years it is, where those are not the table's, and on what basis."""
    goal_of: Sequence[str]
    """What belongs to the figure: of what it is a share, and what the editors note."""
    outcome: str
    """"" where the report has no outcome to set beside it; so are the metric's fields then."""
    outcome_estimate: bool
    outcome_label: str
    outcome_basis: str
    outcome_about: str
    outcome_of: Sequence[str]
    metric_title: str
    metric_path: str
    metric_change: str
    """The change on the year before; the value where the change is what is compared."""
    comparability: Comparability
    class_text: str
    order: str
    """higher, equal, lower, open; "" where the two may not be compared."""
    topics: str
    """Ids, with spaces between them."""
    says: str
    plain_sentence: str
    """Both sides and what may be said of them, not escaped: what is quoted elsewhere stands on its own."""
    told: Markup
    """The goal's sentence, or on a page of another language what translates it."""
    at: int | None = None
    """Its number among all comparisons of its report, where they can be sorted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRow:
    """A line of a chart's table, and its figures as they stand alone."""

    path: str
    label: str
    cells: Sequence[str]
    figures: Sequence[tuple[str, str]]
    """What each is, and the figure."""
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView:
    """A chart with its drawings, its table and its files.

    The drawings, in ordinary and in large type, are in parts, and a page puts its way to the root between them. None in a
    build without charts, and where figures say more than a drawing.
    """

    id: str
    title: str
    """What it shows; its name alone where that is said in figures."""
    bare: bool
    """Whether figures stand in place of a drawing."""
    usual: Sequence[Markup]
    large: Sequence[Markup]
    note: str
    caveats: Sequence[str]
    head: Sequence[str]
    rows: Sequence[ChartRow]
    svg: str
    png: str
    csv: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Falls:
    """How the goals of a report fall, as counts with their denominators; never one score."""

    intro: str
    chart: ChartView | None
    pending: str


def compared(views: Views, report: Report, c: Comparison) -> ComparisonView:
    """One comparison; the same on every page that shows it."""
    if c.target.id not in views.compared:
        views.compared[c.target.id] = _compared(views, report, c)
    return views.compared[c.target.id]


def _compared(views: Views, report: Report, c: Comparison) -> ComparisonView:
    target, metric = c.target, c.metric
    was = c.outcome_time.period if c.outcome_time else Period.alone(report.outcome_year)
    between = (views.language.years(was), views.language.years(target.time.period))
    bases = (c.outcome_time.basis if c.outcome_time else None, target.time.basis)
    outcome = c.outcome
    goal = target.quantity if target.quantity is not None else views.plain(target.words)
    reason = views.plain(c.reason)
    sentence = views.language.comparison(c.comparability, outcome, goal, reason, between, bases)
    if c.comparability == "same" and outcome is not None and isinstance(goal, Quantity):
        says = views.language.verdict(outcome, goal, between)
        says = says[:1].upper() + says[1:] + (f"{views.language.stop}{views.language.space}{reason}" if reason else "")
    else:
        says = reason or views.words["explain_" + c.comparability]
    return ComparisonView(
        id=target.id.slug,
        title=views.say(target.title),
        anchor=target.path,
        goal=foreign(views.figure(goal) if isinstance(goal, Quantity) else goal, views.lang),
        goal_in_words=not isinstance(goal, Quantity),
        goal_label=views.word("goal_of", will=between[1]),
        goal_basis=views.basis(target),
        goal_about=views.about(target),
        goal_of=views.stated(target),
        outcome=_outcome(views, c),
        outcome_estimate=bool(outcome and outcome.estimate),
        outcome_label=views.word("outcome_of", was=between[0]),
        outcome_basis="" if c.of_change else views.basis(metric),
        outcome_about="" if c.of_change else views.about(metric),
        outcome_of=views.stated(metric),
        metric_title=views.say(metric.title) if metric else "",
        metric_path=metric.path if metric else "",
        metric_change=views.figure(metric.quantity) if metric and c.of_change else views.change(metric),
        comparability=c.comparability,
        class_text=views.words["class_" + c.comparability],
        order=c.order or ("open" if c.comparability == "same" else ""),
        topics=" ".join(target.topics),
        says=foreign(says, views.lang),
        plain_sentence=sentence,
        told=foreign(views.sentence(target.quote), views.lang),
    )


def _outcome(views: Views, c: Comparison) -> str:
    """The outcome that is compared, with what is said of the time of a change; "" for none."""
    if c.outcome is None:
        return ""
    return views.change(c.metric) if c.of_change else views.figure(c.outcome)


def chart(views: Views, path: str, *, framed: bool = False) -> ChartView:
    """A chart by its path; in a frame of another site its links open pages of their own."""
    own = views.charts[path]
    drawn = views.drawings.get((views.lang, path))
    bare = own.kind == "figures"
    return ChartView(
        id=path.rpartition("/")[2],
        title=foreign(own.name if bare else own.title, views.lang),
        bare=bare,
        usual=_parts(drawn.page, framed) if drawn and not bare else (),
        large=_parts(drawn.large) if drawn and not bare and not framed else (),
        note=foreign(own.note, views.lang) if own.note else "",
        caveats=[foreign(text, views.lang) for text in own.caveats],
        head=own.head,
        rows=[
            ChartRow(
                path=row.path,
                label=foreign(row.cells[0], views.lang),
                cells=[foreign(cell, views.lang) for cell in row.cells[1:]],
                figures=[(side.label, foreign(side.figure, views.lang)) for side in row.sides],
                says=foreign(row.says[:1].upper() + row.says[1:], views.lang),
            )
            for row in own.rows
        ],
        svg=urls.drawing(path) if drawn else "",
        png=urls.picture(path) if drawn and drawn.picture else "",
        csv=urls.rows(path) if own.records else urls.data("comparisons.csv"),
    )


def _parts(svg: str, framed: bool = False) -> list[Markup]:
    """A drawing, cut where a page puts its way to the root."""
    before, _, _ = UP.rpartition("up:")
    before = f'target="_blank" rel="noopener" {before}' if framed else before
    first, *others = svg.split(UP)
    return [Markup(part) for part in [*(f"{part}{before}" for part in [first, *others[:-1]]), others[-1]]]


def multiples(views: Views, comparisons: Iterable[Comparison]) -> list[ChartView]:
    """The charts of some comparisons, to stand side by side, each on a scale of its own."""
    return [own for c in comparisons if (own := drawn(views, c))]


def drawn(views: Views, c: Comparison, *, framed: bool = False) -> ChartView | None:
    """The chart of a comparison, if its two sides may share an axis and do not say it as well in figures."""
    own = chart(views, target_chart(c.target), framed=framed) if drawable(c) else None
    return None if own is None or own.bare else own


def falls(views: Views, report: Report) -> Falls:
    """How a report's goals fall."""
    n = len(report.comparisons)
    same = sum(c.comparability == "same" for c in report.comparisons)
    pending = any(section.pending for section in report.sections)
    key = "falls_intro_pending" if pending else "falls_intro"
    return Falls(
        intro=views.word(key, n=n, same=same, rest=n - same, was=report.outcome_year, will=report.goal_year),
        chart=chart(views, falls_chart(report)) if n else None,
        pending=views.words["falls_pending"] if pending else "",
    )
