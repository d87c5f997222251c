"""The gate, check 5: each line of a translation is that of its own line of the source. Pure.

Numbers, negation and direction are held by parity, sentence by sentence. Here a line is held against what only the whole
content knows: its glossary, its places, its neighbours, and how long its translations are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from workreport.content import Source, Translation, is_copied, schema
from workreport.diagnostics import Code, Diagnostic, Message, say
from workreport.figures import SPEAKS_OF, topics
from workreport.gate.context import Context
from workreport.gate.rule import Rule
from workreport.gate.verified import Names

ENGLISH_TERM = Code("english-term", say("A translated line lacks a term of the glossary as the glossary renders it."))
ENGLISH_NAME = Code("english-name", say("A translated line names what the source does not name there."))
ENGLISH_SWAPPED = Code("english-swapped", say("Two lines of a translation seem to have changed places."))
ENGLISH_LENGTH = Code("english-length", say("A translated line is far too long or too short for its source."))

_HAN = re.compile("[\u4e00-\u9fff]+")
_BRACKETS = re.compile(r"\s*[（(][^()（）]*[\u4e00-\u9fff][^()（）]*[)）]")
"""A name in the characters of the source, which stands behind its English: Sixth Avenue (第六大道)."""
_WORD = re.compile("[\u4e00-\u9fff]|[0-9A-Za-z.]+")
_LONG = 10
"""Characters of a line from which its length says something."""
_MANY = 12
"""Lines of which the usual length is known."""
_FACTOR = 2.75
"""By how much a line may be longer or shorter than is usual; a true line of a report comes to 2.1."""
_MARGIN = 2
"""How many subjects more two lines must share crosswise than straight."""


@dataclass(frozen=True, kw_only=True)
class _Line:
    """A heading or a sentence, and its translation."""

    id: str
    source: str
    said: str

    @cached_property
    def plain(self) -> str:
        """The translation without names in brackets, and as names are compared."""
        return _key(_BRACKETS.sub("", self.said))

    @cached_property
    def topics(self) -> frozenset[str]:
        """What the source speaks of."""
        return topics(self.source)


def faults(context: Context) -> Iterator[Diagnostic]:
    """Lines that are not those of their source."""
    names = context.names
    for reading in context.readings:
        for lang, translation in reading.translations.items():
            if lang not in SPEAKS_OF:
                continue  # its vocabulary is not known
            # A line that is still Chinese is refused for that alone.
            lines = [one for one in _lines(reading.source, translation) if not is_copied(one.source, one.said)]
            for line, code, message, hint in _faults(lines, names, lang):
                yield Diagnostic(
                    path=translation.path,
                    line=translation.lines[line.id][0],
                    column=1,
                    code=code,
                    message=say("{sentence}: {message}", sentence=line.id, message=message),
                    hint=hint,
                )


Fault = tuple[_Line, Code, Message, Message]


def _lines(source: Source, translation: Translation) -> Iterator[_Line]:
    for block in source.blocks:
        if block.level:
            yield _Line(id=block.id, source=block.dense, said=translation.text(block.id))
        else:
            for sentence in block.sentences:
                text = "".join(sentence.of(block.text).split())
                yield _Line(id=sentence.id, source=text, said=translation.text(sentence.id))


def _faults(lines: Sequence[_Line], names: Names, lang: str) -> Iterator[Fault]:
    terms = [
        (_dense(term.name.source), _forms(term, lang), term.name[lang]) for term in names.terms if _has(term, lang)
    ]
    places = [
        (_dense(place.name.source), _key(place.name[lang]), place.name[lang])
        for place in names.places
        if _has(place, lang)
    ]
    for line in lines:
        yield from _terms(line, terms)
        yield from _named(line, places)
    yield from _swapped(lines, lang)
    yield from _lengths(lines)


def _has(named: schema.Term | schema.Place, lang: str) -> bool:
    """Whether it is called anything in that language yet."""
    return not is_copied(named.name.source, named.name[lang])


def _dense(name: str) -> str:
    return "".join(name.split())


def _key(text: str) -> str:
    """A text as names are looked for in it: spaced, in lower case, without plurals and hyphens."""
    return " " + " ".join(re.sub(r"s\b", "", re.sub(r"[^\w'’]+", " ", text.casefold())).split()) + " "


def _forms(term: schema.Term, lang: str) -> list[str]:
    return [_key(form) for form in (term.name[lang], *term.also)]


def _terms(line: _Line, terms: Sequence[tuple[str, list[str], str]]) -> Iterator[Fault]:
    """Terms of the glossary that the line renders otherwise than the glossary says. One inside a longer one is that one."""
    here = [(zh, forms, name) for zh, forms, name in terms if zh and zh in line.source]
    for zh, forms, name in here:
        longer = any(zh in other and zh != other for other, *_ in here)
        if not longer and not any(form in line.plain for form in forms):
            message = say("“{term}” is not rendered as the glossary has it", term=zh)
            hint = say("write “{name}”, or add the other form to also: of the term", name=name)
            yield line, ENGLISH_TERM, message, hint


def _named(line: _Line, places: Sequence[tuple[str, str, str]]) -> Iterator[Fault]:
    """Names in brackets that the source does not have there, and places named for others."""
    for match in _HAN.finditer(line.said):
        if match[0] not in line.source:
            message = say("it has “{name}”, which the source does not name there", name=match[0])
            yield line, ENGLISH_NAME, message, say("write the name that the source has")
            return
    here = [(zh, said) for zh, said, _ in places if zh in line.source]
    if not here:
        return
    text = line.plain
    lost = [zh for zh, said in here if said not in text and not any(zh != other and zh in other for other, _ in here)]
    for _, said in sorted(here, key=lambda place: -len(place[1])):
        text = text.replace(said, " ")
    strange = next((name for zh, said, name in places if zh not in line.source and said in text), None)
    if lost and strange:
        message = say("it names “{name}”, and the source “{place}”", name=strange, place=lost[0])
        yield line, ENGLISH_NAME, message, say("write the name that the source has")


def _swapped(lines: Sequence[_Line], lang: str) -> Iterator[Fault]:
    """Neighbours of which each speaks of what the other should."""
    speaks = SPEAKS_OF[lang]

    def share(source: _Line, said: _Line) -> int:
        return sum(speaks(topic, said.said) for topic in source.topics)

    for line, other in pairwise(lines):
        straight = share(line, line) + share(other, other)
        if len(line.topics) + len(other.topics) < straight + _MARGIN:
            continue
        if share(line, other) + share(other, line) >= straight + _MARGIN:
            message = say("it reads like the translation of {other}, and that like this one's", other=other.id)
            yield line, ENGLISH_SWAPPED, message, say("put each line beside its own")


def _lengths(lines: Sequence[_Line]) -> Iterator[Fault]:
    """Lines far from the length that translations of this text have."""
    sizes = [(line, len(_BRACKETS.sub("", line.said)) / words) for line, words in _sized(lines) if words >= _LONG]
    if len(sizes) < _MANY:
        return
    usual = median(size for _, size in sizes)
    for line, size in sizes:
        if not usual / _FACTOR <= size <= usual * _FACTOR:
            message = (
                say("it is much too long for its source")
                if size > usual
                else say("it is much too short for its source")
            )
            yield line, ENGLISH_LENGTH, message, say("translate the whole line, and nothing else")


def _sized(lines: Sequence[_Line]) -> Iterator[tuple[_Line, int]]:
    return ((line, len(_WORD.findall(line.source))) for line in lines)


RULE = Rule(
    key="lines",
    check="languages",
    codes=(ENGLISH_TERM, ENGLISH_NAME, ENGLISH_SWAPPED, ENGLISH_LENGTH),
    faults=faults,
)
