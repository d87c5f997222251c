"""What may be said of a 2023 goal beside a 2022 outcome.

Pure. Only the class `same` yields an order or a difference, and even there only what the words round the numbers allow.
Each figure stands for the interval in which its value may lie: 16,500 for itself, "at least 16,500" for it and all above,
"more than" for all above alone, "no more than" for it and all below, a range for what is between its ends. A goal is
higher where all of its interval lies above all of the outcome's, lower where it lies below; it is equal where both are
exact and the numbers are the same. In all other cases there is no order: "at least 73%" beside "at least 73%" is the same
number twice, and either may be above the other. An "about" is taken at its number, which tells higher from lower, but is
never equal to anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from workreport.figures.bounds import Bound, side
from workreport.figures.quantity import Quantity

Comparability = Literal["same", "basis_differs", "scope_differs", "qualitative", "no_baseline"]
Order = Literal["higher", "equal", "lower", ""]
Numbers = Literal["alike", "above", "below"]
"""How a goal's number stands to the outcome's, whatever the words round them say."""

CLASSES: tuple[Comparability, ...] = ("same", "basis_differs", "scope_differs", "qualitative", "no_baseline")
"""Comparability classes in the order in which pages list them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Goal less outcome."""

    value: Decimal
    """In the goal's unit as printed; below zero for a lower goal."""
    bound: Bound
    """`at_least` or `more_than` where it may be larger, `at_most` where it may be smaller: a goal of no more than 35 is
    below 36 by one or more, and the difference is at most -1."""


def order(outcome: Quantity, goal: Quantity) -> Order:
    """Whether the goal is higher than, equal to or lower than the outcome; "" where the intervals leave it open."""
    if "several" in (outcome.bound, goal.bound):
        return ""  # 数十家 is not ten
    if _above(goal, outcome):
        return "higher"
    if _above(outcome, goal):
        return "lower"
    exact = outcome.bound == goal.bound == "exact"
    return "equal" if exact and numbers(outcome, goal) == "alike" else ""


def difference(outcome: Quantity, goal: Quantity) -> Difference | None:
    """Goal less outcome; None where there is no order, or where a range or an "about" beside a bound leaves its size open."""
    how, bounds = order(outcome, goal), (outcome.bound, goal.bound)
    one_sided = any(map(side, bounds))
    if not how or "range" in bounds or (one_sided and "about" in bounds):
        return None
    gap = (goal.low_plain - outcome.low_plain) / goal.factor
    bound: Bound = "about" if "about" in bounds else "exact"
    if one_sided and how == "higher":
        bound = "more_than" if "more_than" in bounds else "at_least"
    elif one_sided:
        bound = "at_most"
    return Difference(value=gap.normalize() if gap else Decimal(0), bound=bound)


def numbers(outcome: Quantity, goal: Quantity) -> Numbers:
    """How the goal's number stands to the outcome's, where neither is a range."""
    was, will = outcome.low_plain, goal.low_plain
    return "alike" if will == was else "above" if will > was else "below"


def _above(one: Quantity, other: Quantity) -> bool:
    """Whether all that `one` may be lies above all that `other` may be."""
    if side(one.bound) < 0 or side(other.bound) > 0:
        return False  # without an end on the side of the other
    high = other.high_plain if other.high_plain is not None else other.low_plain
    return one.low_plain > high or (one.low_plain == high and one.bound == "more_than")
