"""The source text: a report as headings and numbered paragraphs, sentence by sentence.

Pure. `content/source/YYYY.zh.md` holds blocks divided by blank lines: headings (`#`) and paragraphs,
each paragraph on one line. Headings are numbered h1, h2, …; paragraphs p1, p2, …; the sentences in
them p12s1, p12s2, …; these numbers are public anchors. The only markup is `**bold**` (a run-in heading,
counted as a sentence of its own) and `<sub>`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from workreport.content.block import Block
from workreport.content.markup import dense, divide, fault
from workreport.content.run import Run
from workreport.diagnostics import Refusal, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Run):
    """Where a quote stands."""

    block: Block

    def inside(self, quote: str) -> Run | Outcome:
        """The one place where a shorter run stands within this one, white space aside."""
        needle = dense(quote)
        if not needle:
            return "empty"
        own = dense(self.of(self.block.text))
        at = own.find(needle)
        if at < 0:
            return "absent"
        if own.find(needle, at + 1) >= 0:
            return "ambiguous"
        first = at + len(dense(self.block.text[: self.start]))
        return self.block.run(first, first + len(needle))


Outcome = Literal["absent", "ambiguous", "empty"]


class Source:
    """A report's blocks in order, and the search for quotes in them."""

    def __init__(self, path: str, blocks: Iterable[Block]) -> None:
        self.path = path
        self.blocks = tuple(blocks)
        self.by_id = {block.id: block for block in self.blocks}
        self.paragraphs = tuple(block for block in self.blocks if not block.level)

    def between(self, first: str, last: str) -> tuple[Block, ...]:
        """The paragraphs from `first` to `last`; empty where one of them does not exist or they are reversed."""
        if first not in self.by_id or last not in self.by_id:
            return ()
        return self.paragraphs[int(first[1:]) - 1 : int(last[1:])]

    @staticmethod
    def find(quote: str, blocks: Iterable[Block]) -> Found | Outcome:
        """The one place where `quote` stands in `blocks`, white space, bold marks and `<sub>` aside."""
        needle = dense(quote)
        if not needle:
            return "empty"
        found: Found | None = None
        for block in blocks:
            at = block.dense.find(needle)
            if at < 0:
                continue
            if found or block.dense.find(needle, at + 1) >= 0:
                return "ambiguous"
            run = block.run(at, at + len(needle))
            found = Found(run.start, run.end, block=block)
        return found or "absent"


def parse(path: str, text: str) -> Source:
    """The source text of `YYYY.zh.md`. Raises `Refusal` (source-markup) for what is not such a text."""
    raw, problems = divide(path, text)
    blocks: list[Block] = []
    headings = 0
    for block in raw:
        if len(block.lines) > 1:
            message = say("a paragraph or heading goes on over two lines")
            hint = say("join the lines, or put a blank line between two paragraphs")
            problems.append(fault(path, block.line + 1, 1, message, hint))
        headings += block.level > 0
        name = f"h{headings}" if block.level else f"p{len(blocks) - headings + 1}"
        blocks.append(Block(name, block))
    if problems:
        raise Refusal(problems)
    return Source(path, blocks)
