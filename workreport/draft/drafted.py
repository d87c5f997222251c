"""What the drafters hand back: trees in the shape of the YAML of the content folder, which the writer writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Tree = Mapping[str, Any]
"""A mapping as content/schema has it, its keys in the order that they are written in: a metric, a waiver, a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A numeral that no rule could decide: a person does."""

    sentence: str
    """The id of the sentence or heading, such as p12s3."""
    run: str
    """The run of text."""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedMetrics:
    """Of the review; its waivers are of the whole text, its goals too."""

    sections: tuple[tuple[Tree, ...], ...] = ()
    """The metrics of each stretch of the review, in their order."""
    waivers: tuple[Tree, ...] = ()
    """Figure waivers."""
    left: tuple[Left, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedCommitments:
    """Of the tasks."""

    sections: tuple[tuple[Tree, ...], ...] = ()
    """The commitments of each stretch of the tasks, in their order."""
    waivers: tuple[Tree, ...] = ()
    """Sentence waivers."""
    figures: tuple[Tree, ...] = ()
    """Figure waivers, `undecided`: the quantities of the tasks that no target could be drafted of and no waiver of
    `DraftedMetrics` accounts for."""
    left: tuple[Left, ...] = ()
    """The same, for a person."""
    measures: tuple[Tree, ...] = ()
    """Entries of measures.yaml: what is counted by two figures that may be compared."""
    measured: Mapping[str, str] = field(default_factory=dict)
    """By the id of a metric: the measure that it belongs to, for the writer to add to it."""
    places: tuple[Tree, ...] = ()
    """Entries of places.yaml."""
    terms: tuple[Tree, ...] = ()
    """Entries of glossary.yaml."""
