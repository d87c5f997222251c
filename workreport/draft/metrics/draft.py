"""The review of a report, figure by figure: one metric each, or a waiver. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from workreport.content import Block, Found, Run, Source, dense
from workreport.draft.drafted import DraftedMetrics, Left, Tree
from workreport.draft.figure import above, fields, growth, spoken_of
from workreport.draft.ids import id_of
from workreport.draft.metrics.changes import changes
from workreport.draft.metrics.lists import MEDALS
from workreport.draft.metrics.quotes import Sentences
from workreport.draft.metrics.titles import titled
from workreport.draft.metrics.waivers import classed, of_goal, phrase, waive
from workreport.draft.metrics.wholes import part_of, whole_of
from workreport.draft.outline import Outline
from workreport.draft.topics import topics_of
from workreport.figures import Figure, Period, Units, read
from workreport.gate import Setting, proposed, words_of


def draft_metrics(outline: Outline, source: Source, units: Units) -> DraftedMetrics:
    """The metrics of the review, and the figures of the whole text that are none: dates, names, ordinals.

    A quantity of the review that no metric could be drafted of, and one that stands outside every section, gets a waiver
    `undecided` and is in `left`; those of the tasks are left to the drafter of commitments.
    """
    drafter = _Drafter(year=outline.year, source=source, units=units)
    sections = tuple(
        tuple(drafter.section(stretch.title, source.between(stretch.first, stretch.last))) for stretch in outline.review
    )
    tasks = {block.id for stretch in outline.tasks for block in source.between(stretch.first, stretch.last)}
    for block in source.blocks:
        drafter.waive(block, tasks=block.id in tasks)
    return DraftedMetrics(sections=sections, waivers=tuple(drafter.waivers), left=tuple(drafter.left))


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A metric in the making."""

    figure: Figure
    change: Figure | None
    quote: Found
    title: str
    sentence: str


@dataclass(slots=True, kw_only=True)
class _Drafter:
    """What is drafted, as it grows."""

    year: int
    source: Source
    units: Units
    waivers: list[Tree] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    stated: dict[str, set[int]] = field(default_factory=dict)
    """Where the figures begin that metrics state, by block."""
    years: set[tuple[str, str]] = field(default_factory=set)
    """The sentences with the years that the period of a metric there begins or ends with."""

    def section(self, heading: str, blocks: Sequence[Block]) -> Iterator[Tree]:
        """The metrics of a section, in the order of its text."""
        for block in blocks:
            figures = read(block.text, self.units).figures
            excused = [
                one for one in figures if phrase(block, one) or classed(block, figures, one) or of_goal(block, one)
            ]
            free = [one for one in figures if one not in excused]
            while True:  # what has no metric gets a waiver, and the quotes of the others are read again without it
                items, lost = self._items(block, blocks, figures, free)
                if not lost:
                    break
                free = [one for one in free if one not in lost]
            made: list[tuple[Item, dict[str, object]]] = []
            for item in items:
                tree = self._tree(block, free, item, heading)
                if part := part_of(item, made, block.text):
                    tree = _after(tree, "part_of", part)
                made.append((item, tree))
                yield {**tree, "draft": True}

    def _items(
        self, block: Block, blocks: Sequence[Block], figures: Sequence[Figure], free: Sequence[Figure]
    ) -> tuple[list[Item], list[Figure]]:
        """The metrics of a paragraph, and the figures of which none could be made."""
        classes = [one for one in figures if one not in free]
        sentences = Sentences(block, blocks, free, classes, self.units)
        grown = changes(block, figures, free)
        besides = {id(change) for change in grown.values()}
        items: list[Item] = []
        lost: list[Figure] = []
        for figure in free:
            if id(figure) in besides:
                continue
            own = self._of(block, sentences, free, figure, grown.get(id(figure)), items)
            items += own
            if not own:
                lost.append(figure)
        return items, lost

    def _of(
        self,
        block: Block,
        sentences: Sentences,
        free: Sequence[Figure],
        figure: Figure,
        change: Figure | None,
        before: Sequence[Item],
    ) -> list[Item]:
        """The metric of a figure, or those of each of its subjects; none where no title or no quote was found."""
        if not self.units.unit(figure.quantity.unit.printed).known:
            return []
        sentence = block.sentence_at(figure.start).id
        last = before[-1] if before and before[-1].sentence == sentence else None
        level = next((one for one, other in sentences.turns if other is figure), None)
        if level is not None:
            last = next((item for item in before if item.figure is level), None)
        names = titled(block.text, sentences, figure, change, (last.figure, last.title) if last else None, self.units)
        items: list[Item] = []
        for name in names:
            for back in sorted({name.back, name.back + 1, name.back + 2}):
                quote = sentences.quote(figure, change, back)
                item = quote and Item(figure=figure, change=change, quote=quote, title=name.title, sentence=sentence)
                if item and self._holds(block, free, item):
                    items.append(item)
                    break
        return items

    def _holds(self, block: Block, free: Sequence[Figure], item: Item) -> bool:
        """Whether the run that speaks of the figure alone names what its title does."""
        run = (
            item.quote if self._alone(free, item) else item.quote.inside(proposed(block, free, item.figure, item.quote))
        )
        if not isinstance(run, Run) or not run.holds(item.figure):
            return False
        if not self._alone(free, item) and any(run.meets(other) for other in free if other is not item.figure):
            return False
        said = words_of(item.title) & words_of(dense(item.quote.of(block.text)))
        return bool(said)

    @staticmethod
    def _alone(free: Sequence[Figure], item: Item) -> bool:
        """Whether the quote holds no figure but the item's own and its change."""
        return all(not item.quote.holds(one) for one in free if one is not item.figure and one is not item.change)

    def _tree(self, block: Block, free: Sequence[Figure], item: Item, heading: str) -> dict[str, object]:
        setting = Setting(year=self.year - 1, report=self.year, block=block, above=above(self.source.blocks, block))
        name = id_of(item.title, self.taken)
        self.taken.add(name)
        stated = fields(item.figure, setting)
        usual = Period.alone(self.year - 1)
        if "period" not in stated and spoken_of(item.figure, setting) == usual and block.dense.count(f"{usual}年") > 1:
            stated["period"] = {"from": usual.first, "to": usual.last}  # no waiver could name this year alone
        written = stated.get("period")
        if isinstance(written, dict):
            usual = Period(first=written.get("from"), last=written.get("to", self.year - 1))
            self.years |= {(item.sentence, str(year)) for year in written.values()}
        tree: dict[str, object] = {"id": name, "title": {"zh": item.title}, "quote": _line(item.quote.of(block.text))}
        if not self._alone(free, item):
            own = block.text[item.figure.start : item.figure.end]
            alone = item.figure.quantity.unit.printed in MEDALS and isinstance(item.quote.inside(own), Run)
            tree["of"] = _line(own if alone else proposed(block, free, item.figure, item.quote))
        tree |= stated
        begun = {item.figure.start}
        if item.change is not None:
            tree["change"] = dict(growth(item.change, setting, usual))
            begun.add(item.change.start)
        if whole := whole_of(item.figure, block.text):
            tree["whole"] = {"zh": whole}
        self.stated.setdefault(block.id, set()).update(begun)
        lead = next(
            (one.of(block.text) for one in reversed(block.sentences) if one.lead and one.end <= item.quote.start), ""
        )
        return {**tree, "topics": list(topics_of(item.title, dense(item.quote.of(block.text)), lead, heading))}

    def waive(self, block: Block, *, tasks: bool) -> None:
        """The waivers of a paragraph or heading."""
        reading = read(block.text, self.units)
        own = self.stated.get(block.id, set())
        rest = [figure for figure in reading.figures if figure.start not in own]
        if tasks:
            leads = [sentence for sentence in block.sentences if sentence.lead]
            rest = [one for one in rest if phrase(block, one) or any(lead.holds(one) for lead in leads)]
        waived = waive(block, reading, rest, self.years)
        self.waivers += waived.trees
        self.left += waived.left


def _after(tree: dict[str, object], key: str, value: object) -> dict[str, object]:
    """The tree with a field before its topics."""
    return {**{name: own for name, own in tree.items() if name != "topics"}, key: value, "topics": tree["topics"]}


def _line(text: str) -> str:
    return " ".join(text.split())
