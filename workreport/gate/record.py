"""The record of published addresses as it stood at a release: what may never change again. Pure."""

from __future__ import annotations

from hashlib import sha256

from workreport.content import Permalink, Permalinks, PublishedAddress


def record_digest(record: Permalinks, until: str, *, undated: bool = False) -> str:
    """SHA-256 of what every entry stands for that was published up to the day `until`: its id, code and sentence.

    An entry may move or retire later, and others may come. `undated`: those without a first date are about to be published.
    """
    links: tuple[Permalink | PublishedAddress, ...] = (*record.permalinks, *record.addresses)
    lines = sorted(
        f"{link.id} {link.code if isinstance(link, Permalink) else '-'} {link.sentence or '-'}\n"
        for link in links
        if (link.first <= until if link.first else undated)
    )
    return sha256("".join(lines).encode()).hexdigest()
