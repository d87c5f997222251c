"""The gate, check 6: the topics and places of an item exist, and so does the metric that one is part of. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from workreport.diagnostics import Code, Diagnostic, did_you_mean, listed, say
from workreport.gate.context import Context
from workreport.gate.rule import Rule

PART_UNKNOWN = Code("part-unknown", say("A metric is part of one that does not exist."))
TOPIC_UNKNOWN = Code("topic-unknown", say("A topic is not in site.yaml."))
PLACE_UNKNOWN = Code("place-unknown", say("A place is not in places.yaml."))


def faults(context: Context) -> Iterator[Diagnostic]:
    """Names that nothing has."""
    topics = {topic.id for topic in context.content.site.value.topics}
    places = {place.id for place in context.names.places}
    for reading in context.readings:
        for item in reading.labelled:
            for index, name in enumerate(item.value.places):
                if name not in places:
                    message = say("“{name}” is not a place of places.yaml", name=name)
                    hint = did_you_mean(name, places) or say("add it there")
                    yield item.place.problem(("places", index), PLACE_UNKNOWN, message, hint)
            for index, name in enumerate(item.value.topics):
                if name not in topics:
                    message = say("“{name}” is not a topic of site.yaml", name=name)
                    hint = did_you_mean(name, topics) or say("topics: {topics}", topics=listed(sorted(topics)))
                    yield item.place.problem(("topics", index), TOPIC_UNKNOWN, message, hint)
        metrics = {metric.value.id for metric in reading.metrics}
        for metric in reading.metrics:
            whole, others = metric.value.part_of, metrics - {metric.value.id}
            if whole is not None and whole not in others:
                message = say("there is no other metric {whole} in this review", whole=whole)
                yield metric.place.problem(("part_of",), PART_UNKNOWN, message, did_you_mean(whole, others))


RULE = Rule(key="labels", check="comparisons", codes=(PART_UNKNOWN, TOPIC_UNKNOWN, PLACE_UNKNOWN), faults=faults)
