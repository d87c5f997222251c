"""One line or paragraph of a file, as its format has it. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workreport.content import UNSEEN

Runs = tuple[tuple[int, int], ...]
"""Where runs of a text begin and end."""
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What the format says of it is kept, what it means is not judged here."""

    text: str
    """Without blanks at its ends, every run of blanks within it one, and no character without ink."""
    bold: Runs = ()
    level: int = 0
    """1 to 6 where the format calls it a heading."""
    indent: bool = False
    """Whether it begins with blanks, as a paragraph does."""
    gap: bool = False
    """Whether more room than usual stands before it."""
    full: bool = False
    """Whether it reaches the right edge: its sentence may go on in the next."""
    note: bool = False
    """Whether it is a note that the format keeps apart."""
    aside: bool = False
    """Whether the format says that it belongs to the page and not to the text."""


def line_of(pieces: list[tuple[str, bool]], **said: bool | int) -> Line | None:
    """A line of pieces, each with whether it is bold; None where nothing in them can be seen.

    An indent of the first piece is seen here, unless `said` names it.
    """
    text, bold = "", list[tuple[int, int]]()
    whole = "".join(piece for piece, _ in pieces)
    for piece, is_bold in pieces:
        clean = _BLANKS.sub(" ", UNSEEN.sub("", piece.replace("**", "")))
        if not text or text.endswith(" "):
            clean = clean.lstrip()
        start, text = len(text), text + clean
        if is_bold and clean.strip():
            if bold and bold[-1][1] == start:
                start = bold.pop()[0]
            bold.append((start, len(text)))
    text = text.rstrip()
    if not text:
        return None
    runs = tuple((start, min(end, len(text))) for start, end in bold)
    indent = bool(re.match(r"(?:\u3000| {2}|\u2003|\xa0{2}|\t)", UNSEEN.sub("", whole).lstrip("\n")))
    return Line(**{"text": text, "bold": runs, "indent": indent, **said})  # type: ignore[arg-type]
