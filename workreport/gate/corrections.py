"""The gate, check 7: corrections stand in their order, each about a page that was published. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from workreport.diagnostics import Code, Diagnostic, did_you_mean, say
from workreport.gate.context import Context, Place
from workreport.gate.rule import Rule

CORRECTION_ITEM = Code("correction-item", say("A correction is about a page that was never published."))
CORRECTION_ORDER = Code("correction-order", say("The corrections do not stand in their order."))
CORRECTION_EARLY = Code("correction-early", say("A correction is older than what it corrects."))


def faults(context: Context) -> Iterator[Diagnostic]:
    """Corrections of no page, of what was not online yet, and those that stand before an older one."""
    entry = context.content.corrections
    if entry is None:
        return
    links = context.content.permalinks.value.permalinks
    pages = {link.id: link.first for link in links}
    releases = context.content.site.value.releases
    earliest = releases[0].published[:10] if releases else ""
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
            continue
        # Of a page whose first date is not entered yet, the first release is all that is known.
        since = (pages[correction.item] if correction.item else None) or earliest
        if correction.date < since:
            what = correction.item or say("the site")
            message = say(
                "{what} first went online on {since}, after {date}", what=what, since=since, date=correction.date
            )
            hint = say("nobody had read what changed before then: take the entry out, or correct its date")
            yield place.problem(("date",), CORRECTION_EARLY, message, hint)


RULE = Rule(
    key="corrections", check="permalinks", codes=(CORRECTION_EARLY, CORRECTION_ITEM, CORRECTION_ORDER), faults=faults
)
