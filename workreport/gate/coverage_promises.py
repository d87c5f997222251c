"""The gate, check 4: every sentence of the tasks part belongs, to its last clause, to something. Pure.

To a commitment, or to a waiver with a reason. A section that is marked pending is counted and let through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from workreport.content import Block, Entry, Found, Run, Sentence, schema
from workreport.diagnostics import Code, Diagnostic, Message, say
from workreport.gate import skeleton
from workreport.gate.context import Context, Reading
from workreport.gate.rule import Rule
from workreport.gate.verified import Tally
from workreport.gate.waivers import WAIVER_ABSENT, WAIVER_IDLE, waived

PROMISE_UNCOVERED = Code("promise-uncovered", say("A clause of the tasks part belongs to nothing."))

_WORD = re.compile(r"\w")


def cover(reading: Reading) -> tuple[Tally, list[Diagnostic]]:
    """How the sentences of a report's tasks are accounted for, and what is wrong with that."""
    problems: list[Diagnostic] = []
    quotes: dict[str, list[Found]] = {}
    for commitment in reading.commitments:
        if commitment.presumed:
            quotes.setdefault(commitment.presumed.block.id, []).append(commitment.presumed)
    waivers = _waivers(reading, quotes, problems)
    tally = Tally()
    for section in reading.raw.tasks:
        pending = reading.is_pending(reading.raw.goal_year, section)
        for block in reading.blocks(section):
            spans = (quotes.get(block.id, ()), waivers.get(block.id, ()))
            tally += _cover(reading, section, block, pending, *spans, problems)
    return tally, problems


def _waivers(
    reading: Reading, quotes: Mapping[str, Sequence[Found]], problems: list[Diagnostic]
) -> Mapping[str, list[Found]]:
    """The runs that sentence waivers cover, by block id; their own problems are added to `problems`."""
    spans: dict[str, list[Found]] = {}
    for index, waiver in enumerate(reading.raw.waivers.value.sentences):
        place, span = waived(reading, ("sentences", index), waiver, problems)
        if span is None:
            continue
        home = next((sentence for sentence in span.block.sentences if sentence.id == waiver.at), None)
        if home is None or not home.holds(span):
            message = say("“{run}” does not stand in {at}", run=waiver.text, at=waiver.at)
            hint = say("it stands in {sentence}", sentence=span.block.sentence_at(span.start).id)
            problems.append(place.problem(("text",), WAIVER_ABSENT, message, hint))
            continue
        if any(quote.holds(span) for quote in quotes.get(span.block.id, ())):
            message = say("“{run}” is part of a commitment's quote already", run=waiver.text)
            problems.append(place.problem((), WAIVER_IDLE, message, say("take the waiver out")))
        spans.setdefault(span.block.id, []).append(span)
    return spans


def _cover(
    reading: Reading,
    section: Entry[schema.TasksSection],
    block: Block,
    pending: bool,
    quotes: Sequence[Found],
    waivers: Sequence[Found],
    problems: list[Diagnostic],
) -> Tally:
    """The tally of one paragraph's sentences; a clause that nobody claims is a problem unless pending."""
    encoded = excused = waiting = 0
    spans = sorted((span.start, span.end) for span in (*quotes, *waivers))
    for sentence in block.sentences:
        if sentence.lead:
            continue
        gap = _gap(block.text, sentence, spans)
        if gap is None:
            promised = any(quote.meets(sentence) for quote in quotes)
            encoded, excused = encoded + promised, excused + (not promised)
        elif pending:
            waiting += 1
        else:
            message = say(
                "“{clause}” ({sentence}) belongs to no commitment and no waiver",
                clause=gap.of(block.text),
                sentence=sentence.id,
            )
            hint = _what_to_write(reading, section, block, sentence, gap)
            problems.append(reading.problem(block, gap.start, PROMISE_UNCOVERED, message, hint))
    return Tally(encoded=encoded, waived=excused, pending=waiting)


def _what_to_write(
    reading: Reading, section: Entry[schema.TasksSection], block: Block, sentence: Sentence, gap: Run
) -> Message:
    """The entries that a clause may belong to, to paste into their files."""
    clause = gap.of(block.text).strip().strip("，；、：")
    added = say(
        "add to {file} under commitments:{commitment}; or waive it in {waivers} under sentences:{waiver}",
        file=section.at()[0],
        commitment=skeleton.commitment(clause),
        waivers=reading.raw.waivers.at()[0],
        waiver=skeleton.waiver(sentence.id, clause),
    )
    other = reading.commitment_at(block, sentence)
    return say("lengthen the quote of {commitment}; or {added}", commitment=other.id, added=added) if other else added


def _gap(text: str, run: Run, spans: Sequence[tuple[int, int]]) -> Run | None:
    """The first run of text within `run` with a word in it that no span covers."""
    at = run.start
    for start, end in spans:
        if end <= at:
            continue
        if start >= run.end:
            break
        if start > at and _WORD.search(text, at, start):
            return Run(at, start)
        at = end
    return Run(at, run.end) if at < run.end and _WORD.search(text, at, run.end) else None


def faults(context: Context) -> Iterator[Diagnostic]:
    """Clauses that belong to nothing, and sentence waivers that waive nothing."""
    for reading in context.readings:
        yield from cover(reading)[1]


RULE = Rule(key="coverage_promises", check="promises", codes=(PROMISE_UNCOVERED,), faults=faults)
