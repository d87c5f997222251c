"""What a translator should see beside a text: the sentence that it comes from, settled renderings, numbers. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workreport.content import Content, Found, Source, dense, is_copied
from workreport.exchange.unit import Unit
from workreport.figures import READERS, numerals
from workreport.i18n import language

_MANY = 2
"""Sentences that are shown of a text."""


class Hints:
    """The renderings of a content folder: its glossary, its places, then the program's list of official ones."""

    def __init__(self, content: Content) -> None:
        self._source, self._lang = content.languages[0], content.languages[-1]
        self._units = content.units
        named = [*(content.glossary.value.terms if content.glossary else ())]
        placed = [*(content.places.value.places if content.places else ())]
        pairs = {item.name.source: item.name[self._lang] for item in (*named, *placed)}
        known = {zh: said for zh, said in pairs.items() if not is_copied(zh, said)}
        official = {zh: " / ".join(said) for zh, said in content.established.items() if zh not in known}
        self.renderings = {**known, **official}

    def given(self, unit: Unit) -> Unit:
        """The unit with its hints."""
        return replace(unit, terms=tuple(self._terms(unit.source)), numbers=tuple(self._numbers(unit.source)))

    def _terms(self, text: str) -> Iterator[tuple[str, str]]:
        """The longest first where one holds another: 大直沽十号路 names no 直沽."""
        plain = dense(text)
        for zh in sorted(self.renderings, key=len, reverse=True):
            if dense(zh) in plain:
                plain = plain.replace(dense(zh), "，")
                yield zh, self.renderings[zh]

    def _numbers(self, text: str) -> Iterator[tuple[str, str]]:
        figures = READERS[self._source](text, self._units).figures
        printed = language(self._lang)
        for figure in figures:
            expected = " (expected)" if figure.quantity.estimate else ""
            yield figure.text, printed.figure_words(figure.quantity) + expected
        for start, end in numerals(text):
            if not any(figure.start < end and start < figure.end for figure in figures):
                yield text[start:end], text[start:end]


def quoted(quote: str, name: str, sources: Sequence[Source]) -> tuple[str, ...]:
    """The whole sentences that hold a quote; without one, the first sentence that holds the name; none without both."""
    wanted = dense(quote or name)
    for source in sources:
        if quote:
            found = Source.find(quote, source.paragraphs)
            if isinstance(found, Found):
                block = found.block
                inside = (one for one in block.sentences if one.start < found.end and found.start < one.end)
                return tuple(one.of(block.text).strip() for one in inside)[:_MANY]
        elif wanted:
            for block in source.paragraphs:
                if (at := block.dense.find(wanted)) >= 0:
                    start = block.run(at, at + len(wanted)).start
                    return (block.sentence_at(start).of(block.text).strip(),)
    return ()
