"""Paragraphs and headings: which lines are headings, of what depth, and which sentences are set in bold. Pure.

A numbered line is a heading where it is short and no figure is promised in it; the first sentence of a numbered paragraph is
one likewise, and is set apart. Without a number a line is one where the file says so, or where it names a part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workreport.draft.structure.numbers import NUMBER, is_ahead, is_back, kind_of
from workreport.draft.structure.piece import Piece

_SHORT = 34
_HEADING = 70
"""Characters that a heading has at most."""
_FIRST = re.compile("[^。！？]*[。！？]")
_COUNTED = re.compile(
    r"[0-9０-９]+(?:[.．][0-9]+)?\s*(?:%|％|[万亿千百]|个|家|公里|平方|亩|套|所|座|项|人|元|件|处|条|吨|户)"
)
_ADDRESS = re.compile("各位|同志们|现在[，,]|一年来|过去|五年来")
_LEAD = 24
"""Characters that a lead-in has at most, where its bold was lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A block of the source text to be."""

    text: str
    bold: tuple[tuple[int, int], ...] = ()
    level: int = 0
    """2 to 5 for a heading, 1 for the title, 0 for a paragraph."""

    @property
    def written(self) -> str:
        """As the source text has it."""
        if self.level:
            return f"{'#' * self.level} {self.text}"
        parts, at = [], 0
        for start, end in self.bold:
            parts += [self.text[at:start], "**", self.text[start:end], "**"]
            at = end
        return "".join([*parts, self.text[at:]])


def blocks(pieces: Sequence[Piece], begins: int) -> tuple[Laid, ...]:
    """The blocks of a report; `begins`: the piece with which its own words begin."""
    plain_parts = any(not kind_of(p.text) and _is_part(p) for p in pieces[begins:])
    found: list[Laid] = []
    for index, piece in enumerate(pieces):
        if index < begins:
            found.append(_title(piece) or Laid(text=piece.text))
        else:
            found += _laid(piece, plain_parts)
    return tuple(_with_leads(found))


def _title(piece: Piece) -> Laid | None:
    """The title, or that of a notice: the only headings before the report's own words."""
    text = "".join(piece.text.split())
    title = re.fullmatch("(?:20[0-9]{2}年)?.{0,20}工作报告|.{4,40}的通知", text)
    part = not title and (kind_of(text) in ("part", "han")) and _is_short(piece)
    return Laid(text=piece.text, level=1 if title else 2) if title or part else None


def _is_short(piece: Piece) -> bool:
    return len(piece.text) <= _HEADING and not re.search("[。！？；].", piece.text)


def _is_part(piece: Piece) -> bool:
    """Whether a line without a number is the heading of a part."""
    text = piece.text
    short = len(text) <= _SHORT and not re.search("[，。；！？：]", text)
    return short and (is_back(text) or is_ahead(text))


def _laid(piece: Piece, plain_parts: bool) -> Iterator[Laid]:
    """A piece as a heading, a paragraph, or both."""
    kind = kind_of(piece.text)
    deeper = 1 if plain_parts else 0
    if kind is None:
        if _is_part(piece):
            yield Laid(text=piece.text, level=2)
        elif _is_plain(piece):
            yield Laid(text=piece.text, level=5)
        else:
            yield _paragraph(piece)
        return
    level = {"part": 2, "han": 2 + deeper, "paren": 3 + deeper, "digit": 4 + deeper}[kind]
    whole = _is_short(piece) and (kind != "digit" or not piece.ended)
    first = _FIRST.match(piece.text)
    if whole and not _COUNTED.search(piece.text) and not piece.text.endswith(("；", "，", "、")):
        yield Laid(text=piece.text, level=level)
    elif (
        kind != "digit"
        and first
        and not (piece.bold and piece.bold[0][0] == 0)  # the file has it as a lead-in
        and len(first[0]) <= _HEADING
        and not _COUNTED.search(first[0])
        and first.end() < len(piece.text)
    ):
        yield Laid(text=first[0].strip(), level=level)
        yield _paragraph(piece.part(first.end()))
    else:
        yield _paragraph(piece)


def _is_plain(piece: Piece) -> bool:
    """Whether the file says that a short line without a number is a heading."""
    if piece.ended or len(piece.text) > _SHORT or re.search("[。；！？]", piece.text):
        return False
    return bool(piece.level) or piece.bold == ((0, len(piece.text)),)


def _paragraph(piece: Piece) -> Laid:
    """With the bold runs that are lead-ins: whole sentences at the beginning or behind another sentence."""
    text = piece.text
    runs: list[tuple[int, int]] = []
    for start, end in piece.bold:
        while end < len(text) and text[end] in "。！？：；”":
            end += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        before = text[:start].rstrip()
        whole = (not before or re.search("[。！？；：”]$", before)) and re.search("[。！？：]”?$", text[start:end])
        if whole and start < end and (not runs or start >= runs[-1][1]):
            runs.append((start, end))
    if runs and sum(end - start for start, end in runs) > len(text) * 2 / 3:
        runs = []
    return Laid(text=text, bold=tuple(runs))


def _with_leads(found: list[Laid]) -> Iterator[Laid]:
    """The same, with lead-ins set in bold where the file has none and most of its paragraphs begin as with one."""
    long = [block for block in found if not block.level and len(_sentences(block.text)) >= 3]
    led = [block for block in long if _lead(block.text)]
    lost = not any(block.bold for block in found) and len(led) * 2 >= len(long) and len(led) >= 3
    for block in found:
        end = _lead(block.text) if lost and not block.level and len(_sentences(block.text)) >= 3 else 0
        yield Laid(text=block.text, bold=((0, end),)) if end else block


def _lead(text: str) -> int:
    """Where the lead-in of a paragraph ends: a short first sentence without a numeral; 0 where there is none."""
    first = _FIRST.match(text)
    if not first or not 4 < len(first[0]) <= _LEAD or re.search("[0-9“]", first[0]) or NUMBER.match(text):
        return 0
    return 0 if _ADDRESS.match(first[0]) or not first[0].endswith("。") else first.end()


def _sentences(text: str) -> list[str]:
    return re.findall("[^。！？]+[。！？]", text)
