"""The gate, check 2: every figure is entered twice. Pure.

The editor writes value, unit, bound and estimate; the figure reader reads them from the quote on its own; both must
agree (`periods` does the same for period and basis, and `own_runs` says which of several figures is meant). And because a
quote can be cut so that it loses the word that qualifies its figure, the reader reads the whole paragraph too: a quote
that leaves such a word out is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workreport.content import Change, Found, Metric, Run, Target
from workreport.diagnostics import Code, Diagnostic, Message, did_you_mean, joined, listed, say
from workreport.figures import Figure, Unit, Units, read_figures
from workreport.gate.context import Context, M, Place, Stated
from workreport.gate.kinds import KINDS
from workreport.gate.own_runs import own_run
from workreport.gate.periods import FIGURE_BASIS, FIGURE_PERIOD, Setting, held
from workreport.gate.rule import Rule

FIGURE_VALUE = Code("figure-value", say("The value differs from what the quote reads."))
FIGURE_UNIT = Code("figure-unit", say("The unit differs from what the quote reads."))
FIGURE_BOUND = Code("figure-bound", say("The bound differs from what the quote reads."))
FIGURE_ESTIMATE = Code("figure-estimate", say("The estimate differs from what the quote reads."))
FIGURE_CHANGE = Code("figure-change", say("The change differs from what the quote reads."))
QUOTE_CUT = Code("quote-cut", say("A quote leaves out words that qualify its figure."))
UNIT_UNKNOWN = Code("unit-unknown", say("A unit is not in units.yaml."))
TARGET_FORM = Code("target-form", say("A target states neither a number nor words, or both."))

_OF_EACH = re.compile("分别|均|都|各")
_PART = re.compile("[。；！？;!?]")


def enter(
    item: Stated[M],
    found: Found,
    paragraph: Sequence[Figure],
    free: Sequence[Figure],
    units: Units,
    setting: Setting,
) -> Stated[M]:
    """The item with the figures of its quote that it claims, and with what of it differs from them.

    `paragraph`: all figures of the block that the quote stands in, which `setting` describes; `free`: those of them that
    no waiver accounts for.
    """
    value, place = item.value, item.place
    faults: list[Diagnostic] = []
    own: Run | None = found
    figure = change = None
    if isinstance(value, Target) and not _is_whole(value):
        message = say("a target has value, unit and bound, or it has words")
        hint = say("write the number as printed, or the goal's own words where it has none")
        faults.append(place.problem((), TARGET_FORM, message, hint))
    elif value.value is not None:
        own = own_run(item, found, free, faults)
        figure = _figure(place, value, found, own, paragraph, units, faults) if own else None
    disputed = figure is None and bool(faults)
    if isinstance(value, Metric) and value.change is not None:
        change = _change(place, value.change, found, figure, paragraph, units, faults)
        disputed = disputed or change is None
    faults += held(item, figure, change, setting)
    return replace(item, own=own, figure=figure, change=change, faults=tuple(faults), disputed=disputed)


def _is_whole(target: Target) -> bool:
    """A target has value, unit and bound, or words; never both, never neither."""
    given = [target.value is not None, target.unit is not None, target.bound is not None]
    if target.words is None:
        return all(given)
    return not any(given) and target.value_high is None


def _unit(place: Place, at: tuple[str, ...], printed: str, units: Units, faults: list[Diagnostic]) -> Unit | None:
    """The unit as the table has it, or None with the problem collected."""
    unit = units.unit(printed)
    if unit.known:
        return unit
    message = say("“{unit}” is not in units.yaml", unit=printed)
    hint = did_you_mean(printed, units.names) or say("add it there, with its English")
    faults.append(place.problem((*at, "unit"), UNIT_UNKNOWN, message, hint))
    return None


def _figure(
    place: Place,
    value: Metric | Target,
    found: Found,
    run: Run,
    paragraph: Sequence[Figure],
    units: Units,
    faults: list[Diagnostic],
) -> Figure | None:
    """The one figure of the item's own run that equals what the editor wrote, as its paragraph reads it."""
    assert value.unit is not None
    unit = _unit(place, (), value.unit, units, faults)
    if unit is None:
        return None
    read_alone = read_figures(found.of(found.block.text), units)
    own = [f for f in read_alone if run.start <= found.start + f.start and found.start + f.end <= run.end]
    wanted = (value.value, value.value_high, unit)
    exact = [f for f in own if (f.quantity.value, f.quantity.high, f.quantity.unit) == wanted]
    if len(exact) != 1:
        faults.append(_disagreement(place, value, own))
        return None
    (figure,) = exact
    start, end = found.start + figure.start, found.start + figure.end
    whole = next((f for f in paragraph if f.start < end and start < f.end), None)
    read = figure.quantity
    if whole is None or whole.quantity != read:
        message = say(
            "the quote leaves out words that qualify its figure: it reads {figure}, its sentence {whole}",
            figure=_shown(figure),
            whole=_shown(whole) if whole else say("no figure"),
        )
        faults.append(place.problem(("quote",), QUOTE_CUT, message, say("lengthen the quote")))
        return None
    if read.bound != value.bound:
        message = say(
            "bound is {bound}, but “{figure}” in the quote reads {read}",
            bound=value.bound,
            figure=figure.text,
            read=read.bound,
        )
        faults.append(place.problem(("bound",), FIGURE_BOUND, message, say("write bound: {read}", read=read.bound)))
    if value.estimate and not read.estimate:
        message = say("estimate is true, but the quote does not say 预计")
        faults.append(place.problem(("estimate",), FIGURE_ESTIMATE, message, say("write estimate: false")))
    elif read.estimate and not value.estimate:
        message = say("the quote calls “{figure}” an estimate (预计)", figure=figure.text)
        faults.append(place.problem((), FIGURE_ESTIMATE, message, say("write estimate: true")))
    return whole


def _disagreement(place: Place, value: Metric | Target, own: Sequence[Figure]) -> Diagnostic:
    """Says which of value and unit differs from the quote."""
    stated = f"{value.value}{f'-{value.value_high}' if value.value_high is not None else ''}{value.unit}"
    for figure in own:
        if (figure.quantity.value, figure.quantity.high) == (value.value, value.value_high):
            message = say("unit is “{unit}”, but the quote reads {read}", unit=value.unit, read=_shown(figure))
            hint = say("write unit: {unit}", unit=figure.quantity.unit)
            return place.problem(("unit",), FIGURE_UNIT, message, hint)
    read = joined(map(_shown, own)) or say("no figure")
    message = say("the value is {stated}, but the quote reads {read}", stated=stated, read=read)
    return place.problem(("value",), FIGURE_VALUE, message, say("compare the value with the quote"))


def _change(
    place: Place,
    change: Change,
    found: Found,
    figure: Figure | None,
    paragraph: Sequence[Figure],
    units: Units,
    faults: list[Diagnostic],
) -> Figure | None:
    """The growth beside `figure`: in the same quote, of the same value, rising or falling as stated.

    Beside means that no other figure stands between the two, unless the growth is said of several (均, 分别).
    """
    unit = _unit(place, ("change",), change.unit, units, faults)
    if unit is None:
        return None
    kinds = ("growth", "improvement", "multiple") if change.value >= 0 else ("decline",)
    equal = [
        other
        for other in paragraph
        if found.holds(other)
        and (other.quantity.value, other.quantity.unit) == (abs(change.value), unit)
        and other.quantity.kind in kinds
    ]
    beside = [other for other in equal if figure is None or _beside(found.block.text, figure, other, paragraph)]
    printed = f"{change.value}{change.unit}"
    if not equal:
        message = say("the quote does not state a change of {change}", change=printed)
        hint = say("growth is written above zero, a decline below; the quote must hold it")
    elif not beside:
        assert figure is not None
        message = say("the change of {change} is not that of “{figure}”", change=printed, figure=figure.text)
        hint = say("another figure stands between the two: write the change that stands beside the item's own figure")
    else:
        read = beside[0].quantity
        if read.bound == change.bound:
            return beside[0]
        message = say(
            "the bound of the change is {bound}, but “{figure}” in the quote reads {read}",
            bound=change.bound,
            figure=beside[0].text,
            read=read.bound,
        )
        at = ("change", "bound") if change.bound != "exact" else ("change",)
        faults.append(place.problem(at, FIGURE_BOUND, message, say("write bound: {read}", read=read.bound)))
        return None
    faults.append(place.problem(("change",), FIGURE_CHANGE, message, hint))
    return None


def _beside(text: str, figure: Figure, growth: Figure, paragraph: Sequence[Figure]) -> bool:
    """Whether growth is that of a figure: no other stands between the two, or it is said of several.

    Growth that stands before its figure (增长8%，达到600亿元) is the first figure after a full stop or semicolon.
    """
    first, last = sorted((figure, growth), key=lambda one: one.start)
    if any(first.end <= one.start and one.end <= last.start for one in paragraph):
        return _OF_EACH.search(text, first.end, last.start) is not None
    if growth is last:
        return True
    begin = max((match.end() for match in _PART.finditer(text, 0, figure.start)), default=0)
    return begin <= growth.start and not any(begin <= one.start < growth.start for one in paragraph)


def _shown(figure: Figure) -> Message:
    """A figure in a diagnostic: “超过5.4万元” (more_than, estimate)."""
    read = figure.quantity
    marks: list[str] = [read.bound] if read.bound != "exact" else []
    if read.kind not in ("level", "all"):
        marks.append(KINDS[read.kind])
    if read.estimate:
        marks.append("estimate")
    if not marks:
        return say("“{figure}”", figure=figure.text)
    return say("“{figure}” ({marks})", figure=figure.text, marks=listed(marks))


def faults(context: Context) -> Iterator[Diagnostic]:
    """What was entered and differs from what the quotes read."""
    for reading in context.readings:
        for item in reading.stated:
            yield from item.faults


RULE = Rule(
    key="double_entry",
    check="double_entry",
    codes=(
        FIGURE_VALUE,
        FIGURE_UNIT,
        FIGURE_BOUND,
        FIGURE_ESTIMATE,
        FIGURE_CHANGE,
        FIGURE_PERIOD,
        FIGURE_BASIS,
        QUOTE_CUT,
        UNIT_UNKNOWN,
        TARGET_FORM,
    ),
    faults=faults,
)
