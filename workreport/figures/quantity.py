"""A quantity: what one figure states, whoever reads, checks, compares or prints it. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from workreport.figures.bounds import Bound
from workreport.figures.units import Unit

Kind = Literal["level", "growth", "decline", "improvement", "multiple", "all"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A value with its unit and all that the words round it say: 5万余平方米, 不低于1.65万人, 3-5家.

    `value` (and `high`, the upper end of a range) are in `unit` as printed: 1.65 with 万人. With the bound `several` the
    value is what is counted in: 10 for 数十家, which is not ten.
    """

    value: Decimal
    high: Decimal | None = None
    unit: Unit
    bound: Bound
    hedge: str = field(default="", compare=False)
    """The word that made the bound (余, 左右, …)."""
    estimate: bool = False
    kind: Kind = "level"

    @property
    def plain_unit(self) -> str:
        """The unit without its scale: 人 for 万人."""
        return self.unit.plain.zh

    @property
    def factor(self) -> Decimal:
        """By how much a plain value is larger: 10,000 for 万人."""
        return self.unit.factor

    @property
    def low_plain(self) -> Decimal:
        """The value, or the lower end of the range, in the plain unit: 16,500 for 1.65万人."""
        return self.value * self.factor

    @property
    def high_plain(self) -> Decimal | None:
        """The upper end of the range in the plain unit."""
        return None if self.high is None else self.high * self.factor
