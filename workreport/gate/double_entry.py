"""The gate, checks 1 and 2: every quote is in the source, and every figure is entered twice.

The editor writes value, unit, bound and estimate; the figure reader reads them from the quote on its
own; both must agree. And because a quote can be cut so that it loses the word that qualifies its figure,
the reader reads the whole paragraph too: a quote that leaves such a word out is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple, Protocol

from workreport.content import Block, Change, Entry, Found, Metric, Run, Source, Target
from workreport.diagnostics import Code, Diagnostic, did_you_mean
from workreport.figures import Bound, Figure, Unit, Units, numerals, read_figures

QUOTE_UNCHECKED = Code("quote-unchecked", "A quote cannot be checked.")
QUOTE_AMBIGUOUS = Code("quote-ambiguous", "A quote stands more than once in its section.")
QUOTE_ABSENT = Code("quote-absent", "A quote does not stand in its section.")
QUOTE_CUT = Code("quote-cut", "A quote leaves out words that qualify its figure.")
WORDS_ABSENT = Code("words-absent", "A goal in words does not stand in its quote.")
PLAIN_FIGURE = Code("plain-figure", "The plain words do not carry the figures of the quoted sentence.")
UNIT_UNKNOWN = Code("unit-unknown", "A unit is not in units.yaml.")
FIGURE_BOUND = Code("figure-bound", "The bound differs from what the quote reads.")
FIGURE_ESTIMATE = Code("figure-estimate", "The estimate differs from what the quote reads.")
FIGURE_AMBIGUOUS = Code("figure-ambiguous", "The quote holds the figure more than once.")
FIGURE_UNIT = Code("figure-unit", "The unit differs from what the quote reads.")
FIGURE_VALUE = Code("figure-value", "The value differs from what the quote reads.")
FIGURE_CHANGE = Code("figure-change", "The change differs from what the quote reads.")


class Located(NamedTuple):
    """Where a quote stands, and which figures of it are claimed."""

    block: Block
    start: int
    end: int
    sentence: str
    figure: Figure | None
    change: Figure | None


class _Stated(Protocol):
    """What a metric, a target and a change have in common."""

    @property
    def unit(self) -> str | None: ...
    @property
    def bound(self) -> Bound | None: ...


Loc = tuple[str | int, ...]


class Quantities:
    """Finds quotes and figures in one report; keeps what it has read of each paragraph."""

    def __init__(self, source: Source, units: Units) -> None:
        self.source = source
        self.units = units
        self.problems: list[Diagnostic] = []
        self.disputed: dict[str, list[Run]] = {}
        """Quotes whose own figure was refused: what they hold is not reported once more as uncovered."""
        self._read: dict[str, list[Figure]] = {}
        self._tokens: dict[str, tuple[tuple[int, int, Figure | None], ...]] = {}

    def figures(self, block: Block) -> list[Figure]:
        """All figures of a paragraph or heading, read once."""
        if block.id not in self._read:
            self._read[block.id] = read_figures(block.text, self.units)
        return self._read[block.id]

    def tokens(self, block: Block) -> tuple[tuple[int, int, Figure | None], ...]:
        """Every quantity of a block, then every numeral that is in none, as (start, end, figure); made once."""
        if block.id not in self._tokens:
            figures = self.figures(block)
            found: list[tuple[int, int, Figure | None]] = [(f.start, f.end, f) for f in figures]
            index = 0
            for start, end in numerals(block.text):
                while index < len(figures) and figures[index].end <= start:
                    index += 1
                if index == len(figures) or start < figures[index].start:
                    found.append((start, end, None))
            self._tokens[block.id] = tuple(found)
        return self._tokens[block.id]

    def quote(self, entry: Entry[Any], loc: Loc, quote: str, blocks: Sequence[Block]) -> Found | None:
        """Check 1: the one place of `quote` in the section's paragraphs, or None with the problem collected."""
        if not blocks:
            self.problems.append(
                entry.problem(
                    loc,
                    QUOTE_UNCHECKED,
                    "the quote cannot be checked: the section's paragraphs are not in the source text",
                    "mend `paragraphs` of this section",
                )
            )
            return None
        found = Source.find(quote, blocks)
        if isinstance(found, Found):
            return found
        if found == "ambiguous":
            self.problems.append(
                entry.problem(
                    loc,
                    QUOTE_AMBIGUOUS,
                    "the quote cannot be checked: it stands more than once in this section",
                    "lengthen it until it stands only once",
                )
            )
        elif found == "empty":
            self.problems.append(
                entry.problem(
                    loc,
                    QUOTE_UNCHECKED,
                    "the quote cannot be checked: it holds nothing but white space",
                    "copy the sentence from the source text",
                )
            )
        else:
            elsewhere = Source.find(quote, self.source.blocks)
            hint = (
                f"it stands in {elsewhere.block.id}, which belongs to another section"
                if isinstance(elsewhere, Found)
                else self._near(quote, blocks)
            )
            self.problems.append(
                entry.problem(loc, QUOTE_ABSENT, "the quote is not in the paragraphs of this section", hint)
            )
        return None

    def _near(self, quote: str, blocks: Sequence[Block]) -> str:
        """The sentence most like a quote that was not found."""
        sentences = [block.text[s.start : s.end].strip() for block in blocks for s in block.sentences]
        near = did_you_mean(quote, sentences)
        return near or "copy it from the source text, character by character"

    def metric(self, entry: Entry[Any], loc: Loc, metric: Metric, blocks: Sequence[Block]) -> Located | None:
        """Checks 1 and 2 for a metric and its change."""
        found = self.quote(entry, (*loc, "quote"), metric.quote, blocks)
        if found is None:
            return None
        figure = self._entered(entry, loc, metric, metric.value, metric.value_high, metric.estimate, found)
        change = None
        if metric.change is not None:
            change = self._change(entry, (*loc, "change"), metric.change, found)
        if figure is None or (metric.change is not None and change is None):
            self.dispute(found)
        sentence = found.block.sentence_at(found.start).id
        return Located(found.block, found.start, found.end, sentence, figure, change)

    def target(
        self, entry: Entry[Any], loc: Loc, target: Target, found: Found | None, blocks: Sequence[Block]
    ) -> Located | None:
        """Checks 1 and 2 for a target; `found` is where its commitment's quote stands."""
        if target.quote is not None:
            found = self.quote(entry, (*loc, "quote"), target.quote, blocks)
        if found is None:
            return None
        figure = None
        if target.words is not None:
            within = "".join(found.block.text[found.start : found.end].split())
            if "".join(target.words.zh.split()) not in within:
                self.problems.append(
                    entry.problem(
                        (*loc, "words", "zh"),
                        WORDS_ABSENT,
                        "these words are not in the quote",
                        "copy them from the quote",
                    )
                )
        elif target.value is not None and target.unit is not None and target.bound is not None:
            figure = self._entered(entry, loc, target, target.value, target.value_high, target.estimate, found)
        if figure is None and target.words is None:
            self.dispute(found)
        return Located(found.block, found.start, found.end, found.block.sentence_at(found.start).id, figure, None)

    def plain(self, entry: Entry[Any], loc: Loc, text: str, found: Found, targets: Sequence[Figure]) -> None:
        """Plain words say no figure that the quoted sentences do not, and leave out none of the promise's `targets`."""
        first, last = found.block.sentence_at(found.start), found.block.sentence_at(found.end - 1)
        stated = [f for f in self.figures(found.block) if first.start <= f.start and f.end <= last.end]
        said = read_figures(text, self.units)
        for figure in said:
            if not any(_alike(figure, other) for other in stated):
                self.problems.append(
                    entry.problem(
                        loc,
                        PLAIN_FIGURE,
                        f"the plain words say “{figure.text}”, which the quoted sentence does not",
                        "keep its figures as printed, bounds included, and add none",
                    )
                )
        for target in targets:
            if not any(_alike(target, other) for other in said):
                self.problems.append(
                    entry.problem(
                        loc,
                        PLAIN_FIGURE,
                        f"the plain words leave out “{target.text}”",
                        "say it as the quote does, bounds included",
                    )
                )

    def dispute(self, found: Found) -> None:
        """Note that the figure of a quote has been refused already."""
        self.disputed.setdefault(found.block.id, []).append(Run(found.start, found.end))

    def _known(self, entry: Entry[Any], loc: Loc, printed: str) -> Unit | None:
        """The unit as the table has it, or None with the problem collected."""
        unit = self.units.unit(printed)
        if unit.known:
            return unit
        self.problems.append(
            entry.problem(
                (*loc, "unit"),
                UNIT_UNKNOWN,
                f"“{printed}” is not in units.yaml",
                did_you_mean(printed, self.units.names) or "add it there, with its English",
            )
        )
        return None

    def _entered(
        self,
        entry: Entry[Any],
        loc: Loc,
        stated: _Stated,
        value: Decimal,
        high: Decimal | None,
        estimate: bool,
        found: Found,
    ) -> Figure | None:
        """Check 2: the one figure of the quote that equals what the editor wrote."""
        assert stated.unit is not None
        unit = self._known(entry, loc, stated.unit)
        if unit is None:
            return None
        quote = found.block.text[found.start : found.end]
        own = read_figures(quote, self.units)
        exact = [f for f in own if (f.quantity.value, f.quantity.high, f.quantity.unit) == (value, high, unit)]
        if len(exact) != 1:
            self._disagree(entry, loc, value, high, stated.unit, own, len(exact))
            return None
        figure = exact[0]
        whole = next(
            (
                f
                for f in self.figures(found.block)
                if f.start < found.start + figure.end and f.end > found.start + figure.start
            ),
            None,
        )
        if whole is None or whole.quantity != figure.quantity:
            said = _say(whole) if whole else "no figure"
            self.problems.append(
                entry.problem(
                    (*loc, "quote"),
                    QUOTE_CUT,
                    f"the quote leaves out words that qualify its figure: it reads {_say(figure)}, its sentence {said}",
                    "lengthen the quote",
                )
            )
            return None
        if figure.quantity.bound != stated.bound:
            self.problems.append(
                entry.problem(
                    (*loc, "bound"),
                    FIGURE_BOUND,
                    f"bound is {stated.bound}, but “{figure.text}” in the quote reads {figure.quantity.bound}",
                    f"write bound: {figure.quantity.bound}",
                )
            )
        if figure.quantity.estimate != estimate:
            self.problems.append(
                entry.problem(
                    (*loc, "estimate") if estimate else loc,
                    FIGURE_ESTIMATE,
                    "estimate is true, but the quote does not say 预计"
                    if estimate
                    else f"the quote calls “{figure.text}” an estimate (预计)",
                    f"write estimate: {'false' if estimate else 'true'}",
                )
            )
        return whole

    def _disagree(
        self,
        entry: Entry[Any],
        loc: Loc,
        value: Decimal,
        high: Decimal | None,
        unit: str,
        own: list[Figure],
        matches: int,
    ) -> None:
        """Says which of value and unit differs from the quote, or that it holds the figure twice or never."""
        stated = f"{value}{'-' + str(high) if high is not None else ''}{unit}"
        if matches > 1:
            self.problems.append(
                entry.problem(
                    (*loc, "quote"),
                    FIGURE_AMBIGUOUS,
                    f"the quote holds {stated} {matches} times",
                    "shorten the quote so that it holds the figure once",
                )
            )
            return
        read = "; ".join(_say(f) for f in own) or "no figure"
        for figure in own:
            if (figure.quantity.value, figure.quantity.high) == (value, high):
                self.problems.append(
                    entry.problem(
                        (*loc, "unit"),
                        FIGURE_UNIT,
                        f"unit is “{unit}”, but the quote reads {_say(figure)}",
                        f"write unit: {figure.quantity.unit}",
                    )
                )
                return
        self.problems.append(
            entry.problem(
                (*loc, "value"),
                FIGURE_VALUE,
                f"the value is {stated}, but the quote reads {read}",
                "compare the value with the quote",
            )
        )

    def _change(self, entry: Entry[Any], loc: Loc, change: Change, found: Found) -> Figure | None:
        """Check 2 for the growth beside a figure: same sentence, same value, rising or falling as stated."""
        unit = self._known(entry, loc, change.unit)
        if unit is None:
            return None
        verb = ("growth", "improvement", "multiple") if change.value >= 0 else ("decline",)
        for figure in self.figures(found.block):
            if not (found.start <= figure.start and figure.end <= found.end):
                continue
            read = figure.quantity
            if read.value == abs(change.value) and read.unit == unit and read.kind in verb:
                if read.bound == change.bound:
                    return figure
                self.problems.append(
                    entry.problem(
                        (*loc, "bound") if change.bound != "exact" else loc,
                        FIGURE_BOUND,
                        f"the bound of the change is {change.bound}, but “{figure.text}” in the quote "
                        f"reads {figure.quantity.bound}",
                        f"write bound: {figure.quantity.bound}",
                    )
                )
                return None
        self.problems.append(
            entry.problem(
                loc,
                FIGURE_CHANGE,
                f"the quote does not state a change of {change.value}{change.unit}",
                "growth is written above zero, a decline below; the quote must hold it",
            )
        )
        return None


def _alike(one: Figure, other: Figure) -> bool:
    """Whether two figures state the same quantity; a rise and a level of one size are alike here."""
    return replace(one.quantity, kind="level") == replace(other.quantity, kind="level")


def _say(figure: Figure) -> str:
    """A figure in a diagnostic: “超过5.4万元” (more_than, estimate)."""
    marks: list[str] = [figure.quantity.bound] if figure.quantity.bound != "exact" else []
    if figure.quantity.kind not in ("level", "all", "first"):
        marks.append(figure.quantity.kind)
    if figure.quantity.estimate:
        marks.append("estimate")
    return f"“{figure.text}”" + (f" ({', '.join(marks)})" if marks else "")
