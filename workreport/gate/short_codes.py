"""The gate, check 7: the short code of a page, which stands in print, is that of no other. Pure.

A renamed page may keep its code: then the entry of the old id, which is moved to the new one, has it too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from workreport.content import ItemId, Permalink
from workreport.diagnostics import Code, Diagnostic, say
from workreport.gate.context import Context
from workreport.gate.rule import Rule

PERMALINK_CODE = Code("permalink-code", say("A short code belongs to another page, or to another kind of page."))


def _series(page: ItemId) -> str:
    """What the short codes of a page begin with: 2022/metrics/new-jobs has 2022-M."""
    return f"{page.year}-{'M' if page.kind == 'metric' else 'C'}"


def fresh_codes(links: Iterable[Permalink]) -> Callable[[ItemId], str]:
    """Gives a page the next short code of its series, each time another."""
    last: dict[str, int] = {}
    for link in links:
        series, number = link.code[:6], int(link.code[6:])
        last[series] = max(last.get(series, 0), number)

    def code(page: ItemId) -> str:
        series = _series(page)
        last[series] = last.get(series, 0) + 1
        return f"{series}{last[series]:03}"

    return code


def faults(context: Context) -> Iterator[Diagnostic]:
    """Short codes that two pages share, or that belong to another year or kind of page."""
    record = context.content.permalinks
    owners: dict[str, str] = {}
    fresh = fresh_codes(record.value.permalinks)
    for index, link in enumerate(record.value.permalinks):
        page = link.moved_to or link.id
        owner = owners.setdefault(link.code, page)
        if owner != page:
            message = say("{code} is the code of {owner} already", code=link.code, owner=owner)
        elif not link.code.startswith(_series(ItemId.parse(link.id))):
            message = say("{code} is no code for {page}", code=link.code, page=link.id)
        else:
            continue
        free = fresh(ItemId.parse(link.id))
        hint = say("write {code}, the next free one; a code never changes", code=free)
        yield record.problem(("permalinks", index, "code"), PERMALINK_CODE, message, hint)


RULE = Rule(key="short_codes", check="permalinks", codes=(PERMALINK_CODE,), faults=faults)
