"""The source text: a report as headings and numbered paragraphs, sentence by sentence.

Pure. `content/source/YYYY.zh.md` holds blocks divided by blank lines: headings (`#`) and paragraphs,
each paragraph on one line. Headings are numbered h1, h2, …; paragraphs p1, p2, …; the sentences in
them p12s1, p12s2, …; these numbers are public anchors. The only markup is `**bold**` (a run-in heading,
counted as a sentence of its own) and `<sub>`. `YYYY.en.md` holds the same blocks in English, with one
line for each Chinese sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Literal, NamedTuple

from workreport.diagnostics import Code, Diagnostic, Refusal

SOURCE_MARKUP = Code("source-markup", "The source text holds markup that it may not, or that is not closed.")
ENGLISH_BLOCKS = Code("english-blocks", "The English does not have the headings and paragraphs of the Chinese.")
ENGLISH_SENTENCES = Code("english-sentences", "A paragraph of the English does not have the sentences of the Chinese.")

_MARKUP = re.compile(r"\*\*|</?sub>")
_NOT_TEXT = re.compile(r"\s+|\*\*|</?sub>")
_SUBSCRIPT = re.compile(r"<sub>[^<]*</sub>")
_HEADING = re.compile(r"(#{1,6}) +(.+)")
_SENTENCE = re.compile(r"[^。！？]*[。！？]+[”’）]*|[^。！？]+$")


def dense(text: str) -> str:
    """`text` without white space, bold marks and `<sub>`: the form in which quotes are compared."""
    return _NOT_TEXT.sub("", text)


class Span(NamedTuple):
    """A half-open run of characters."""

    start: int
    end: int


class Sentence(NamedTuple):
    """One sentence of a paragraph: its id, its run in the paragraph's text, whether it is a bold lead-in."""

    id: str
    start: int
    end: int
    lead: bool


class Block:
    """A heading or a paragraph: its text without markup, and where the markup stood."""

    def __init__(self, identifier: str, level: int, line: int, raw: str) -> None:
        self.id = identifier
        self.level = level
        """1 to 6 for a heading, 0 for a paragraph."""
        self.line = line
        """The line of the file, from 1."""
        self._indent = level + 1 if level else 0
        body = raw[self._indent :]
        parts: list[str] = []
        bold: list[Span] = []
        sub: list[Span] = []
        opened = {"**": -1, "<sub>": -1}
        removed: list[tuple[int, int]] = []
        size = at = gone = 0
        for match in _MARKUP.finditer(body):
            parts.append(body[at : match.start()])
            size += match.start() - at
            at = match.end()
            gone += len(match[0])
            removed.append((size, gone))
            if match[0] == "**":
                if opened["**"] < 0:
                    opened["**"] = size
                else:
                    bold.append(Span(opened["**"], size))
                    opened["**"] = -1
            elif match[0] == "<sub>":
                opened["<sub>"] = size
            elif opened["<sub>"] >= 0:
                if opened["<sub>"] < size:
                    sub.append(Span(opened["<sub>"], size))
                opened["<sub>"] = -1
        parts.append(body[at:])
        self.text = "".join(parts)
        self.bold = tuple(bold)
        self.sub = tuple(sub)
        self._removed = removed

    def column(self, offset: int) -> int:
        """The 1-based column in the file of the character at `offset` of the text."""
        shift = 0
        for at, gone in self._removed:
            if at > offset:
                break
            shift = gone
        return self._indent + offset + shift + 1

    @cached_property
    def dense(self) -> str:
        """The text without white space."""
        return "".join(self.text.split())

    @cached_property
    def _positions(self) -> list[int]:
        return [index for index, character in enumerate(self.text) if not character.isspace()]

    def span(self, start: int, end: int) -> Span:
        """The run of the text that `dense[start:end]` came from."""
        return Span(self._positions[start], self._positions[end - 1] + 1)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The paragraph's sentences in order; a bold run is one of its own. A heading has one."""
        runs: list[tuple[int, int, bool]] = []
        at = 0
        for lead in (*self.bold, Span(len(self.text), len(self.text))):
            for match in _SENTENCE.finditer(self.text[at : lead.start]):
                if match[0].strip():
                    runs.append((at + match.start(), at + match.end(), False))
            if lead.end > lead.start:
                runs.append((lead.start, lead.end, True))
            at = lead.end
        return tuple(
            Sentence(f"{self.id}s{number}", start, end, lead) for number, (start, end, lead) in enumerate(runs, 1)
        )

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds the character at `offset`."""
        for sentence in self.sentences:
            if offset < sentence.end:
                return sentence
        return self.sentences[-1]


class Found(NamedTuple):
    """Where a quote stands."""

    block: Block
    start: int
    end: int


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
            found = Found(block, *block.span(at, at + len(needle)))
        return found or "absent"


def _blocks(path: str, text: str) -> tuple[list[tuple[int, list[str]]], list[Diagnostic]]:
    """The blocks of a Markdown file: (first line number, its lines)."""
    blocks: list[tuple[int, list[str]]] = []
    problems = []
    fresh = True
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            fresh = True
            continue
        if fresh:
            blocks.append((number, []))
            fresh = False
        blocks[-1][1].append(line)
        if line.count("**") % 2:
            problems.append(
                Diagnostic(
                    path=path,
                    line=number,
                    column=line.rfind("**") + 1,
                    code=SOURCE_MARKUP,
                    message="a bold run is opened and not closed on this line",
                    hint="put ** at both ends of the run",
                )
            )
        if "sub>" in _SUBSCRIPT.sub("", line):
            problems.append(
                Diagnostic(
                    path=path,
                    line=number,
                    column=line.rfind("sub>") + 1,
                    code=SOURCE_MARKUP,
                    message="<sub> and </sub> do not stand in pairs on this line",
                    hint="write <sub>…</sub>",
                )
            )
        for match in re.finditer(r"<(?!/?sub>)[a-zA-Z/!]", line):
            problems.append(
                Diagnostic(
                    path=path,
                    line=number,
                    column=match.start() + 1,
                    code=SOURCE_MARKUP,
                    message="only ** and <sub> may stand in the source text",
                    hint="remove the other markup",
                )
            )
    return blocks, problems


def parse(path: str, text: str) -> Source:
    """The source text of `YYYY.zh.md`. Raises `Refusal` (source-markup) for what is not such a text."""
    raw, problems = _blocks(path, text)
    blocks: list[Block] = []
    headings = paragraphs = 0
    for number, lines in raw:
        if len(lines) > 1:
            problems.append(
                Diagnostic(
                    path=path,
                    line=number + 1,
                    column=1,
                    code=SOURCE_MARKUP,
                    message="a paragraph or heading goes on over two lines",
                    hint="join the lines, or put a blank line between two paragraphs",
                )
            )
        heading = _HEADING.fullmatch(lines[0])
        if heading:
            headings += 1
            blocks.append(Block(f"h{headings}", len(heading[1]), number, lines[0]))
        else:
            paragraphs += 1
            blocks.append(Block(f"p{paragraphs}", 0, number, lines[0]))
    if problems:
        raise Refusal(problems)
    return Source(path, blocks)


class English(NamedTuple):
    """The unofficial translation, aligned: the English of each heading (h3) and sentence (p12s3)."""

    path: str
    lines: dict[str, tuple[int, str]]
    """id: (line in the file, text with bold marks removed and `<sub>` kept)."""

    def text(self, identifier: str) -> str:
        """The English of a heading or a sentence, without markup."""
        return _MARKUP.sub("", self.lines[identifier][1])


def align(path: str, text: str, source: Source) -> English:
    """`YYYY.en.md` laid beside `source`. Raises `Refusal` (english-blocks, english-sentences)."""
    raw, problems = _blocks(path, text)
    lines: dict[str, tuple[int, str]] = {}
    for index, block in enumerate(source.blocks):
        if index >= len(raw):
            problems.append(
                Diagnostic(
                    path=path,
                    line=max(1, text.count("\n")),
                    column=1,
                    code=ENGLISH_BLOCKS,
                    message=f"the English ends before {block.id} of the Chinese text",
                    hint=f"the Chinese has {len(source.blocks)} blocks, the English {len(raw)}",
                )
            )
            break
        number, body = raw[index]
        heading = _HEADING.fullmatch(body[0])
        if (len(heading[1]) if heading else 0) != block.level:
            problems.append(
                Diagnostic(
                    path=path,
                    line=number,
                    column=1,
                    code=ENGLISH_BLOCKS,
                    message=f"this block should be the English of {block.id}, "
                    f"{'a heading of level ' + str(block.level) if block.level else 'a paragraph'}",
                    hint="every heading and paragraph of the Chinese has its English, in the same order",
                )
            )
            break
        if heading:
            lines[block.id] = (number, heading[2])
            continue
        sentences = block.sentences
        if len(body) != len(sentences):
            problems.append(
                Diagnostic(
                    path=path,
                    line=number,
                    column=1,
                    code=ENGLISH_SENTENCES,
                    message=f"{block.id} should have as many English lines as Chinese sentences, {len(sentences)}; it has {len(body)}",
                    hint="one line for each Chinese sentence; a bold run is a sentence of its own",
                )
            )
            continue
        for offset, (sentence, line) in enumerate(zip(sentences, body, strict=True)):
            lines[sentence.id] = (number + offset, line.replace("**", "").strip())
    else:
        if len(raw) > len(source.blocks):
            problems.append(
                Diagnostic(
                    path=path,
                    line=raw[len(source.blocks)][0],
                    column=1,
                    code=ENGLISH_BLOCKS,
                    message="the English goes on after the end of the Chinese text",
                    hint=f"the Chinese has {len(source.blocks)} blocks, the English {len(raw)}",
                )
            )
    if problems:
        raise Refusal(problems)
    return English(path, lines)
