"""The gate, check 3: every numeral and every quantity of the source text belongs to something. Pure.

To a metric, to a target, or to a waiver with a reason. A section that is marked pending is counted and let through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from workreport.content import Block, Found, Run, dense, schema
from workreport.diagnostics import Code, Diagnostic, Message, say
from workreport.figures import Aside, Figure, numerals
from workreport.gate import skeleton
from workreport.gate.context import Context, Reading
from workreport.gate.own_runs import proposed
from workreport.gate.rule import Rule
from workreport.gate.verified import Tally
from workreport.gate.waivers import WAIVER_ABSENT, WAIVER_AMBIGUOUS, WAIVER_IDLE, waived

FIGURE_UNCOVERED = Code("figure-uncovered", say("A numeral of the source text belongs to nothing."))
FIGURE_UNIT_UNKNOWN = Code(
    "figure-unit-unknown", say("A quantity of the source text is of a unit that the table lacks.")
)
WAIVER_HIDES_FIGURE = Code(
    "waiver-hides-figure", say("A waiver stands over a quantity, and its reason does not fit one.")
)

NOT_QUANTITIES = frozenset(
    {"date", "name", "ordinal", "document_number", "rank", "note_marker", "duration", "capacity"}
)
"""Reasons that account for what only looks like a quantity; the others may stand over a real one."""
_COUNTED = frozenset({"first_of_its_kind", "unit_unknown"})
"""What the reader leaves alone for one of these must be accounted for in Chinese numerals too."""
_UNIT = re.compile(r"\s*([\u4e00-\u9fff]{1,3}(?=[，。、；：（）！？]|以上|以下|左右|$)|[\u4e00-\u9fff])")
_ISSUER = re.compile("[㐀-鿿]{1,20}$")
_CLAUSE = re.compile("[^，。；：！？、“”《》（）]+")


@dataclass(frozen=True, slots=True)
class _Token(Run):
    """A quantity, or a numeral that is in none, with what the reader says of it."""

    figure: Figure | None = None
    aside: Aside | None = None


def _tokens(block: Block, reading: Reading) -> Iterator[_Token]:
    """Every quantity of a block, then every numeral that is in none."""
    figures, asides = reading.figures[block.id], reading.asides[block.id]
    yield from (_Token(figure.start, figure.end, figure) for figure in figures)
    yield from (_Token(aside.start, aside.end, None, aside) for aside in asides if aside.reason in _COUNTED)
    index = at = 0
    for start, end in numerals(block.text):
        while index < len(figures) and figures[index].end <= start:
            index += 1
        if index < len(figures) and figures[index].start <= start:
            continue
        while at < len(asides) and asides[at].end <= start:
            at += 1
        found = asides[at] if at < len(asides) and asides[at].start <= start else None
        if found is None or found.reason not in _COUNTED:
            yield _Token(start, end, None, found)


def cover(reading: Reading) -> tuple[Tally, list[Diagnostic]]:
    """How the numerals of a report are accounted for, and what is wrong with that."""
    problems: list[Diagnostic] = []
    claimed = _claimed(reading)
    spans = _waivers(reading, claimed, problems)
    told: dict[str, list[Found]] = {}
    for item in reading.stated:
        if item.told:
            told.setdefault(item.told.block.id, []).append(item.told)
    pending = {
        block.id
        for year, section in reading.sections
        if reading.is_pending(year, section)
        for block in reading.blocks(section)
    }
    years = _years(reading)
    encoded = excused = waiting = 0
    for block in reading.source.blocks:
        for token in _tokens(block, reading):
            if (token.figure is not None and token.start in claimed.get(block.id, ())) or (
                token.figure is None and (block.sentence_at(token.start).id, token.of(block.text)) in years
            ):
                encoded += 1
            elif any(span.holds(token) for span in spans.get(block.id, ())):
                excused += 1
            elif block.id in pending:
                waiting += 1
            elif token.aside is not None and token.aside.reason == "unit_unknown":
                problems.append(_unknown(reading, block, token))
            elif not any(span.meets(token) for span in told.get(block.id, ())):
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


def _years(reading: Reading) -> set[tuple[str, str]]:
    """(sentence, year) of every year that the period of a figure in this sentence begins or ends with."""
    found: set[tuple[str, str]] = set()
    for item in reading.stated:
        for stated in (item.value, item.value.change if isinstance(item.value, schema.Metric) else None):
            if item.located is not None and stated is not None and stated.period is not None:
                ends = (stated.period.first, stated.period.last)
                found |= {(item.located.sentence, str(end)) for end in ends if end is not None}
    return found


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
        real = [f for f in figures if span.holds(f)]
        if real and waiver.reason in NOT_QUANTITIES:
            message = say(
                "“{figure}” is a quantity; {reason} cannot waive it", figure=real[0].text, reason=waiver.reason
            )
            hint = say("encode it, or give the reason that fits: threshold, fixed_phrase or restated")
            problems.append(place.problem(("reason",), WAIVER_HIDES_FIGURE, message, hint))
        own = claimed.get(waiver.at, ())
        inside = [token for token in _tokens(span.block, reading) if span.holds(token)]
        free = {(waiver.at, token.start) for token in inside if token.figure is None or token.start not in own}
        free |= {(waiver.at, aside.start) for aside in reading.asides[waiver.at] if span.holds(aside)}
        free -= done
        done |= free
        if not free:
            message = say("“{run}” holds no numeral that needs a waiver", run=waiver.text)
            problems.append(place.problem((), WAIVER_IDLE, message, say("take the waiver out")))
        spans.setdefault(waiver.at, []).append(span)
    return spans


def _uncovered(reading: Reading, block: Block, token: _Token) -> Diagnostic:
    printed = token.figure.text if token.figure else token.of(block.text)
    context = block.text[max(0, token.start - 8) : token.end + 8].strip()
    message = say(
        "“{figure}” (in “{context}”, {block}) belongs to no metric, no target and no waiver",
        figure=printed,
        context=context,
        block=block.id,
    )
    return reading.problem(block, token.start, FIGURE_UNCOVERED, message, _what_to_write(reading, block, token))


def _unknown(reading: Reading, block: Block, token: _Token) -> Diagnostic:
    printed, after = token.of(block.text), _UNIT.match(block.text, token.end)
    message = say(
        "“{figure}” ({block}) is of a unit that the table of units lacks",
        figure=printed + (after[0] if after else ""),
        block=block.id,
    )
    hint = say("units.yaml: add {unit}; or waive the run where it is no quantity", unit=after[1] if after else "…")
    return reading.problem(block, token.start, FIGURE_UNIT_UNKNOWN, message, hint)


def _what_to_write(reading: Reading, block: Block, token: _Token) -> Message:
    """The entries that a numeral may belong to, to paste into their files."""
    run, reason = _run(block, token)
    waiver = skeleton.waiver(block.id, run.of(block.text), reason)
    waive = say("waive it in {file} under figures:{waiver}", file=reading.raw.waivers.at()[0], waiver=waiver)
    section, figure = reading.section_of(block), token.figure
    if reason != "…" or (figure is None and section is None):
        return waive
    if figure is None:
        return say("{waive}; or, if it is a quantity, add its unit to units.yaml", waive=waive)
    if section is None:
        return say("encode it; or {waive}", waive=waive)
    if isinstance(section.value, schema.ReviewSection):
        sentence = block.sentence_at(token.start)
        own = _own(reading, block, sentence, figure)
        metric = skeleton.metric(sentence.of(block.text).strip(), own, figure.quantity)
        return say("add to {file} under metrics:{metric}; or {waive}", file=section.at()[0], metric=metric, waive=waive)
    commitment = reading.commitment_at(block, token)
    own = _own(reading, block, (commitment and commitment.presumed) or block.sentence_at(token.start), figure)
    target = {"file": section.at()[0], "target": skeleton.target(own, figure.quantity), "waive": waive}
    if commitment:
        return say("add to {file} under the targets of {item}:{target}; or {waive}", item=commitment.id, **target)
    return say("add to {file} under the targets of its commitment:{target}; or {waive}", **target)


def _own(reading: Reading, block: Block, quote: Run, figure: Figure) -> str:
    """The run of a figure in a quote that holds others too; "" where it holds none."""
    figures = reading.figures[block.id]
    several = sum(quote.holds(other) for other in figures) > 1
    return proposed(block, figures, figure, quote) if several else ""


def _run(block: Block, token: _Token) -> tuple[Run, str]:
    """The run that a waiver of `token` may name, which stands once in the block, and its reason; … if it is not plain."""
    run, reason = Run(token.start, token.end), "…"
    if token.aside is not None and token.aside.reason in get_args(schema.FigureWaiverReason):
        run, reason = Run(token.aside.start, token.aside.end), token.aside.reason
        if reason == "document_number" and (issuer := _ISSUER.search(block.text, 0, run.start)):
            run = Run(issuer.start(), run.end)
    if block.dense.count(dense(run.of(block.text))) > 1:
        clauses = (Run(*match.span()) for match in _CLAUSE.finditer(block.text))
        run = next((clause for clause in clauses if clause.holds(run)), run)
    return run, reason


def faults(context: Context) -> Iterator[Diagnostic]:
    """Numerals that belong to nothing, and figure waivers that waive nothing, or too much."""
    for reading in context.readings:
        yield from cover(reading)[1]


RULE = Rule(
    key="coverage_figures",
    check="figures",
    codes=(FIGURE_UNCOVERED, FIGURE_UNIT_UNKNOWN, WAIVER_ABSENT, WAIVER_AMBIGUOUS, WAIVER_IDLE, WAIVER_HIDES_FIGURE),
    faults=faults,
)
