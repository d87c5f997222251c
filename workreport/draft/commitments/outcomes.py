"""The outcomes of the review that goals may be compared with, found again in the text. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from workreport.content import Block, Found, Run, Source, dense
from workreport.draft.drafted import Tree
from workreport.figures import Figure, Units, read_figures
from workreport.gate import Said, said_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A metric with what its text says of its figure."""

    id: str
    title: str
    figure: Figure
    change: Figure | None
    """Growth beside it."""
    own: str
    """The run that speaks of it, without white space."""
    said: Said
    """What its clause says of it."""
    dated: bool
    """Whether it speaks of another time than its year."""


def outcomes(sections: Iterable[tuple[Sequence[Block], Sequence[Tree]]], units: Units) -> tuple[Outcome, ...]:
    """Those metrics whose quote stands once in the paragraphs of their section and reads as they say."""
    return tuple(one for blocks, section in sections for metric in section for one in _outcome(blocks, units, metric))


def _outcome(blocks: Sequence[Block], units: Units, metric: Tree) -> Iterator[Outcome]:
    found = Source.find(metric["quote"], blocks)
    if not isinstance(found, Found):
        return
    run = found.inside(metric["of"]) if metric.get("of") else found
    if not isinstance(run, Run):
        return
    figures = read_figures(found.block.text, units)
    own = [one for one in figures if run.holds(one) and _is(one, metric)]
    if not own:
        return
    figure = own[0]
    change = metric.get("change")
    grown = [one for one in figures if change and found.holds(one) and one is not figure and _is(one, change)]
    text = found.block.text
    yield Outcome(
        id=metric["id"],
        title=metric["title"]["zh"],
        figure=figure,
        change=grown[0] if grown else None,
        own=dense(run.of(text)),
        said=said_of(text, run, figure),
        dated="period" in metric,
    )


def _is(figure: Figure, stated: Tree) -> bool:
    """Whether a figure is of the value, in the unit, that a tree states."""
    value = abs(Decimal(str(stated["value"])))
    return figure.quantity.value == value and figure.quantity.unit.printed == stated["unit"]
