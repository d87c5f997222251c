"""A card: what a page shows of itself where it is shared. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a comparison: an outcome or a goal."""

    role: Literal["outcome", "goal", "none"]
    """none: the report gives no outcome."""
    label: str
    figure: str
    """As pages print it, or the goal's words, or that the report gives none."""
    about: str = ""
    """What belongs to the figure: what is counted, of what it is a share, and what the editors note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The card of a page in one language. All texts are plain."""

    path: str
    """The page's, within the language: 2023/commitments/new-jobs.html."""
    lang: str
    kicker: str
    title: str
    sides: tuple[Side, ...] = ()
    verdict: str = ""
    """The class of the comparison."""
    says: str = ""
    """What may be said of the two sides; of a page without any, what it holds."""
    quote: str = ""
    """The sentence, where there are no sides."""
    source: tuple[str, ...] = ()
    address: str = ""
    """The page's, absolute, for the QR code; "" where it is not known."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that is set."""
        sides = (text for side in self.sides for text in (side.label, side.figure, side.about))
        return (self.kicker, self.title, *sides, self.verdict, self.says, self.quote, *self.source)

    @property
    def alt(self) -> str:
        """The picture in words."""
        sides = [f"{side.label} {side.figure}" for side in self.sides]
        said = (self.title, " → ".join(sides), self.verdict, self.says if not self.sides else "", self.quote)
        return " · ".join(text for text in said if text)
