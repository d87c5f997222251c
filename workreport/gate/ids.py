"""The gate, check 7: an id is used once, and is no name that is needed for something else. Pure.

Ids that make the same URL, or the same row of the data, are of one kind and year. A review section and a tasks section
of a year may share one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workreport.content import Content, Entry
from workreport.diagnostics import Code, Diagnostic, Message, say
from workreport.filenames import is_device
from workreport.gate.context import Context, Loc, Place
from workreport.gate.rule import Rule

ID_DUPLICATE = Code("id-duplicate", say("An id is used twice."))
ID_RESERVED = Code("id-reserved", say("An id is a name that is needed for something else."))

_PAGES = frozenset({"index", "compare", "report", "metrics", "commitments"})
"""Names of pages and folders beside those of the sections."""
_ANCHORS = ("term", "place", "measure")
"""Kinds whose ids name no file."""

Key = tuple[Message, int, str]
"""Kind, year (0 for what has none) and id."""


def faults(context: Context) -> Iterator[Diagnostic]:
    """Ids that are used twice, or may not be used."""
    seen: dict[Key, Place] = {}
    for key, place in _claims(context.content):
        kind, year, name = key
        for message, hint in _reserved(kind, name):
            yield place.problem((), ID_RESERVED, message, hint)
        other = seen.setdefault(key, place)
        if other is not place:
            path, line, _ = other.entry.at(*other.loc)
            message = (
                say("“{name}” is the id of another {kind} of {year}", name=name, kind=kind, year=year)
                if year
                else say("“{name}” is the id of another {kind}", name=name, kind=kind)
            )
            hint = say("the other one is at {path}:{line}", path=path, line=line)
            yield place.problem((), ID_DUPLICATE, message, hint)


def _claims(content: Content) -> Iterator[tuple[Key, Place]]:
    """Every id, and where it is written."""

    def claim(kind: Message, year: int, name: str, entry: Entry[Any], *loc: str | int) -> tuple[Key, Place]:
        return (kind, year, name), Place(entry=entry, loc=(*loc, "id"))

    for raw in content.cycles:
        year = raw.outcome_year
        for review in raw.review:
            yield claim(say("review section"), year, review.value.id, review)
            for index, metric in enumerate(review.value.metrics):
                yield claim(say("metric"), year, metric.id, review, "metrics", index)
            for index, chart in enumerate(review.value.charts):
                yield claim(say("chart"), year, chart.id, review, "charts", index)
        year = raw.goal_year
        for tasks in raw.tasks:
            yield claim(say("tasks section"), year, tasks.value.id, tasks)
            for index, commitment in enumerate(tasks.value.commitments):
                at: Loc = ("commitments", index)
                yield claim(say("commitment"), year, commitment.id, tasks, *at)
                for number, target in enumerate(commitment.targets):
                    yield claim(say("target"), year, target.id, tasks, *at, "targets", number)
            for index, drawn in enumerate(tasks.value.charts):
                yield claim(say("chart"), year, drawn.id, tasks, "charts", index)
    for index, topic in enumerate(content.site.value.topics):
        yield claim(say("topic"), 0, topic.id, content.site, "topics", index)
    if content.measures:
        for index, measure in enumerate(content.measures.value.measures):
            yield claim(say("measure"), 0, measure.id, content.measures, "measures", index)
    if content.glossary:
        for index, term in enumerate(content.glossary.value.terms):
            yield claim(say("term"), 0, term.id, content.glossary, "terms", index)
    if content.places:
        for index, place in enumerate(content.places.value.places):
            yield claim(say("place"), 0, place.id, content.places, "places", index)


def _reserved(kind: Message, name: str) -> Iterator[tuple[Message, Message]]:
    """Why an id is needed for something else, with what to do."""
    if kind not in _ANCHORS and is_device(name):
        said = say("Windows cannot have a file called “{name}”", name=name)
        yield said, say("choose another id for the {kind}", kind=kind)
    if kind.endswith("section") and name in _PAGES:
        yield say("“{name}” is the name of another page", name=name), say("choose another id for the section")
    if kind == "chart" and (name == "all-targets" or name.startswith(("target-", "with-"))):
        yield (
            say("“{name}” is named like the charts that are made for every comparison", name=name),
            say("choose an id that is not all-targets and does not begin with target- or with-"),
        )


RULE = Rule(key="ids", check="permalinks", codes=(ID_DUPLICATE, ID_RESERVED), faults=faults)
