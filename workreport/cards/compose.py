"""A card as a picture: a wide one for links, a square one for chats. Pure.

Widths are those of the fonts, and lines end where those of pages do. All type grows until the card is full, or shrinks
down to a floor. What does not fit even then is left out, whole: the explanation first, which the page gives, and the
class stays; a title of a thousand characters is shortened, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workreport.cards.column import LEAD, Column, pieces
from workreport.cards.model import Card
from workreport.cards.qr import boxes, modules
from workreport.cards.sheet import Box, Line, Sheet
from workreport.cards.typeface import ems
from workreport.charts import COLOURS, wrap


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A shape of card, in pixels; type sizes are those at a scale of 1."""

    width: int
    height: int
    margin: int
    kicker: int
    title: int
    label: int
    figure: int
    says: int
    quote: int
    source: int
    qr: int
    """The most that the QR code may take."""


WIDE = Form(
    width=1200, height=630, margin=64, kicker=28, title=60, label=28, figure=84, says=32, quote=40, source=22, qr=170
)
SQUARE = Form(
    width=600, height=600, margin=36, kicker=20, title=38, label=20, figure=46, says=22, quote=27, source=16, qr=130
)
_SCALES = (1.5, 1.4, 1.3, 1.2, 1.1, 1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.53, 0.47, 0.42, 0.38)
_LEAST = 12
"""Pixels of type that can still be read."""
_BAR = 12
"""The height of the rule at the top."""
_WORDS = 0.55
"""How large words are that stand in the place of a figure, against one."""


def compose(card: Card, form: Form, colours: Mapping[str, str] = COLOURS) -> Sheet:
    """The picture of a card."""
    code, side = _qr(card.address, form)
    lines = next(filter(None, (_largest(tried, form, side) for tried in _shorter(card))))
    bar = Box(x=0, y=0, width=form.width, height=_BAR, colour="outcome")
    return Sheet(width=form.width, height=form.height, colours=colours, shapes=(bar, *lines, *code))


def _shorter(card: Card) -> Iterator[Card]:
    """The card, then with less and less on it; the last one always fits."""
    yield card
    yield replace(card, says="")
    bare = replace(card, says="", verdict="", sides=(), quote="")
    yield bare
    source = tuple(_cut(text, 80) for text in card.source[:2])
    yield replace(bare, kicker=_cut(card.kicker, 50), title=_cut(card.title, 80), source=source)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _largest(card: Card, form: Form, qr: int) -> list[Line] | None:
    """The lines of a card, as large as they fit; None where they do not at any size that can still be read."""
    low, high = 0, len(_SCALES)
    while low < high:  # what fits at one scale fits at each smaller one
        middle = (low + high) // 2
        if _laid(card, form, _SCALES[middle], qr, even=False) is None:
            low = middle + 1
        else:
            high = middle
    return _laid(card, form, _SCALES[low], qr, even=True) if low < len(_SCALES) else None


def _laid(card: Card, form: Form, scale: float, qr: int, *, even: bool) -> list[Line] | None:
    """The lines of a card: head above, foot below, the rest in the middle of what they leave. None if it is too much."""
    left, width, gap = form.margin, form.width - 2 * form.margin, form.kicker * scale * 0.6
    head = Column(card.lang, left, width, even=even)
    head.add(card.kicker, max(form.kicker * min(scale, 1.1), form.source), "soft")
    head.y += gap / 3
    head.add(card.title, form.title * scale, "ink", bold=True)
    body, bottom = _sides(card, form, scale, even=even) if card.sides else ([], 0.0)
    own = Column(card.lang, left, width, even=even)
    own.y = bottom + (gap if card.sides and card.verdict else 0)
    own.add(card.quote, form.quote * scale, "ink")
    says = max(form.says * min(scale, 1.2), form.source)
    own.add(card.verdict, says, "ink", bold=True)
    own.add(card.says, says, "ink")
    foot = Column(card.lang, left, width - (qr + form.margin / 2 if qr else 0), even=even)
    for text in card.source:
        foot.add(text, form.source, "soft")
    top, end = form.margin * 0.8, form.height - form.margin * 0.7
    free = end - top - head.y - own.y - max(foot.y, qr) - gap * (2 if own.y else 1)
    if free < 0 or min(form.quote, form.title) * scale < _LEAST:
        return None
    at = top + head.y + gap + free / 3
    return [
        *_moved(head.lines, top),
        *_moved([*body, *own.lines], at),
        *_moved(foot.lines, end - foot.y),
    ]


def _moved(lines: Sequence[Line], y: float) -> Iterator[Line]:
    for line in lines:
        yield replace(line, y=line.y + y)


def _sides(card: Card, form: Form, scale: float, *, even: bool) -> tuple[list[Line], float]:
    """The sides beside each other with an arrow between, and how high they are."""
    sides = card.sides
    between = form.figure * scale
    width = (form.width - 2 * form.margin - between * (len(sides) - 1)) / len(sides)
    label = max(form.label * min(scale, 1.2), form.source * 0.9)
    size = min(_fitting(side.figure, card.lang, form.figure * scale, width) for side in sides if side.role != "none")
    out: list[Line] = []
    end = 0.0
    shown = [side.figure for side in sides if side.role != "none"]
    tall = max(_rows(figure, card.lang, size, width) for figure in shown)
    for index, side in enumerate(sides):
        own = Column(card.lang, form.margin + index * (width + between), width, even=even)
        own.add(side.label, label, "soft")
        top = own.y
        if side.role == "none":
            own.y += size * LEAD * (1 - _WORDS) / 2
            own.add(side.figure, max(min(size * _WORDS, form.says * scale), form.source), "soft")
        else:
            own.add(side.figure, size, side.role, bold=True)
        if index and sides[index - 1].role != "none":
            out.append(
                Line(text="→", x=own.x - between, y=top + size * (LEAD - 0.8) / 2, size=size * 0.7, colour="soft")
            )
        own.y = max(own.y, top + tall * size * LEAD)
        own.add(side.about, form.source * max(1, min(scale, 1.2)), "soft")
        out += own.lines
        end = max(end, own.y)
    return out, end


def _rows(figure: str, lang: str, size: float, width: float) -> int:
    """How many lines a figure takes."""
    broken = wrap(figure, lang, size, width, bold=True, even=False, ems=ems)
    return sum(1 for line in broken for _ in pieces(line, size, width, bold=True))


def _fitting(text: str, lang: str, size: float, width: float) -> float:
    """The size at which a figure stands on one line; one that would be small so, or has words, may take two."""
    whole = width / ems(text, bold=True)
    if whole >= max(size * 0.6, _LEAST):
        return min(size, whole)
    while size * 0.92 > _LEAST and _rows(text, lang, size, width) > 2:
        size *= 0.92
    return size


def _qr(address: str, form: Form) -> tuple[Sequence[Box], int]:
    """The QR code at the lower right, of whole pixels, and how wide it is; nothing and 0 where there is none."""
    if not address:
        return (), 0
    grid = modules(address)
    dot = form.qr // len(grid)
    if dot < 2:
        return (), 0  # too fine to be read from a screen
    side = dot * len(grid)
    x, y = form.width - form.margin - side, round(form.height - form.margin * 0.7) - side
    return boxes(grid, x, y, dot), side
