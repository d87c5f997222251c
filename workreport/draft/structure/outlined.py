"""From the lines of a file to the outline of a report. Pure: reads from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workreport.diagnostics import Code, refusal, say
from workreport.draft.outline import Outline, Stretch
from workreport.draft.reading import Line
from workreport.draft.structure.blocks import Laid, blocks
from workreport.draft.structure.furniture import begins, ends, furniture
from workreport.draft.structure.identity import identity
from workreport.draft.structure.joined import joined
from workreport.draft.structure.notes import marks
from workreport.draft.structure.parts import Parts, goal_year, parts, stretches
from workreport.draft.structure.piece import Lifted, Piece
from workreport.draft.structure.proof import prove

DRAFT_PARTS = Code("draft-parts", say("A report to draft from has no part that looks ahead."))
DRAFT_YEAR = Code("draft-year", say("A report to draft from does not say which year it is for."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlined:
    """A report, and what the file had besides."""

    outline: Outline
    original: str
    """What was read, paragraph by paragraph, without what was lifted out."""
    lifted: tuple[Lifted, ...]


def outlined(lines: Sequence[Line], shown: str, year: int | None = None) -> Outlined:
    """The outline of the report that a file holds. Raises `Refusal` where it has no two parts, or says no year."""
    reasons = dict(furniture(lines))
    lifted = [Lifted(text=line.text, why=reasons[at]) for at, line in enumerate(lines) if at in reasons]
    own = [line for at, line in enumerate(lines) if at not in reasons]
    first = begins(own)
    pieces = joined(own, first, ends(own, first))
    prove([line.text for line in own], "\n".join(piece.text for piece in pieces), shown)
    noted = marks([piece.text for piece in pieces])  # of paragraphs, since a mark may stand in two lines
    lifted += [
        Lifted(text=piece.text[start:end], why="mark")
        for piece, runs in zip(pieces, noted, strict=True)
        for start, end in runs
    ]
    start = next(
        (at for at, piece in enumerate(pieces) if first < len(own) and piece.text.startswith(own[first].text)), 0
    )
    pieces = [_without(piece, runs) for piece, runs in zip(pieces, noted, strict=True)]
    laid = blocks(pieces, start)
    text = "\n\n".join(block.written for block in laid) + "\n"
    prove([piece.text for piece in pieces], text, shown)
    start = next(
        (at for at, block in enumerate(laid) if block.text == pieces[start].text or block.text in pieces[start].text), 0
    )
    found = parts(laid, start)
    if found is None:
        hint = say("give its second part a heading such as 二、2024年工作安排, and draft again")
        raise refusal(shown, DRAFT_PARTS, say("nothing in this text looks ahead"), hint)
    said = identity(laid, min(start, found.review), found.closed)
    goals = year or goal_year(laid, found, said.delivered)
    if goals is None:
        raise refusal(shown, DRAFT_YEAR, say("this text does not say which year it is for"), say("add --year 2024"))
    names = _names(laid)
    outline = Outline(
        year=goals,
        text=text,
        identity=said,
        matter=_matter(laid, found, names),
        review=stretches(laid, found.review, found.tasks, names),
        tasks=stretches(laid, found.tasks, found.closed, names),
        notes=tuple(one.text for one in lifted if one.why == "note"),
        doubts=() if found.sure else (names[found.tasks],),
    )
    original = "\n\n".join(piece.text for piece in pieces) + "\n"
    return Outlined(outline=outline, original=original, lifted=tuple(lifted))


def _without(piece: Piece, runs: Sequence[tuple[int, int]]) -> Piece:
    """A paragraph without the marks of notes in it."""
    for start, end in reversed(runs):
        size = end - start
        bold = tuple(
            (a - size * (a >= end), b - size * (b >= end)) for a, b in piece.bold if not (a >= start and b <= end)
        )
        piece = replace(piece, text=piece.text[:start] + piece.text[end:], bold=bold)
    return piece


def _names(laid: Sequence[Laid]) -> list[str]:
    """The id of each block, as the source text numbers them."""
    found, headings = list[str](), 0
    for at, block in enumerate(laid, 1):
        headings += block.level > 0
        found.append(f"h{headings}" if block.level else f"p{at - headings}")
    return found


def _matter(laid: Sequence[Laid], found: Parts, names: Sequence[str]) -> tuple[Stretch, ...]:
    """The paragraphs before the review and behind the tasks."""
    ranges = ((0, found.review), (found.closed, len(laid)))
    inside = [[name for name in names[start:end] if name.startswith("p")] for start, end in ranges]
    return tuple(Stretch(title="", first=own[0], last=own[-1]) for own in inside if own)
