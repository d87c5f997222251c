"""The gate, check 2, of times: the years that a figure speaks of and its basis are entered twice too. Pure.

What the editor writes is held against what the figure's sentence says and, where that names nothing, against its paragraph
and the headings over it (过去五年工作回顾). Years in another clause may be about something else, and 五年来 over a
paragraph need not be said of each figure in it: there the editor has to say which, and either is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workreport.content import Block, Bounded, Change, Found, Metric, Outcome, Run, Target, dense
from workreport.diagnostics import Code, Diagnostic, Message, say
from workreport.figures import Basis, Figure, Period, Quantity, bases_in, governing, named
from workreport.gate.context import Loc, M, Place, Stated

FIGURE_PERIOD = Code("figure-period", say("The years of a figure differ from those that its text names."))
FIGURE_BASIS = Code("figure-basis", say("The basis of a figure differs from what its text says."))

Dated = Metric | Target | Change
_STOP = re.compile("[，。；：！？,;:!?]")
_OPENING = 3
"""Within how many characters of its beginning a paragraph names the years that all of it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where a figure stands."""

    year: int
    """That of its item: what it speaks of where nothing is said."""
    report: int
    """That of the tasks, from which 过去五年 and 今后五年 count."""
    block: Block
    above: tuple[str, ...]
    """The headings over the block without white space, the nearest first."""

    def settled(self, period: Period, *, base: bool = False) -> Period:
        """With the year of the item for an end that is open; what is measured against the year before is of one year."""
        first, last = period.first, period.last
        if last is None and first is not None:
            first, last = (self.year if base and first == self.year - 1 else min(first, self.year)), self.year
        return Period(first=last if first is None and last == self.year else first, last=last)

    def names(self, text: str) -> list[Period]:
        """All years that a text without white space names."""
        return [self.settled(one.period, base=one.base) for one in named(text, self.report, self.year)]

    def governed(self, said: str) -> tuple[Period | None, bool]:
        """What the years in a sentence before its figure come to, and whether they can be about nothing but the figure."""
        found = [*named(said, self.report, self.year)]
        clause = max((match.end() for match in _STOP.finditer(said)), default=0)
        period = governing(found, clause)
        if period is None:
            return None, False
        last = next(one for one in reversed(found) if not one.brief or one.start >= clause)
        bare = last.period.first == last.period.last and "的" in said[last.start :]  # 2020年启动的项目
        bound = not last.relative and not bare and (last.start >= clause or last.period.first is None)
        return self.settled(period, base=last.base), bound

    def over(self, before: str) -> Period | None:
        """The years that the beginning of the paragraph is about, or the nearest heading that names any; None where
        they are those of any report."""
        opening = [one for one in named(before, self.report, self.year) if one.start < _OPENING]
        if opening:
            periods = [self.settled(opening[0].period, base=opening[0].base)]
        else:
            periods = next((found for heading in self.above if (found := self.names(heading))), [])
        usual = {Period(first=year, last=year) for year in (self.report - 1, self.report)}
        return next((period for period in periods if period not in usual), None)


def held(item: Stated[M], figure: Figure | None, change: Figure | None, setting: Setting) -> Iterator[Diagnostic]:
    """What of the periods and the bases of an item differs from the text. `figure`, `change`: what its quote states; None
    where that was refused, or the goal is in words.
    """
    value, place = item.value, item.place
    if figure:
        yield from _one(place, (), value, setting, figure, figure.text, figure.basis)
    elif isinstance(value, Target) and value.words and (goal := _words(value.words.source, item.found)):
        yield from _one(place, (), value, setting, goal, value.words.source, None)
    if change and isinstance(value, Metric) and value.change:
        inherited = value.period.of(setting.year) if value.period else None
        yield from _one(place, ("change",), value.change, setting, change, change.text, change.basis, inherited)


def spoken_of(item: Stated[Metric] | Stated[Target]) -> Period:
    """The years that an item speaks of."""
    return item.value.period.of(item.id.year) if item.value.period else Period.alone(item.id.year)


def unlike(outcome: Stated[Metric], goal: Stated[Target], *, change: bool = False) -> Message | None:
    """Why an outcome and a goal cannot be `same`: spans of unlike length, a single year that is not its report's (a goal
    for 2030 is none for next year), or another basis. `change`: the growth of the outcome is what is compared."""
    own = outcome.value.change if change and outcome.value.change else outcome.value
    was = own.period.of(outcome.id.year) if own.period else spoken_of(outcome)
    will = spoken_of(goal)
    one = was.years == 1 and (was.last, will.last) != (outcome.id.year, goal.id.year)
    if was.years is None or was.years != will.years or one:
        return say("the periods differ: {was} in the outcome, {will} in the goal", was=shown(was), will=shown(will))
    growth = change or _grows(outcome.quantity)
    bases = {
        "was": _measured(own, growth) or say("none"),
        "will": _measured(goal.value, _grows(goal.quantity)) or say("none"),
    }
    if bases["was"] != bases["will"]:
        return say("the bases differ: {was} in the outcome, {will} in the goal", **bases)
    return None


def _measured(stated: Dated, growth: bool) -> Basis | None:
    """The basis that counts beside another: growth is year on year where nothing else is said, and a goal planned."""
    basis = stated.basis
    if basis == "planned" and isinstance(stated, Target):
        basis = None
    return "year_on_year" if basis is None and growth else basis


def _grows(quantity: Quantity | None) -> bool:
    return quantity is not None and quantity.kind in ("growth", "decline", "improvement")


def _words(words: str, found: Found | Outcome) -> Run | None:
    """Where a goal in words stands; None where it does not, which is refused elsewhere."""
    if not isinstance(found, Found):
        return None
    wanted = dense(words)
    at = found.block.dense.find(wanted, len(dense(found.block.text[: found.start])))
    return None if at < 0 or not wanted else found.block.run(at, at + len(wanted))


def _one(
    place: Place,
    at: Loc,
    stated: Dated,
    setting: Setting,
    run: Bounded,
    text: str,
    read: Basis | None,
    inherited: Period | None = None,
) -> Iterator[Diagnostic]:
    """`run`: where in its block the figure or the words stand that `stated` is of; `read`: its basis; `inherited`: the
    period of the metric whose change it is."""
    begin = setting.block.sentence_at(run.start).start
    before, said = dense(setting.block.text[:begin]), dense(setting.block.text[begin : run.start])
    found = _period(stated, setting, text, before, said, inherited)
    if found:
        yield place.problem((*at, "period") if stated.period else at, FIGURE_PERIOD, *found)
    found = _basis(stated, text, read, (before, said, *setting.above))
    if found:
        yield place.problem((*at, "basis") if stated.basis else at, FIGURE_BASIS, *found)


def _period(
    stated: Dated, setting: Setting, text: str, before: str, said: str, inherited: Period | None
) -> tuple[Message, Message] | None:
    """What is wrong with a period, and what to do."""
    written = stated.period.of(setting.year) if stated.period else None
    read, bound = setting.governed(said)
    default = inherited or Period.alone(setting.year)
    around = {Period.alone(setting.year), default, *setting.names(before)}
    for heading in setting.above:
        around.update(setting.names(heading))
    values = {"written": shown(written), "figure": text, "read": shown(read)}
    if read is not None:
        said_of = setting.names(said)
        around.update(said_of, *({Period.alone(end) for end in (p.first, p.last) if end} for p in said_of))
        if (written or default) == read or (written in around and not bound):
            return None
        hint = _write(read, None if bound else default)
        if written is None:
            return say("the sentence of “{figure}” speaks of {read}, and no period is written", **values), hint
        return say("period is {written}, but the sentence of “{figure}” speaks of {read}", **values), hint
    if written is None:
        over = None if inherited else setting.over(before)
        if over is None:
            return None
        message = say(
            "the text above “{figure}” speaks of {over}, and no period is written", **values, over=shown(over)
        )
        return message, _write(over, default)
    if written in around:
        return None
    message = say("period is {written}, but no text before “{figure}” names these years", **values)
    return message, say("take period out, or write the years that the text names")


def _basis(stated: Dated, text: str, read: Basis | None, texts: tuple[str, ...]) -> tuple[Message, Message] | None:
    """What is wrong with a basis, and what to do. `texts`: where it may be named, besides the words before the figure."""
    written = stated.basis
    if isinstance(stated, Target) and read == "planned":
        read = None  # a goal is planned without being called so
    if written == read:
        return None
    values = {"written": written, "figure": text, "read": read}
    if written is None:
        return say("“{figure}” reads {read}, and no basis is written", **values), say("write basis: {read}", read=read)
    if read is not None:
        return say("basis is {written}, but “{figure}” reads {read}", **values), say("write basis: {read}", read=read)
    if any(written in bases_in(words) for words in texts):
        return None
    return say("basis is {written}, but no text before “{figure}” says so", **values), say("take basis out")


def _write(read: Period, other: Period | None) -> Message:
    """What to write: the years of the text, or the usual ones where those are about something else."""
    if other is None or other == read:
        return say("write period: {read}", read=_yaml(read))
    return say(
        "write period: {read}, or {other} where the figure is of that time", read=_yaml(read), other=_yaml(other)
    )


def shown(period: Period | None) -> object:
    """Years in a message."""
    return say("up to {year}", year=period.last) if period and period.first is None else period


def _yaml(period: Period) -> str:
    ends = {"from": period.first, "to": period.last}
    return f"{{{', '.join(f'{key}: {year}' for key, year in ends.items() if year is not None)}}}"
