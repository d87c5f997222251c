"""The gate, check 6: a figure belongs to a measure that there is, in its unit and by its words. Pure.

A wrong measure would join figures of two things to one series. What is counted stands in the figure's own words, so they hold
one of those that the measure lists; and a measure has figures.
"""

from __future__ import annotations

from collections.abc import Iterator

from workreport.content import Metric, Target, dense, schema
from workreport.diagnostics import Code, Diagnostic, did_you_mean, listed, say
from workreport.figures import Units
from workreport.gate.context import Context, Stated
from workreport.gate.likeness import clause_words, own_words
from workreport.gate.rule import Rule
from workreport.gate.stages import said
from workreport.gate.wording import words_of

MEASURE_UNKNOWN = Code("measure-unknown", say("A measure is not in measures.yaml."))
MEASURE_UNUSED = Code("measure-unused", say("No metric and no target belongs to a measure."))
MEASURE_UNIT = Code(
    "measure-unit", say("A figure is in another unit than its measure, or the table of units lacks that.")
)
MEASURE_TYPE = Code(
    "measure-type", say("The words of a figure speak of a flow, its measure is a stock, or the reverse.")
)
MEASURE_NAME = Code("measure-name", say("The name of a measure and the title of its figure have no word in common."))
MEASURE_WORDS = Code("measure-words", say("The words of a figure do not name what its measure counts."))

_GROWS = ("growth", "decline", "improvement", "multiple")
"""Kinds of figures that are no amounts of what is counted: their unit is their own."""


_LITTLE = words_of("new the and for rate growth number per with total")
"""English words that stand in the name of many measures, and name none."""


def faults(context: Context) -> Iterator[Diagnostic]:
    """Measures that do not exist, do not fit, or have nothing."""
    measures = {measure.id: measure for measure in context.measures}
    used = set()
    for reading in context.readings:
        for item in reading.stated:
            name = item.value.measure
            used.add(name)
            if name in measures:
                yield from _fits(item, measures[name], context.units)
            elif name is not None:
                message = say("“{name}” is not a measure of measures.yaml", name=name)
                hint = did_you_mean(name, measures) or say("add it there")
                yield item.place.problem(("measure",), MEASURE_UNKNOWN, message, hint)
    entry = context.content.measures
    if entry is None:
        return
    for index, measure in enumerate(entry.value.measures):
        if not context.units.unit(measure.unit).known:
            message = say("“{unit}” is not in units.yaml", unit=measure.unit)
            hint = did_you_mean(measure.unit, context.units.names) or say("add it there, with its English")
            yield entry.problem(("measures", index, "unit"), MEASURE_UNIT, message, hint)
        if measure.id not in used and context.complete:
            message = say("no metric and no target belongs to “{name}”", name=measure.id)
            hint = say("write measure: {name} where it is counted, or take it out", name=measure.id)
            yield entry.problem(("measures", index, "id"), MEASURE_UNUSED, message, hint)


def _fits(item: Stated[Metric] | Stated[Target], measure: schema.Measure, units: Units) -> Iterator[Diagnostic]:
    """Whether a figure is in the unit of its measure, and its words name what that counts."""
    quantity, unit, words = item.quantity, units.unit(measure.unit), own_words(item)
    if quantity and quantity.kind not in _GROWS and unit.known and not quantity.unit.like(unit):
        message = say(
            "the figure is in {unit}, “{name}” in {other}", unit=quantity.unit, name=measure.id, other=measure.unit
        )
        yield item.place.problem(("measure",), MEASURE_UNIT, message, say("name another measure, or take it out"))
    for lang, name in measure.name.items():
        if not (words_of(name) - _LITTLE) & words_of(item.value.title[lang]):
            message = say(
                "“{name}” of “{measure}” has no word in common with “{title}”",
                name=name,
                measure=measure.id,
                title=item.value.title[lang],
            )
            hint = say("name the measure as its figures are titled, or name another measure")
            yield item.place.problem(("measure",), MEASURE_NAME, message, hint)
    spoken = clause_words(item)
    if measure.type != "ratio" and said(spoken) not in (None, measure.type):
        message = (
            say("“{words}” speaks of what comes, and “{name}” is a stock", words=spoken, name=measure.id)
            if measure.type == "stock"
            else say("“{words}” speaks of what there is, and “{name}” is a flow", words=spoken, name=measure.id)
        )
        hint = say("name another measure, or correct the type of this one")
        yield item.place.problem(("measure",), MEASURE_TYPE, message, hint)
    if words and not any(dense(word) in words for word in measure.counted):
        message = say("“{words}” does not name what “{name}” counts", words=words, name=measure.id)
        hint = say(
            "it counts {counted}: name another measure, lengthen the quote, or add the report's word to `counted`",
            counted=listed(f"“{word}”" for word in measure.counted),
        )
        yield item.place.problem(("measure",), MEASURE_WORDS, message, hint)


RULE = Rule(
    key="measures",
    check="comparisons",
    codes=(MEASURE_UNKNOWN, MEASURE_UNUSED, MEASURE_UNIT, MEASURE_TYPE, MEASURE_NAME, MEASURE_WORDS),
    faults=faults,
)
