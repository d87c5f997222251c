"""Ids that are used once, and names that stand in a source text: part of the gate. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from workreport.content import Content, Entry, Source, schema
from workreport.diagnostics import Code, Diagnostic
from workreport.filenames import is_device

ID_RESERVED = Code("id-reserved", "An id is a name that is needed for something else.")
ID_DUPLICATE = Code("id-duplicate", "An id is used twice.")
NAME_ABSENT = Code("name-absent", "A term or a place does not stand in the source text.")
TERM_RULE = Code("term-rule", "A term rests on a rule without its title, or names one without resting on it.")


class Names(NamedTuple):
    """What texts may name: terms of the glossary and places, in their files' order."""

    terms: tuple[schema.Term, ...]
    places: tuple[schema.Place, ...]


def id_faults(content: Content) -> list[Diagnostic]:
    """Ids that make the same URL, or the same row of the data, may not be used twice."""
    problems: list[Diagnostic] = []
    seen: dict[tuple[str, int, str], tuple[Entry[Any], Sequence[str | int]]] = {}

    def claim(kind: str, year: int, name: str, entry: Entry[Any], loc: Sequence[str | int]) -> None:
        if is_device(name):
            problems.append(
                entry.problem(
                    loc,
                    ID_RESERVED,
                    f"Windows cannot have a file called “{name}”",
                    f"choose another id for the {kind}",
                )
            )
        # Places are asked for where there is a problem, and not before: finding one means reading the file again.
        if (kind, year, name) not in seen:
            seen[kind, year, name] = (entry, loc)
            return
        other, at = seen[kind, year, name]
        path, line, _ = other.at(*at)
        problems.append(
            entry.problem(
                loc,
                ID_DUPLICATE,
                f"“{name}” is the id of another {kind}{f' of {year}' if year else ''}",
                f"the other one is at {path}:{line}",
            )
        )

    for raw in content.cycles:
        for review in raw.review:
            claim("review section", raw.outcome_year, review.value.id, review, ("id",))
            for index, metric in enumerate(review.value.metrics):
                claim("metric", raw.outcome_year, metric.id, review, ("metrics", index, "id"))
            for index, chart in enumerate(review.value.charts):
                claim("chart", raw.outcome_year, chart.id, review, ("charts", index, "id"))
        for tasks in raw.tasks:
            claim("tasks section", raw.goal_year, tasks.value.id, tasks, ("id",))
            for index, commitment in enumerate(tasks.value.commitments):
                claim("commitment", raw.goal_year, commitment.id, tasks, ("commitments", index, "id"))
                for number, target in enumerate(commitment.targets):
                    claim("target", raw.goal_year, target.id, tasks, ("commitments", index, "targets", number, "id"))
            for index, drawn in enumerate(tasks.value.charts):
                claim("chart", raw.goal_year, drawn.id, tasks, ("charts", index, "id"))
    for raw in content.cycles:
        parts: list[Entry[Any]] = [*raw.review, *raw.tasks]
        for entry in parts:
            for index, chart in enumerate(entry.value.charts):
                if chart.id == "all-targets" or chart.id.startswith(("target-", "with-")):
                    problems.append(
                        entry.problem(
                            ("charts", index, "id"),
                            ID_RESERVED,
                            f"“{chart.id}” is named like the charts that are made for every comparison",
                            "choose an id that is not all-targets and does not begin with target- or with-",
                        )
                    )
    for index, topic in enumerate(content.site.value.topics):
        claim("topic", 0, topic.id, content.site, ("topics", index, "id"))
    reserved = {"index", "compare", "report", "metrics", "commitments"}
    for raw in content.cycles:
        sections: list[Entry[Any]] = [*raw.review, *raw.tasks]
        for entry in sections:
            if entry.value.id in reserved:
                problems.append(
                    entry.problem(
                        ("id",),
                        ID_RESERVED,
                        f"“{entry.value.id}” is the name of another page",
                        "choose another id for the section",
                    )
                )
    return problems


def names_of(content: Content) -> Names:
    """The terms and places of the content; none where it has no such file."""
    return Names(
        content.glossary.value.terms if content.glossary else (), content.places.value.places if content.places else ()
    )


def name_faults(content: Content, sources: Sequence[Source]) -> list[Diagnostic]:
    """Every term and place stands in a source text, has an id of its own, and a rule where it rests on one."""
    problems: list[Diagnostic] = []
    texts = ["\n".join(block.dense for block in source.blocks) for source in sources]
    files: list[tuple[Entry[Any] | None, str, Sequence[schema.Term | schema.Place]]] = [
        (content.glossary, "terms", names_of(content).terms),
        (content.places, "places", names_of(content).places),
    ]
    for entry, field, items in files:
        if entry is None:
            continue
        seen: dict[str, int] = {}
        for index, item in enumerate(items):
            if item.id in seen:
                problems.append(
                    entry.problem(
                        (field, index, "id"), ID_DUPLICATE, f"“{item.id}” stands twice", "every id is used once"
                    )
                )
            seen[item.id] = index
            name = "".join(item.zh.split())
            if not name or not any(name in text for text in texts):
                problems.append(
                    entry.problem(
                        (field, index, "zh"),
                        NAME_ABSENT,
                        f"“{item.zh}” does not stand in the source text",
                        "write it as the report prints it, or take it out",
                    )
                )
            if isinstance(item, schema.Term) and (item.rule is not None) != (item.basis == "rule"):
                problems.append(
                    entry.problem(
                        (field, index, "basis"),
                        TERM_RULE,
                        "basis: rule needs the rule's title, and only it",
                        "write rule: {zh: …, en: …}, or another basis",
                    )
                )
    return problems
