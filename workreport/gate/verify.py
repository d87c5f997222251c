"""The gate: nothing false gets past this stage. Pure.

Gathers what the rules ask for, runs them all, and raises once with the problems of all. What passes is the same
content, with each quote and figure located in the source text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from workreport.content import Content, schema
from workreport.diagnostics import Refusal
from workreport.gate import coverage_figures, coverage_promises
from workreport.gate.context import Reading, Stated, T
from workreport.gate.drafts import counted
from workreport.gate.gather import gather
from workreport.gate.rules import RULES
from workreport.gate.verified import Counts, Cycle, Located, Verified
from workreport.gate.waivers import waivers_of

S = TypeVar("S", schema.ReviewSection, schema.TasksSection)


def verify(content: Content) -> Verified:
    """All content with its quotes located. Raises `Refusal` with every problem of every rule."""
    context = gather(content)
    problems = [problem for rule in RULES for problem in rule.faults(context)]
    if problems:
        raise Refusal(problems)
    return Verified(
        site=content.site.value,
        units=context.units,
        permalinks=content.permalinks.value.permalinks,
        addresses=content.permalinks.value.addresses,
        corrections=content.corrections.value.corrections if content.corrections else (),
        names=context.names,
        measures=context.measures,
        synonyms=content.search.value.synonyms if content.search else (),
        cycles=tuple(_cycle(reading) for reading in context.readings),
        drafts=counted(content),
        pictures=content.pictures,
        versions=content.versions,
        digest=content.digest,
    )


def _cycle(reading: Reading) -> Cycle:
    """A report in which no rule found a problem."""
    raw = reading.raw
    return Cycle(
        id=raw.id,
        outcome_year=raw.outcome_year,
        goal_year=raw.goal_year,
        report=raw.report.value,
        source=reading.source,
        translations=reading.translations,
        review=_ordered(reading, (entry.value for entry in raw.review)),
        tasks=_ordered(reading, (entry.value for entry in raw.tasks)),
        pending=frozenset(raw.waivers.value.pending),
        metrics=_located(reading.metrics),
        commitments=_located(reading.commitments),
        targets=_located(reading.targets),
        runs={
            lang: {
                identifier: {
                    (figure.start, figure.end): run for figure, run in zip(figures, alignment.runs, strict=True) if run
                }
                for identifier, (figures, alignment) in alignments.items()
            }
            for lang, alignments in reading.alignments.items()
        },
        waivers=waivers_of(reading),
        counts=Counts(figures=coverage_figures.cover(reading)[0], sentences=coverage_promises.cover(reading)[0]),
    )


def _ordered(reading: Reading, sections: Iterable[S]) -> tuple[S, ...]:
    """Sections in the order of the report."""
    places = {block.id: at for at, block in enumerate(reading.source.paragraphs)}
    return tuple(sorted(sections, key=lambda section: places[section.paragraphs.first]))


def _located(items: Iterable[Stated[T]]) -> Mapping[str, Located]:
    """Where the items stand, by id."""
    return {item.value.id: at for item in items if (at := item.located)}
