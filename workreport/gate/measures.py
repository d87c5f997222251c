"""The gate, check 6: a figure belongs to a measure that there is, and each measure has figures. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from workreport.diagnostics import Code, Diagnostic, did_you_mean, say
from workreport.gate.context import Context
from workreport.gate.rule import Rule

MEASURE_UNKNOWN = Code("measure-unknown", say("A measure is not in measures.yaml."))
MEASURE_UNUSED = Code("measure-unused", say("No metric and no target belongs to a measure."))


def faults(context: Context) -> Iterator[Diagnostic]:
    """Measures that do not exist, and those that nothing belongs to."""
    measures = {measure.id: measure for measure in context.measures}
    used = set()
    for reading in context.readings:
        for item in reading.stated:
            name = item.value.measure
            used.add(name)
            if name is not None and name not in measures:
                message = say("“{name}” is not a measure of measures.yaml", name=name)
                hint = did_you_mean(name, measures) or say("add it there")
                yield item.place.problem(("measure",), MEASURE_UNKNOWN, message, hint)
    entry = context.content.measures
    if entry is not None and context.complete:
        for index, measure in enumerate(entry.value.measures):
            if measure.id not in used:
                message = say("no metric and no target belongs to “{name}”", name=measure.id)
                hint = say("write measure: {name} where it is counted, or take it out", name=measure.id)
                yield entry.problem(("measures", index, "id"), MEASURE_UNUSED, message, hint)


RULE = Rule(key="measures", check="comparisons", codes=(MEASURE_UNKNOWN, MEASURE_UNUSED), faults=faults)
