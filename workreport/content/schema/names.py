"""What texts may name: terms of art and places."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from workreport.content.schema.fields import Id, Line
from workreport.content.schema.text import Model, Named, Text


class Term(Named):
    """A term of art in plain words."""

    model_config = ConfigDict(title="term")

    id: Id = Field(description="The anchor on the glossary page; never changes.")
    also: tuple[Line, ...] = Field(default=(), strict=False, description="Other forms that translations use for it.")
    meaning: Text = Field(description="One or two plain sentences.")
    basis: Literal["rule", "usage", "report"] = Field(
        description="What the explanation rests on: a named rule, general usage, or the report alone."
    )
    rule: Text | None = Field(default=None, description="The rule, by its title; needed with basis: rule.")


class Glossary(Model):
    """`content/glossary.yaml`."""

    model_config = ConfigDict(title="glossary")

    terms: tuple[Term, ...] = Field(strict=False, description="All terms.")


class Place(Named):
    """A place that the report names."""

    model_config = ConfigDict(title="place")

    id: Id = Field(description="The anchor on the places page; never changes.")


class Places(Model):
    """`content/places.yaml`."""

    model_config = ConfigDict(title="places")

    places: tuple[Place, ...] = Field(strict=False, description="All places.")
