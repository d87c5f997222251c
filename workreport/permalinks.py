"""The gate, check 7: an id once published may move or retire, but never vanish or be used for another thing.

`content/permalinks.yaml` records each published page with the sentence of the source that its quote
begins in; since the source text never changes, that sentence tells whether an id still means the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from workreport.errors import Diagnostic, did_you_mean
from workreport.load import Entry
from workreport.model import Permalink, Permalinks

Loc = tuple[str | int, ...]


def _about(place: tuple[Entry[Any], Loc], code: str, message: str, hint: str) -> Diagnostic:
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
    """Short codes that two pages share, or that belong to another year or kind of page."""
    problems = []
    owners: dict[str, str] = {}
    fresh = _fresh(record.value.permalinks)
    for index, link in enumerate(record.value.permalinks):
        message = ""
        if owners.setdefault(link.code, link.id) != link.id:
            message = f"{link.code} is the code of {owners[link.code]} already"
        elif not link.code.startswith(_series(link.id)):
            message = f"{link.code} is no code for {link.id}"
        if message:
            hint = f"write {fresh(link.id)}, the next free one; a code never changes"
            problems.append(record.problem(("permalinks", index, "code"), "permalink-code", message, hint))
    return problems


def _what_to_write(link: Permalink, unrecorded: Mapping[str, str]) -> str:
    """The line for a vanished id. A new page of the same kind for the same sentence is its new name."""
    renamed = [page for page, sentence in unrecorded.items() if sentence == link.sentence and page[:6] == link.id[:6]]
    first = f', first: "{link.first}"' if link.first else ""
    line = f"  - {{id: {link.id}, code: {link.code}, sentence: {link.sentence}{first}"
    if len(renamed) == 1:
        return f"restore it, or write in place of this line:{line}, moved_to: {renamed[0]}}}"
    near = did_you_mean(link.id, unrecorded)
    return (
        f"{near + ' ' if near else ''}restore it, or write in place of this line what happened:"
        f"{line}, retired: {{zh: …, en: …}}}}; or moved_to: with its new id instead of retired:"
    )


def permalink_faults(
    record: Entry[Permalinks], present: Mapping[str, str], where: Mapping[str, tuple[Entry[Any], Loc]]
) -> list[Diagnostic]:
    """Problems of the record against the pages that the content makes now.

    `present` maps each page (2022/metrics/new-jobs) to the sentence of its quote; `where` to the place of
    its id in the content.
    """
    problems: list[Diagnostic] = code_faults(record)
    known: set[str] = set()
    recorded = {link.id: link for link in record.value.permalinks}
    for index, link in enumerate(record.value.permalinks):
        loc = ("permalinks", index, "id")
        if link.id in known:
            problems.append(
                record.problem(loc, "permalink-duplicate", f"{link.id} is recorded twice", "keep the first entry")
            )
            continue
        known.add(link.id)
        gone = link.moved_to is not None or link.retired is not None
        if gone and link.id in present:
            problems.append(
                _about(
                    where[link.id],
                    "permalink-reused",
                    f"{link.id} was retired and may not be used again",
                    "choose another id",
                )
            )
        elif not gone and link.id not in present:
            problems.append(
                record.problem(
                    loc,
                    "permalink-vanished",
                    f"{link.id} was published and is gone",
                    _what_to_write(link, {page: present[page] for page in present if page not in recorded}),
                )
            )
        elif not gone and present[link.id] != link.sentence:
            problems.append(
                _about(
                    where[link.id],
                    "permalink-reused",
                    f"{link.id} was published for {link.sentence}; its quote now begins in {present[link.id]}",
                    "an id means one promise for ever: choose another id for another one",
                )
            )
        if link.moved_to is not None and link.moved_to not in present:
            onward = recorded.get(link.moved_to)
            problems.append(
                record.problem(
                    ("permalinks", index, "moved_to"),
                    "permalink-target",
                    f"{link.moved_to} does not exist",
                    f"it moved on: write {onward.moved_to}"
                    if onward and onward.moved_to in present
                    else did_you_mean(link.moved_to, present) or "name a page that exists",
                )
            )
    fresh = _fresh(record.value.permalinks)
    for page, sentence in present.items():
        if page not in known:
            problems.append(
                _about(
                    where[page],
                    "permalink-unrecorded",
                    f"{page} is not recorded yet",
                    f"add to permalinks.yaml:  - {{id: {page}, code: {fresh(page)}, sentence: {sentence}}}",
                )
            )
    return problems
