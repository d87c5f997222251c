"""The gate: releases stand in their order, and first dates are those of releases. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from workreport.diagnostics import Code, Diagnostic, say
from workreport.gate.context import Context, Place
from workreport.gate.record import record_digest
from workreport.gate.rule import Rule

RELEASE_ORDER = Code("release-order", say("The releases do not stand in their order."))
RELEASE_EARLY = Code("release-early", say("A release is older than the report that it publishes."))
PERMALINK_FIRST = Code("permalink-first", say("A first date is not that of a release."))


RECORD_CHANGED = Code("record-changed", say("What was recorded of published addresses was changed."))


def _rising(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def faults(context: Context) -> Iterator[Diagnostic]:
    """Releases out of order, and first dates without a release."""
    site, record = context.content.site, context.content.permalinks
    for index, (before, release) in enumerate(pairwise(site.value.releases), 1):
        place = Place(entry=site, loc=("releases", index))
        if _rising(release.version) <= _rising(before.version):
            message = say("{version} does not follow {before}", version=release.version, before=before.version)
            hint = say("the oldest release stands first, and versions rise")
            yield place.problem(("version",), RELEASE_ORDER, message, hint)
        if release.published <= before.published:
            message = say("{time} is not after {before}", time=release.published, before=before.published)
            yield place.problem(("published",), RELEASE_ORDER, message, say("the oldest release stands first"))
    newest = site.value.releases[-1:]
    for index, release in enumerate(site.value.releases):
        kept = {record_digest(record.value, release.published[:10])}
        if release in newest:  # until the command that makes it has dated the entries
            kept.add(record_digest(record.value, release.published[:10], undated=True))
        if release.record is not None and release.record not in kept:
            message = say(
                "the addresses that release {version} published are not those that are recorded now",
                version=release.version,
            )
            hint = say(
                "restore their ids, codes, sentences, words and first dates in permalinks.yaml: an entry may only get moved_to "
                "or retired"
            )
            yield site.problem(("releases", index, "record"), RECORD_CHANGED, message, hint)
    dates = (cycle.report.value.issued for cycle in context.content.cycles)
    issued = min((date for date in dates if date is not None), default="")
    for index, release in enumerate(site.value.releases):
        if release.published[:10] < issued:
            message = say(
                "{time} is before the first report was issued, on {issued}", time=release.published, issued=issued
            )
            hint = say("write the real time of publication")
            yield Place(entry=site, loc=("releases", index)).problem(("published",), RELEASE_EARLY, message, hint)
    days = {release.published[:10] for release in site.value.releases}
    firsts = [("permalinks", index, link.first) for index, link in enumerate(record.value.permalinks)]
    firsts += [("addresses", index, link.first) for index, link in enumerate(record.value.addresses)]
    for field, index, first in firsts:
        if first is not None and first not in days:
            message = say("no release of site.yaml went online on {first}", first=first)
            hint = say("leave it out: build.py release writes the date of the release")
            yield record.problem((field, index, "first"), PERMALINK_FIRST, message, hint)


RULE = Rule(
    key="releases",
    check="permalinks",
    codes=(PERMALINK_FIRST, RELEASE_ORDER, RECORD_CHANGED, RELEASE_EARLY),
    faults=faults,
)
