"""The source text: a report as headings and numbered paragraphs, sentence by sentence.

Pure. `content/source/YYYY.zh.md` holds blocks divided by blank lines: headings (`#`) and paragraphs,
each paragraph on one line. Headings are numbered h1, h2, …; paragraphs p1, p2, …, in order or as
`YYYY.anchors.yaml` says; the sentences in them p12s1, p12s2, …; these numbers are public anchors. The only markup is `**bold**` (a run-in heading,
counted as a sentence of its own) and `<sub>`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from workreport.content.anchoring import Anchored, anchored, counted
from workreport.content.block import Block
from workreport.content.content import Entry
from workreport.content.markup import RawBlock, dense, divide, fault
from workreport.content.run import Run
from workreport.content.schema.anchors import Anchors
from workreport.diagnostics import Code, Diagnostic, Refusal, listed, say

ANCHOR_UNRECORDED = Code("anchor-unrecorded", say("A paragraph has no number yet, or a number no paragraph."))
ANCHOR_UNCLEAR = Code("anchor-unclear", say("Which number a paragraph has is not certain."))


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
        ids = [block.id for block in self.paragraphs]
        return self.paragraphs[ids.index(first) : ids.index(last) + 1]

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


def parse(path: str, text: str, anchors: Entry[Anchors] | None = None) -> Source:
    """The source text of `YYYY.zh.md`, its blocks numbered as `anchors` say, else counted.

    Raises `Refusal`: source-markup for what is not such a text, anchor-… where a number and its block do not find each other.
    """
    raw, problems = divide(path, text)
    for block in raw:
        if len(block.lines) > 1:
            message = say("a paragraph or heading goes on over two lines")
            hint = say("join the lines, or put a blank line between two paragraphs")
            problems.append(fault(path, block.line + 1, 1, message, hint))
    ids: Sequence[str | None] = counted(raw)
    if anchors is not None and not problems:
        found = anchored(raw, anchors.value)
        ids = found.ids
        problems += _unanchored(path, raw, found, anchors)
    if problems:
        raise Refusal(problems)
    return Source(path, (Block(name or "", block) for name, block in zip(ids, raw, strict=True)))


def _unanchored(path: str, raw: Sequence[RawBlock], found: Anchored, anchors: Entry[Anchors]) -> Iterator[Diagnostic]:
    """Blocks without a number, and numbers without a block."""
    file = anchors.document.path
    told = set()
    for at, names in found.unclear:
        told.add(at)
        message = say("this may be {ids}, edited, or a new paragraph", ids=listed(names))
        hint = say(
            "if it is one of them, write in {file} how it begins and ends now; a number whose paragraph is gone goes from "
            "blocks to retired",
            file=file,
        )
        yield Diagnostic(path=path, line=raw[at].line, column=1, code=ANCHOR_UNCLEAR, message=message, hint=hint)
    hint = say("python3 build.py record writes it there")
    for at, (name, block) in enumerate(zip(found.ids, raw, strict=True)):
        if name is None and at not in told:
            message = say("this has no number in {file} yet", file=file)
            yield Diagnostic(path=path, line=block.line, column=1, code=ANCHOR_UNRECORDED, message=message, hint=hint)
    for index, anchor in enumerate(anchors.value.blocks):
        if anchor.id in found.gone:
            message = say(
                "{id} stands for nothing any more: nothing begins with “{begins}”", id=anchor.id, begins=anchor.begins
            )
            yield anchors.problem(
                ("blocks", index), ANCHOR_UNRECORDED, message, say("python3 build.py record retires it")
            )
