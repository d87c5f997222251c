"""What residents call things: their words, and where these lead."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field
from pydantic.functional_validators import AfterValidator

from workreport.content.schema.fields import Id, SectionRef, Words
from workreport.content.schema.text import Model
from workreport.diagnostics import say


def _some(typed: tuple[str, ...]) -> tuple[str, ...]:
    """An entry that nobody can type does nothing."""
    if not typed:
        raise ValueError(say("name at least one word that residents type"))
    return typed


class Synonym(Model):
    """Words of one meaning that residents type, and what the search shows for them."""

    model_config = ConfigDict(title=say("synonym"))

    typed: Annotated[tuple[Words, ...], AfterValidator(_some)] = Field(
        strict=False, description=say("What residents type, in any language.")
    )
    words: tuple[Words, ...] = Field(
        default=(),
        strict=False,
        description=say("Words of the report or of its translation that are searched instead."),
    )
    topics: tuple[Id, ...] = Field(default=(), strict=False, description=say("Topics that are shown first."))
    sections: tuple[SectionRef, ...] = Field(
        default=(), strict=False, description=say("Sections that are shown, such as 2023/livelihood.")
    )


class Search(Model):
    """`content/search.yaml`."""

    model_config = ConfigDict(title=say("search"))

    synonyms: tuple[Synonym, ...] = Field(strict=False, description=say("All synonyms."))
