"""What texts may name: terms of art and places."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from workreport.content.schema.fields import Id, Line
from workreport.content.schema.text import DRAFT, Model, Named, Text
from workreport.diagnostics import say


class Term(Named):
    """A term of art in plain words."""

    model_config = ConfigDict(title=say("term"))

    id: Id = Field(description=say("The anchor on the glossary page; never changes."))
    also: tuple[Line, ...] = Field(
        default=(), strict=False, description=say("Other forms that translations use for it.")
    )
    meaning: Text = Field(description=say("One or two plain sentences."))
    basis: Literal["rule", "usage", "report"] = Field(
        description=say("What the explanation rests on: a named rule, general usage, or the report alone.")
    )
    rule: Text | None = Field(default=None, description=say("The rule, by its title; needed with basis: rule."))
    departs: Text | None = Field(
        default=None, description=say("Why its English is not the established one of the program's list.")
    )
    draft: bool = DRAFT


class Glossary(Model):
    """`content/glossary.yaml`."""

    model_config = ConfigDict(title=say("glossary"))

    terms: tuple[Term, ...] = Field(strict=False, description=say("All terms."))


class Place(Named):
    """A place that the report names."""

    model_config = ConfigDict(title=say("place"))

    id: Id = Field(description=say("The anchor on the places page; never changes."))
    basis: Literal["pinyin", "translated", "established"] = Field(
        default="pinyin",
        description=say(
            "What a name in Latin letters rests on: the pinyin of how it begins, a translation of its words, or established use."
        ),
    )
    draft: bool = DRAFT


class Places(Model):
    """`content/places.yaml`."""

    model_config = ConfigDict(title=say("places"))

    places: tuple[Place, ...] = Field(strict=False, description=say("All places."))
