"""Where figures and promises stand in the text of a report and in its translation, and what they lead to. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from workreport.content import ItemId, Text
from workreport.figures import Figure
from workreport.gate import Cycle, Located
from workreport.site.items import Metric, Section, Target
from workreport.site.model import Mark


def marks(
    cycle: Cycle, metrics: Mapping[ItemId, Metric], targets: Mapping[ItemId, Target]
) -> dict[str, tuple[Mark, ...]]:
    """Every encoded figure of the source text with the page that it links to, by block id."""
    found: dict[str, list[Mark]] = {}

    def add(at: Located, figure: Figure | None, path: str, title: Text) -> None:
        if figure is not None:
            mark = Mark(figure.start, figure.end, path=path, title=title)
            found.setdefault(at.block.id, []).append(mark)

    for slug, at in cycle.metrics.items():
        metric = metrics[ItemId("metric", cycle.outcome_year, slug)]
        add(at, at.figure, metric.path, metric.title)
        add(at, at.change, metric.path, metric.title)
    for slug, at in cycle.targets.items():
        target = targets[ItemId("target", cycle.goal_year, slug)]
        add(at, at.figure, target.commitment_path, target.title)
    return {block: tuple(sorted(own)) for block, own in found.items()}


def promised(cycle: Cycle, tasks: Iterable[Section]) -> dict[str, tuple[Mark, ...]]:
    """Every promise of the source text with the page that it leads to, by block id."""
    found: dict[str, list[Mark]] = {}
    for commitment in (commitment for section in tasks for commitment in section.commitments):
        at = cycle.commitments[commitment.id.slug]
        found.setdefault(at.block.id, []).append(Mark(at.start, at.end, path=commitment.path, title=commitment.title))
    return {block: tuple(sorted(own, key=lambda mark: (mark.end, mark.path))) for block, own in found.items()}


def translated_marks(cycle: Cycle, marks: Mapping[str, tuple[Mark, ...]]) -> dict[str, dict[str, tuple[Mark, ...]]]:
    """By language, the encoded figures where they stand in the translation, by sentence id."""
    return {lang: _translated(cycle, cycle.runs.get(lang, {}), marks) for lang in cycle.translations}


def _translated(
    cycle: Cycle,
    runs: Mapping[str, Mapping[tuple[int, int], tuple[int, int]]],
    marks: Mapping[str, tuple[Mark, ...]],
) -> dict[str, tuple[Mark, ...]]:
    found: dict[str, list[Mark]] = {}
    for block in cycle.source.blocks:
        for mark in marks.get(block.id, ()):
            for sentence in block.sentences:
                if sentence.start <= mark.start and mark.end <= sentence.end:
                    own = (mark.start - sentence.start, mark.end - sentence.start)
                    run = runs.get(sentence.id, {}).get(own)
                    if run is not None:
                        found.setdefault(sentence.id, []).append(replace(mark, start=run[0], end=run[1]))
    return {sentence: tuple(sorted(own)) for sentence, own in found.items()}
