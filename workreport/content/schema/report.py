"""The identity of a report, and what in its text is accounted for without being encoded."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from workreport.content.schema.fields import BlockId, Date, Line, MetricRef, SentenceId
from workreport.content.schema.sections import Range
from workreport.content.schema.text import Model, Text

FigureWaiverReason = Literal[
    "date", "name", "ordinal", "document_number", "threshold", "fixed_phrase", "restated", "first_of_its_kind"
]
SentenceWaiverReason = Literal["background", "guiding_principle", "transition", "lead_in", "closing", "distribution"]


class Report(Model):
    """`content/source/YYYY.report.yaml`: the identity of a report."""

    model_config = ConfigDict(title="report")

    title: Text = Field(description="The title as printed.")
    notice: Text | None = Field(
        default=None, description="The title of the covering notice, as printed, where the number is the notice's."
    )
    document_number: Line = Field(description="As printed, such as 河东政发〔2023〕1号.")
    issuer: Text = Field(description="The issuing body.")
    speaker: Text = Field(description="Who delivered it, as printed.")
    delivered: Date = Field(description="Date of delivery, YYYY-MM-DD in quotes.")
    issued: Date = Field(description="Date of the document, YYYY-MM-DD in quotes.")
    matter: tuple[Range, ...] = Field(
        default=(), strict=False, description="Paragraphs outside every section: covering notice, distribution."
    )


class FigureWaiver(Model):
    """A run of text whose numerals are no metric and no target."""

    model_config = ConfigDict(title="figure waiver")

    at: BlockId = Field(description="The paragraph (p12) or heading (h3).")
    text: Line = Field(description="The exact run of text.")
    reason: FigureWaiverReason = Field(description="Why nothing is encoded.")


class SentenceWaiver(Model):
    """A run of the tasks part that promises nothing."""

    model_config = ConfigDict(title="sentence waiver")

    at: SentenceId = Field(description="The sentence, such as p26s1.")
    text: Line = Field(description="The exact run of text: the sentence or the clauses meant.")
    reason: SentenceWaiverReason = Field(description="Why it is no commitment.")


class Waivers(Model):
    """`content/source/YYYY.waivers.yaml`."""

    model_config = ConfigDict(title="waivers")

    pending: tuple[MetricRef, ...] = Field(
        default=(), strict=False, description="Sections not yet encoded, as year/section-id."
    )
    figures: tuple[FigureWaiver, ...] = Field(default=(), strict=False, description="Numerals accounted for.")
    sentences: tuple[SentenceWaiver, ...] = Field(default=(), strict=False, description="Runs accounted for.")
