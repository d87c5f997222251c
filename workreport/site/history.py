"""What became of everything that was ever published: short codes, first dates, moved and retired ids, corrections. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from workreport.content import ItemId, schema
from workreport.gate import Verified
from workreport.site import urls
from workreport.site.items import Commitment, Metric
from workreport.site.model import Correction, Gone, Report


def moved(verified: Verified) -> tuple[Gone, ...]:
    """Metrics and commitments that moved or were retired."""
    return tuple(_gone(link, link.code) for link in verified.permalinks if link.moved_to or link.retired)


def gone(verified: Verified) -> tuple[Gone, ...]:
    """Targets, sections and topics that moved or were retired."""
    return tuple(_gone(link, "") for link in verified.addresses if link.moved_to or link.retired)


def _gone(link: schema.Permalink | schema.PublishedAddress, code: str) -> Gone:
    return Gone(
        id=ItemId.parse(link.id),
        code=code,
        sentence=link.sentence or "",
        moved_to=ItemId.parse(link.moved_to) if link.moved_to else None,
        retired=link.retired,
    )


def codes(verified: Verified) -> tuple[tuple[str, ItemId], ...]:
    """(short code, metric or commitment) of every page ever published. A code that moved on leads to the new page."""
    found = {link.code: link.id for link in sorted(verified.permalinks, key=lambda link: not link.moved_to)}
    return tuple((code, ItemId.parse(found[code])) for code in sorted(found))


def first_times_of(verified: Verified, reports: Iterable[Report]) -> dict[str, str]:
    """When pages first went online, by path: those of the record, and a report's own with the first of its promises."""
    first = {urls.page(item): release.published for item, release in _first(verified).items()}
    for report in reports:
        own = [first[c.path] for c in report.commitments if c.path in first]
        if own:
            first[report.path] = first[report.compare_path] = min(own)
    return first


def released_in(verified: Verified, corrections: Sequence[Correction]) -> dict[ItemId, schema.Release]:
    """The release that each metric and commitment is of: the one that first had it or, later, its newest correction.

    So a release changes the pages of what it brings and corrects, and no others. Empty for a draft.
    """
    released = _first(verified)
    for correction in corrections:
        if correction.item and correction.item in released:
            told = (r for r in verified.site.releases if r.published[:10] >= correction.date)
            release = next(told, verified.site.releases[-1])
            released[correction.item] = max(released[correction.item], release, key=lambda r: r.published)
    return released


def _first(verified: Verified) -> dict[ItemId, schema.Release]:
    """The release that first had each page of the record: that of its first date, or the newest. Empty for a draft."""
    releases = verified.site.releases
    of_date = {release.published[:10]: release for release in reversed(releases)}
    return {
        ItemId.parse(link.id): of_date[link.first] if link.first else releases[-1]
        for link in verified.permalinks
        if releases
    }


def corrections(verified: Verified, items: Mapping[ItemId, Metric | Commitment]) -> tuple[Correction, ...]:
    """Every correction; one of a page that was renamed goes with it."""
    renamed = {link.id: link.moved_to for link in verified.permalinks if link.moved_to}
    made = []
    for number, entry in enumerate(verified.corrections, 1):
        identity = ItemId.parse(renamed.get(entry.item) or entry.item) if entry.item else None
        item = items.get(identity) if identity else None
        made.append(
            Correction(
                id=f"c{number}",
                date=entry.date,
                item=identity,
                title=item.title if item else None,
                topics=item.topics if item else (),
                old=entry.old,
                new=entry.new,
                reason=entry.reason,
            )
        )
    return tuple(made)
