"""The gate, check 7: corrections stand in their order, each about a page that was published. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from workreport.diagnostics import Code, Diagnostic, did_you_mean, say
from workreport.gate.context import Context, Place
from workreport.gate.rule import Rule

CORRECTION_ITEM = Code("correction-item", say("A correction is about a page that was never published."))
CORRECTION_ORDER = Code("correction-order", say("The corrections do not stand in their order."))


def faults(context: Context) -> Iterator[Diagnostic]:
    """Corrections of no page, and those that stand before an older one."""
    entry = context.content.corrections
    if entry is None:
        return
    pages = {link.id for link in context.content.permalinks.value.permalinks}
    before = ""
    for index, correction in enumerate(entry.value.corrections):
        place = Place(entry=entry, loc=("corrections", index))
        if correction.date < before:
            message = say("{date} is before {before}", date=correction.date, before=before)
            hint = say("the oldest correction stands first: feeds and links count from it, so add new ones at the end")
            yield place.problem(("date",), CORRECTION_ORDER, message, hint)
        before = correction.date
        if correction.item is not None and correction.item not in pages:
            message = say("{item} was never published", item=correction.item)
            hint = did_you_mean(correction.item, pages) or say("name a page of permalinks.yaml, or leave it empty")
            yield place.problem(("item",), CORRECTION_ITEM, message, hint)


RULE = Rule(key="corrections", check="permalinks", codes=(CORRECTION_ITEM, CORRECTION_ORDER), faults=faults)
