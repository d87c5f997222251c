"""A text as the reader reads it: digits and marks narrow, no white space that means nothing. Pure.

Reports are cut by spaces and line breaks wherever a word processor liked (增长 8.3 %). White space between two digits or
two Latin letters stays, as one space: 16 500 may be two numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from workreport.figures.numerals import narrow

_SPACE = re.compile(r"\s+")
_LATIN = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


class Tight:
    """`text` without the white space, and where each of its characters stood."""

    def __init__(self, whole: str) -> None:
        whole = narrow(whole)
        self._moved = _SPACE.search(whole) is not None
        self.text = whole
        if self._moved:
            self._tighten(whole)

    def _tighten(self, whole: str) -> None:
        self._starts: list[int] = [0]
        self._shifts: list[int] = [0]
        parts: list[str] = []
        at = length = 0
        for match in _SPACE.finditer(whole):
            start, end = match.span()
            parts.append(whole[at:start])
            length += start - at
            if whole[start - 1 : start] in _LATIN and whole[end : end + 1] in _LATIN and start:
                parts.append(" ")
                length += 1
            at = end
            self._starts.append(length)
            self._shifts.append(end - length)
        parts.append(whole[at:])
        self.text = "".join(parts)

    def run(self, start: int, end: int) -> tuple[int, int]:
        """The run of the whole text that `start` to `end` of the tight one is."""
        if not self._moved:
            return start, end
        return self._at(start), self._at(end - 1) + 1

    def _at(self, position: int) -> int:
        return position + self._shifts[bisect_right(self._starts, position) - 1]
