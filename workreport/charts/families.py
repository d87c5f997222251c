"""Which comparisons may share an axis, and where their charts are. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from workreport.figures import Period, Quantity
from workreport.site import Comparison, Report, Target, urls

_SIZES = Decimal(20)
"""How many times the smallest value the largest of an axis may be, before the small ones vanish in it."""


def target_chart(target: Target) -> str:
    """The path of the chart of one comparison."""
    return urls.chart(target.year, f"target-{target.id.slug}")


def family_chart(family: Sequence[Comparison]) -> str:
    """The path of the chart of several comparisons on one axis."""
    first = family[0].target
    return target_chart(first) if len(family) == 1 else urls.chart(first.year, f"with-{first.id.slug}")


def falls_chart(report: Report) -> str:
    """The path of the chart that shows how the goals of a report fall."""
    return urls.chart(report.goal_year, "all-targets")


def drawable(comparison: Comparison) -> bool:
    """Whether both sides of a comparison may stand on one axis."""
    return (
        comparison.comparability == "same" and comparison.outcome is not None and comparison.target.quantity is not None
    )


def families(report: Report) -> Iterator[tuple[Comparison, ...]]:
    """The comparisons of class `same` that may share an axis: one unit, one basis, one order of size."""
    found: list[list[Comparison]] = []
    for comparison in filter(drawable, report.comparisons):
        for family in found:
            if all(_together(comparison, other) for other in family):
                family.append(comparison)
                break
        else:
            found.append([comparison])
    yield from map(tuple, found)


def both(comparison: Comparison) -> tuple[Quantity, Quantity]:
    """The outcome and the goal of a comparison that is drawable."""
    assert comparison.outcome is not None
    assert comparison.target.quantity is not None
    return comparison.outcome, comparison.target.quantity


def _together(one: Comparison, other: Comparison) -> bool:
    a, b = both(one), both(other)
    if _times(one) != _times(other):
        return False
    if a[0].kind != b[0].kind or a[0].plain_unit != b[0].plain_unit:
        return False
    sizes = [q.low_plain for q in (*a, *b) if q.low_plain > 0]
    return not sizes or max(sizes) <= _SIZES * min(sizes)


def _times(comparison: Comparison) -> tuple[Period | None, Period]:
    return comparison.outcome_time.period if comparison.outcome_time else None, comparison.target.time.period
