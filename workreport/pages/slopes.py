"""Which comparable goals moved most, and a small slope from outcome to goal for each that can be drawn. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from workreport.figures import Order
from workreport.site import Comparison

HEIGHT = 36
"""Pixels between the lowest and the highest value of a slope."""
_RANK: Mapping[Order, int] = {"higher": 0, "lower": 0, "equal": 1, "": 2}
_BEYOND = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Slope:
    """Where its two ends stand, in pixels above the lowest value; zero is always within its scale."""

    outcome: int
    goal: int
    sure: bool
    """Whether both are exact and none is an estimate."""


def by_change(comparisons: Iterable[Comparison]) -> list[Comparison]:
    """Those of the class `same`: what moved first and most, then what is equal, then what the words leave open."""
    same = [c for c in comparisons if c.comparability == "same"]
    return sorted(same, key=lambda c: (_RANK[c.order], -_times(c)))


def _times(c: Comparison) -> Decimal:
    """How many times the one is the other, the larger by the smaller: 41 → 4 counts like 4 → 41. Without a limit from or
    to zero, and through it."""
    if c.order not in ("higher", "lower"):
        return Decimal(0)
    assert c.outcome is not None
    assert c.target.quantity is not None
    low, high = sorted((abs(c.outcome.low_plain), abs(c.target.quantity.low_plain)))
    across = c.outcome.low_plain * c.target.quantity.low_plain <= 0
    return _BEYOND if across else high / low


def slope(c: Comparison) -> Slope | None:
    """The slope of a comparison; None where there is no order, or a bound or a range has no one place to stand at."""
    was, will = c.outcome, c.target.quantity
    if not c.order or was is None or will is None or not {was.bound, will.bound} <= {"exact", "about"}:
        return None
    zero, start, end = Decimal(0), was.low_plain, will.low_plain
    low, high = min(zero, start, end), max(zero, start, end)
    scale = Decimal(HEIGHT) / (high - low or Decimal(1))
    sure = was.bound == will.bound == "exact" and not (was.estimate or will.estimate)
    return Slope(round((start - low) * scale), round((end - low) * scale), sure)
