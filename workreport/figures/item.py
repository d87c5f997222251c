"""A quantity as it is read, before its list and its sentence are known. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from workreport.figures.before import Before
from workreport.figures.bounds import Bound
from workreport.figures.quantity import Kind

CHANGES = frozenset({"%", "倍", "成", "个百分点", "百分点", "个千分点", "个基点", "‰"})
"""Units that may state a change; a part of a whole (/3) may too."""


@dataclass(slots=True, kw_only=True)
class Item:
    """A number with what belongs to it; offsets are those of the tight text."""

    start: int
    end: int
    number: int
    """Where the number itself begins."""
    value: Decimal
    high: Decimal | None = None
    scale: str = ""
    unit: str
    """Without its scale; a rate has its denominator."""
    per: str = ""
    """The denominator that stands before the number: 万人 of 每万人."""
    had: bool = False
    """Whether that is the denominator of all in its list: 每百户拥有汽车45辆、电脑60台."""
    bound: Bound = "exact"
    hedge: str = ""
    kind: Kind = "level"
    governed: Before
    """What stands before it."""

    @property
    def printed(self) -> str:
        """The unit with its scale."""
        return self.scale + self.unit

    @property
    def changes(self) -> bool:
        """Whether its unit may state a change."""
        return self.unit in CHANGES or (self.unit[:1] == "/" and self.unit[1:].isdigit())
