"""Promises, targets, baselines and topics as they are drafted, against those of a record.

A promise is right where it is one of the record, or several neighbours of it joined without anything cut (a pure join). A
baseline is right where metric, class and figure are those of the target of the record that counts the same; it is invented
where that has none. A topic is right where the main one of the record is among those drafted. The metrics are those of the
record, without their measures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workreport.content import Block, Entry, Found, RawCycle, Run, Source, load, parse, schema, yaml
from workreport.draft import DraftedMetrics, Identity, Outline, Stretch, draft_commitments, topics_of

_MARKS = "，。；：！ "


@dataclass(slots=True, kw_only=True)
class Score:
    """Counts, and an example of each fault."""

    drafted: int = 0
    exact: int = 0
    joined: int = 0
    promised: int = 0
    baselines: int = 0
    right: int = 0
    named: int = 0
    without: int = 0
    invented: int = 0
    labelled: int = 0
    topics: int = 0
    faults: list[str] = field(default_factory=list)


def measure(content: Path, *, examples: int) -> Iterator[str]:
    """The lines to print for the record of a content folder."""
    for cycle in load(content, "content").cycles:
        score = _measured(content, cycle)
        yield f"promises of {cycle.goal_year}, drafted: {score.drafted}, of the record: {score.promised}"
        good = score.exact + score.joined
        yield f"  exact or a pure join {_share(good, score.drafted)} (exact {score.exact}, joined {score.joined})"
        yield f"  baselines right {score.right} of {score.baselines} (metric right {score.named})"
        yield f"  baselines invented {score.invented} of {score.without}"
        yield f"  topics right {_share(score.topics, score.labelled)} of {score.labelled}"
        yield from (f"    {fault}" for fault in score.faults[:examples])


def _share(part: int, of: int) -> str:
    return f"{100 * part / (of or 1):6.2f} %"


def _tree(content: Path, entry: Entry[Any]) -> Any:
    """What stands in a file of the content."""
    path = content / Path(entry.at()[0]).relative_to("content")
    return yaml.parse(str(path), path.read_bytes()).data


def _stretch(section: schema.ReviewSection | schema.TasksSection) -> Stretch:
    return Stretch(title=section.title.source, first=section.paragraphs.first, last=section.paragraphs.last)


def _measured(content: Path, cycle: RawCycle) -> Score:
    source = parse("source", cycle.source.text)
    outline = Outline(
        year=cycle.goal_year,
        text=cycle.source.text,
        identity=Identity(),
        review=tuple(_stretch(entry.value) for entry in cycle.review),
        tasks=tuple(_stretch(entry.value) for entry in cycle.tasks),
    )
    trees = [_tree(content, entry) for entry in cycle.review]
    metrics = [[{**metric, "measure": None} for metric in tree.get("metrics") or ()] for tree in trees]
    waivers = [{"at": waiver.at, "text": waiver.text} for waiver in cycle.waivers.value.figures]
    drafted = draft_commitments(
        outline,
        source,
        load(content, "content").units,
        DraftedMetrics(sections=tuple(map(tuple, metrics)), waivers=tuple(waivers)),
    )
    score = Score()
    for entry, section in zip(cycle.tasks, drafted.sections, strict=True):
        blocks = source.between(entry.value.paragraphs.first, entry.value.paragraphs.last)
        _promises(score, cycle, source, blocks, entry.value.commitments, section)
        _baselines(score, blocks, entry.value.commitments, section)
    for section_tree, stretch in zip(trees, outline.review, strict=True):
        for metric in section_tree.get("metrics") or ():
            _topic(score, metric["quote"], metric["topics"][0], stretch.title)
    for entry in cycle.tasks:
        for commitment in entry.value.commitments:
            _topic(score, commitment.quote, commitment.topics[0], entry.value.title.source)
    return score


def _topic(score: Score, text: str, main: str, heading: str) -> None:
    found = topics_of(text, heading)
    score.labelled += 1
    score.topics += main in found
    if main not in found:
        score.faults.append(f"topic {main}, drafted {', '.join(found)}: {text}")


def _spot(quote: str, blocks: Sequence[Block]) -> tuple[str, int, int]:
    """Where a quote stands, without the marks that end it."""
    found = Source.find(quote, blocks)
    assert isinstance(found, Found)
    end = found.end
    while found.block.text[end - 1] in _MARKS:
        end -= 1
    return found.block.id, found.start, end


def _promises(
    score: Score,
    cycle: RawCycle,
    source: Source,
    blocks: Sequence[Block],
    commitments: Sequence[schema.Commitment],
    drafted: Sequence[Mapping[str, Any]],
) -> None:
    spots = [_spot(commitment.quote, blocks) for commitment in commitments]
    score.promised += len(spots)
    known = {block.id for block in blocks}
    waived = [
        _spot(waiver.text, [source.by_id[waiver.at.partition("s")[0]]])
        for waiver in cycle.waivers.value.sentences
        if waiver.at.partition("s")[0] in known
    ]
    for one in drafted:
        at, start, end = _spot(one["quote"], blocks)
        score.drafted += 1
        parts = [spot for spot in (*spots, *waived) if spot[0] == at and spot[1] < end and start < spot[2]]
        if (at, start, end) in spots:
            score.exact += 1
        elif parts and min(part[1] for part in parts) == start and max(part[2] for part in parts) == end:
            score.joined += 1
        else:
            score.faults.append(f"cut otherwise: {one['quote']}")


def _baselines(
    score: Score,
    blocks: Sequence[Block],
    commitments: Sequence[schema.Commitment],
    drafted: Sequence[Mapping[str, Any]],
) -> None:
    targets = [
        (target, _own(commitment.quote, target.of, blocks))
        for commitment in commitments
        for target in commitment.targets
    ]
    score.baselines += sum(target.baseline.metric is not None for target, _ in targets)
    score.without += sum(target.baseline.metric is None for target, _ in targets)
    for commitment in drafted:
        for one in commitment.get("targets", ()):
            at, run = _own(commitment["quote"], one.get("of"), blocks)
            same = [
                (target, spot)
                for target, spot in targets
                if spot[0] == at
                and spot[1].meets(run)
                and one.get("value") == (None if target.value is None else float(target.value))
            ]
            if not same:
                continue
            title = set(one["title"]["zh"])
            found = max(same, key=lambda each: len(title & set(each[0].title.source)))
            targets.remove(found)
            _compare(score, found[0].baseline, one)


def _own(quote: str, of: str | None, blocks: Sequence[Block]) -> tuple[str, Run]:
    found = Source.find(quote, blocks)
    assert isinstance(found, Found)
    run = found.inside(of) if of else found
    assert isinstance(run, Run)
    return found.block.id, run


def _compare(score: Score, wanted: schema.Baseline, one: Mapping[str, Any]) -> None:
    made = one["baseline"]
    if wanted.metric is None:
        score.invented += "metric" in made
        if "metric" in made:
            score.faults.append(f"baseline {made['metric']} invented: {one['title']['zh']}")
        return
    named = made.get("metric") == wanted.metric
    right = named and made["comparability"] == wanted.comparability and made.get("figure", "value") == wanted.figure
    score.named += named
    score.right += right
    if not right:
        had = f"{made.get('metric')} {made['comparability']}"
        score.faults.append(f"baseline {wanted.metric} {wanted.comparability}, drafted {had}: {one['title']['zh']}")
