"""The sections of a report and what stands in them: metrics, commitments, targets, charts."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import ConfigDict, Field, model_validator

from workreport.content.schema.fields import Id, Line, MetricRef, Number, ParagraphId, Year
from workreport.content.schema.text import DRAFT, Model, Text
from workreport.diagnostics import say
from workreport.figures import Basis, Bound, Comparability, Period


class Years(Model):
    """The years that a figure speaks of, where it is not the year of its folder alone."""

    model_config = ConfigDict(title=say("period"))

    first: Year | None = Field(
        default=None, alias="from", description=say("The first year; none where only the end is set.")
    )
    last: Year | None = Field(
        default=None, alias="to", description=say("The last year; the year of the folder if left out.")
    )

    @model_validator(mode="after")
    def _is_span(self) -> Self:
        if self.first is None and self.last is None:
            raise ValueError(say("it has from, to or both"))
        if self.first is not None and self.last is not None and self.last < self.first:
            raise ValueError(say("it ends before it begins"))
        return self

    def of(self, year: int) -> Period:
        """The period of an item of a year, which is the last one where none is written."""
        last = year if self.last is None else self.last
        return Period(first=last if self.first is None and last == year else self.first, last=last)


_PERIOD = Field(
    default=None, description=say("The years that it speaks of, where it is not the year of its folder alone.")
)
_BASIS = Field(
    default=None,
    description=say(
        "year_on_year, annual_average, cumulative, comparable, planned or previous_period, as the text says."
    ),
)
_MEASURE = Field(default=None, description=say("What it counts, above any year: an id of measures.yaml."))
_OF = Field(
    default=None,
    description=say("Where the quote holds several figures: the run of it that holds this one alone, with its noun."),
)


class Change(Model):
    """Growth on the year before, where the sentence gives it beside the figure."""

    model_config = ConfigDict(title=say("change"))

    value: Number = Field(description=say("As printed; below zero for a decline."))
    unit: Line = Field(description=say("The unit as printed, such as % or 个百分点."))
    bound: Bound = Field(default="exact", description=say("What the words round the number say."))
    period: Years | None = _PERIOD
    basis: Basis | None = _BASIS


class Range(Model):
    """Which paragraphs of the source text a section covers, both ends included."""

    model_config = ConfigDict(title=say("paragraph range"))

    first: ParagraphId = Field(description=say("The first paragraph, such as p19."))
    last: ParagraphId = Field(description=say("The last paragraph."))


class Metric(Model):
    """One quantified statement of the review."""

    model_config = ConfigDict(title=say("metric"))

    id: Id = Field(description=say("Becomes the URL; never changes, is never reused."))
    title: Text = Field(description=say("What is counted, without the number."))
    quote: Line = Field(description=say("A verbatim run of the source text that holds the figure and its hedges."))
    of: Line | None = _OF
    value: Number = Field(description=say("The number in `unit`, as printed (1.65 with 万人)."))
    value_high: Number | None = Field(default=None, description=say("The upper end of a range."))
    unit: str = Field(description=say("The unit as printed, with 万 or 亿; see units.yaml."))
    bound: Bound = Field(description=say("exact, about, at_least, more_than, at_most or range."))
    estimate: bool = Field(default=False, description=say("true where the report says 预计 (expected)."))
    period: Years | None = _PERIOD
    basis: Basis | None = _BASIS
    change: Change | None = Field(default=None, description=say("Growth on the year before."))
    measure: Id | None = _MEASURE
    part_of: Id | None = Field(default=None, description=say("The metric of which this one is a part."))
    part_where: Line | None = Field(
        default=None,
        description=say("Where the report says so, verbatim; needed where the two stand in two sentences."),
    )
    whole: Text | None = Field(default=None, description=say("For a share: what it is a share of."))
    topics: tuple[Id, ...] = Field(min_length=1, strict=False, description=say("Topic ids of site.yaml."))
    places: tuple[Id, ...] = Field(
        default=(), strict=False, description=say("Places that the quote does not name itself.")
    )
    note: Text | None = Field(default=None, description=say("A remark for the page, in the site's own words."))
    draft: bool = DRAFT


class Baseline(Model):
    """What a target is compared with, and whether the two may be compared at all."""

    model_config = ConfigDict(title=say("baseline"))

    metric: MetricRef | None = Field(default=None, description=say("year/metric-id, such as 2022/new-jobs."))
    figure: Literal["value", "change"] = Field(
        default="value", description=say("Which figure of the metric: its value, or its change on the year before.")
    )
    comparability: Comparability = Field(
        description=say("same, basis_differs, scope_differs, qualitative or no_baseline.")
    )
    reason: Text | None = Field(default=None, description=say("Why the two differ; needed unless `same`."))


class Target(Model):
    """One quantified promise of a commitment, or one stated in words (`words`)."""

    model_config = ConfigDict(title=say("target"))

    id: Id = Field(description=say("Unique among the targets of its year; never changes."))
    title: Text = Field(description=say("What is counted, without the number."))
    quote: Line | None = Field(default=None, description=say("Where it differs from the commitment's quote."))
    of: Line | None = _OF
    value: Number | None = Field(default=None, description=say("The number in `unit`, as printed."))
    value_high: Number | None = Field(default=None, description=say("The upper end of a range."))
    unit: str | None = Field(default=None, description=say("The unit as printed; see units.yaml."))
    bound: Bound | None = Field(default=None, description=say("What the words round the number say."))
    words: Text | None = Field(default=None, description=say("The goal in words, verbatim, where it has no number."))
    estimate: bool = Field(default=False, description=say("true where the report says 预计."))
    period: Years | None = _PERIOD
    basis: Basis | None = _BASIS
    measure: Id | None = _MEASURE
    whole: Text | None = Field(default=None, description=say("For a share: what it is a share of."))
    baseline: Baseline = Field(description=say("What the target is compared with."))
    note: Text | None = Field(default=None, description=say("A remark for the page."))
    draft: bool = DRAFT


class Commitment(Model):
    """One promise of the tasks part."""

    model_config = ConfigDict(title=say("commitment"))

    id: Id = Field(description=say("Becomes the URL; never changes, is never reused."))
    title: Text = Field(description=say("The promise in a few words, with its number where it has one."))
    plain: Text | None = Field(
        default=None,
        description=say("The promise in the site's own plain words, with no figure that its sentence lacks."),
    )
    quote: Line = Field(description=say("A verbatim run of the source text: the clause and what it needs."))
    topics: tuple[Id, ...] = Field(min_length=1, strict=False, description=say("Topic ids of site.yaml."))
    places: tuple[Id, ...] = Field(default=(), strict=False, description=say("Place ids of places.yaml."))
    targets: tuple[Target, ...] = Field(default=(), strict=False, description=say("Its quantified promises."))
    note: Text | None = Field(default=None, description=say("A remark for the page."))
    draft: bool = DRAFT


class _Chart(Model):
    id: Id = Field(description=say("Names the chart's files; unique among the charts of its year."))
    note: Text | None = Field(default=None, description=say("A remark under the chart, in the site's own words."))


class ReviewChart(_Chart):
    """A chart of a review section."""

    model_config = ConfigDict(title=say("review chart"))

    kind: Literal["bars", "share"] = Field(
        description=say("bars: figures of one unit from zero; share: parts of a whole, each with its whole.")
    )
    metrics: tuple[Id, ...] = Field(min_length=1, strict=False, description=say("Metrics of this section."))


class TasksChart(_Chart):
    """A chart of a tasks section."""

    model_config = ConfigDict(title=say("tasks chart"))

    kind: Literal["bars", "share", "dumbbell"] = Field(
        description=say("bars and share: the goals alone; dumbbell: goals with their outcomes, comparability same.")
    )
    targets: tuple[Id, ...] = Field(min_length=1, strict=False, description=say("Targets of this section."))


class _Section(Model):
    id: Id = Field(description=say("Becomes the URL of the section's page."))
    title: Text = Field(description=say("The heading as printed, without its number, and its English."))
    summary: Text | None = Field(
        default=None,
        description=say("The site's own plain words, in Markdown; its pages do without where it has none."),
    )
    paragraphs: Range = Field(description=say("Which paragraphs of the source text the section covers."))
    draft: bool = DRAFT


class ReviewSection(_Section):
    """A section of the review: what was reported."""

    model_config = ConfigDict(title=say("review section"))

    metrics: tuple[Metric, ...] = Field(default=(), strict=False, description=say("Its metrics."))
    charts: tuple[ReviewChart, ...] = Field(default=(), strict=False, description=say("Its charts, in order."))


class TasksSection(_Section):
    """A section of the tasks: what was promised."""

    model_config = ConfigDict(title=say("tasks section"))

    commitments: tuple[Commitment, ...] = Field(default=(), strict=False, description=say("Its commitments."))
    charts: tuple[TasksChart, ...] = Field(default=(), strict=False, description=say("Its charts, in order."))
