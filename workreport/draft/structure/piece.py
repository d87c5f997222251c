"""A paragraph to be, and what was lifted out of the lines that it is made of. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workreport.draft.reading import Runs

ENDED = re.compile(r"[。！？：!?:][”’」』）)》]*$")
"""How a paragraph ends; a line that does not end so goes on in the next, or is a heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Lines joined to what they were before they were wrapped."""

    text: str
    bold: Runs = ()
    level: int = 0
    """Of the file's own headings."""
    indent: bool = False
    gap: bool = False
    full: bool = False

    @property
    def ended(self) -> bool:
        """Whether its last sentence is over."""
        return bool(ENDED.search(self.text))

    def part(self, start: int, end: int | None = None) -> Piece:
        """A run of it, as a piece of its own, without blanks at its ends."""
        stop = len(self.text) if end is None else end
        text = self.text[start:stop]
        at = start + len(text) - len(text.lstrip())
        text = text.strip()
        runs = tuple((max(a - at, 0), min(b - at, len(text))) for a, b in self.bold if a < at + len(text) and b > at)
        return Piece(text=text, bold=runs, level=self.level, indent=self.indent or start > 0, gap=self.gap)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifted:
    """What stands in the file and is no part of the report's text."""

    text: str
    why: str
    """`page` (frame of a page or a site), `head` (running head, page number), `mark` (of a note) or `note`."""
