"""What may be said of a 2023 goal beside a 2022 outcome.

Pure. Only the class `same` yields an order or a difference, and even there only what the bounds allow:
an outcome printed as "more than 50,000" and a goal of 50,000 are shown side by side without an order.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from workreport.figures.bounds import side
from workreport.figures.quantity import Quantity

Comparability = Literal["same", "basis_differs", "scope_differs", "qualitative", "no_baseline"]
Order = Literal["higher", "equal", "lower", ""]

CLASSES: tuple[Comparability, ...] = ("same", "basis_differs", "scope_differs", "qualitative", "no_baseline")
"""Comparability classes in the order in which pages list them."""


def order(outcome: Quantity, goal: Quantity) -> Order:
    """Whether the goal is higher than, equal to or lower than the outcome; "" where the bounds leave it open.

    A goal of "at least 16,500" against an outcome of 16,500 is equal: the numbers set are the same.
    """
    if "several" in (outcome.bound, goal.bound):
        return ""  # 数十家 is not ten
    was = outcome.low_plain
    low, high = goal.low_plain, goal.high_plain
    if outcome.high is not None:
        if goal.bound == "range" and (low, high) == (was, outcome.high_plain):
            return "equal"
        assert outcome.high_plain is not None
        if low > outcome.high_plain:
            return "higher"
        return "lower" if (high if high is not None else low) < was else ""
    if side(outcome.bound) and outcome.bound != goal.bound:
        # Known only to lie beyond `was`: a goal on the other side of it is certain, nothing else is.
        if side(outcome.bound) < 0:
            return "higher" if low > was else ""
        return "lower" if (high if high is not None else low) < was else ""
    if high is not None:
        if low > was:
            return "higher"
        return "lower" if high < was else ""
    if low == was:
        return "higher" if goal.bound == "more_than" and outcome.bound != "more_than" else "equal"
    return "higher" if low > was else "lower"


def difference(outcome: Quantity, goal: Quantity) -> Decimal | None:
    """Goal minus outcome in the goal's unit as printed, or None where a range or open bounds leave it open."""
    if not order(outcome, goal) or outcome.high is not None or goal.high is not None:
        return None
    if side(outcome.bound) and outcome.bound != goal.bound:
        return None
    gap = (goal.low_plain - outcome.low_plain) / goal.factor
    return gap.normalize() if gap else Decimal(0)
