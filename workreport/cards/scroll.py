"""A long picture (一图读懂): a section, or the whole of a report, in one column as wide as a phone. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workreport.cards.model import Side
from workreport.charts import Drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An outcome, a goal, a promise, or a drawing of some: what it has of these is shown, in this order."""

    title: str = ""
    drawing: Drawing | None = None
    sides: tuple[Side, ...] = ()
    """In figures, where there is no drawing."""
    figure: str = ""
    """Of an outcome or a goal that stands alone."""
    role: str = "goal"
    about: str = ""
    verdict: str = ""
    """The class of a comparison."""
    says: Sequence[str] = ()
    """What may be said of the two sides; what belongs to the figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Squares:
    """A group of promises, a square each: its name, and their colours by name."""

    title: str
    colours: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What a colour of squares means."""

    colour: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of a long picture."""

    title: str
    lead: str = ""
    keys: Sequence[Key] = ()
    squares: Sequence[Squares] = ()
    told: Sequence[Told] = ()
    plain: bool = False
    """Whether what is told are titles alone, in a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scroll:
    """A long picture in one language. All texts are plain."""

    path: str
    """The page's that it is of, within the language."""
    lang: str
    kicker: str
    title: str
    lead: str
    drafted: str
    """That a program drafted some of it and nobody has read that; "" else."""
    stretches: Sequence[Stretch]
    source: Sequence[str]
    address: str
    """Of that page, absolute; "" where it is not known: there is no QR code then."""
