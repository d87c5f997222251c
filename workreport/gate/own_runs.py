"""The gate, check 2: of several figures in one quote, each item says which is its own. Pure.

The value of a neighbour stands in such a quote too. `of` names the run that speaks of the item alone: it stands in the
quote once, holds the item's figure and no other, and shares a word with the title. Two items whose titles fit better once
their figures are exchanged are refused: what a number counts is named before it, or right after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from workreport.content import Block, Found, Metric, Run, Target
from workreport.diagnostics import Code, Diagnostic, Message, listed, say
from workreport.figures import Figure
from workreport.gate.context import Context, M, Stated
from workreport.gate.rule import Rule
from workreport.gate.wording import words_of

OF_MISSING = Code("of-missing", say("A quote holds several figures, and its item does not say which is its own."))
OF_EXTRA = Code("of-extra", say("An `of` stands where the quote holds one figure alone."))
OF_ABSENT = Code("of-absent", say("The run of `of` does not stand in the quote, or stands there twice."))
OF_FIGURE = Code("of-figure", say("The run of `of` does not hold one figure, whole and alone."))
OF_TITLE = Code("of-title", say("The run of `of` shares no word with the title."))
OF_EXCHANGED = Code("of-exchanged", say("The titles of two items fit better with each other's figure."))

Item = Stated[Metric] | Stated[Target]
_BEFORE = re.compile("[，。；：、！？,;:!?]|（(?=[^）]*$)")
_AFTER = re.compile("(?:[^，。；：、！？,;:!?（）]|（[^（）]*）)*")
"""A bracket that opens or closes on the other side of the figure is a border too."""
_RISEN = re.compile("[^，。；：、！？]*[从由][^，。；：、！？]*[到至][^，。；：、！？]*$")
"""公园从2个增加到4个: what is counted stands before the first of the two."""
_IN_TURN = re.compile("[^，。；：！？,;:!?]*分别[^，。；：！？,;:!?]*$")
"""城镇、农村居民收入分别增长6%、8%: what is counted stands before the list, for each of its figures."""
_LISTED = re.compile("[^，。；：！？,;:!?]*[0-9][^，。；：！？,;:!?]*[、和与及]$")
"""增长5%和8%: what the second has no word of its own for stands before the first."""


def proposed(block: Block, figures: Sequence[Figure], figure: Figure, within: Run) -> str:
    """The run that speaks of a figure alone: its clause within a quote, as far as it holds no other figure of the block."""
    sentence = block.sentence_at(figure.start)
    start, end = max(within.start, sentence.start), min(within.end, sentence.end)
    for other in figures:
        if other.end <= figure.start:
            start = max(start, other.end)
        elif other.start >= figure.end:
            end = min(end, other.start)
    borders = [match.end() for match in _BEFORE.finditer(block.text, start, figure.start)]
    after = _AFTER.match(block.text, figure.end, end)
    return block.text[borders[-1] if borders else start : after.end() if after else end].strip()


def own_run(item: Stated[M], found: Found, figures: Sequence[Figure], faults: list[Diagnostic]) -> Run | None:
    """The run of an item: that of `of`, or its quote where that holds one figure; None with the problem collected.

    `figures`: those of the block that an item may state. The growth beside the item's own is no other one.
    """
    value, place = item.value, item.place
    inside = [figure for figure in figures if found.holds(figure)]
    equal = [figure for figure in inside if _is_of(figure, value)]
    grows = isinstance(value, Metric) and value.change is not None
    alone = len(inside) <= 1 or (grows and len(inside) == 2 and len(equal) == 1)
    runs = [proposed(found.block, figures, figure, found) for figure in equal]
    if value.of is None:
        if alone or not equal:
            return found
        read = listed(say("“{figure}”", figure=figure.text) for figure in inside)
        message = say("the quote holds {read}, and the item does not say which is its own", read=read)
        faults.append(place.problem(("quote",), OF_MISSING, message, _write(runs)))
        return None
    run = found.inside(value.of)
    if not isinstance(run, Run):
        twice = say("“{run}” stands in the quote more than once", run=value.of)
        message = twice if run == "ambiguous" else say("“{run}” does not stand in the quote", run=value.of)
        faults.append(place.problem(("of",), OF_ABSENT, message, _write(runs)))
        return None
    if alone:
        message = say("the quote holds no other figure, so that `of` says nothing")
        faults.append(place.problem(("of",), OF_EXTRA, message, say("take `of` out")))
        return found
    met = [figure for figure in inside if run.meets(figure)]
    if len(met) == 1 and run.holds(met[0]):
        return run
    if not met:
        message = say("“{run}” holds no figure", run=value.of)
    elif len(met) == 1:
        message = say("“{run}” cuts “{figure}”", run=value.of, figure=met[0].text)
    else:
        read = listed(say("“{figure}”", figure=figure.text) for figure in met)
        message = say("“{run}” holds several figures: {read}", run=value.of, read=read)
    faults.append(place.problem(("of",), OF_FIGURE, message, _write(runs)))
    return None


def _is_of(figure: Figure, value: Metric | Target) -> bool:
    """Whether a figure is of the value, and prints the unit, that an item states."""
    read = figure.quantity
    return (read.value, read.high, read.unit.printed) == (value.value, value.value_high, value.unit)


def _write(runs: Sequence[str]) -> Message:
    """What to write, if the program knows: the runs of the figures that have the item's value."""
    if not runs:
        return say("copy from the quote the words round the item's figure that speak of it alone")
    if len(runs) == 1:
        return say("write of: {run}", run=runs[0])
    return say("write of: {run}, or of: {other}", run=runs[0], other=runs[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What a text says of one of its figures."""

    figure: Figure
    quote: Found
    unit: str
    inside: frozenset[str]
    """The words of its run, the figure itself aside."""
    before: frozenset[str]
    """Those before it in its sentence."""

    def beside(self, other: _Said) -> bool:
        """Whether the quotes of two items hold the figures of both."""
        one_block = self.quote.block is other.quote.block
        return one_block and self.quote.holds(other.figure) and other.quote.holds(self.figure)


def _said(item: Item) -> _Said | None:
    """Of an item that names its own run, once its figure stands there."""
    if item.value.of is None or item.own is None or item.figure is None or not isinstance(item.found, Found):
        return None
    text, figure = item.found.block.text, item.figure
    begin = item.found.block.sentence_at(figure.start).start
    risen = _RISEN.search(text, begin, figure.start) or _IN_TURN.search(text, begin, figure.start)
    if risen is None and not words_of(text[item.own.start : figure.start] + text[figure.end : item.own.end]):
        risen = _LISTED.search(text, begin, figure.start)
    sides = (text[risen.start() if risen else item.own.start : figure.start], text[figure.end : item.own.end])
    return _Said(
        figure=figure,
        quote=item.found,
        unit=figure.quantity.unit.printed,
        inside=words_of(sides[0]) | words_of(sides[1]),
        before=words_of(text[begin : figure.start]),
    )


def faults(context: Context) -> Iterator[Diagnostic]:
    """Runs that share no word with the title of their item, and items that have each other's figure."""
    for reading in context.readings:
        named = [(item, said) for item in reading.stated if (said := _said(item))]
        for item, said in named:
            yield from _untitled(item, said)
        for (one, its), (other, theirs) in combinations(named, 2):
            kept, exchanged = _fit(one, its) + _fit(other, theirs), _fit(one, theirs) + _fit(other, its)
            if its.beside(theirs) and exchanged > kept:
                message = say(
                    "by their titles, {one} has the figure of {other}, and the other way round",
                    one=one.id,
                    other=other.id,
                )
                hint = say("give each the value and the `of` of the other, or name in the titles what the report names")
                yield other.place.problem(("of",), OF_EXCHANGED, message, hint)


def _untitled(item: Item, said: _Said) -> Iterator[Diagnostic]:
    """Whether the own run of an item and its title have no word in common."""
    title = item.value.title.source
    if said.inside & words_of(title) or (not said.inside and said.unit in title):
        return  # 81金, 91银: nothing but the unit says what is counted
    message = say("the run “{run}” shares no word with the title “{title}”", run=item.value.of, title=title)
    hint = say("lengthen `of` to the noun of its figure, or name in the title what the report names")
    yield item.place.problem(("of",), OF_TITLE, message, hint)


def _fit(item: Item, said: _Said) -> int:
    """How many words of a title speak of a figure: twice those in its run, and once those before it."""
    title = item.value.title.source
    words = words_of(title)
    unit = not said.inside and said.unit in title
    return 2 * (len(words & said.inside) + unit) + len(words & (said.before - said.inside))


RULE = Rule(
    key="own_runs",
    check="double_entry",
    codes=(OF_MISSING, OF_EXTRA, OF_ABSENT, OF_FIGURE, OF_TITLE, OF_EXCHANGED),
    faults=faults,
)
