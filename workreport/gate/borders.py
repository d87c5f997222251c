"""The gate, check 1: a quote begins and ends at a border of its clause, and keeps to its sentence. Pure.

Half a clause may have lost its subject or its verb. What divides clauses is punctuation (，；。：！？, dashes, the inside of
brackets), the number of a point (一是), and the ends of a sentence and of a bold lead-in. 、 divides a list that shares its verb
or its noun, so that it is a border only before a task, which has a verb of its own, and after an entry with a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from workreport.content import Found, Run, Sentence, dense, schema
from workreport.diagnostics import Code, Diagnostic, say
from workreport.gate.context import Context, Reading, Stated, T
from workreport.gate.reasons import TASK
from workreport.gate.rule import Rule

QUOTE_BORDER = Code("quote-border", say("A quote begins or ends within a clause."))
QUOTE_WIDE = Code("quote-wide", say("A quote goes on into a sentence that says something else."))

_BREAK = r"[，；。：！？…—]|(?<![0-9])[,;:!?]|[,;:!?](?![0-9])"
_NUMBER = r"(?:^|[，；。：！？”’])(?:[一二三四五六七八九十]+[是要、]|[0-9]+[.．、])|[①-⑳]"
_BEFORE = re.compile(rf"(?:{_BREAK}|{_NUMBER}|[（(【〔\[]|[。！？…][”’])$")
"""What a clause may begin after."""
_AFTER = re.compile(rf"{_BREAK}|[）)】〕\]]")
"""What it may end before."""
_ENDED = re.compile(r"[，；。：！？…—][”’]?$")
"""What it may end with."""
_BRACKETED = r"[（(【〔\[][^（(【〔\[）)】〕\]]*[）)】〕\]]"
_BRACKETS = (re.compile(rf"(?:{_BRACKETED})+$"), re.compile(f"(?:{_BRACKETED})+"))
_CLAUSE = re.compile(f"{_BREAK}|、")
_PAIRS = ("“”", "‘’")
_NEAR = 200
"""How many characters are looked at beside an offset: more than any clause has, so that a long paragraph takes no long time."""


def faults(context: Context) -> Iterator[Diagnostic]:
    """Quotes that are cut or too wide; nothing is added where a figure was refused for that."""
    for reading in context.readings:
        for metric in reading.metrics:
            yield from _quote(reading, metric, metric.value.quote)
        for commitment in reading.commitments:
            if not any(target.disputed for target in commitment.targets):
                yield from _quote(reading, commitment, commitment.value.quote)
        for target in reading.targets:
            if target.value.quote is not None:
                yield from _quote(reading, target, target.value.quote)


def _quote(reading: Reading, item: Stated[T], quote: str) -> Iterator[Diagnostic]:
    found = item.found
    if not isinstance(found, Found) or item.disputed:
        return
    text = found.block.text
    whole = _whole(reading, found)
    if dense(whole.of(text)) != dense(quote):
        message = say("the quote begins or ends within a clause")
        hint = say("lengthen it to “{quote}”, or to another border of a clause", quote=whole.of(text))
        yield item.place.problem(("quote",), QUOTE_BORDER, message, hint)
    ends = _ends(reading, found, promise=isinstance(item.value, schema.Commitment))
    if ends is not None:
        message = say("the quote goes on into another sentence, “{more}”", more=Run(ends, found.end).of(text).strip())
        hint = say("keep it to one sentence; what the other says is an item of its own")
        yield item.place.problem(("quote",), QUOTE_WIDE, message, hint)


def _whole(reading: Reading, found: Found) -> Run:
    """The shortest run that holds the quote and is bounded by clauses: the quote itself, where it is, or is all that is spoken."""
    text = found.block.text
    edges = {edge for sentence in found.block.sentences for edge in (sentence.start, sentence.end)}
    around = text[max(0, found.start - 1) : found.start] + text[found.end : found.end + 1]
    spoken = around in _PAIRS and TASK.match(dense(found.of(text))) is not None
    start, end = found.start, found.end
    while not (spoken or start <= 0 or _begins(text, start, edges)):
        start -= 1
    while not (spoken or end >= len(text) or _stops(reading, found, end, edges)):
        end += 1
    return Run(start, end)


def _begins(text: str, at: int, edges: set[int]) -> bool:
    """Whether a clause may begin at an offset."""
    near = text[max(0, at - _NEAR) : at]
    before = near.rstrip()
    if text[at].isspace():
        return False
    if at - len(near) + len(before) in edges:
        return True
    if before.endswith("、") and TASK.match(dense(text[at : at + _NEAR])):
        return True
    return _BEFORE.search(_BRACKETS[0].sub("", before).rstrip()) is not None


def _stops(reading: Reading, found: Found, at: int, edges: set[int]) -> bool:
    """Whether a clause may end at an offset."""
    near = found.block.text[at : at + _NEAR]
    rest = near.lstrip()
    before = found.block.text[max(0, at - _NEAR) : at]
    if at in edges or _ENDED.search(before):
        return True
    if rest.startswith("、"):
        entry = at - len(before) + max((mark.end() for mark in _CLAUSE.finditer(before)), default=0)
        counted = any(entry <= figure.start and figure.end <= at for figure in reading.figures[found.block.id])
        return counted or TASK.match(dense(rest[1:])) is not None
    return _AFTER.match(_BRACKETS[1].sub("", rest, count=1).lstrip()) is not None


def _ends(reading: Reading, found: Found, *, promise: bool) -> int | None:
    """Where the quote should have ended: before a sentence that says more; None where it says nothing more.

    The quote of an outcome stays within its sentence. That of a promise may go on over sentences that hold no task, and begin
    with one that states no goal.
    """
    met = [sentence for sentence in found.block.sentences if found.meets(sentence)]
    while len(met) > 1 and met[0].lead:
        met.pop(0)
    goal = False
    for before, sentence in pairwise(met):
        goal = goal or _tasks(found, before) or any(before.holds(figure) for figure in reading.figures[found.block.id])
        if not promise or sentence.lead or (goal and _tasks(found, sentence)):
            return sentence.start
    return None


def _tasks(found: Found, sentence: Sentence) -> bool:
    """Whether what the quote has of a sentence holds a task."""
    run = Run(max(found.start, sentence.start), min(found.end, sentence.end))
    return TASK.search(dense(run.of(found.block.text))) is not None


RULE = Rule(key="borders", check="quote", codes=(QUOTE_BORDER, QUOTE_WIDE), faults=faults)
