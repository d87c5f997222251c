"""The gate, check 7: an id once published may move or retire, but never vanish or be used for another thing. Pure.

`content/permalinks.yaml` records each published id with the sentence of the source that its quote begins in; since the
source text never changes, that sentence tells whether an id still means the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from workreport.content import Entry, ItemId, Permalink, Permalinks, PublishedAddress
from workreport.diagnostics import Code, Diagnostic, Message, did_you_mean, say
from workreport.gate.context import Context, Place
from workreport.gate.permalink_words import runs, written
from workreport.gate.rule import Rule
from workreport.gate.short_codes import fresh_codes

PERMALINK_VANISHED = Code("permalink-vanished", say("A published id is gone."))
PERMALINK_REUSED = Code("permalink-reused", say("A published id now means something else."))
PERMALINK_TARGET = Code("permalink-target", say("A moved id leads to nothing."))
PERMALINK_DUPLICATE = Code("permalink-duplicate", say("An id is recorded twice."))
PERMALINK_UNRECORDED = Code("permalink-unrecorded", say("An id is not recorded yet."))

L = TypeVar("L", Permalink, PublishedAddress)
Meaning = tuple[str, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """An address that the content makes now."""

    place: Place
    """Of its id."""
    sentence: str | None
    """The one in which its quote begins; "" where it has no quote, None where the quote was refused."""


def faults(context: Context) -> Iterator[Diagnostic]:
    """What the record and the content say differently."""
    if not context.complete:
        return  # what stands in a text that could not be read is not gone
    record = context.content.permalinks
    fresh, known = fresh_codes(record.value.permalinks), runs(context)

    def coded_line(page: ItemId, sentence: str, former: Permalink | None) -> str:
        # A renamed page keeps its code: it stands in print, and means the same promise.
        code, words = former.code if former else fresh(page), _words(known.words(page))
        return f"  - {{id: {page}, code: {code}, sentence: {sentence}{words}}}"

    def line(page: ItemId, sentence: str, former: PublishedAddress | None) -> str:
        return f"  - {{id: {page}{f', sentence: {sentence}' if sentence else ''}}}"

    made = dict(_made(context))
    coded = {page: made[page] for page in made if page.kind in ("metric", "commitment")}
    others = {page: made[page] for page in made if page not in coded}
    yield from _faults(record, "permalinks", record.value.permalinks, coded, coded_line)
    yield from _faults(record, "addresses", record.value.addresses, others, line)


def _made(context: Context) -> Iterator[tuple[ItemId, _Made]]:
    """Every address that the content makes; of topics those that something has."""
    for reading in context.readings:
        for item in (*reading.labelled, *reading.targets):
            place = Place(entry=item.place.entry, loc=(*item.place.loc, "id"))
            at = item.located
            yield item.id, _Made(place=place, sentence=at.sentence if at else None)
    content = context.content
    tasks = {(raw.goal_year, entry.value.id) for raw in content.cycles for entry in raw.tasks}
    for raw in content.cycles:
        for review in raw.review:
            page = ItemId.of_review(raw.outcome_year, review.value.id, tasks)
            yield page, _Made(place=Place(entry=review, loc=("id",)), sentence="")
        for entry in raw.tasks:
            page = ItemId("section", raw.goal_year, entry.value.id)
            yield page, _Made(place=Place(entry=entry, loc=("id",)), sentence="")
    used = {topic for reading in context.readings for item in reading.labelled for topic in item.value.topics}
    for index, topic in enumerate(content.site.value.topics):
        if topic.id in used:
            place = Place(entry=content.site, loc=("topics", index, "id"))
            yield ItemId("topic", 0, topic.id), _Made(place=place, sentence="")


def _kind(page: ItemId) -> tuple[str, int]:
    """What an id names, and of which year; a section is one, of either part."""
    return "section" if page.kind == "review" else page.kind, page.year


def _meaning(page: ItemId, sentence: str | None) -> Meaning:
    """What an id stands for. A new one that alone stands for what one that is gone stood for is its new name."""
    return *_kind(page), sentence or ""


def _grouped(pages: Iterable[tuple[ItemId, str | None]]) -> Mapping[Meaning, list[ItemId]]:
    """Ids, given with their sentences, by what they stand for."""
    found: dict[Meaning, list[ItemId]] = {}
    for page, sentence in pages:
        found.setdefault(_meaning(page, sentence), []).append(page)
    return found


def _faults(
    record: Entry[Permalinks],
    field: str,
    links: Sequence[L],
    made: Mapping[ItemId, _Made],
    line: Callable[[ItemId, str, L | None], str],
) -> Iterator[Diagnostic]:
    """Problems of one list of the record. `line` writes the entry of an id, its sentence, and the entry that it had
    under its former id.
    """
    recorded: dict[ItemId, L] = {}
    for index, link in enumerate(links):
        page = ItemId.parse(link.id)
        if page in recorded:
            message = say("{page} is recorded twice", page=page)
            yield record.problem((field, index, "id"), PERMALINK_DUPLICATE, message, say("keep the first entry"))
        recorded.setdefault(page, link)
    unrecorded = [page for page in made if page not in recorded]
    new = _grouped((page, made[page].sentence) for page in unrecorded)
    vanished = _grouped(
        (page, link.sentence)
        for page, link in recorded.items()
        if page not in made and not (link.moved_to or link.retired)
    )
    places = {id(link): Place(entry=record, loc=(field, index)) for index, link in enumerate(links)}
    for page, link in recorded.items():
        place = places[id(link)]
        if page not in made and not (link.moved_to or link.retired):
            hint = _what_to_write(page, link, new.get(_meaning(page, link.sentence), ()), unrecorded)
            message = say("{page} was published and is gone", page=page)
            yield place.problem(("id",), PERMALINK_VANISHED, message, hint)
        elif page in made:
            yield from _reused(page, link, made[page])
        if link.moved_to is not None:
            yield from _target(place, link, ItemId.parse(link.moved_to), made, recorded)
    for page in unrecorded:
        sentence = made[page].sentence
        if sentence is None:
            continue
        meaning = _meaning(page, sentence)
        before = vanished.get(meaning, ())
        former = recorded[before[0]] if len(before) == 1 and len(new[meaning]) == 1 else None
        message = say("{page} is not recorded yet", page=page)
        hint = say("add to permalinks.yaml under {field}:{line}", field=field, line=line(page, sentence, former))
        yield made[page].place.problem((), PERMALINK_UNRECORDED, message, hint)


def _reused(page: ItemId, link: Permalink | PublishedAddress, made: _Made) -> Iterator[Diagnostic]:
    """Whether an id that is in use may be, and means what it meant."""
    if made.sentence is None:
        return  # the quote was refused: its sentence is unknown, not changed
    if link.moved_to or link.retired:
        message = say("{page} was retired and may not be used again", page=page)
        yield made.place.problem((), PERMALINK_REUSED, message, say("choose another id"))
    elif made.sentence != (link.sentence or ""):
        message = say(
            "{page} was published for {was}; its quote now begins in {now}",
            page=page,
            was=link.sentence or say("no sentence"),
            now=made.sentence or say("none"),
        )
        hint = say("an id means one promise for ever: choose another id for another one")
        yield made.place.problem((), PERMALINK_REUSED, message, hint)


def _target(
    place: Place, link: L, moved_to: ItemId, made: Mapping[ItemId, _Made], recorded: Mapping[ItemId, L]
) -> Iterator[Diagnostic]:
    """Whether a moved id leads to what it was, and to what exists. A metric may become a commitment."""
    page = ItemId.parse(link.id)
    if page.kind not in ("metric", "commitment") and _kind(moved_to) != _kind(page):
        message = say("{moved_to} is not what {page} was", moved_to=moved_to, page=page)
        hint = say("a target moves to a target of its year, a section to a section of it, a topic to a topic")
        yield place.problem(("moved_to",), PERMALINK_TARGET, message, hint)
    elif moved_to not in made:
        onward = recorded[moved_to].moved_to if moved_to in recorded else None
        if onward and ItemId.parse(onward) in made:
            hint = say("it moved on: write {onward}", onward=onward)
        else:
            hint = did_you_mean(str(moved_to), map(str, made)) or say("name a page that exists")
        message = say("{moved_to} does not exist", moved_to=moved_to)
        yield place.problem(("moved_to",), PERMALINK_TARGET, message, hint)
    elif made[moved_to].sentence not in (None, link.sentence or ""):
        message = say(
            "{page} stood for {was}, and {moved_to} stands for {now}",
            page=page,
            was=link.sentence,
            moved_to=moved_to,
            now=made[moved_to].sentence,
        )
        hint = say("an id moves to the one of the same sentence; otherwise write retired: and what happened")
        yield place.problem(("moved_to",), PERMALINK_TARGET, message, hint)


def _what_to_write(
    page: ItemId, link: Permalink | PublishedAddress, renamed: Sequence[ItemId], unrecorded: Iterable[ItemId]
) -> Message:
    """The line for a vanished id. `renamed`: the new ids for what it stood for; `unrecorded`: all new ones."""
    code = f", code: {link.code}" if isinstance(link, Permalink) else ""
    sentence = f", sentence: {link.sentence}" if link.sentence else ""
    words = _words(link.words) if isinstance(link, Permalink) else ""
    first = f', first: "{link.first}"' if link.first else ""
    line = f"  - {{id: {page}{code}{sentence}{words}{first}"
    if link.sentence and len(renamed) == 1:
        moved = f"{line}, moved_to: {renamed[0]}}}"
        return say("restore it, or write in place of this line:{line}", line=moved)
    near = did_you_mean(str(page), [str(other) for other in unrecorded if _kind(other) == _kind(page)])
    what = say(
        "restore it, or write in place of this line what happened:{line}; or moved_to: with its new id instead of "
        "retired:",
        line=f"{line}, retired: {{zh: …, en: …}}}}",
    )
    return say("{near} {what}", near=near, what=what) if near else what


def _words(words: str | None) -> str:
    """The field behind others of an entry."""
    return f", {written(words)}" if words else ""


RULE = Rule(
    key="permalinks",
    check="permalinks",
    codes=(PERMALINK_VANISHED, PERMALINK_REUSED, PERMALINK_TARGET, PERMALINK_DUPLICATE, PERMALINK_UNRECORDED),
    faults=faults,
)
