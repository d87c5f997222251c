"""The record of published addresses as it stood at a release: what may never change again. Pure."""

from __future__ import annotations

from hashlib import sha256

from workreport.content import Permalink, Permalinks, PublishedAddress


def record_digest(record: Permalinks, until: str, *, undated: bool = False) -> str:
    """SHA-256 of what every entry stands for that was published up to the day `until`: its id, code, sentence
    and words.

    An entry may move or retire later, and others may come. `undated`: those without a first date are about to be published.
    """
    links: tuple[Permalink | PublishedAddress, ...] = (*record.permalinks, *record.addresses)
    lines = sorted(f"{link.id} {_own(link)}\n" for link in links if (link.first <= until if link.first else undated))
    return sha256("".join(lines).encode()).hexdigest()


def _own(link: Permalink | PublishedAddress) -> str:
    """What the entry says of its id; words stand last, and nothing where there are none."""
    if isinstance(link, PublishedAddress):
        return f"- {link.sentence or '-'}"
    return f"{link.code} {link.sentence}{f' {link.words}' if link.words else ''}"
