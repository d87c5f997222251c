"""The gate, check 6: a chart draws what can be drawn honestly. Pure.

Figures of one unit on one axis from zero, a part within its whole, and an outcome with its goal only where the
comparison is `same`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workreport.content import Metric, Target, schema
from workreport.diagnostics import Code, Diagnostic, Message, did_you_mean, say
from workreport.figures import Quantity
from workreport.gate.context import Context, Place, Stated
from workreport.gate.kinds import KINDS
from workreport.gate.periods import shown, spoken_of
from workreport.gate.rule import Rule

CHART_UNKNOWN = Code("chart-unknown", say("A chart names a figure twice, or one that its section lacks."))
CHART_FEW = Code("chart-few", say("A chart draws a single figure."))
CHART_UNITS = Code("chart-units", say("A chart draws figures that do not share an axis."))
CHART_SHARE = Code("chart-share", say("A chart draws a part without its whole."))
CHART_COMPARISON = Code("chart-comparison", say("A chart sets side by side what may not be compared."))

Chart = schema.ReviewChart | schema.TasksChart
Item = Stated[Metric] | Stated[Target]


def faults(context: Context) -> Iterator[Diagnostic]:
    """Charts of figures that their section lacks, or that do not belong in one drawing."""
    for reading in context.readings:
        metrics = {metric.value.id: metric for metric in reading.metrics}
        targets = {target.value.id: target for target in reading.targets}
        for review in reading.raw.review:
            for index, chart in enumerate(review.value.charts):
                place = Place(entry=review, loc=("charts", index, "metrics"))
                yield from _chart(chart, chart.metrics, place, review.value.id, metrics, metrics)
        for tasks in reading.raw.tasks:
            for index, drawn in enumerate(tasks.value.charts):
                place = Place(entry=tasks, loc=("charts", index, "targets"))
                yield from _chart(drawn, drawn.targets, place, tasks.value.id, targets, metrics)


def _chart(
    chart: Chart,
    names: tuple[str, ...],
    place: Place,
    section: str,
    items: Mapping[str, Item],
    metrics: Mapping[str, Stated[Metric]],
) -> Iterator[Diagnostic]:
    """The faults of one chart. `items`: everything that `names` may mean, in all sections; `metrics`: for the wholes."""
    first: Item | None = None
    for index, name in enumerate(names):
        item = items.get(name)
        if name in names[:index]:
            message = say("“{name}” stands twice in this chart", name=name)
            yield place.problem((index,), CHART_UNKNOWN, message, say("name each once"))
            continue
        if item is None or item.section != section:
            own = [key for key, other in items.items() if other.section == section]
            hint = say("it is in the section {section}", section=item.section) if item else did_you_mean(name, own)
            hint = hint or say("a chart draws what its own section has")
            message = (
                say("this section has no metric “{name}”", name=name)
                if place.loc[-1] == "metrics"
                else say("this section has no target “{name}”", name=name)
            )
            yield place.problem((index,), CHART_UNKNOWN, message, hint)
            continue
        quantity = item.quantity
        if isinstance(item.value, Target) and item.value.words is not None:
            message = say("“{name}” is a goal in words, without a number to draw", name=name)
            yield place.problem((index,), CHART_UNITS, message, say("take it out of the chart"))
        elif quantity is not None and quantity.bound == "several":
            message = say("“{name}” is a multitude without a number to draw", name=name)
            yield place.problem((index,), CHART_UNITS, message, say("take it out of the chart"))
        elif quantity is not None:  # what was refused has been reported already
            for code, message, hint in _fits(chart, item, quantity, metrics):
                yield place.problem((index,), code, message, hint)
            first = first or item
            axis = first.quantity
            if chart.kind != "share" and axis is not None and not _one_axis(axis, quantity):
                message = say(
                    "“{name}” is in {unit}, “{first}” in {other}: one axis, one unit",
                    name=name,
                    unit=_basis(quantity),
                    first=first.value.id,
                    other=_basis(axis),
                )
                yield place.problem((index,), CHART_UNITS, message, say("draw two charts"))
            elif chart.kind != "share" and (one := spoken_of(first)) != (other := spoken_of(item)):
                message = say(
                    "“{name}” is of {period}, “{other}” of {years}: one axis, one period",
                    name=name,
                    period=shown(other),
                    other=first.value.id,
                    years=shown(one),
                )
                yield place.problem((index,), CHART_UNITS, message, say("draw two charts"))
    if chart.kind == "bars" and len(names) < 2:
        hint = say("name two or more, or write kind: share")
        yield place.problem((), CHART_FEW, say("one figure alone makes no chart"), hint)


def _one_axis(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may share an axis: one unit to the letter, and growth only beside growth."""
    return one.plain_unit == other.plain_unit and (one.kind == other.kind or {one.kind, other.kind} == {"level", "all"})


def _basis(q: Quantity) -> str:
    unit = q.plain_unit or say("no unit")
    return unit if q.kind in ("level", "all") else say("{unit} ({kind})", unit=unit, kind=KINDS[q.kind])


def _fits(
    chart: Chart, item: Item, quantity: Quantity, metrics: Mapping[str, Stated[Metric]]
) -> Iterator[tuple[Code, Message, Message]]:
    """Why a figure cannot stand in a chart of this kind: code, message and hint."""
    name = item.value.id
    if chart.kind == "dumbbell" and isinstance(item.value, Target):
        comparability = item.value.baseline.comparability
        if comparability != "same":
            message = say(
                "“{name}” is {comparability}: its outcome and its goal may not share an axis",
                name=name,
                comparability=comparability,
            )
            hint = say("only comparability same may; draw the goals alone with kind: bars")
            yield CHART_COMPARISON, message, hint
    elif chart.kind == "share" and not _is_share(item, quantity, metrics):
        hint = say("a share is a percentage up to 100 that is no growth, or a metric with part_of")
        yield CHART_SHARE, say("“{name}” is no share of a whole", name=name), hint


def _is_share(item: Item, quantity: Quantity, metrics: Mapping[str, Stated[Metric]]) -> bool:
    if quantity.plain_unit == "%":
        return quantity.kind in ("level", "all") and quantity.low_plain <= 100
    part_of = item.value.part_of if isinstance(item.value, Metric) else None
    if part_of is None:
        return False
    # A whole that is unknown, or was refused, has been reported already.
    whole = metrics[part_of].quantity if part_of in metrics else None
    return whole is None or (quantity.unit.like(whole.unit) and quantity.low_plain <= whole.low_plain)


RULE = Rule(
    key="charts",
    check="comparisons",
    codes=(CHART_UNKNOWN, CHART_FEW, CHART_UNITS, CHART_SHARE, CHART_COMPARISON),
    faults=faults,
)
