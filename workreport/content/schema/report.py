"""The identity of a report, and what in its text is accounted for without being encoded."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import ConfigDict, Field, model_validator

from workreport.content.schema.fields import Address, BlockId, Date, Line, MetricRef, SentenceId, Sha256
from workreport.content.schema.sections import Range
from workreport.content.schema.text import DRAFT, Model, Text
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
    "undecided",
]
SentenceWaiverReason = Literal[
    "background", "guiding_principle", "transition", "lead_in", "closing", "distribution", "undecided"
]
"""`undecided` is what a program says that could not tell: a draft alone may have it."""
_UNTITLED = Text({"zh": "政府工作报告", "en": "Government Work Report"})
"""What a report is called whose text prints no title of its own."""


class Original(Model):
    """The report as it was received, `content/source/YYYY.original.md`."""

    model_config = ConfigDict(title=say("original"))

    sha256: Sha256 = Field(description=say("The SHA-256 of the file."))
    address: Address | None = Field(default=None, description=say("Where it came from; empty where that is not known."))
    accessed: Date | None = Field(default=None, description=say("When it was fetched there, YYYY-MM-DD in quotes."))


class Report(Model):
    """`content/source/YYYY.report.yaml`: the identity of a report. What is not known is left out, and not shown."""

    model_config = ConfigDict(title=say("report"))

    title: Text | None = Field(
        default=None, description=say("The title as printed; a report without one is called by its kind.")
    )
    notice: Text | None = Field(
        default=None, description=say("The title of the covering notice, as printed, where the number is the notice's.")
    )
    document_number: Line | None = Field(default=None, description=say("As printed, such as 河东政发〔2023〕1号."))
    issuer: Text | None = Field(default=None, description=say("The issuing body."))
    speaker: Text | None = Field(default=None, description=say("Who delivered it, as printed."))
    delivered: Date | None = Field(default=None, description=say("Date of delivery, YYYY-MM-DD in quotes."))
    issued: Date | None = Field(default=None, description=say("Date of the document, YYYY-MM-DD in quotes."))
    original: Original | None = Field(
        default=None, description=say("The file as received, where it is kept; its digest holds it to what it was.")
    )
    matter: tuple[Range, ...] = Field(
        default=(), strict=False, description=say("Paragraphs outside every section: covering notice, distribution.")
    )
    draft: bool = DRAFT

    @property
    def called(self) -> Text:
        """Its title, or that of its kind where none is printed."""
        return self.title or _UNTITLED


class _Waiver(Model):
    reason: str
    draft: bool = DRAFT

    @model_validator(mode="after")
    def _is_decided(self) -> Self:
        if self.reason == "undecided" and not self.draft:
            raise ValueError(say("undecided is what a draft says; give a reason, or draft: true"))
        return self


class FigureWaiver(_Waiver):
    """A run of text whose numerals are no metric and no target."""

    model_config = ConfigDict(title=say("figure waiver"))

    at: BlockId = Field(description=say("The paragraph (p12) or heading (h3)."))
    text: Line = Field(description=say("The exact run of text."))
    reason: FigureWaiverReason = Field(description=say("Why nothing is encoded."))


class SentenceWaiver(_Waiver):
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
