"""A sentence of a report, clause by clause. Pure.

Clauses are divided by ，；： and what ends a sentence, outside quotation marks, brackets and titles of books: what they hold
is spoken or named as one. 、 divides what shares a verb and divides no clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workreport.content import Block, Run, Sentence, dense

_STOPS = "，；：。！？"
_PAIRS = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "【": "】", "〔": "〕"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause(Run):
    """A clause without the mark that ends it."""

    text: str
    """Without white space."""
    before: str
    """The mark that stands before it; "" at the beginning of a sentence."""


def clauses(block: Block, sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of a sentence in their order; none is empty."""
    found: list[Clause] = []
    before = ""
    for start, end in _runs(block.text, sentence):
        text = block.text[start:end]
        start += len(text) - len(text.lstrip())
        end -= len(text) - len(text.rstrip())
        if start < end:
            found.append(Clause(start=start, end=end, text=dense(block.text[start:end]), before=before))
            before = block.text[end : sentence.end].lstrip()[:1]
    return tuple(found)


def _runs(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The runs between the marks that divide clauses."""
    at, closing = sentence.start, list[str]()
    for index in range(sentence.start, sentence.end):
        mark = text[index]
        if mark in _PAIRS:
            closing.append(_PAIRS[mark])
        elif mark in closing:
            del closing[closing.index(mark) :]
        elif mark in _STOPS and not closing:
            yield at, index
            at = index + 1
    yield at, sentence.end
