"""The identity of a report, and what in its text is accounted for without being encoded."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from workreport.content.schema.fields import Address, BlockId, Date, Line, MetricRef, SentenceId, Sha256
from workreport.content.schema.sections import Range
from workreport.content.schema.text import Model, Text
from workreport.diagnostics import say

FigureWaiverReason = Literal[
    "date",
    "name",
    "ordinal",
    "document_number",
    "rank",
    "note_marker",
    "duration",
    "capacity",
    "threshold",
    "fixed_phrase",
    "restated",
    "first_of_its_kind",
]
SentenceWaiverReason = Literal["background", "guiding_principle", "transition", "lead_in", "closing", "distribution"]


class Original(Model):
    """The report as it was received, `content/source/YYYY.original.md`."""

    model_config = ConfigDict(title=say("original"))

    sha256: Sha256 = Field(description=say("The SHA-256 of the file."))
    address: Address | None = Field(default=None, description=say("Where it came from; empty where that is not known."))
    accessed: Date | None = Field(default=None, description=say("When it was fetched there, YYYY-MM-DD in quotes."))


class Report(Model):
    """`content/source/YYYY.report.yaml`: the identity of a report."""

    model_config = ConfigDict(title=say("report"))

    title: Text = Field(description=say("The title as printed."))
    notice: Text | None = Field(
        default=None, description=say("The title of the covering notice, as printed, where the number is the notice's.")
    )
    document_number: Line = Field(description=say("As printed, such as 河东政发〔2023〕1号."))
    issuer: Text = Field(description=say("The issuing body."))
    speaker: Text = Field(description=say("Who delivered it, as printed."))
    delivered: Date = Field(description=say("Date of delivery, YYYY-MM-DD in quotes."))
    issued: Date = Field(description=say("Date of the document, YYYY-MM-DD in quotes."))
    original: Original | None = Field(
        default=None, description=say("The file as received, where it is kept; its digest holds it to what it was.")
    )
    matter: tuple[Range, ...] = Field(
        default=(), strict=False, description=say("Paragraphs outside every section: covering notice, distribution.")
    )


class FigureWaiver(Model):
    """A run of text whose numerals are no metric and no target."""

    model_config = ConfigDict(title=say("figure waiver"))

    at: BlockId = Field(description=say("The paragraph (p12) or heading (h3)."))
    text: Line = Field(description=say("The exact run of text."))
    reason: FigureWaiverReason = Field(description=say("Why nothing is encoded."))


class SentenceWaiver(Model):
    """A run of the tasks part that promises nothing."""

    model_config = ConfigDict(title=say("sentence waiver"))

    at: SentenceId = Field(description=say("The sentence, such as p26s1."))
    text: Line = Field(description=say("The exact run of text: the sentence or the clauses meant."))
    reason: SentenceWaiverReason = Field(description=say("Why it is no commitment."))


class Waivers(Model):
    """`content/source/YYYY.waivers.yaml`."""

    model_config = ConfigDict(title=say("waivers"))

    pending: tuple[MetricRef, ...] = Field(
        default=(), strict=False, description=say("Sections not yet encoded, as year/section-id.")
    )
    figures: tuple[FigureWaiver, ...] = Field(default=(), strict=False, description=say("Numerals accounted for."))
    sentences: tuple[SentenceWaiver, ...] = Field(default=(), strict=False, description=say("Runs accounted for."))
