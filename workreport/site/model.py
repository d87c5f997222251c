"""A site: its reports with their texts, all that they hold, and what became of what was published. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from workreport.content import ItemId, Kept, Run, Source, Text, Translation, schema
from workreport.gate import Counts
from workreport.site import urls
from workreport.site.items import Commitment, Comparison, Metric, Place, Section, Target, Term


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Mark(Run):
    """A run of a paragraph that pages link to: the figure of a metric or target."""

    path: str
    title: Text = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A run of a report that nothing on the site encodes, and why."""

    kind: Literal["figure", "sentence"]
    """Whether its numerals are no figures, or it promises nothing."""
    text: str
    block: str
    sentence: str
    reason: schema.FigureWaiverReason | schema.SentenceWaiverReason
    draft: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report: its parts, its text and where the encoded figures stand in it."""

    id: str
    outcome_year: int
    """The year that the review speaks of."""
    goal_year: int
    """The year that the tasks speak of."""
    meta: schema.Report
    source: Source
    translations: Mapping[str, Translation]
    """By language."""
    review: tuple[Section, ...]
    tasks: tuple[Section, ...]
    comparisons: tuple[Comparison, ...]
    marks: Mapping[str, tuple[Mark, ...]]
    """By block id."""
    translated_marks: Mapping[str, Mapping[str, tuple[Mark, ...]]]
    """By language, the same figures in the translation by sentence id."""
    promised: Mapping[str, tuple[Mark, ...]]
    """By block id, the quotes of its commitments in the order in which they end."""
    waivers: tuple[Waiver, ...]
    """In the order of the text."""
    counts: Counts

    @property
    def path(self) -> str:
        """The page of the whole report."""
        return urls.report(self.goal_year)

    @property
    def compare_path(self) -> str:
        """The page of its comparisons."""
        return urls.compare(self.goal_year)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections of both parts."""
        return (*self.review, *self.tasks)

    @property
    def items(self) -> Iterator[Metric | Commitment | Target]:
        """Everything that it reports and promises."""
        yield from self.metrics
        yield from self.commitments
        yield from (c.target for c in self.comparisons)

    @property
    def metrics(self) -> Iterator[Metric]:
        """Everything that it reports, in its order."""
        return (metric for section in self.review for metric in section.metrics)

    @property
    def commitments(self) -> Iterator[Commitment]:
        """Everything that it promises, in its order."""
        return (commitment for section in self.tasks for commitment in section.commitments)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A change of something that was published."""

    id: str
    """The anchor on the corrections page: c1 for the oldest."""
    date: str
    item: ItemId | None
    """The metric or commitment that it is about; None for the site as a whole."""
    title: Text | None
    topics: tuple[str, ...]
    old: Text
    new: Text
    reason: Text

    @property
    def path(self) -> str:
        """The page that it is about; "" for the site as a whole."""
        return urls.page(self.item) if self.item else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A published id that moved or was retired."""

    id: ItemId
    code: str
    """Its short code; "" for what has none."""
    sentence: str
    """Where its quote began; "" for sections and topics."""
    moved_to: ItemId | None
    retired: Text | None
    """What happened, where it was not renamed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonym:
    """What residents type, and what the search shows for it."""

    typed: tuple[str, ...]
    words: tuple[str, ...]
    """Of the report or its translation."""
    paths: tuple[str, ...]
    """Pages of topics and sections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All that is published, in the order of the reports: the oldest first."""

    languages: tuple[str, ...]
    """That of the reports first."""
    name: Text
    tagline: Text
    place: Text | None
    """Whose reports they are, in full; None where only the issuer is known."""
    measures: Mapping[str, schema.Measure]
    topics: Mapping[str, Text]
    contact: Text | None
    """Markdown: how to reach whoever publishes the site."""
    used_topics: tuple[str, ...]
    """Those that some metric or commitment has, in the order of site.yaml: the ones that have a page."""
    terms: Mapping[str, Term]
    places: Mapping[str, Place]
    synonyms: tuple[Synonym, ...]
    reports: tuple[Report, ...]
    metrics: Mapping[ItemId, Metric]
    commitments: Mapping[ItemId, Commitment]
    targets: Mapping[ItemId, Target]
    comparisons: Mapping[ItemId, Comparison]
    """By their targets."""
    compared_with: Mapping[ItemId, tuple[Comparison, ...]]
    """The comparisons in which a metric is the outcome."""
    moved: tuple[Gone, ...]
    """Metrics and commitments that moved or were retired."""
    gone: tuple[Gone, ...]
    """Targets, sections and topics that moved or were retired."""
    codes: tuple[tuple[str, ItemId], ...]
    """(short code, metric or commitment) of every page ever published, in the order of the codes."""
    corrections: tuple[Correction, ...]
    """The oldest first."""
    host: schema.Host
    looks: schema.Looks
    pictures: Mapping[str, bytes]
    """Of the looks, by name."""
    licence: schema.Licence | None
    reference: schema.Reference
    releases: tuple[schema.Release, ...]
    """The oldest first; none for a draft."""
    versions: tuple[Kept, ...]
    """Former versions that are published, the oldest first."""
    first: Mapping[str, str]
    """By path of a page of one item or report: when it first went online. Empty for a draft."""
    released: Mapping[ItemId, schema.Release]
    """By metric or commitment: the release that it is of, as it stands. Empty for a draft."""
    digest: str
    """SHA-256 of the content."""
    counts: Counts

    @property
    def source(self) -> str:
        """The language of the reports."""
        return self.languages[0]

    @property
    def newest(self) -> Report:
        """The newest report, to which the main navigation leads."""
        return self.reports[-1]

    @property
    def release(self) -> schema.Release | None:
        """The newest release; None for a draft."""
        return self.releases[-1] if self.releases else None

    def whose(self, report: Report) -> Text:
        """Whose report it is: the issuer; the place where that is not known, or what the site is called."""
        return report.meta.issuer or self.place or self.name

    @property
    def version(self) -> str:
        """The release's number, or that it is a draft; with the first digits of the content's digest."""
        return f"{self.release.version if self.release else 'draft'}+{self.digest[:8]}"

    def report_of(self, item: ItemId) -> Report | None:
        """The report that an item is, or was, part of."""
        review = item.kind in ("metric", "review")
        years = ((report, report.outcome_year if review else report.goal_year) for report in self.reports)
        return next((report for report, year in years if year == item.year), None)
