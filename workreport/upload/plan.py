"""What an upload has to do, from what the target says that it holds. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from workreport.deliver import ASSETS, Journal, Old

STAY = timedelta(hours=24)
"""How long an old asset stays: readers may have a page open that needs it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """In the order in which it is done: what is sent (assets first), the list, what is removed."""

    send: tuple[str, ...]
    remove: tuple[str, ...]
    """Pages and data that the site no longer has, and assets that were old for long enough."""
    before: Journal
    """What the target has to remember while files are sent."""
    after: Journal
    """What it has to remember then."""


def plan(new: Mapping[str, str], listed: Mapping[str, str], journal: Journal, now: datetime) -> Plan:
    """How the target becomes `new`, where its list says `listed` and an upload before left `journal`.

    Both lists are path to sha256, without `SHA256SUMS`. Only what was listed or sent before is ever removed.
    """
    kept = {path: old.digest for path, old in journal.old.items()}
    known = {**kept, **listed, **journal.sent}
    send = sorted((path for path in new if known.get(path) != new[path]), key=lambda p: (not p.startswith(ASSETS), p))
    gone = {path: digest for path, digest in known.items() if path not in new}
    old = {
        path: Old(digest=digest, since=journal.old[path].since if path in journal.old.keys() - listed.keys() else now)
        for path, digest in gone.items()
        if path.startswith(ASSETS) and digest
    }
    stay = {path: asset for path, asset in old.items() if now - asset.since < STAY}
    remove = sorted(gone.keys() - stay.keys())
    there = {path: digest for path, digest in journal.sent.items() if path in new}
    return Plan(
        send=tuple(send),
        remove=tuple(remove),
        before=Journal(sent={**there, **dict.fromkeys((*send, *remove), "")}, old=stay),
        after=Journal(old=stay),
    )
