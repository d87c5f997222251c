"""A heading or a paragraph of the source text, sentence by sentence. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from workreport.content.markup import MARK, RawBlock
from workreport.content.run import Run

_SENTENCE = re.compile(r"[^。！？]*[。！？]+[”’）]*|[^。！？]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(Run):
    """One sentence of a paragraph."""

    id: str
    """Such as p12s1; a public anchor."""
    lead: bool
    """Whether it is a bold lead-in."""


class Block:
    """A heading or a paragraph: its text without markup, and where the markup stood."""

    def __init__(self, identifier: str, raw: RawBlock) -> None:
        self.id = identifier
        """h3 for a heading, p12 for a paragraph; a public anchor."""
        self.level = raw.level
        """1 to 6 for a heading, 0 for a paragraph."""
        self.line = raw.line
        """The line of the file, from 1."""
        self._indent = raw.level + 1 if raw.level else 0
        body = raw.lines[0][self._indent :]
        parts: list[str] = []
        runs: dict[str, list[Run]] = {"**": [], "<sub>": []}
        opened: dict[str, int] = {}
        self._removed: list[tuple[int, int]] = []
        size = at = gone = 0
        for match in MARK.finditer(body):
            parts.append(body[at : match.start()])
            size += match.start() - at
            at = match.end()
            gone += len(match[0])
            self._removed.append((size, gone))
            mark = match[0].replace("/", "")
            if mark in opened:
                runs[mark].append(Run(opened.pop(mark), size))
            else:
                opened[mark] = size
        self.text = "".join([*parts, body[at:]])
        self.bold = tuple(runs["**"])
        self.sub = tuple(run for run in runs["<sub>"] if run.start < run.end)

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

    def run(self, start: int, end: int) -> Run:
        """The run of the text that `dense[start:end]` came from."""
        return Run(self._positions[start], self._positions[end - 1] + 1)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The paragraph's sentences in order; a bold run is one of its own. A heading has one."""
        return tuple(
            Sentence(run.start, run.end, id=f"{self.id}s{number}", lead=lead)
            for number, (run, lead) in enumerate(self._runs(), 1)
        )

    def _runs(self) -> Iterator[tuple[Run, bool]]:
        at = 0
        for lead in (*self.bold, Run(len(self.text), len(self.text))):
            for match in _SENTENCE.finditer(self.text[at : lead.start]):
                if match[0].strip():
                    yield Run(at + match.start(), at + match.end()), False
            if lead.end > lead.start:
                yield lead, True
            at = lead.end

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds the character at `offset`."""
        return next((sentence for sentence in self.sentences if offset < sentence.end), self.sentences[-1])
