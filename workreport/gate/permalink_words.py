"""The gate, check 7: of two items of one sentence, the record has words by which each is known. Pure.

The sentence alone would let their ids change places. Where two metrics, or two commitments, of a year begin in one sentence,
the entry of each has `words`: how the item's own run begins, as far as no other run of that sentence holds it. A run that
lies within another, as a part of it, is told by the other's words alone; two that are equal by none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from workreport.content import ItemId, Permalink, dense
from workreport.diagnostics import Code, Diagnostic, Message, say
from workreport.gate.context import Context, Place
from workreport.gate.rule import Rule

PERMALINK_WORDS = Code(
    "permalink-words", say("The words by which an id of a shared sentence is known are not its own.")
)

Shared = tuple[str, int, str]
"""Kind, year and sentence."""
LEAST = 4
"""Characters that recorded words have at least, where the run is as long."""
_CUT = re.compile(r"[\w.%][\w.%]", re.ASCII)
"""Where words would end within a number, or within a word in Latin letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """What the metrics and commitments quote, each its own run: `of`, else the quote."""

    texts: Mapping[ItemId, str]
    """As the source has them; of those whose quote was found."""
    sentences: Mapping[ItemId, str]
    places: Mapping[ItemId, Place]
    together: Mapping[Shared, Mapping[ItemId, str]]
    """The runs without white space, by what items share."""
    unfound: frozenset[tuple[str, int]] = field(default=frozenset())
    """Kinds and years of items whose quote was refused: they may share any sentence."""

    def others(self, page: ItemId) -> Mapping[ItemId, str]:
        """The other runs of its kind, year and sentence that differ from its own, without white space."""
        own = dense(self.texts[page])
        return {
            other: run for other, run in self.together[page.kind, page.year, self.sentences[page]].items() if run != own
        }

    def confused(self, page: ItemId, words: str) -> ItemId | None:
        """The first other item whose run holds the words too, though not the item's whole run."""
        own, sought = dense(self.texts[page]), dense(words)
        return next((other for other, run in self.others(page).items() if sought in run and own not in run), None)

    def words(self, page: ItemId) -> str | None:
        """What its entry needs: the shortest beginning of its run that is its own; None where it shares no sentence."""
        if page not in self.texts or not self.others(page):
            return None
        text = self.texts[page]
        return next(
            (
                text[:end]
                for end in range(LEAST, len(text))
                if text[end - 1].isalnum()
                and not _CUT.match(text, end - 1)
                and len(dense(text[:end])) >= LEAST
                and not self.confused(page, text[:end])
            ),
            text,
        )


def runs(context: Context) -> Runs:
    """The runs of all metrics and commitments."""
    texts, sentences, places, unfound = {}, {}, {}, set()
    together: dict[Shared, dict[ItemId, str]] = {}
    for reading in context.readings:
        for item in reading.labelled:
            at = item.located
            if at is None:
                unfound.add((item.id.kind, item.id.year))
            elif item.id not in texts:  # an id that stands twice is refused for that
                texts[item.id] = text = at.own.of(at.block.text)
                together.setdefault((item.id.kind, item.id.year, at.sentence), {})[item.id] = dense(text)
                sentences[item.id] = at.sentence
                places[item.id] = Place(entry=item.place.entry, loc=(*item.place.loc, "id"))
    return Runs(texts=texts, sentences=sentences, places=places, together=together, unfound=frozenset(unfound))


def written(words: str | None) -> str:
    """The field as an entry has it; nothing where it has none. In quotes where YAML might read something else."""
    if words is None:
        return ""
    plain = re.fullmatch(r"\w[\w ]*", words) and not words.isascii()
    return f"words: {words if plain else json.dumps(words, ensure_ascii=False)}"


def faults(context: Context) -> Iterator[Diagnostic]:
    """Entries whose words are not those of their item, are missing, tell nothing, or are not needed."""
    if not context.complete:
        return
    record, known = context.content.permalinks, runs(context)
    for index, link in enumerate(record.value.permalinks):
        page = ItemId.parse(link.id)
        place = Place(entry=record, loc=("permalinks", index))
        if link.moved_to and link.words:
            yield from _moved(known, link, ItemId.parse(link.moved_to), place)
        if known.sentences.get(page) != link.sentence or link.moved_to or link.retired:
            continue  # it has no page, or permalinks has said what is wrong
        if link.words is not None and dense(link.words) not in dense(known.texts[page]):
            message = say(
                "{page} is recorded for “{words}”, which its quote does not hold", page=page, words=link.words
            )
            yield known.places[page].problem((), PERMALINK_WORDS, message, _theirs(known, page, link))
        elif link.first is None:  # what was published never changes
            yield from _unfit(known, page, link, place)


def _theirs(known: Runs, page: ItemId, link: Permalink) -> Message:
    """What to do where the words are not those of the item."""
    words = dense(link.words or "")
    holder = next((other for other, run in known.others(page).items() if words in run), None)
    if holder:
        return say("{holder} holds it: were the two ids exchanged?", holder=holder)
    if link.first is None and (own := known.words(page)):
        return say("if the id means what it did, write in permalinks.yaml {words}", words=written(own))
    return say("an id means one promise for ever: choose another id for another one")


def _moved(known: Runs, link: Permalink, moved_to: ItemId, place: Place) -> Iterator[Diagnostic]:
    """Whether an id moved to what it was, and not to another item of its sentence."""
    words = link.words or ""
    if known.sentences.get(moved_to) == link.sentence and dense(words) not in dense(known.texts[moved_to]):
        message = say(
            "{page} stood for “{words}”, and the quote of {moved_to} does not hold it",
            page=link.id,
            words=words,
            moved_to=moved_to,
        )
        hint = say("an id moves to the one that has its words; otherwise write retired: and what happened")
        yield place.problem(("moved_to",), PERMALINK_WORDS, message, hint)


def _unfit(known: Runs, page: ItemId, link: Permalink, place: Place) -> Iterator[Diagnostic]:
    """What is wrong with the words of an entry that is not published yet."""
    others, words = known.others(page), link.words
    if words is None and others:
        message = say(
            "{page} shares {at} with {other} and has no words", page=page, at=link.sentence, other=min(others)
        )
        line = f"  - {{id: {page}, code: {link.code}, sentence: {link.sentence}, {written(known.words(page))}}}"
        yield place.problem(("id",), PERMALINK_WORDS, message, say("write in place of this line:{line}", line=line))
    elif words is not None and not others and (page.kind, page.year) not in known.unfound:
        message = say("{page} shares {at} with no other item of its kind", page=page, at=link.sentence)
        yield place.problem(("words",), PERMALINK_WORDS, message, say("leave out words:"))
    elif words is not None and (other := known.confused(page, words)):
        message = say("the quote of {other} holds “{words}” too", other=other, words=words)
        hint = say("write {words}", words=written(known.words(page)))
        yield place.problem(("words",), PERMALINK_WORDS, message, hint)


RULE = Rule(key="permalink_words", check="permalinks", codes=(PERMALINK_WORDS,), faults=faults)
