"""A promise in a few words: the clause of it that promises, as it is printed. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workreport.draft.clauses import Clause
from workreport.draft.commitments.promises import kind_of
from workreport.figures import Figure, Quantity, Units, read_figures
from workreport.gate import names_head, without_figures

_NUMBER = re.compile("^(?:[一二三四五六七八九十]+[是要]|[（(][一二三四五六七八九十0-9]+[）)]|[0-9]+[.．、])")
_NOTE = re.compile("[（(〔](?:[0-9]{1,3}|注[0-9]{1,3})[）)〕]")
_LIST = re.compile("([^、，“”（）]{2,12})(?:、[^、，“”（）]{1,14}){2,}等(?=[^、，]{2})")
"""An enumeration that is one of examples: its first stands for all."""
_LONG = 30


def title_of(group: Sequence[Clause], figures: Sequence[Figure], units: Units) -> str:
    """The title of a promise: its clause with a number, else its first task, without its number in a list.

    `figures`: those of the promise. Where a shorter title would state another figure than the text does, or end in a word
    that this has not, it is a longer one.
    """
    counted = [clause for clause in group if any(clause.holds(figure) for figure in figures)]
    tasks = [clause for clause in group if kind_of(clause) in ("task", "statement")]
    chosen = (counted or tasks or [clause for clause in group if kind_of(clause) == "outcome"] or group)[0]
    quote = "，".join(clause.text for clause in group)
    plain = _NOTE.sub("", _NUMBER.sub("", chosen.text))
    short = _LIST.sub(r"\1等", plain) if len(plain) > _LONG else plain
    stated = {_level(figure) for figure in figures}
    for title in (short, plain, chosen.text, quote, *(clause.text for clause in group)):
        own = {_level(figure) for figure in read_figures(title, units)}
        if own <= stated and names_head(without_figures(title, units), quote):
            return title
    return quote


def _level(figure: Figure) -> Quantity:
    """What a title is held to: rise or level, it is the same number."""
    return replace(figure.quantity, kind="level")
