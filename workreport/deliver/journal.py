"""`upload.json`: what an upload keeps beside the site that it sends, for as long as there is something to remember. Pure.

    {"sent": {"index.html": "9f86d0…", "2023/index.html": ""}, "old": {"assets/site.0123456789.css": ["5e88…", "2026-12-01T09:00Z"]}}

While an upload is under way `SHA256SUMS` is still the list of the site before. `sent` says what is otherwise since then: the
sha256 of a file that was replaced, or "" while it may be either. `old` are assets that no list names any more, with their
sha256 and since when: readers may have a page open that needs them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from workreport.publish import check_path

JOURNAL = "upload.json"
PART = "upload.part"
"""The file that is being sent, until all of it is there."""
ASSETS = "assets/"
"""The folder of files whose names change with their content, so that old ones can stay."""

_TIME = "%Y-%m-%dT%H:%MZ"
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Old:
    """An asset that no list names any more."""

    digest: str
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """What the target holds besides what its list says."""

    sent: Mapping[str, str] = field(default_factory=dict)
    """Path to sha256; "" where it is not known which of two files is there."""
    old: Mapping[str, Old] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.sent or self.old)


def write_journal(journal: Journal) -> bytes:
    """The journal as JSON, a file a line."""
    old = {path: [kept.digest, kept.since.strftime(_TIME)] for path, kept in sorted(journal.old.items())}
    return (json.dumps({"sent": dict(sorted(journal.sent.items())), "old": old}, indent=0) + "\n").encode()


def read_journal(data: bytes) -> Journal:
    """What `write_journal` wrote; ValueError for anything else."""
    try:
        value = json.loads(data)
        sent = {str(path): str(digest) for path, digest in value["sent"].items()}
        old = {
            str(path): Old(digest=str(digest), since=datetime.strptime(since, _TIME).replace(tzinfo=UTC))
            for path, (digest, since) in value["old"].items()
        }
    except (AttributeError, KeyError, RecursionError, TypeError) as error:
        raise ValueError("not a journal of an upload") from error
    for path in (*sent, *old):
        check_path(path)
    if not all(path.startswith(ASSETS) for path in old):
        raise ValueError("what is no asset does not stay")
    if not all(
        _DIGEST.fullmatch(digest) for digest in (*filter(None, sent.values()), *(o.digest for o in old.values()))
    ):
        raise ValueError("not a SHA-256")
    return Journal(sent=sent, old=old)
