"""The gate, checks 3 and 4: nothing in the report is passed over in silence.

Every numeral and every quantity of the source text belongs to a metric, a target or a waiver; every
sentence of the tasks part belongs, to its last clause, to a commitment or a waiver. A section that is
marked pending is counted and let through.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from workreport.content import Block, Entry, FigureWaiver, Found, Run, SentenceWaiver, Source, Waivers
from workreport.diagnostics import Code, Diagnostic
from workreport.gate.double_entry import Quantities

FIGURE_UNCOVERED = Code("figure-uncovered", "A numeral of the source text belongs to nothing.")
WAIVER_HIDES_FIGURE = Code("waiver-hides-figure", "A waiver stands over a quantity, and its reason does not fit one.")
WAIVER_IDLE = Code("waiver-idle", "A waiver waives nothing.")
WAIVER_AMBIGUOUS = Code("waiver-ambiguous", "The run of a waiver stands more than once in its block.")
WAIVER_ABSENT = Code("waiver-absent", "The run of a waiver does not stand where the waiver says.")
PROMISE_UNCOVERED = Code("promise-uncovered", "A clause of the tasks part belongs to nothing.")

_WORD = re.compile(r"\w")
# Reasons that account for what only looks like a quantity; the others may stand over a real one.
_NOT_QUANTITIES = frozenset({"date", "name", "ordinal", "document_number"})


class Tally(NamedTuple):
    """How many things were encoded, waived with a reason, or are pending."""

    encoded: int = 0
    waived: int = 0
    pending: int = 0

    def __add__(self, other: object) -> Tally:
        assert isinstance(other, Tally)
        return Tally(*(a + b for a, b in zip(self, other, strict=True)))


def figure_coverage(
    quantities: Quantities, claimed: Mapping[str, Collection[int]], waivers: Entry[Waivers], pending: Collection[str]
) -> tuple[Tally, list[Diagnostic]]:
    """Check 3. `claimed`: offsets of the claimed figures, by block id; `pending`: ids of pending blocks."""
    source = quantities.source
    problems: list[Diagnostic] = []
    waived = _figure_waivers(quantities, claimed, waivers, problems)
    encoded = excused = waiting = 0
    for block in source.blocks:
        own, spans = claimed.get(block.id, ()), waived.get(block.id, ())
        for start, end, figure in quantities.tokens(block):
            if figure is not None and figure.start in own:
                encoded += 1
            elif any(span.start <= start and end <= span.end for span in spans):
                excused += 1
            elif block.id in pending:
                waiting += 1
            elif not any(span.start < end and start < span.end for span in quantities.disputed.get(block.id, ())):
                printed = figure.text if figure else block.text[start:end]
                context = block.text[max(0, start - 8) : end + 8].strip()
                problems.append(
                    Diagnostic(
                        path=source.path,
                        line=block.line,
                        column=block.column(start),
                        code=FIGURE_UNCOVERED,
                        message=f"“{printed}” (in “{context}”, {block.id}) belongs to no metric, no target and no waiver",
                        hint="encode it, or waive it with a reason in the waivers file",
                    )
                )
    return Tally(encoded, excused, waiting), problems


def _figure_waivers(
    quantities: Quantities, claimed: Mapping[str, Collection[int]], waivers: Entry[Waivers], problems: list[Diagnostic]
) -> dict[str, list[Run]]:
    """The runs that figure waivers cover, by block id; their own problems are added to `problems`."""
    spans: dict[str, list[Run]] = {}
    done: set[tuple[str, int]] = set()
    for index, waiver in enumerate(waivers.value.figures):
        loc = ("figures", index)
        found = _waived(quantities.source, waivers, loc, waiver, waiver.at, problems)
        if found is None:
            continue
        span = Run(found.start, found.end)
        inside = [f for f in quantities.figures(found.block) if span.start <= f.start and f.end <= span.end]
        real = [f for f in inside if f.quantity.kind != "first"]
        if real and waiver.reason in _NOT_QUANTITIES:
            problems.append(
                waivers.problem(
                    (*loc, "reason"),
                    WAIVER_HIDES_FIGURE,
                    f"“{real[0].text}” is a quantity; {waiver.reason} cannot waive it",
                    "encode it, or give the reason that fits: threshold, fixed_phrase or restated",
                )
            )
        owned = claimed.get(waiver.at, ())
        free = [
            t
            for t in quantities.tokens(found.block)
            if span.start <= t[0]
            and t[1] <= span.end
            and not (t[2] and t[2].start in owned)
            and (waiver.at, t[0]) not in done
        ]
        done |= {(waiver.at, token[0]) for token in free}
        if not free:
            problems.append(
                waivers.problem(
                    loc, WAIVER_IDLE, f"“{waiver.text}” holds no numeral that needs a waiver", "take the waiver out"
                )
            )
        spans.setdefault(waiver.at, []).append(span)
    return spans


def _waived(
    source: Source,
    waivers: Entry[Waivers],
    loc: tuple[str | int, ...],
    waiver: FigureWaiver | SentenceWaiver,
    block_id: str,
    problems: list[Diagnostic],
) -> Found | None:
    """Where the run of a waiver stands in its block, or None with the problem collected."""
    block = source.by_id.get(block_id)
    found = Source.find(waiver.text, (block,)) if block else "absent"
    if isinstance(found, Found):
        return found
    if found == "ambiguous":
        problems.append(
            waivers.problem(
                (*loc, "text"),
                WAIVER_AMBIGUOUS,
                f"“{waiver.text}” stands more than once in {block_id}",
                "lengthen it until it stands only once",
            )
        )
    else:
        problems.append(
            waivers.problem(
                (*loc, "text"),
                WAIVER_ABSENT,
                f"“{waiver.text}” does not stand in {waiver.at}",
                "copy the run from the source text, or take the waiver out",
            )
        )
    return None


def promise_coverage(
    source: Source,
    tasks: Iterable[tuple[tuple[Block, ...], bool]],
    quotes: Mapping[str, list[Run]],
    waivers: Entry[Waivers],
) -> tuple[Tally, list[Diagnostic]]:
    """Check 4. `tasks`: each tasks section's paragraphs and whether it is pending; `quotes`: by block id."""
    problems: list[Diagnostic] = []
    waived: dict[str, list[Run]] = {}
    for index, waiver in enumerate(waivers.value.sentences):
        loc = ("sentences", index)
        block_id = waiver.at.partition("s")[0]
        found = _waived(source, waivers, loc, waiver, block_id, problems)
        if found is None:
            continue
        sentences = {sentence.id: sentence for sentence in found.block.sentences}
        home = sentences.get(waiver.at)
        if home is None or not (home.start <= found.start and found.end <= home.end):
            problems.append(
                waivers.problem(
                    (*loc, "text"),
                    WAIVER_ABSENT,
                    f"“{waiver.text}” does not stand in {waiver.at}",
                    f"it stands in {found.block.sentence_at(found.start).id}",
                )
            )
            continue
        if any(q.start <= found.start and found.end <= q.end for q in quotes.get(block_id, ())):
            problems.append(
                waivers.problem(
                    loc,
                    WAIVER_IDLE,
                    f"“{waiver.text}” is part of a commitment's quote already",
                    "take the waiver out",
                )
            )
        waived.setdefault(block_id, []).append(Run(found.start, found.end))
    tally = Tally()
    for blocks, pending in tasks:
        for block in blocks:
            tally += _sentences(source, block, pending, quotes.get(block.id, []), waived.get(block.id, []), problems)
    return tally, problems


def _sentences(
    source: Source, block: Block, pending: bool, quotes: list[Run], waived: list[Run], problems: list[Diagnostic]
) -> Tally:
    """The tally of one paragraph's sentences; a clause that nobody claims is a problem unless pending."""
    encoded = excused = waiting = 0
    spans = sorted([*quotes, *waived])
    for sentence in block.sentences:
        if sentence.lead:
            continue
        gap = _gap(block.text, sentence.start, sentence.end, spans)
        if gap is None:
            promised = any(q.start < sentence.end and q.end > sentence.start for q in quotes)
            encoded, excused = encoded + promised, excused + (not promised)
        elif pending:
            waiting += 1
        else:
            problems.append(
                Diagnostic(
                    path=source.path,
                    line=block.line,
                    column=block.column(gap.start),
                    code=PROMISE_UNCOVERED,
                    message=f"“{block.text[gap.start : gap.end]}” ({sentence.id}) belongs to no commitment and no waiver",
                    hint="encode it as a commitment, or waive it with a reason in the waivers file",
                )
            )
    return Tally(encoded, excused, waiting)


def _gap(text: str, start: int, end: int, spans: list[Run]) -> Run | None:
    """The first run of text[start:end] with a word in it that no span covers."""
    at = start
    for span in spans:
        if span.end <= at:
            continue
        if span.start >= end:
            break
        if span.start > at and _WORD.search(text, at, span.start):
            return Run(at, span.start)
        at = span.end
    return Run(at, end) if at < end and _WORD.search(text, at, end) else None
