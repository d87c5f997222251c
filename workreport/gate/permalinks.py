"""The gate, check 7: an id once published may move or retire, but never vanish or be used for another thing.

`content/permalinks.yaml` records each published id with the sentence of the source that its quote begins
in; since the source text never changes, that sentence tells whether an id still means the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from workreport.content import Entry, Permalink, Permalinks, PublishedAddress
from workreport.diagnostics import Code, Diagnostic, did_you_mean

PERMALINK_CODE = Code("permalink-code", "A short code belongs to another page, or to another kind of page.")
PERMALINK_DUPLICATE = Code("permalink-duplicate", "An id is recorded twice.")
PERMALINK_REUSED = Code("permalink-reused", "A published id now means something else.")
PERMALINK_VANISHED = Code("permalink-vanished", "A published id is gone.")
PERMALINK_TARGET = Code("permalink-target", "A moved id leads to nothing.")
PERMALINK_UNRECORDED = Code("permalink-unrecorded", "An id is not recorded yet.")

Link = Permalink | PublishedAddress
L = TypeVar("L", Permalink, PublishedAddress)
Loc = tuple[str | int, ...]


def _about(place: tuple[Entry[Any], Loc], code: Code, message: str, hint: str) -> Diagnostic:
    """A diagnostic about an id in the content."""
    entry, loc = place
    return entry.problem(loc, code, message, hint)


def _series(page: str) -> str:
    """What the short codes of a page begin with: 2022/metrics/new-jobs has 2022-M."""
    return f"{page[:4]}-{'M' if page[5:].startswith('metrics') else 'C'}"


def _fresh(links: Iterable[Permalink]) -> Callable[[str], str]:
    """Gives a page the next short code of its series, each time another."""
    last: dict[str, int] = {}
    for link in links:
        series, number = link.code[:6], int(link.code[6:])
        last[series] = max(last.get(series, 0), number)

    def code(page: str) -> str:
        series = _series(page)
        last[series] = last.get(series, 0) + 1
        return f"{series}{last[series]:03}"

    return code


def code_faults(record: Entry[Permalinks]) -> list[Diagnostic]:
    """Short codes that two pages share, or that belong to another year or kind of page.

    A renamed page may keep its code: then the entry of the old id, which is moved to the new one, has it too.
    """
    problems = []
    owners: dict[str, str] = {}
    fresh = _fresh(record.value.permalinks)
    for index, link in enumerate(record.value.permalinks):
        message = ""
        if owners.setdefault(link.code, link.moved_to or link.id) != (link.moved_to or link.id):
            message = f"{link.code} is the code of {owners[link.code]} already"
        elif not link.code.startswith(_series(link.id)):
            message = f"{link.code} is no code for {link.id}"
        if message:
            hint = f"write {fresh(link.id)}, the next free one; a code never changes"
            problems.append(record.problem(("permalinks", index, "code"), PERMALINK_CODE, message, hint))
    return problems


def _line(link: Link) -> str:
    """An entry as it is written, but for what became of it, and open at its end."""
    code = f", code: {link.code}" if isinstance(link, Permalink) else ""
    sentence = f", sentence: {link.sentence}" if link.sentence else ""
    first = f', first: "{link.first}"' if link.first else ""
    return f"  - {{id: {link.id}{code}{sentence}{first}"


def _kind(page: str) -> str:
    """What an id names, and of which year: 2022/metrics, 2023/targets, 2023 for a section of either part, topics."""
    return page.rpartition("/")[0].removesuffix("/review")


def _meaning(page: str, sentence: str | None) -> tuple[str, str]:
    """What an id stands for. A new one that alone stands for what one that is gone stood for is its new name."""
    return _kind(page), sentence or ""


def _grouped(pages: Iterable[tuple[str, str | None]]) -> Mapping[tuple[str, str], list[str]]:
    """Ids, given with their sentences, by what they stand for."""
    found: dict[tuple[str, str], list[str]] = {}
    for page, sentence in pages:
        found.setdefault(_meaning(page, sentence), []).append(page)
    return found


def _what_to_write(link: Link, renamed: Sequence[str], unrecorded: Iterable[str]) -> str:
    """The line for a vanished id. `renamed`: the new ids for what it stood for; `unrecorded`: all new ones."""
    line = _line(link)
    if link.sentence and len(renamed) == 1:
        return f"restore it, or write in place of this line:{line}, moved_to: {renamed[0]}}}"
    near = did_you_mean(link.id, [page for page in unrecorded if _kind(page) == _kind(link.id)])
    return (
        f"{near + ' ' if near else ''}restore it, or write in place of this line what happened:"
        f"{line}, retired: {{zh: …, en: …}}}}; or moved_to: with its new id instead of retired:"
    )


def permalink_faults(
    record: Entry[Permalinks], present: Mapping[str, str], where: Mapping[str, tuple[Entry[Any], Loc]]
) -> list[Diagnostic]:
    """Problems of the record against the addresses that the content makes now.

    `present` maps each of them (2022/metrics/new-jobs, 2023/targets/new-jobs, topics/jobs) to the sentence of its
    quote, "" where it has none; `where` to the place of its id in the content.
    """
    fresh = _fresh(record.value.permalinks)

    def coded_line(page: str, sentence: str, former: Permalink | None) -> str:
        # A renamed page keeps its code: it stands in print, and means the same promise.
        return f"  - {{id: {page}, code: {former.code if former else fresh(page)}, sentence: {sentence}}}"

    def line(page: str, sentence: str, former: PublishedAddress | None) -> str:
        return f"  - {{id: {page}{f', sentence: {sentence}' if sentence else ''}}}"

    coded = {page: present[page] for page in present if _kind(page).endswith(("/metrics", "/commitments"))}
    others = {page: present[page] for page in present if page not in coded}
    return [
        *code_faults(record),
        *_faults(record, "permalinks", record.value.permalinks, coded, where, coded_line),
        *_faults(record, "addresses", record.value.addresses, others, where, line),
    ]


def _faults(
    record: Entry[Permalinks],
    field: str,
    links: Sequence[L],
    present: Mapping[str, str],
    where: Mapping[str, tuple[Entry[Any], Loc]],
    line: Callable[[str, str, L | None], str],
) -> list[Diagnostic]:
    """Problems of one list of the record. `line` writes the entry of an id, its sentence, and the entry that it had
    under its former id.
    """
    problems: list[Diagnostic] = []
    known: set[str] = set()
    recorded = {link.id: link for link in links}
    unrecorded = [page for page in present if page not in recorded]
    new = _grouped((page, present[page]) for page in unrecorded)
    vanished = _grouped(
        (link.id, link.sentence)
        for link in recorded.values()
        if link.id not in present and not (link.moved_to or link.retired)
    )
    for index, link in enumerate(links):
        loc = (field, index, "id")
        if link.id in known:
            problems.append(
                record.problem(loc, PERMALINK_DUPLICATE, f"{link.id} is recorded twice", "keep the first entry")
            )
            continue
        known.add(link.id)
        gone = link.moved_to is not None or link.retired is not None
        if gone and link.id in present:
            problems.append(
                _about(
                    where[link.id],
                    PERMALINK_REUSED,
                    f"{link.id} was retired and may not be used again",
                    "choose another id",
                )
            )
        elif not gone and link.id not in present:
            problems.append(
                record.problem(
                    loc,
                    PERMALINK_VANISHED,
                    f"{link.id} was published and is gone",
                    _what_to_write(link, new.get(_meaning(link.id, link.sentence), ()), unrecorded),
                )
            )
        elif not gone and present[link.id] != (link.sentence or ""):
            problems.append(
                _about(
                    where[link.id],
                    PERMALINK_REUSED,
                    f"{link.id} was published for {link.sentence or 'no sentence'}; "
                    f"its quote now begins in {present[link.id] or 'none'}",
                    "an id means one promise for ever: choose another id for another one",
                )
            )
        if isinstance(link, PublishedAddress) and link.moved_to and _kind(link.moved_to) != _kind(link.id):
            problems.append(
                record.problem(
                    (field, index, "moved_to"),
                    PERMALINK_TARGET,
                    f"{link.moved_to} is not what {link.id} was",
                    "a target moves to a target of its year, a section to a section of it, a topic to a topic",
                )
            )
        elif link.moved_to is not None and link.moved_to not in present:
            onward = recorded.get(link.moved_to)
            problems.append(
                record.problem(
                    (field, index, "moved_to"),
                    PERMALINK_TARGET,
                    f"{link.moved_to} does not exist",
                    f"it moved on: write {onward.moved_to}"
                    if onward and onward.moved_to in present
                    else did_you_mean(link.moved_to, present) or "name a page that exists",
                )
            )
    for page in unrecorded:
        meaning = _meaning(page, present[page])
        before = vanished.get(meaning, ())
        former = recorded[before[0]] if len(before) == 1 and len(new[meaning]) == 1 else None
        problems.append(
            _about(
                where[page],
                PERMALINK_UNRECORDED,
                f"{page} is not recorded yet",
                f"add to permalinks.yaml under {field}:{line(page, present[page], former)}",
            )
        )
    return problems
