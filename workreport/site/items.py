"""The items of a site: metrics, commitments and their targets, comparisons, and the sections that hold them. Pure.

All values are in place here; nothing after this stage looks anything up in the content.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from workreport.content import ItemId, Text, schema
from workreport.figures import Basis, Comparability, Difference, Order, Period, Quantity
from workreport.site import urls


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A verbatim run of the source text, where it stands, and what translates its sentences."""

    text: str
    translations: Mapping[str, str]
    """By language."""
    block: str
    sentence: str
    """The one in which it begins."""
    sentences: tuple[str, ...]
    """All that it touches."""
    report: str
    """The path of the report page."""

    def words(self, lang: str) -> str:
        """In a language of the site."""
        return self.translations.get(lang, self.text)

    @property
    def path(self) -> str:
        """The link to the sentence in the whole report."""
        return urls.anchor(self.report, self.sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRef:
    """What an item says of the section that it belongs to."""

    id: ItemId
    title: Text

    @property
    def year(self) -> int:
        """The year that the section speaks of."""
        return self.id.year

    @property
    def path(self) -> str:
        """Its page."""
        return urls.page(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of the glossary, and the sentences of the reports that use it."""

    id: str
    name: Text
    also: tuple[str, ...]
    """What translations may call it besides."""
    meaning: Text
    basis: str
    rule: Text | None
    sentences: tuple[tuple[str, str], ...]
    """(report path, sentence id)"""
    draft: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place, the items that name it, and the sentences that do."""

    id: str
    name: Text
    items: tuple[tuple[str, Text], ...]
    """(path, title) of metrics and commitments"""
    sentences: tuple[tuple[str, str], ...]
    draft: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """What metrics, targets and commitments have in common."""

    id: ItemId
    section: SectionRef
    title: Text
    quote: Quote
    note: Text | None
    topics: tuple[str, ...]
    draft: bool
    """Whether a program wrote it and nobody has read it yet; so below."""

    @property
    def year(self) -> int:
        """The year that the item speaks of."""
        return self.id.year


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """Of which years a figure speaks, and on what basis."""

    period: Period
    usual: bool
    """Whether it is the year of its item alone, which pages say anyway."""
    basis: Basis | None


def _direction(measure: schema.Measure | None, quantity: Quantity | None) -> schema.Direction | None:
    """Whether higher or lower is better, where the measure names a rule that says so. Of growth it says nothing: a lower
    concentration is better, a lower improvement of it is not."""
    grows = quantity is not None and quantity.kind in ("growth", "decline", "improvement", "multiple")
    return None if measure is None or grows else measure.direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric(_Item):
    """One quantified statement of the review."""

    quantity: Quantity
    time: Time
    change: Quantity | None
    """Growth on the year before, where the sentence gives it; below zero for a decline."""
    change_time: Time
    """Of the metric where nothing else is said of its change."""
    measure: schema.Measure | None
    part_of: ItemId | None
    whole: Text | None
    places: tuple[str, ...]
    terms: tuple[str, ...]
    code: str
    """The short code for print and speech, such as 2022-M017."""

    @property
    def direction(self) -> schema.Direction | None:
        """Whether a higher or a lower figure is better; None where no rule says so."""
        return _direction(self.measure, self.quantity)

    @property
    def path(self) -> str:
        """Its page."""
        return urls.page(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(_Item):
    """One quantified promise, or one in words (`quantity` is None then)."""

    commitment: ItemId
    quantity: Quantity | None
    time: Time
    words: Text | None
    measure: schema.Measure | None
    whole: Text | None

    @property
    def direction(self) -> schema.Direction | None:
        """Whether a higher or a lower figure is better; None where no rule says so."""
        return _direction(self.measure, self.quantity)

    @property
    def commitment_path(self) -> str:
        """The page of its commitment, which holds it."""
        return urls.page(self.commitment)

    @property
    def path(self) -> str:
        """Its place on that page."""
        return urls.anchor(self.commitment_path, self.id.slug)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(_Item):
    """One promise of the tasks part."""

    plain: Text | None
    targets: tuple[ItemId, ...]
    places: tuple[str, ...]
    terms: tuple[str, ...]
    code: str

    @property
    def path(self) -> str:
        """Its page."""
        return urls.page(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A target beside a metric, and what may be said of the two."""

    target: Target
    metric: Metric | None
    outcome: Quantity | None
    """The figure of the metric that is compared: its value, or its change on the year before."""
    outcome_time: Time | None
    of_change: bool
    comparability: Comparability
    order: Order
    difference: Difference | None
    reason: Text | None

    @property
    def draft(self) -> bool:
        """Whether either side is one."""
        return self.target.draft or (self.metric is not None and self.metric.draft)


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """A chart that a section declares: what it draws, by id."""

    path: str
    kind: Literal["bars", "share", "dumbbell"]
    note: Text | None
    items: tuple[ItemId, ...]
    """Metrics or targets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading of the report with its items."""

    ref: SectionRef
    part: Literal["review", "tasks"]
    summary: Text | None
    draft: bool
    first: str
    """The first paragraph that it covers, and the last."""
    last: str
    pending: bool
    metrics: tuple[Metric, ...]
    commitments: tuple[Commitment, ...]
    charts: tuple[Declared, ...]
