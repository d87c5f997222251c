"""What the gate hands on: the content, with the place of each quote and figure in the source text. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from workreport.content import Found, Kept, Run, Source, Translation, schema
from workreport.figures import Figure, Quantity, Units


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many things were encoded, waived with a reason, or are pending."""

    encoded: int = 0
    waived: int = 0
    pending: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            encoded=self.encoded + other.encoded,
            waived=self.waived + other.waived,
            pending=self.pending + other.pending,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What `check` prints of figures and of sentences."""

    figures: Tally = Tally()
    sentences: Tally = Tally()
    drafts: Mapping[str, int] = field(default_factory=dict)
    """Of the whole content: how many of each kind there are."""

    def __add__(self, other: Counts) -> Counts:
        return Counts(figures=self.figures + other.figures, sentences=self.sentences + other.sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class Located(Found):
    """Where a quote stands, and which figures of it are claimed."""

    sentence: str
    """The one in which it begins."""
    own: Run
    """What of the quote speaks of its figure alone: the run of `of`, or all of it."""
    figure: Figure | None = None
    change: Figure | None = None

    @property
    def quantity(self) -> Quantity | None:
        """What a metric or target states; None where the goal is in words."""
        return self.figure.quantity if self.figure else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waived:
    """A run of the source text that nothing encodes, and why."""

    kind: Literal["figure", "sentence"]
    """Whether its numerals are no figures, or it promises nothing."""
    found: Found
    sentence: str
    """The one in which it begins; a heading is one of itself."""
    reason: schema.FigureWaiverReason | schema.SentenceWaiverReason
    draft: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """One report, verified: its texts, its two parts, and where everything in them stands."""

    id: str
    outcome_year: int
    goal_year: int
    report: schema.Report
    source: Source
    translations: Mapping[str, Translation]
    """By language."""
    review: tuple[schema.ReviewSection, ...]
    """In the order of the report, as the tasks are."""
    tasks: tuple[schema.TasksSection, ...]
    pending: frozenset[str]
    """Sections not yet encoded, as year/section-id."""
    metrics: Mapping[str, Located]
    commitments: Mapping[str, Located]
    targets: Mapping[str, Located]
    runs: Mapping[str, Mapping[str, Mapping[tuple[int, int], tuple[int, int]]]]
    """By language, for each sentence: where its figures (their run within it) stand in its translation."""
    waivers: tuple[Waived, ...]
    """In the order of the report."""
    counts: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What texts may name: terms of the glossary and places, in their files' order."""

    terms: tuple[schema.Term, ...]
    places: tuple[schema.Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """All content, past the gate."""

    site: schema.Site
    units: Units
    permalinks: tuple[schema.Permalink, ...]
    addresses: tuple[schema.PublishedAddress, ...]
    corrections: tuple[schema.Correction, ...]
    names: Names
    measures: tuple[schema.Measure, ...]
    synonyms: tuple[schema.Synonym, ...]
    """What residents call what the report has, in the order of their file."""
    cycles: tuple[Cycle, ...]
    drafts: Mapping[str, int]
    """How many drafts there are of each kind."""
    pictures: Mapping[str, bytes]
    """Of the looks, by name."""
    versions: tuple[Kept, ...]
    digest: str
