"""What must be known before the first rule runs: texts read, quotes found, figures matched. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from workreport.content import (
    Block,
    Content,
    Entry,
    Found,
    ItemId,
    Outcome,
    RawCycle,
    Source,
    Translation,
    align,
    parse,
    schema,
)
from workreport.diagnostics import Diagnostic, Refusal
from workreport.figures import ALIGNERS, READERS, Alignment, Figure, Units
from workreport.gate.context import Context, M, Place, Reading, Stated
from workreport.gate.double_entry import enter
from workreport.gate.nearest import nearest
from workreport.gate.periods import Setting


def gather(content: Content) -> Context:
    """The content, with all that the rules ask of the source texts."""
    units = content.units
    readings: list[Reading] = []
    unread: list[Diagnostic] = []
    for raw in content.cycles:
        try:
            source = parse(raw.source.path, raw.source.text, raw.anchors)
        except Refusal as refusal:
            unread += refusal.diagnostics
        else:
            readings.append(_read(raw, source, content.languages[0], units))
    return Context(content=content, units=units, readings=tuple(readings), unread=tuple(unread))


def _read(raw: RawCycle, source: Source, lang: str, units: Units) -> Reading:
    translations: dict[str, Translation] = {}
    misaligned: list[Diagnostic] = []
    for other, file in raw.translations.items():
        try:
            translations[other] = align(other, file.path, file.text, source)
        except Refusal as refusal:
            misaligned += refusal.diagnostics
    read = {block.id: READERS[lang](block.text, units) for block in source.blocks}
    figures = {block: tuple(reading.figures) for block, reading in read.items()}
    waived = _waived(raw, source)
    finder = _Finder(raw.goal_year, source, figures, waived, units)
    return Reading(
        raw=raw,
        source=source,
        figures=figures,
        asides={block: tuple(reading.asides) for block, reading in read.items()},
        translations=translations,
        misaligned=tuple(misaligned),
        alignments={other: dict(_alignments(source, text, figures, units)) for other, text in translations.items()},
        metrics=tuple(item for entry in raw.review for item in finder.metrics(raw.outcome_year, entry)),
        commitments=tuple(item for entry in raw.tasks for item in finder.commitments(raw.goal_year, entry)),
    )


def _waived(raw: RawCycle, source: Source) -> Mapping[str, Sequence[Found]]:
    """The runs that figure waivers name, by block; `coverage_figures` says what is wrong with one."""
    spans: dict[str, list[Found]] = {}
    for waiver in raw.waivers.value.figures:
        block = source.by_id.get(waiver.at)
        found = Source.find(waiver.text, (block,)) if block else "absent"
        if isinstance(found, Found):
            spans.setdefault(found.block.id, []).append(found)
    return spans


def _alignments(
    source: Source, translation: Translation, figures: Mapping[str, tuple[Figure, ...]], units: Units
) -> Iterator[tuple[str, tuple[Sequence[Figure], Alignment]]]:
    """Each heading and sentence, by id: its figures, and how it stands beside its translation."""
    align_figures = ALIGNERS[translation.lang]
    for block in source.blocks:
        own = figures[block.id]
        if block.level:
            yield block.id, (own, align_figures(block.text, translation.text(block.id), units, own))
            continue
        at = 0
        for sentence in block.sentences:
            end = at
            while end < len(own) and own[end].start < sentence.end:
                end += 1
            inside = [replace(f, start=f.start - sentence.start, end=f.end - sentence.start) for f in own[at:end]]
            alignment = align_figures(sentence.of(block.text), translation.text(sentence.id), units, inside)
            yield sentence.id, (inside, alignment)
            at = end


class _Finder:
    """Finds in one source text what its report's sections state."""

    def __init__(
        self,
        report: int,
        source: Source,
        figures: Mapping[str, tuple[Figure, ...]],
        waived: Mapping[str, Sequence[Found]],
        units: Units,
    ) -> None:
        self._report = report
        self._source = source
        self._above = dict(_headings(source.blocks))
        self._figures = figures
        self._waived = waived
        self._units = units

    def metrics(self, year: int, entry: Entry[schema.ReviewSection]) -> Iterator[Stated[schema.Metric]]:
        """The metrics of a section of the review."""
        blocks = self._blocks(entry.value.paragraphs)
        for index, metric in enumerate(entry.value.metrics):
            found, near = _find(metric.quote, blocks)
            yield self._entered(
                Stated(
                    id=ItemId("metric", year, metric.id),
                    value=metric,
                    place=Place(entry=entry, loc=("metrics", index)),
                    section=entry.value.id,
                    blocks=blocks,
                    found=found,
                    near=near,
                )
            )

    def commitments(self, year: int, entry: Entry[schema.TasksSection]) -> Iterator[Stated[schema.Commitment]]:
        """The commitments of a section of the tasks, each with its targets."""
        blocks = self._blocks(entry.value.paragraphs)
        for index, commitment in enumerate(entry.value.commitments):
            found, near = _find(commitment.quote, blocks)
            yield Stated(
                id=ItemId("commitment", year, commitment.id),
                value=commitment,
                place=Place(entry=entry, loc=("commitments", index)),
                section=entry.value.id,
                blocks=blocks,
                found=found,
                near=near,
                targets=tuple(
                    self._entered(
                        Stated(
                            id=ItemId("target", year, target.id),
                            value=target,
                            place=Place(entry=entry, loc=("commitments", index, "targets", number)),
                            section=entry.value.id,
                            blocks=blocks,
                            found=at,
                            near=by,
                        )
                    )
                    for number, target in enumerate(commitment.targets)
                    for at, by in [(found, near) if target.quote is None else _find(target.quote, blocks)]
                ),
            )

    def _blocks(self, paragraphs: schema.Range) -> tuple[Block, ...]:
        return self._source.between(paragraphs.first, paragraphs.last)

    def _entered(self, item: Stated[M]) -> Stated[M]:
        """The same with the figures that it claims."""
        if not isinstance(item.found, Found):
            return item
        block = item.found.block
        setting = Setting(year=item.id.year, report=self._report, block=block, above=self._above[block.id])
        paragraph, waived = self._figures[block.id], self._waived.get(block.id, ())
        free = [figure for figure in paragraph if not any(run.holds(figure) for run in waived)]
        return enter(item, item.found, paragraph, free, self._units, setting)


def _headings(blocks: Sequence[Block]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The headings over each paragraph, by its id: the nearest first, without white space."""
    above: list[Block] = []
    for block in blocks:
        if block.level:
            above = [block, *(heading for heading in above if heading.level < block.level)]
        else:
            yield block.id, tuple(heading.dense for heading in above)


def _find(quote: str, blocks: Sequence[Block]) -> tuple[Found | Outcome, Found | None]:
    """Where a quote stands, and where one that is absent may."""
    found = Source.find(quote, blocks)
    return found, nearest(quote, blocks) if found == "absent" else None
