"""What every kind of file is made of: strict mappings, and texts in two languages."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from workreport.content.schema.fields import Words


class Model(BaseModel):
    """What all content models share: no extra fields, no silent conversion, no later change."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Text(Model):
    """A text in both languages."""

    model_config = ConfigDict(title="text in two languages")

    zh: Words = Field(description="The Chinese text.")
    en: Words = Field(description="The English text: complete, with the same quantities.")
