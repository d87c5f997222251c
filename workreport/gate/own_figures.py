"""The gate, check 9: every figure of the site's own words stands in the sentences that they speak of. Pure.

A title has the figures of its quote, bounds included. Any other text has those of its sentences, each beside a word that it
stands beside there too, and may count what the site itself lists. What is no figure (a year, an ordinal, a number in a
name) stands there as well; years may be those of the report. Plain words are held by `plain_words`, the other languages by
`languages` to the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from workreport.content import dense
from workreport.diagnostics import Code, Diagnostic, Message, say
from workreport.figures import READERS, Aside, Figure
from workreport.gate.context import Context
from workreport.gate.own_counts import counted
from workreport.gate.own_words import NAMES, OwnText, own_texts
from workreport.gate.rule import Rule
from workreport.gate.shared_words import pairs

TITLE_FIGURE = Code("title-figure", say("A title has a figure that its quote lacks."))
OWN_FIGURE = Code("own-figure", say("The site's own words have a figure that the sentences they speak of lack."))
OWN_COUNT = Code("own-count", say("The site's own words count what they list, or what the site has, wrongly."))
OWN_NUMERAL = Code("own-numeral", say("The site's own words have a year, an ordinal or a name that the report lacks."))

_YEAR = re.compile("(?:19|20)[0-9]{2}")
_MARKS = re.compile("[“”‘’《》「」（）()\"']")
_LOOSE = frozenset({"word", "note_marker", "list_marker", "unread", "denominator", "capacity"})
"""What is no claim outside a title: 一 of 统一, the (1) of a list, what the reader knows nothing of."""
_CLAUSE = re.compile("[，。；：！？、,;:]")
_RATES = {"增速": "增长", "增幅": "增长", "涨幅": "增长", "降幅": "下降"}
"""Nouns that the site uses for what the report says by a verb."""
_BRIEF = 4
"""Characters: a clause no longer than that (增长8.3%) only goes on about what the one before names."""


def faults(context: Context) -> Iterator[Diagnostic]:
    """Figures, counts and other numerals that are not the report's."""
    read = READERS[context.content.languages[0]]
    for own in own_texts(context):
        text = own.text.source
        reading = read(text, context.units)
        if own.kind != "plain":
            for figure in reading.figures:
                yield from _figure(own, text, figure)
        for aside in reading.asides:
            yield from _aside(own, aside)


def _figure(own: OwnText, text: str, figure: Figure) -> Iterator[Diagnostic]:
    title = own.kind == "title"
    if figure.quantity.kind == "all" and not title:
        return  # 全部市场主体 says which; that all is done is a claim of `achievement`
    true = None if title else counted(text, figure, own)
    if true is False:
        message = say("{what} counts “{figure}”, which is not so", what=NAMES[own.kind], figure=figure.text)
        yield _problem(own, OWN_COUNT, message, say("count again, or leave the number out"))
        return
    stated = [(other, block) for other, block in own.figures if _alike(figure, other, strict=title)]
    if true or any(title or _near(text, figure, block.text, other) for other, block in stated):
        return
    names = {"what": NAMES[own.kind], "figure": figure.text}
    if title:
        message = say("{what} says “{figure}”, which its quote does not", **names)
        yield _problem(
            own, TITLE_FIGURE, message, _closest(own, figure) or say("say it as the quote does, or leave it out")
        )
    elif stated:
        message = say("{what} says “{figure}” of something else than the report does", **names)
        yield _problem(own, OWN_FIGURE, message, say("name what it counts, as the report does"))
    else:
        message = say("{what} says “{figure}”, which the sentences that it speaks of do not", **names)
        yield _problem(own, OWN_FIGURE, message, _closest(own, figure) or say("take the figure out, or correct it"))


def _closest(own: OwnText, figure: Figure) -> Message | None:
    """The same number with other words round it, as it is printed."""
    for other, _ in own.figures:
        if other.quantity.value == figure.quantity.value and other.quantity.unit == figure.quantity.unit:
            return say("the report says “{figure}”: keep its bound and its 预计", figure=other.text)
    return None


def _alike(one: Figure, other: Figure, *, strict: bool) -> bool:
    """Whether two figures state the same quantity. A rise and a level of one size are alike here; 预计 must stand in a
    title, and may stand elsewhere in a sentence."""
    estimate = one.quantity.estimate if strict else other.quantity.estimate
    return replace(one.quantity, kind="level", estimate=estimate) == replace(other.quantity, kind="level")


def _near(text: str, figure: Figure, source: str, other: Figure) -> bool:
    """Whether the two figures have a word beside them in common."""
    return bool(set(_beside(text, figure)) & set(_beside(source, other)))


def _beside(text: str, figure: Figure) -> Iterator[str]:
    """The pairs of characters before a figure and after it in its clause; its own unit is no such word."""
    *earlier, before = _CLAUSE.split(text[: figure.start])
    if len(before) <= _BRIEF and earlier:
        before = f"{earlier[-1]}，{before}"
    words = f"{before}，{_CLAUSE.split(text[figure.end :], maxsplit=1)[0]}"
    for noun, verb in _RATES.items():
        words = words.replace(noun, verb)
    return pairs(words)


def _aside(own: OwnText, aside: Aside) -> Iterator[Diagnostic]:
    """A numeral that is no figure, and stands in no sentence that the text speaks of."""
    if aside.reason in _LOOSE and (own.kind != "title" or aside.reason != "word"):
        return
    run = _MARKS.sub("", dense(aside.text))
    if own.kind == "plain" and aside.reason == "name" and not re.search("[0-9]", run):
        return  # its own words in quotation marks
    said = _MARKS.sub("", own.said)
    if run in said:
        return
    raw = own.reading.raw
    if aside.reason == "date":
        whole = {str(raw.outcome_year), str(raw.goal_year), *_YEAR.findall(own.said)}
        years = _YEAR.findall(run)
        if years and set(years) <= whole and re.fullmatch("(?:19|20)[0-9]{2}年?度?", run):
            return
        if any(run in block.dense for block in own.reading.source.blocks):
            return
    message = say("{what} says “{run}”, which the report does not say there", what=NAMES[own.kind], run=aside.text)
    yield _problem(own, OWN_NUMERAL, message, say("write it as the report prints it, or take it out"))


def _problem(own: OwnText, code: Code, message: Message, hint: Message) -> Diagnostic:
    return own.place.problem((*own.at, own.text.source_lang), code, message, hint)


RULE = Rule(
    key="own_figures", check="own_words", codes=(TITLE_FIGURE, OWN_FIGURE, OWN_COUNT, OWN_NUMERAL), faults=faults
)
