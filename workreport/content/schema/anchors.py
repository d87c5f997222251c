"""Which paragraph and which heading of a report has which number."""

from __future__ import annotations

from typing import Self

from pydantic import ConfigDict, Field, model_validator

from workreport.content.schema.fields import BlockId, Line
from workreport.content.schema.text import Model
from workreport.diagnostics import say


class Anchor(Model):
    """A paragraph or a heading, known by how it begins and how it ends."""

    model_config = ConfigDict(title=say("anchor"))

    id: BlockId = Field(description=say("Its number: p12 or h3; never changes, is never given to another."))
    begins: Line = Field(description=say("How it begins, as far as no other block does."))
    ends: Line = Field(description=say("How it ends, likewise."))


class Anchors(Model):
    """`content/source/YYYY.anchors.yaml`."""

    model_config = ConfigDict(title=say("anchors"))

    blocks: tuple[Anchor, ...] = Field(strict=False, description=say("Every paragraph and heading, in their order."))
    retired: tuple[BlockId, ...] = Field(
        default=(), strict=False, description=say("Numbers whose paragraph or heading is gone; none is used again.")
    )

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        ids = [*(anchor.id for anchor in self.blocks), *self.retired]
        twice = next((name for name in ids if ids.count(name) > 1), None)
        if twice:
            raise ValueError(say("{id} stands twice here", id=twice))
        return self
