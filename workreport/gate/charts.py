"""What charts may be declared: part of the gate's check 6. Pure.

A chart draws what can be drawn honestly: figures of one unit on one axis from zero, a part within its whole,
and an outcome with its goal only where the comparison is `same`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from workreport.content import schema
from workreport.diagnostics import Code, did_you_mean
from workreport.figures import Quantity
from workreport.gate.comparisons import Fault

CHART_UNKNOWN = Code("chart-unknown", "A chart names a figure twice, or one that its section lacks.")
CHART_UNITS = Code("chart-units", "A chart draws figures that do not share an axis.")
CHART_FEW = Code("chart-few", "A chart draws a single figure.")
CHART_COMPARISON = Code("chart-comparison", "A chart sets side by side what may not be compared.")
CHART_SHARE = Code("chart-share", "A chart draws a part without its whole.")


def chart_faults(
    chart: schema.ReviewChart | schema.TasksChart,
    items: Mapping[str, schema.Metric | schema.Target],
    quantities: Mapping[str, Quantity | None],
    everywhere: Mapping[str, str],
    wholes: Mapping[str, Quantity | None],
) -> Iterator[tuple[tuple[str | int, ...], Fault]]:
    """The faults of one chart, each with its place in the chart's mapping.

    `items` are the metrics or targets of the section by id, `quantities` their figures (None for a goal in words,
    or where the figure was refused already); `everywhere` says in which section an id of another section stands;
    `wholes` are the figures of all metrics of the review, for parts of them.
    """
    field = "metrics" if isinstance(chart, schema.ReviewChart) else "targets"
    names: tuple[str, ...] = getattr(chart, field)
    known: list[tuple[int, schema.Metric | schema.Target, Quantity | None]] = []
    for index, name in enumerate(names):
        if name in names[:index]:
            yield (field, index), Fault(name, CHART_UNKNOWN, f"“{name}” stands twice in this chart", "name each once")
        elif name not in items:
            elsewhere = f"it is in the section {everywhere[name]}" if name in everywhere else ""
            hint = elsewhere or did_you_mean(name, items) or f"a chart draws {field} of its own section"
            yield (field, index), Fault(name, CHART_UNKNOWN, f"this section has no {field[:-1]} “{name}”", hint)
        else:
            known.append((index, items[name], quantities.get(name)))
    for index, item, quantity in known:
        if isinstance(item, schema.Target) and item.words is not None:
            message = f"“{item.id}” is a goal in words, without a number to draw"
            yield (field, index), Fault(item.id, CHART_UNITS, message, "take it out of the chart")
        elif quantity is not None:
            yield from _fits(chart, field, index, item, quantity, wholes)
    drawn = [(index, item, q) for index, item, q in known if q is not None]
    if chart.kind == "bars" and len(names) < 2:
        yield (
            (field,),
            Fault("", CHART_FEW, "one figure alone makes no chart", "name two or more, or write kind: share"),
        )
    if chart.kind != "share":
        for index, item, quantity in drawn[1:]:
            first = drawn[0][2]
            if not _one_axis(first, quantity):
                message = (
                    f"“{item.id}” is in {_basis(quantity)}, “{drawn[0][1].id}” in {_basis(first)}: one axis, one unit"
                )
                yield (field, index), Fault(item.id, CHART_UNITS, message, "draw two charts")


def _one_axis(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may share an axis: one unit to the letter, and growth only beside growth."""
    return one.plain_unit == other.plain_unit and (one.kind == other.kind or {one.kind, other.kind} == {"level", "all"})


def _basis(q: Quantity) -> str:
    kind = "" if q.kind in ("level", "all") else f" ({q.kind})"
    return f"{q.plain_unit or 'no unit'}{kind}"


def _fits(
    chart: schema.ReviewChart | schema.TasksChart,
    field: str,
    index: int,
    item: schema.Metric | schema.Target,
    quantity: Quantity,
    wholes: Mapping[str, Quantity | None],
) -> Iterator[tuple[tuple[str | int, ...], Fault]]:
    """Whether one figure can stand in a chart of this kind."""
    if chart.kind == "dumbbell":
        assert isinstance(item, schema.Target)
        if item.baseline.comparability != "same":
            yield (
                (field, index),
                Fault(
                    item.id,
                    CHART_COMPARISON,
                    f"“{item.id}” is {item.baseline.comparability}: its outcome and its goal may not share an axis",
                    "only comparability same may; draw the goals alone with kind: bars",
                ),
            )
    elif chart.kind == "share":
        part_of: Any = getattr(item, "part_of", None)
        whole = wholes.get(part_of) if part_of else None
        if quantity.plain_unit == "%":
            right = quantity.kind in ("level", "all") and quantity.low_plain <= 100
        else:
            # A whole that is unknown, or was refused, has been reported already.
            right = bool(part_of) and (
                whole is None or (quantity.unit.like(whole.unit) and quantity.low_plain <= whole.low_plain)
            )
        if not right:
            yield (
                (field, index),
                Fault(
                    item.id,
                    CHART_SHARE,
                    f"“{item.id}” is no share of a whole",
                    "a share is a percentage up to 100 that is no growth, or a metric with part_of",
                ),
            )
