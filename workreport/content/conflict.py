"""What a merge leaves in a file that two people changed in the same place. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workreport.diagnostics import Code, say

MERGE_CONFLICT = Code("merge-conflict", say("A merge of two versions of the file is not finished."))

_MARK = re.compile(rb"^(?:\xef\xbb\xbf)?(<{7}|\|{7}|={7}|>{7})(?: .*)?\r?$", re.MULTILINE)


def conflicts(raw: bytes) -> Iterator[tuple[int, str]]:
    """The line, from 1, and the mark with which each conflict begins; the first that is left, where some are gone."""
    inside = False
    for match in _MARK.finditer(raw):
        mark = match[1].decode()
        if not inside or mark[0] == "<":
            yield raw.count(b"\n", 0, match.start()) + 1, mark
        inside = mark[0] != ">"
