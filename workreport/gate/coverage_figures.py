"""The gate, check 3: every numeral and every quantity of the source text belongs to something. Pure.

To a metric, to a target, or to a waiver with a reason. A section that is marked pending is counted and let through.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workreport.content import Block, Found, Run
from workreport.diagnostics import Code, Diagnostic
from workreport.figures import Figure, numerals
from workreport.gate.context import Context, Reading
from workreport.gate.rule import Rule
from workreport.gate.verified import Tally
from workreport.gate.waivers import WAIVER_ABSENT, WAIVER_AMBIGUOUS, WAIVER_IDLE, waived

FIGURE_UNCOVERED = Code("figure-uncovered", "A numeral of the source text belongs to nothing.")
WAIVER_HIDES_FIGURE = Code("waiver-hides-figure", "A waiver stands over a quantity, and its reason does not fit one.")

# Reasons that account for what only looks like a quantity; the others may stand over a real one.
_NOT_QUANTITIES = frozenset({"date", "name", "ordinal", "document_number"})


@dataclass(frozen=True, slots=True)
class _Token(Run):
    """A quantity, or a numeral that is in none."""

    figure: Figure | None


def _tokens(block: Block, figures: Sequence[Figure]) -> Iterator[_Token]:
    """Every quantity of a block, then every numeral that is in none."""
    yield from (_Token(figure.start, figure.end, figure) for figure in figures)
    index = 0
    for start, end in numerals(block.text):
        while index < len(figures) and figures[index].end <= start:
            index += 1
        if index == len(figures) or start < figures[index].start:
            yield _Token(start, end, None)


def cover(reading: Reading) -> tuple[Tally, list[Diagnostic]]:
    """How the numerals of a report are accounted for, and what is wrong with that."""
    problems: list[Diagnostic] = []
    claimed = _claimed(reading)
    spans = _waivers(reading, claimed, problems)
    disputed: dict[str, list[Found]] = {}
    for item in reading.stated:
        if item.disputed and isinstance(item.found, Found):
            disputed.setdefault(item.found.block.id, []).append(item.found)
    pending = {
        block.id
        for year, section in reading.sections
        if reading.is_pending(year, section)
        for block in reading.blocks(section)
    }
    encoded = excused = waiting = 0
    for block in reading.source.blocks:
        for token in _tokens(block, reading.figures[block.id]):
            if token.figure is not None and token.start in claimed.get(block.id, ()):
                encoded += 1
            elif any(span.holds(token) for span in spans.get(block.id, ())):
                excused += 1
            elif block.id in pending:
                waiting += 1
            elif not any(span.meets(token) for span in disputed.get(block.id, ())):
                problems.append(_uncovered(reading, block, token))
    return Tally(encoded=encoded, waived=excused, pending=waiting), problems


def _claimed(reading: Reading) -> Mapping[str, set[int]]:
    """Where the figures begin that metrics and targets state, by block id."""
    claimed: dict[str, set[int]] = {}
    for item in reading.stated:
        if isinstance(item.found, Found):
            own = {figure.start for figure in (item.figure, item.change) if figure is not None}
            claimed.setdefault(item.found.block.id, set()).update(own)
    return claimed


def _waivers(
    reading: Reading, claimed: Mapping[str, set[int]], problems: list[Diagnostic]
) -> Mapping[str, list[Found]]:
    """The runs that figure waivers cover, by block id; their own problems are added to `problems`."""
    spans: dict[str, list[Found]] = {}
    done: set[tuple[str, int]] = set()
    for index, waiver in enumerate(reading.raw.waivers.value.figures):
        place, span = waived(reading, ("figures", index), waiver, problems)
        if span is None:
            continue
        figures = reading.figures[waiver.at]
        real = [f for f in figures if span.holds(f) and f.quantity.kind != "first"]
        if real and waiver.reason in _NOT_QUANTITIES:
            message = f"“{real[0].text}” is a quantity; {waiver.reason} cannot waive it"
            hint = "encode it, or give the reason that fits: threshold, fixed_phrase or restated"
            problems.append(place.problem(("reason",), WAIVER_HIDES_FIGURE, message, hint))
        own = claimed.get(waiver.at, ())
        inside = [token for token in _tokens(span.block, figures) if span.holds(token)]
        free = {(waiver.at, token.start) for token in inside if token.figure is None or token.start not in own} - done
        done |= free
        if not free:
            message = f"“{waiver.text}” holds no numeral that needs a waiver"
            problems.append(place.problem((), WAIVER_IDLE, message, "take the waiver out"))
        spans.setdefault(waiver.at, []).append(span)
    return spans


def _uncovered(reading: Reading, block: Block, token: _Token) -> Diagnostic:
    printed = token.figure.text if token.figure else token.of(block.text)
    context = block.text[max(0, token.start - 8) : token.end + 8].strip()
    return Diagnostic(
        path=reading.source.path,
        line=block.line,
        column=block.column(token.start),
        code=FIGURE_UNCOVERED,
        message=f"“{printed}” (in “{context}”, {block.id}) belongs to no metric, no target and no waiver",
        hint="encode it, or waive it with a reason in the waivers file",
    )


def faults(context: Context) -> Iterator[Diagnostic]:
    """Numerals that belong to nothing, and figure waivers that waive nothing, or too much."""
    for reading in context.readings:
        yield from cover(reading)[1]


RULE = Rule(
    key="coverage_figures",
    check="figures",
    codes=(FIGURE_UNCOVERED, WAIVER_ABSENT, WAIVER_AMBIGUOUS, WAIVER_IDLE, WAIVER_HIDES_FIGURE),
    faults=faults,
)
