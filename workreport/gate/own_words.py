"""What editors write in the site's own words, and what of the report each text speaks of. Pure.

Not a rule: the rules over own words ask here. A text whose item was not found in the source has been reported already and
is left out. Topics, the site's name, releases and what `old` of a correction quotes speak of no sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from workreport.content import Block, Found, Permalink, PublishedAddress, schema
from workreport.content import dense as squeezed
from workreport.diagnostics import Message, say
from workreport.figures import Figure
from workreport.gate.context import Context, Loc, Place, Reading, Stated

Kind = Literal["title", "whole", "plain", "note", "reason", "summary", "heading", "chart", "retired", "correction"]
Item = Stated[schema.Metric] | Stated[schema.Commitment] | Stated[schema.Target]

NAMES: Mapping[Kind, Message] = {
    "title": say("the title"),
    "whole": say("the whole"),
    "plain": say("the plain wording"),
    "note": say("the note"),
    "reason": say("the reason"),
    "summary": say("the summary"),
    "heading": say("the title"),
    "chart": say("the note"),
    "retired": say("what is said of a retired id"),
    "correction": say("the correction"),
}
"""What messages call a text."""


@dataclass(frozen=True, kw_only=True)
class OwnText:
    """A text and what it speaks of."""

    kind: Kind
    place: Place
    at: Loc
    text: schema.Text
    reading: Reading
    runs: tuple[Found, ...]
    """For a title the quotes, for any other text the whole sentences or paragraphs."""
    items: tuple[Item, ...] = ()
    """What it is about: for a reason the goal, then the outcome."""
    section: schema.ReviewSection | schema.TasksSection | None = None
    """Of a summary."""

    @cached_property
    def said(self) -> str:
        """What the report says there, without white space; runs are divided by a full stop."""
        return "。".join(squeezed(run.of(run.block.text)) for run in self.runs)

    @property
    def figures(self) -> Iterator[tuple[Figure, Block]]:
        """The figures of what it speaks of, each with its paragraph."""
        for run in self.runs:
            for figure in self.reading.figures[run.block.id]:
                if run.holds(figure):
                    yield figure, run.block


def own_texts(context: Context) -> Iterator[OwnText]:
    """Every text of the site's own that speaks of sentences of a report."""
    for reading in context.readings:
        yield from _of_items(reading)
        yield from _of_sections(reading)
    yield from _of_addresses(context)


def _of_items(reading: Reading) -> Iterator[OwnText]:
    outcomes = {metric.id.brief: metric for metric in reading.metrics}

    def text(kind: Kind, item: Item, field: str, *others: Item) -> Iterator[OwnText]:
        words = getattr(item.value, field, None)
        around = [*item.targets, *others] if kind in ("title", "note") else others
        runs = _runs((item, *around), whole=kind != "title")
        # What is refused for its quote or figure already may be titled rightly.
        if words is not None and runs and not any(one.faults for one in (item, *around)):
            yield OwnText(
                kind=kind, place=item.place, at=(field,), text=words, reading=reading, runs=runs, items=(item, *around)
            )

    for item in (*reading.metrics, *reading.commitments, *reading.targets):
        for field in ("title", "whole", "plain", "note"):
            yield from text(field, item, field)  # type: ignore[arg-type]
    for target in reading.targets:
        baseline = target.value.baseline
        outcome = outcomes.get(baseline.metric or "")
        sides: tuple[Item, ...] = (target, outcome) if outcome else (target,)
        runs = _runs(sides, whole=True)
        if baseline.reason is None or not runs or (baseline.metric and not outcome):
            continue
        if outcome is None:  # it may say what the review has instead
            runs += tuple(_all(block for entry in reading.raw.review for block in reading.blocks(entry)))
        yield OwnText(
            kind="reason",
            place=target.place,
            at=("baseline", "reason"),
            text=baseline.reason,
            reading=reading,
            runs=runs,
            items=sides,
        )


def _of_sections(reading: Reading) -> Iterator[OwnText]:
    metrics = {item.value.id: item for item in reading.metrics}
    targets = {item.value.id: item for item in reading.targets}
    for _, entry in reading.sections:
        section = entry.value
        runs = tuple(_all(reading.blocks(entry)))
        if not runs:
            continue
        place = Place(entry=entry, loc=())
        for kind, words in (("heading", section.title), ("summary", section.summary)):
            if words is None or (kind == "heading" and _printed(reading, words)):
                continue
            yield OwnText(
                kind=kind,  # type: ignore[arg-type]
                place=place,
                at=("title" if kind == "heading" else "summary",),
                text=words,
                reading=reading,
                runs=runs,
                section=section,
            )
        drawings: list[tuple[schema.Text | None, list[Item | None]]]
        if isinstance(section, schema.ReviewSection):
            drawings = [(chart.note, [metrics.get(name) for name in chart.metrics]) for chart in section.charts]
        else:
            drawings = [(chart.note, [targets.get(name) for name in chart.targets]) for chart in section.charts]
        for index, (note, named) in enumerate(drawings):
            drawn = tuple(item for item in named if item is not None)
            if note is not None and (around := _runs(drawn, whole=True)):
                yield OwnText(
                    kind="chart",
                    place=place,
                    at=("charts", index, "note"),
                    text=note,
                    reading=reading,
                    runs=around,
                    items=drawn,
                )


def _printed(reading: Reading, title: schema.Text) -> bool:
    """Whether a title is a heading of the report, or a part of one: then it is not the site's own."""
    return any(block.level and squeezed(title.source) in block.dense for block in reading.source.blocks)


def _of_addresses(context: Context) -> Iterator[OwnText]:
    """What is said of retired ids and in corrections, each about the sentence that its id stood for."""
    record, corrections = context.content.permalinks, context.content.corrections
    pages: dict[str, tuple[Reading, Found]] = {}
    known: dict[str, tuple[Permalink | PublishedAddress, ...]] = {
        "permalinks": record.value.permalinks,
        "addresses": record.value.addresses,
    }
    for field, links in known.items():
        for index, link in enumerate(links):
            at = _sentence(context, link.id, link.sentence) if link.sentence else None
            if at is None:
                continue
            pages[link.id] = at
            if link.retired is not None:
                place = Place(entry=record, loc=(field, index))
                yield OwnText(
                    kind="retired", place=place, at=("retired",), text=link.retired, reading=at[0], runs=(at[1],)
                )
    for index, correction in enumerate(corrections.value.corrections if corrections else ()):
        if corrections and correction.item in pages:
            reading, run = pages[correction.item]
            place = Place(entry=corrections, loc=("corrections", index))
            yield OwnText(
                kind="correction", place=place, at=("new",), text=correction.new, reading=reading, runs=(run,)
            )


def _sentence(context: Context, name: str, sentence: str) -> tuple[Reading, Found] | None:
    """The sentence of a report that an id stood for: 2022/metrics/parks and p4s1."""
    year, kind, *_ = name.split("/")
    for reading in context.readings:
        own = reading.raw.outcome_year if kind == "metrics" else reading.raw.goal_year
        block = reading.source.by_id.get(sentence.partition("s")[0])
        if year == str(own) and block is not None:
            return next(
                ((reading, Found(one.start, one.end, block=block)) for one in block.sentences if one.id == sentence),
                None,
            )
    return None


def _runs(items: Iterable[Item], *, whole: bool) -> tuple[Found, ...]:
    """The quotes of items, or the `whole` sentences that they stand in; none where one was not found."""
    found: dict[tuple[str, int, int], Found] = {}
    for item in items:
        if not isinstance(item.found, Found):
            return ()
        block, start, end = item.found.block, item.found.start, item.found.end
        if whole:
            start, end = block.sentence_at(start).start, block.sentence_at(end - 1).end
        found.setdefault((block.id, start, end), Found(start, end, block=block))
    return tuple(found.values())


def _all(blocks: Iterable[Block]) -> Iterator[Found]:
    return (Found(0, len(block.text), block=block) for block in blocks)
