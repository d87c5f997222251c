"""What was published once: every id that an address has, and every correction."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from workreport.content.schema.fields import AddressRef, Date, Line, PageOrEmpty, PageRef, SentenceId, ShortCode
from workreport.content.schema.text import Model, Text
from workreport.diagnostics import say


class Permalink(Model):
    """A published id: the page and the sentence of the source that it has stood for since."""

    model_config = ConfigDict(title=say("permalink"))

    id: PageRef = Field(description=say("2022/metrics/<id> or 2023/commitments/<id>."))
    code: ShortCode = Field(description=say("The short code for print and speech, such as 2023-C017; never changes."))
    sentence: SentenceId = Field(description=say("Where its quote begins; tells whether an id was reused."))
    words: Line | None = Field(
        default=None,
        description=say("Where items of its kind share the sentence: how its own run begins, as far as it is its own."),
    )
    first: Date | None = Field(
        default=None, description=say("When it was first published; empty before the first release.")
    )
    moved_to: PageRef | None = Field(default=None, description=say("For a renamed id: the page that serves now."))
    retired: Text | None = Field(default=None, description=say("For an id that is gone: what happened."))


class PublishedAddress(Model):
    """Another id that is part of an address: a target, a section or a topic."""

    model_config = ConfigDict(title=say("published address"))

    id: AddressRef = Field(
        description=say("2023/targets/<id>, 2023/<section>, 2023/review/<section> or topics/<topic>.")
    )
    sentence: SentenceId | None = Field(default=None, description=say("For a target: where its quote begins."))
    first: Date | None = Field(
        default=None, description=say("When it was first published; empty before the first release.")
    )
    moved_to: AddressRef | None = Field(default=None, description=say("For a renamed id: the one that serves now."))
    retired: Text | None = Field(default=None, description=say("For an id that is gone: what happened."))


class Permalinks(Model):
    """`content/permalinks.yaml`."""

    model_config = ConfigDict(title=say("permalinks"))

    permalinks: tuple[Permalink, ...] = Field(
        strict=False, description=say("Every metric and commitment ever published.")
    )
    addresses: tuple[PublishedAddress, ...] = Field(
        default=(), strict=False, description=say("Every target, section and topic ever published.")
    )

    @property
    def firsts(self) -> tuple[str | None, ...]:
        """The first dates of all entries."""
        return (*(link.first for link in self.permalinks), *(link.first for link in self.addresses))


class Correction(Model):
    """A change of something that was published."""

    model_config = ConfigDict(title=say("correction"))

    date: Date = Field(description=say("When it was corrected, YYYY-MM-DD in quotes."))
    item: PageOrEmpty = Field(default=None, description=say("The page it is about; empty for the site as a whole."))
    old: Text = Field(description=say("What stood there."))
    new: Text = Field(description=say("What stands there now."))
    reason: Text = Field(description=say("Why."))


class Corrections(Model):
    """`content/corrections.yaml`."""

    model_config = ConfigDict(title=say("corrections"))

    corrections: tuple[Correction, ...] = Field(strict=False, description=say("All corrections, the oldest first."))
