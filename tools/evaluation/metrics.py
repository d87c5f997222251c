"""Metrics as they are drafted from the text of a record, against those of the record.

A metric is found where one is drafted of the same number in the same unit whose quote shares its run. Of those found: which
fields are the same; whether the quote is usable (it stands once in its section, reads as the paragraph does, and holds a word
of the record's run besides the figure); whether one title is, or is contained in, the other. What is left are the numerals
that no rule could decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from workreport.content import Block, Found, RawCycle, Source, dense, load, parse, schema
from workreport.draft import Identity, Outline, Stretch, draft_metrics
from workreport.figures import Units, read_figures
from workreport.gate import words_of

_FIELDS = ("bound", "estimate", "period", "basis", "change")


def measure(content: Path, *, examples: int) -> Iterator[str]:
    """The lines to print for the record of a content folder."""
    loaded = load(content, "content")
    for cycle in loaded.cycles:
        yield from _measured(cycle, loaded.units, examples)


def _measured(cycle: RawCycle, units: Units, examples: int) -> Iterator[str]:
    source = parse("source", cycle.source.text)
    sections = [entry.value for entry in cycle.review]
    outline = Outline(
        year=cycle.goal_year,
        text=cycle.source.text,
        identity=Identity(),
        review=tuple(_stretch(section) for section in sections),
        tasks=tuple(_stretch(entry.value) for entry in cycle.tasks),
    )
    drafted = draft_metrics(outline, source, units)
    counts: Counter[str] = Counter()
    faults: list[str] = []
    for section, trees in zip(sections, drafted.sections, strict=True):
        blocks = source.between(section.paragraphs.first, section.paragraphs.last)
        free = list(trees)
        for metric in section.metrics:
            counts["of"] += 1
            one = next((tree for tree in free if _same(tree, metric)), None)
            if one is None:
                faults.append(f"not drafted: {metric.title.source}")
                continue
            free.remove(one)
            counts["found"] += 1
            for name in _compared(one, metric, blocks, units):
                counts[name] += 1
                faults.append(f"{name}: {one['title']['zh']}, of the record {metric.title.source}")
        faults += [f"not in the record: {tree['title']['zh']}" for tree in free]
        counts["more"] += len(free)
    found = counts["found"]
    yield f"metrics of {cycle.outcome_year}, drafted: {found + counts['more']}, of the record: {counts['of']}, found {found}"
    fields = ", ".join(f"{name} {found - counts[name]}" for name in _FIELDS)
    yield f"  right: value and unit {found}, {fields}"
    yield f"  quotes usable {_share(found - counts['quote'], counts['of'])}"
    yield f"  titles identical or contained {_share(found - counts['title'], counts['of'])}"
    yield f"  numerals left to a person {len(drafted.left)}"
    yield from (f"    {fault}" for fault in faults[:examples])


def _stretch(section: schema.ReviewSection | schema.TasksSection) -> Stretch:
    return Stretch(title=section.title.source, first=section.paragraphs.first, last=section.paragraphs.last)


def _share(part: int, of: int) -> str:
    return f"{100 * part / (of or 1):6.2f} %"


def _same(tree: Mapping[str, Any], metric: schema.Metric) -> bool:
    """Whether both state one number of one unit and share the run that speaks of it."""
    if (Decimal(str(tree["value"])), tree["unit"]) != (Decimal(str(metric.value)), metric.unit):
        return False
    one, other = (dense(run) for run in (tree["quote"], metric.of or metric.quote))
    return dense(tree.get("of") or tree["quote"]) in dense(metric.quote) or other in one


def _plain(value: object) -> object:
    """A field as it may be compared with another: 1.36 is one number, whoever holds it."""
    if isinstance(value, Mapping):
        return {key: _plain(own) for key, own in value.items()}
    return f"{float(value):g}" if isinstance(value, Decimal | float | int) else value


def _compared(tree: Mapping[str, Any], metric: schema.Metric, blocks: Sequence[Block], units: Units) -> Iterator[str]:
    """The names of what differs."""
    stated = metric.model_dump(include=set(_FIELDS), by_alias=True, exclude_defaults=True)
    usual = {"bound": "exact", "estimate": False}
    for name in _FIELDS:
        if _plain(tree.get(name, usual.get(name))) != _plain(stated.get(name, usual.get(name))):
            yield name
    found = Source.find(tree["quote"], blocks)
    reads = [one.quantity.value for one in read_figures(tree["quote"], units)]
    figures = read_figures(metric.of or metric.quote, units)
    noun = dense(metric.of or metric.quote)
    for figure in figures:
        noun = noun.replace(figure.text, "，")
    shares = not words_of(noun) or words_of(noun) & words_of(dense(tree["quote"]))
    if not isinstance(found, Found) or Decimal(str(tree["value"])) not in reads or not shares:
        yield "quote"
    one, other = tree["title"]["zh"], metric.title.source
    if one not in other and other not in one:
        yield "title"
