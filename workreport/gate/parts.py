"""The gate, check 6: a part and its whole belong together by the report's own words. Pure.

Both stand in one sentence and share a noun, or the item quotes where the report says it (`part_where`); a part is no larger
than its whole. What a share is of stands in the sentence of the share, or a note says why it does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from workreport.content import Found, Metric, Source, Target
from workreport.diagnostics import NOTHING, Code, Diagnostic, Message, say
from workreport.gate.context import Context, Stated
from workreport.gate.likeness import COMMON, nouns
from workreport.gate.rule import Rule
from workreport.gate.wording import words_of

PART_STRANGER = Code("part-stranger", say("Nothing says that a metric is part of the one that it names."))
WHOLE_STRANGER = Code("whole-stranger", say("What a share is of does not stand in its sentence."))


def faults(context: Context) -> Iterator[Diagnostic]:
    """Parts of strangers, and shares of what their sentence does not name."""
    for reading in context.readings:
        metrics = {metric.value.id: metric for metric in reading.metrics}
        for metric in reading.metrics:
            name, where = metric.value.part_of, metric.value.part_where
            whole = metrics.get(name) if name is not None else None
            if name is None and where is not None:
                message = say("part_where says where a part is named, and this metric has no part_of")
                yield metric.place.problem(("part_where",), PART_STRANGER, message, say("take part_where out"))
            elif whole is not None and whole is not metric and (why := _strange(metric, whole)):
                yield metric.place.problem(("part_where",) if where else ("part_of",), PART_STRANGER, *why)
        for item in reading.stated:
            yield from _whole(item)


def _strange(part: Stated[Metric], whole: Stated[Metric]) -> tuple[Message, Message] | None:
    """Why a metric is no part of another; None where it is, or where a figure or a quote was refused."""
    (one, its), (other, theirs) = ((item.quantity, item.located) for item in (part, whole))
    if one is None or other is None or its is None or theirs is None:
        return None
    if not one.unit.like(other.unit) or one.low_plain > (other.high_plain or other.low_plain):
        message = say(
            "the part is in {unit}, “{whole}” in {other}", unit=one.unit, whole=whole.value.id, other=other.unit
        )
        if one.unit.like(other.unit):
            message = say("the part is larger than “{whole}”", whole=whole.value.id)
        return message, say("name the metric that it is a part of")
    if "%" in (one.plain_unit, other.plain_unit):
        return say("a percentage is no part of another figure; write what it is a share of in `whole`"), NOTHING
    where = part.value.part_where
    if where is not None:
        found = Source.find(where, part.blocks)
        if not isinstance(found, Found):
            return say("“{run}” does not stand in this section once", run=where), say(
                "copy it from the source text, character by character"
            )
        said = words_of(where) - COMMON
        if said & nouns(part) and said & nouns(whole):
            return None
        return say("“{run}” does not name both the part and “{whole}”", run=where, whole=whole.value.id), NOTHING
    hint = say("take part_of out, or quote in part_where what says that it is a part")
    if its.sentence != theirs.sentence:
        return say("“{whole}” stands in another sentence", whole=whole.value.id), hint
    if _listed(part, whole):
        return say("the part and “{whole}” stand side by side in one list", whole=whole.value.id), hint
    if not (nouns(part) & nouns(whole)) - COMMON:
        return say("the part and “{whole}” have no word in common", whole=whole.value.id), hint
    return None


def _listed(one: Stated[Metric], other: Stated[Metric]) -> bool:
    """Whether the figures of one sentence are members of one list: 箱房260个、棚亭286个."""
    if one.figure is None or other.figure is None or one.located is None:
        return False
    ends = sorted((figure.start, figure.end) for figure in (one.figure, other.figure))
    between = one.located.block.text[ends[0][1] : ends[1][0]]
    return "、" in between and not any(stop in between for stop in "，；：（其")


def _whole(item: Stated[Metric] | Stated[Target]) -> Iterator[Diagnostic]:
    """Whether what a share is of stands in its sentence; a note may say why it does not."""
    value, at = item.value, item.located
    if value.whole is None or value.note is not None or at is None:
        return
    sentence = at.block.sentence_at(item.figure.start if item.figure else at.start).of(at.block.text)
    if not words_of(value.whole.source) & words_of(sentence):
        message = say("“{whole}” has no word in common with the sentence of its figure", whole=value.whole.source)
        hint = say("name the whole as the report does, or say in a note why it is that")
        yield item.place.problem(("whole",), WHOLE_STRANGER, message, hint)


RULE = Rule(key="parts", check="comparisons", codes=(PART_STRANGER, WHOLE_STRANGER), faults=faults)
