"""The gate, check 5: a term is called as official English calls it, and its meaning adds no figure. Pure.

A term that the program's list has, or that holds a word of it, has one of its renderings, or `departs` says why not. What a
term means is no sentence of the report: it may count only what its name counts (双中心 are two), or what its rule says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workreport.content import schema
from workreport.diagnostics import Code, Diagnostic, say
from workreport.figures import READERS, chinese_values
from workreport.gate.context import Context, Place
from workreport.gate.rule import Rule

TERM_ENGLISH = Code("term-english", say("The English of a term is not the established one."))
TERM_DEPARTS = Code("term-departs", say("A term says why it departs from established English, and does not."))
TERM_FIGURE = Code("term-figure", say("The meaning of a term has a figure that its name lacks and no rule gives."))

_PAIRED = {"双": 2, "对": 2, "两": 2, "首": 1}


def faults(context: Context) -> Iterator[Diagnostic]:
    """Terms in other English, and meanings with figures of their own."""
    entry = context.content.glossary
    if entry is None or context.content.languages[0] != "zh":
        return
    for index, term in enumerate(entry.value.terms):
        place = Place(entry=entry, loc=("terms", index))
        if "en" in context.content.languages:
            yield from _english(place, term, context.content.established)
        yield from _figures(place, term, context)


def _english(place: Place, term: schema.Term, established: Mapping[str, tuple[str, ...]]) -> Iterator[Diagnostic]:
    english = " ".join((term.name["en"], *term.also)).lower()
    wanted = next(
        (
            renderings
            for word, renderings in established.items()
            if word in term.name.source and not any(one.lower() in english for one in renderings)
        ),
        None,
    )
    if wanted and term.departs is None:
        message = say("“{name}” is “{english}” in official English", name=term.name.source, english=wanted[0])
        hint = say("write it so, or say in `departs` why not")
        yield place.problem(("en",), TERM_ENGLISH, message, hint)
    elif not wanted and term.departs is not None:
        message = say("“{english}” departs from nothing in the program's list", english=term.name["en"])
        yield place.problem(("departs",), TERM_DEPARTS, message, say("take `departs` out"))


def _figures(place: Place, term: schema.Term, context: Context) -> Iterator[Diagnostic]:
    """A rule's own figures are nowhere to be checked: the page about the site says so."""
    if term.basis == "rule":
        return
    name = term.name.source
    counted = {int(value) for value in chinese_values(name)} | {_PAIRED[one] for one in name if one in _PAIRED}
    for figure in READERS[term.meaning.source_lang](term.meaning.source, context.units).figures:
        if figure.quantity.kind != "all" and figure.quantity.low_plain not in counted and figure.text not in name:
            message = say("the meaning says “{figure}”, which “{name}” does not", figure=figure.text, name=name)
            hint = say("take it out, or write basis: rule with the rule that says so")
            yield place.problem(("meaning", term.meaning.source_lang), TERM_FIGURE, message, hint)


RULE = Rule(key="glossary", check="languages", codes=(TERM_ENGLISH, TERM_DEPARTS, TERM_FIGURE), faults=faults)
