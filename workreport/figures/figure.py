"""What the reader returns: figures, each a run of the text that states a quantity, and what it leaves alone. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from workreport.figures.asides import Aside
from workreport.figures.periods import Basis, Period
from workreport.figures.quantity import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Where a quantity stands in a text, and of which time it speaks.

    `text` is the printed form with its hedges and without white space; `start` and `end` are the offsets of that run
    in the text that was read, white space included.
    """

    start: int
    end: int
    text: str
    quantity: Quantity
    period: Period | None = None
    """The years that the sentence names for it; None where it names none."""
    basis: Basis | None = None
    """What the sentence says that it is measured against, or how it is totted up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All of one text."""

    figures: list[Figure]
    asides: list[Aside]
    """Every numeral that is in no figure, with the reason; in Chinese numerals where they could be a count."""
