"""The shortest run of a sentence that states a figure by itself: its clause, and those before it that it needs. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workreport.content import Block, Found, Run, Source, dense
from workreport.draft.clauses import Clause, clauses
from workreport.draft.figure import stated_alone
from workreport.draft.metrics.changes import turns
from workreport.figures import Figure, Units


class Sentences:
    """The clauses of a paragraph, and the search for a quote in them."""

    def __init__(
        self,
        block: Block,
        blocks: Sequence[Block],
        figures: Sequence[Figure],
        classes: Sequence[Figure],
        units: Units,
    ) -> None:
        """`figures`: those that a metric may state; `classes`: the others, such as
        those that only say of which size something is."""
        self._block = block
        self._blocks = blocks
        self._figures = figures
        self._classes = classes
        self.turns = tuple(turns(block, figures))
        """The levels of a list, each with its growth in a list behind it."""
        self._units = units
        self._clauses = [clauses(block, sentence) for sentence in block.sentences]

    def around(self, figure: Figure) -> tuple[Clause, ...]:
        """The clauses of the sentence of a figure up to its own, which is the last; none where it stands in no one clause."""
        for own in self._clauses:
            for number, clause in enumerate(own):
                if clause.holds(figure):
                    return own[: number + 1]
        return ()

    def words(self, start: int, end: int) -> str:
        """A run without white space, and without the quantities in it that no metric states."""
        text, parts, at = self._block.text, list[str](), start
        for aside in self._classes:
            if start <= aside.start and aside.end <= end:
                parts.append(text[at : aside.start])
                at = aside.end
        return dense("".join([*parts, text[at:end]]))

    def share(self, clause: Clause, figure: Figure) -> Run:
        """What of its clause speaks of a figure: all of it, or its part of a list that counts several things."""
        start, end = clause.start, clause.end
        text = self._block.text
        for other in self._figures:
            if start < other.end <= figure.start:
                mark = _mark(text, other.end, figure.start)
                start = other.end if mark is None else mark + 1
            elif figure.end <= other.start < end:
                marks = [at for at in range(figure.end, other.start) if text[at] in "、和及与"]
                end = marks[-1] if marks else other.start
        return Run(start, end)

    def quote(self, figure: Figure, change: Figure | None, back: int) -> Found | None:
        """The shortest quote that says what the paragraph does. `back`: how many clauses before its own it needs at least."""
        around = self.around(figure)
        if not around:
            return None
        for end in self._ends(figure, change, around[-1]):
            for first in range(len(around) - 1 - back, -1, -1):
                run = Run(around[first].start, end)
                if self._stands(run, (figure, change) if change else (figure,)):
                    return Found(run.start, run.end, block=self._block)
        return None

    def _ends(self, figure: Figure, change: Figure | None, clause: Clause) -> Iterator[int]:
        """Where a quote may end: after an entry of a list that counts several things, after the clause, or that of the change."""
        text = self._block.text
        last = clause if change is None else next((c for c in self._all() if c.holds(change)), clause)
        if change is None:
            following = [other for other in self._figures if figure.end <= other.start < clause.end]
            comma = text.find("、", figure.end, following[0].start if following else figure.end)
            inside = text[clause.start : comma] if comma >= 0 else ""
            if comma >= 0 and inside.count("“") == inside.count("”") and inside.count("（") == inside.count("）"):
                yield comma
        yield max(last.end, clause.end)

    def _all(self) -> Iterator[Clause]:
        for own in self._clauses:
            yield from own

    def _stands(self, run: Run, figures: Sequence[Figure]) -> bool:
        text = run.of(self._block.text)
        if not all(stated_alone(text, run.start, figure, self._units) for figure in figures):
            return False
        return isinstance(Source.find(text, self._blocks), Found)


def _mark(text: str, start: int, end: int) -> int | None:
    """The first mark that divides the entries of a list, between two of its figures."""
    return next((at for at in range(start, end) if text[at] in "、和及与"), None)
