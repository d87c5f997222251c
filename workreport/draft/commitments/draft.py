"""The tasks part of a report, sentence by sentence: what each promises, or why it promises nothing. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from workreport.content import Block, Found, Run, Sentence, Source, dense
from workreport.draft.clauses import Clause
from workreport.draft.commitments.baselines import baseline
from workreport.draft.commitments.outcomes import Outcome, outcomes
from workreport.draft.commitments.places import places_in
from workreport.draft.commitments.promises import kind_of, promises, run_of
from workreport.draft.commitments.targets import Goal, goals
from workreport.draft.commitments.titles import title_of
from workreport.draft.commitments.waivers import reason_of
from workreport.draft.drafted import DraftedCommitments, DraftedMetrics, Left, Tree
from workreport.draft.figure import above, stated_alone
from workreport.draft.ids import id_of
from workreport.draft.outline import Outline
from workreport.draft.topics import topics_of
from workreport.figures import Figure, Units, read_figures
from workreport.gate import Setting

_COLONS = ("：", ":")


def draft_commitments(outline: Outline, source: Source, units: Units, metrics: DraftedMetrics) -> DraftedCommitments:
    """The promises of the tasks part, and the sentences of it that promise nothing."""
    review = [source.between(stretch.first, stretch.last) for stretch in outline.review]
    drafter = _Drafter(
        year=outline.year,
        source=source,
        units=units,
        outcomes=outcomes(zip(review, metrics.sections, strict=False), units),
        waived=_waived(source, metrics.waivers),
    )
    sections = [
        tuple(drafter.section(stretch.title, source.between(stretch.first, stretch.last))) for stretch in outline.tasks
    ]
    return DraftedCommitments(
        sections=tuple(sections),
        waivers=tuple(drafter.waivers),
        figures=tuple(drafter.figures),
        left=tuple(drafter.left),
        measures=tuple(drafter.measures.values()),
        measured=drafter.measured,
        places=tuple(places_in(source)),
    )


def _waived(source: Source, waivers: Sequence[Tree]) -> Mapping[str, list[Found]]:
    """The runs that figure waivers account for, by block."""
    spans: dict[str, list[Found]] = {}
    for waiver in waivers:
        block = source.by_id.get(waiver["at"])
        found = source.find(waiver["text"], (block,)) if block else "absent"
        if isinstance(found, Found):
            spans.setdefault(found.block.id, []).append(found)
    return spans


@dataclass(slots=True, kw_only=True)
class _Drafter:
    """What is drafted, as it grows."""

    year: int
    source: Source
    units: Units
    outcomes: Sequence[Outcome]
    waived: Mapping[str, Sequence[Found]]
    waivers: list[Tree] = field(default_factory=list)
    figures: list[Tree] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    measures: dict[str, Tree] = field(default_factory=dict)
    measured: dict[str, str] = field(default_factory=dict)
    commitments: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)

    def section(self, heading: str, blocks: Sequence[Block]) -> Iterator[Tree]:
        """The commitments of a section, in the order of its text."""
        for block in blocks:
            figures = read_figures(block.text, self.units)
            free = [one for one in figures if not any(run.holds(one) for run in self.waived.get(block.id, ()))]
            lead = ""
            for sentence in block.sentences:
                if sentence.lead:
                    lead = sentence.of(block.text)
                else:
                    yield from self._sentence(blocks, block, sentence, figures, free, (lead, heading))

    def _sentence(
        self,
        blocks: Sequence[Block],
        block: Block,
        sentence: Sentence,
        figures: Sequence[Figure],
        free: Sequence[Figure],
        around: tuple[str, ...],
    ) -> Iterator[Tree]:
        groups = promises(block, sentence, figures)
        runs = [run_of(group) for group in groups]
        if not groups or self._waive(block, sentence, Run(runs[0].start, sentence.end), groups, free, around):
            return
        head = next((at for at, group in enumerate(groups) if group[0].before in _COLONS), 0)
        if head:
            # 总体要求是：… leads on to what the rest of its sentence says.
            start = runs[head].start
            if not self._waive(block, sentence, Run(runs[0].start, start), groups[:head], free, around):
                groups = (*groups[: head - 1], (*groups[head - 1], *groups[head]), *groups[head + 1 :])
            elif self._waive(block, sentence, Run(start, sentence.end), groups[head:], free, around):
                return
            else:
                groups = groups[head:]
        for group in self._whole(blocks, block, groups, free):
            run = run_of(group)
            if isinstance(self.source.find(run.of(block.text), blocks), Found):
                yield self._commitment(block, group, free, around)
            else:
                self._undecided(block, sentence, run, free)

    def _waive(
        self,
        block: Block,
        sentence: Sentence,
        run: Run,
        groups: Sequence[Sequence[Clause]],
        free: Sequence[Figure],
        around: tuple[str, ...],
    ) -> bool:
        """Whether a run promises nothing, with its waiver collected."""
        text = run.of(block.text).strip()
        counted = [figure for figure in free if run.holds(figure)]
        acts = any(kind_of(clause) in ("task", "outcome") for group in groups for clause in group)
        reason = reason_of(dense(text), counted=bool(counted), acts=acts, lead=around[0])
        if reason is None or not isinstance(self.source.find(text, (block,)), Found):
            return False
        self.waivers.append({"at": sentence.id, "text": " ".join(text.split()), "reason": reason, "draft": True})
        for figure in counted:
            self._leave(block, figure)
        return True

    def _undecided(self, block: Block, sentence: Sentence, run: Run, free: Sequence[Figure]) -> None:
        """A run that stands in its section more than once, which no quote can name."""
        text = " ".join(run.of(block.text).split())
        self.waivers.append({"at": sentence.id, "text": text, "reason": "undecided", "draft": True})
        self.left.append(Left(sentence=sentence.id, run=text))
        for figure in free:
            if run.holds(figure):
                self._leave(block, figure)

    def _whole(
        self, blocks: Sequence[Block], block: Block, groups: Sequence[Sequence[Clause]], free: Sequence[Figure]
    ) -> Sequence[Sequence[Clause]]:
        """The groups, joined until each stands once in its section and says all of its figures on its own."""
        joined = [list(group) for group in groups]
        at = 0
        while at < len(joined):
            if len(joined) == 1 or self._stands(blocks, block, joined[at], free):
                at += 1
            else:
                at = max(at - 1, 0)
                joined[at : at + 2] = [[*joined[at], *joined[at + 1]]]
        return joined

    def _stands(self, blocks: Sequence[Block], block: Block, group: Sequence[Clause], free: Sequence[Figure]) -> bool:
        quote = _found(block, run_of(group))
        inside = [figure for figure in free if quote.holds(figure)]
        run = quote.of(block.text)
        if not all(stated_alone(run, quote.start, figure, self.units) for figure in inside):
            return False
        return isinstance(self.source.find(run, blocks), Found)

    def _commitment(
        self, block: Block, group: Sequence[Clause], free: Sequence[Figure], around: tuple[str, ...]
    ) -> Tree:
        quote = _found(block, run_of(group))
        title = title_of(group, [figure for figure in free if quote.holds(figure)], self.units)
        tree: dict[str, object] = {
            "id": self._id(title, self.commitments),
            "title": {"zh": title},
            "quote": " ".join(quote.of(block.text).split()),
            "topics": list(topics_of(title, *around)),
        }
        setting = Setting(year=self.year, report=self.year, block=block, above=above(self.source.blocks, block))
        stated, left = goals(quote, free, self.units, setting)
        targets = [self._target(goal) for goal in stated]
        for figure in left:
            self._leave(block, figure)
        return {**tree, **({"targets": targets} if targets else {}), "draft": True}

    def _target(self, goal: Goal) -> Tree:
        compared = baseline(goal, self.outcomes, self.year)
        measured = {}
        if compared.measure is not None and compared.outcome is not None:
            name = self._measure(compared.measure, compared.outcome)
            measured = {"measure": name}
        return {
            "id": self._id(goal.title, self.targets),
            "title": {"zh": goal.title},
            **goal.tree,
            **measured,
            "baseline": dict(compared.baseline),
            "draft": True,
        }

    def _measure(self, measure: Tree, outcome: str) -> str:
        """The id of a measure, which is drafted once; its outcome belongs to it too."""
        alike = (
            one["id"] for one in self.measures.values() if all(one[key] == measure[key] for key in ("name", "unit"))
        )
        name = self.measured.get(outcome) or next(alike, None) or id_of(measure["name"]["zh"], self.measures)
        known = self.measures.get(name, {"id": name, **measure})
        counted = dict.fromkeys([*known["counted"], *measure["counted"]])
        self.measures[name] = {**known, "counted": [*counted]}
        self.measured[outcome] = name
        return name

    def _leave(self, block: Block, figure: Figure) -> None:
        """A quantity that a person has to decide, with a waiver that says so."""
        run = Run(figure.start, figure.end)
        while not isinstance(self.source.find(run.of(block.text), (block,)), Found) and run.start > 0:
            run = Run(run.start - 1, run.end)
        text = " ".join(run.of(block.text).split())
        sentence = block.sentence_at(figure.start).id
        self.figures.append({"at": block.id, "text": text, "reason": "undecided", "draft": True})
        self.left.append(
            Left(sentence=sentence, run=figure.text, why=block.sentence_at(figure.start).of(block.text).strip())
        )

    @staticmethod
    def _id(title: str, taken: set[str]) -> str:
        name = id_of(title, taken)
        taken.add(name)
        return name


def _found(block: Block, run: Run) -> Found:
    return Found(run.start, run.end, block=block)
