"""The gate: what residents type leads to something that the site has, and stands once. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from workreport.content import Entry, ItemId, schema
from workreport.diagnostics import Code, Diagnostic, did_you_mean, listed, say
from workreport.gate.context import Context, Loc
from workreport.gate.rule import Rule

SYNONYM_TARGET = Code("synonym-target", say("A synonym leads to something that the site does not have."))
SYNONYM_TWICE = Code("synonym-twice", say("A word that residents type stands in two synonyms."))


def faults(context: Context) -> Iterator[Diagnostic]:
    """Synonyms that lead nowhere, and words that would lead to two places."""
    entry = context.content.search
    if entry is None:
        return
    text = _text(context)
    used = {topic for reading in context.readings for item in reading.labelled for topic in item.value.topics}
    sections = _sections(context)
    seen: dict[str, int] = {}
    for index, synonym in enumerate(entry.value.synonyms):
        loc: Loc = ("synonyms", index)
        yield from _twice(entry, loc, synonym, seen)
        if not (synonym.words or synonym.topics or synonym.sections):
            message = say("“{typed}” leads to nothing", typed=synonym.typed[0])
            hint = say("name words of the report, topics or sections; where the report says nothing, take it out")
            yield entry.problem((*loc, "typed"), SYNONYM_TARGET, message, hint)
        if not context.complete:
            continue  # what leads nowhere may stand in a report that could not be read
        for at, word in enumerate(synonym.words):
            if not _stands(word, text):
                message = say("neither the report nor its translation has “{word}”", word=word)
                hint = say("a synonym leads to words as they are printed; take it out where there are none")
                yield entry.problem((*loc, "words", at), SYNONYM_TARGET, message, hint)
        for at, name in enumerate(synonym.topics):
            if name not in used:
                message = say("no outcome and no commitment has the topic “{name}”", name=name)
                hint = did_you_mean(name, used) or say("topics: {topics}", topics=listed(sorted(used)))
                yield entry.problem((*loc, "topics", at), SYNONYM_TARGET, message, hint)
        for at, name in enumerate(synonym.sections):
            if name not in sections:
                message, hint = say("there is no section {name}", name=name), did_you_mean(name, sections)
                yield entry.problem((*loc, "sections", at), SYNONYM_TARGET, message, hint)


def _twice(
    entry: Entry[schema.Search], loc: Loc, synonym: schema.Synonym, seen: dict[str, int]
) -> Iterator[Diagnostic]:
    for at, typed in enumerate(synonym.typed):
        line = entry.at(*loc, "typed", at)[1]
        key = "".join(_folded(typed).split())
        if key not in seen:
            seen[key] = line
        else:
            message = say("“{typed}” stands in line {line} already", typed=typed, line=seen[key])
            yield entry.problem((*loc, "typed", at), SYNONYM_TWICE, message, say("keep one of the two"))


def _text(context: Context) -> str:
    """All that the reports and their translations say."""
    sources = (block.dense for reading in context.readings for block in reading.source.blocks)
    raw = (text.text for reading in context.readings for text in reading.raw.translations.values())
    return _folded("\n".join([*sources, *raw]))


def _stands(word: str, text: str) -> bool:
    """As the search finds it: Chinese anywhere, with or without spaces; other writing where a word begins."""
    folded = _folded(word)
    if not folded.isascii():
        return "".join(folded.split()) in text
    parts = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", folded.strip())))
    return re.search(rf"(?<![a-z0-9]){parts}", text) is not None


def _sections(context: Context) -> set[str]:
    cycles = context.content.cycles
    tasks = frozenset((cycle.goal_year, entry.value.id) for cycle in cycles for entry in cycle.tasks)
    review = {
        str(ItemId.of_review(cycle.outcome_year, entry.value.id, tasks)) for cycle in cycles for entry in cycle.review
    }
    return review | {str(ItemId("section", year, name)) for year, name in tasks}


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


RULE = Rule(key="synonyms", check=None, codes=(SYNONYM_TARGET, SYNONYM_TWICE), faults=faults)
