"""What the rules look at: the content, and what was read and found in the source texts before the first rule ran. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from workreport.content import (
    Block,
    Bounded,
    Content,
    Entry,
    Found,
    ItemId,
    Outcome,
    RawCycle,
    Run,
    Source,
    Translation,
    schema,
)
from workreport.diagnostics import NOTHING, Code, Diagnostic, Message
from workreport.figures import Alignment, Aside, Figure, Quantity, Units
from workreport.gate.verified import Located, Names

Loc = tuple[str | int, ...]
Section = Entry[schema.ReviewSection] | Entry[schema.TasksSection]
T = TypeVar("T", schema.Metric, schema.Commitment, schema.Target)
M = TypeVar("M", schema.Metric, schema.Target)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in the content something is written."""

    entry: Entry[Any]
    loc: Loc

    def problem(self, at: Loc, code: Code, message: Message, hint: Message = NOTHING) -> Diagnostic:
        """A diagnostic about the value at `at` below this place."""
        return self.entry.problem((*self.loc, *at), code, message, hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated(Generic[T]):
    """A metric, commitment or target: what the content says, and what was found of it in the source text."""

    id: ItemId
    value: T
    place: Place
    section: str
    blocks: tuple[Block, ...]
    """The paragraphs of its section."""
    found: Found | Outcome
    """Where its quote stands; that of the commitment for a target without one."""
    own: Run | None = None
    """Of a metric or target: what of its quote speaks of its figure alone; the quote itself where that holds no other."""
    figure: Figure | None = None
    change: Figure | None = None
    faults: tuple[Diagnostic, ...] = ()
    """Where what was entered differs from what the quote reads."""
    disputed: bool = False
    """Whether a figure was refused for that."""
    near: Found | None = None
    """What a quote that is absent most likely copies."""
    targets: tuple[Stated[schema.Target], ...] = ()
    """Of a commitment."""

    @property
    def located(self) -> Located | None:
        """Where it stands; None where its quote was not found."""
        if not isinstance(self.found, Found):
            return None
        block, start = self.found.block, self.found.start
        sentence = block.sentence_at(start).id
        return Located(
            start,
            self.found.end,
            block=block,
            sentence=sentence,
            own=self.own or Run(start, self.found.end),
            figure=self.figure,
            change=self.change,
        )

    @property
    def presumed(self) -> Found | None:
        """Where its quote stands, or most likely does."""
        return self.found if isinstance(self.found, Found) else self.near

    @property
    def told(self) -> Found | None:
        """Where it stands, if its quote or its figure was refused: what it holds is not reported once more as uncovered."""
        return self.presumed if self.disputed or self.near else None

    @property
    def quantity(self) -> Quantity | None:
        """What it states; None where the goal is in words or was refused."""
        return self.figure.quantity if self.figure else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One report, read: its texts, their figures, and where its metrics, commitments and targets stand."""

    raw: RawCycle
    source: Source
    figures: Mapping[str, tuple[Figure, ...]]
    """All figures of each block, by its id."""
    asides: Mapping[str, tuple[Aside, ...]]
    """What the reader leaves alone in each, and why."""
    translations: Mapping[str, Translation]
    """By language; those that could be laid beside the source."""
    misaligned: tuple[Diagnostic, ...]
    """Why the others could not."""
    alignments: Mapping[str, Mapping[str, tuple[Sequence[Figure], Alignment]]]
    """By language, and by id of each heading and sentence: its figures (their runs within it), and how it stands beside
    its translation."""
    metrics: tuple[Stated[schema.Metric], ...]
    commitments: tuple[Stated[schema.Commitment], ...]

    @property
    def targets(self) -> Iterator[Stated[schema.Target]]:
        """The targets of all commitments."""
        return (target for commitment in self.commitments for target in commitment.targets)

    @property
    def stated(self) -> Iterator[Stated[schema.Metric] | Stated[schema.Target]]:
        """All that may state a figure."""
        yield from self.metrics
        yield from self.targets

    @property
    def labelled(self) -> Iterator[Stated[schema.Metric] | Stated[schema.Commitment]]:
        """All that has topics and places."""
        yield from self.metrics
        yield from self.commitments

    @property
    def sections(self) -> Iterator[tuple[int, Section]]:
        """Every section with its year."""
        for review in self.raw.review:
            yield self.raw.outcome_year, review
        for tasks in self.raw.tasks:
            yield self.raw.goal_year, tasks

    def text(self, identifier: str) -> str:
        """A heading (h3) or a sentence (p12s1), without markup."""
        block = self.source.by_id[identifier.partition("s")[0]]
        sentence = next((one for one in block.sentences if one.id == identifier), None)
        return sentence.of(block.text) if sentence else block.text

    def blocks(self, section: Section) -> tuple[Block, ...]:
        """The paragraphs of a section; none where its range is broken."""
        paragraphs = section.value.paragraphs
        return self.source.between(paragraphs.first, paragraphs.last)

    def section_of(self, block: Block) -> Section | None:
        """The section that a paragraph belongs to; None for a heading, and for the matter round the report."""
        return next((section for _, section in self.sections if block in self.blocks(section)), None)

    def commitment_at(self, block: Block, run: Bounded) -> Stated[schema.Commitment] | None:
        """The first commitment whose quote shares text with a run of a block."""
        quotes = ((item, item.presumed) for item in self.commitments)
        return next((item for item, at in quotes if at and at.block is block and at.meets(run)), None)

    def problem(self, block: Block, at: int, code: Code, message: Message, hint: Message) -> Diagnostic:
        """A diagnostic about what begins at `at` in a block of the source text."""
        path, column = self.source.path, block.column(at)
        return Diagnostic(path=path, line=block.line, column=column, code=code, message=message, hint=hint)

    def is_pending(self, year: int, section: Section) -> bool:
        """Whether the section is not encoded yet."""
        return f"{year}/{section.value.id}" in self.raw.waivers.value.pending


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """All that the rules look at. None of them changes it."""

    content: Content
    units: Units
    readings: tuple[Reading, ...]
    """The reports whose source text could be read."""
    unread: tuple[Diagnostic, ...]
    """Why the others could not."""

    @property
    def complete(self) -> bool:
        """Whether all source texts could be read: only then is what stands in none of them absent."""
        return len(self.readings) == len(self.content.cycles)

    @property
    def names(self) -> Names:
        """The terms and places of the content; none where it has no such file."""
        glossary, places = self.content.glossary, self.content.places
        return Names(terms=glossary.value.terms if glossary else (), places=places.value.places if places else ())

    @property
    def measures(self) -> tuple[schema.Measure, ...]:
        """The measures of the content; none where it has no such file."""
        return self.content.measures.value.measures if self.content.measures else ()
