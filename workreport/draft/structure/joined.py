"""Lines as paragraphs: hard wraps joined, texts in one block divided. Pure.

A line goes on in the next where its sentence is not over, or where it reaches the right edge and the next does not begin as a
paragraph does. A heading is never over, and never goes on: it is short, and what stands before it is over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workreport.draft.reading import Line
from workreport.draft.structure.numbers import NUMBER, is_ahead, is_back
from workreport.draft.structure.piece import Piece

_SHORT = 34
_NEVER_FIRST = re.compile("[，。、；：！？”’）》」』,.;:!?)]")
_OPENED = re.compile("[（《“‘「『(]$")
_INNER = re.compile("[，。；！？：]")
_PARTED = re.compile(
    r"(?<=[。！？：”）]) *(?=(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|各位代表[！，：]|——))"
)
_NAMED = re.compile(r"[㐀-鿿]{0,16}(?:总理|[省市区县州盟旗镇乡]长|主席) +[㐀-鿿·]{2,4}")
"""An office on one line, who holds it on the next."""
_BLOCK = 2500
"""Characters of a paragraph that no office writes in one."""


def joined(lines: Sequence[Line], begins: int, ends: int) -> list[Piece]:
    """Paragraphs of lines; those before `begins` are titles and the like, those from `ends` on a list of recipients and
    the like, each a piece of its own.
    """
    wrapped = any(line.full for line in lines)
    indented = sum(line.indent for line in lines) > len(lines) / 10
    pieces: list[Piece] = []
    for index, line in enumerate(lines):
        piece = Piece(
            text=line.text, bold=line.bold, level=line.level, indent=line.indent, gap=line.gap, full=line.full
        )
        if pieces and _goes_on(pieces[-1], piece, wrapped=wrapped, indented=indented, title=not begins < index < ends):
            pieces[-1] = _with(pieces[-1], piece)
        else:
            pieces.append(piece)
    return [part for piece in pieces for part in _divided(piece)]


def _goes_on(before: Piece, piece: Piece, *, wrapped: bool, indented: bool, title: bool) -> bool:
    """Whether a line continues what stands before it."""
    if piece.level != before.level or (piece.level and not _NEVER_FIRST.match(piece.text)):
        return False
    if _NEVER_FIRST.match(piece.text) or _OPENED.search(before.text):
        return True
    if title:
        whole = "".join((before.text + piece.text).split())
        if (whole.endswith("工作报告") and not piece.text.startswith("政府")) or _NAMED.fullmatch(
            f"{before.text} {piece.text}"
        ):
            return True
        # ——2023年1月4日在天津市河东区第十八届 / 人民代表大会第三次会议上
        return before.text.startswith(("——", "—")) and not before.text.endswith(("上", "）", ")"))
    if NUMBER.match(piece.text) or piece.text.startswith(("——", "各位代表")):
        return False
    if before.ended:
        return wrapped and before.full and not piece.gap and not (indented and piece.indent)
    if _is_heading(before) or (_is_heading(piece) and piece.indent):
        return before.full and wrapped and not piece.indent and not piece.gap
    return not (indented and piece.indent and re.search("[；…]$", before.text))


def _is_heading(piece: Piece) -> bool:
    """Whether a piece that is not over is one for that: numbered, or a short line that names a part."""
    text = piece.text
    if len(text) > 2 * _SHORT or piece.ended:
        return False
    if NUMBER.match(text) or piece.level:
        return True
    if len(text) > _SHORT or _INNER.search(text):
        return False
    return bool(is_back(text) or is_ahead(text)) or piece.bold == ((0, len(text)),)


def _with(before: Piece, piece: Piece) -> Piece:
    """Two as one; a blank between Latin letters is kept."""
    latin = re.search("[A-Za-z]$", before.text) and re.match("[A-Za-z]", piece.text)
    blank = " " if latin or _NAMED.fullmatch(f"{before.text} {piece.text}") else ""
    shift = len(before.text) + len(blank)
    bold = list(before.bold)
    for start, end in piece.bold:
        if bold and bold[-1][1] == start + shift:
            bold[-1] = (bold[-1][0], end + shift)
        else:
            bold.append((start + shift, end + shift))
    return Piece(
        text=before.text + blank + piece.text,
        bold=tuple(bold),
        level=before.level,
        indent=before.indent,
        gap=before.gap,
        full=piece.full,
    )


def _divided(piece: Piece) -> Iterator[Piece]:
    """The paragraphs of a text that has lost its lines, or the piece as it is."""
    if len(piece.text) <= _BLOCK:
        yield piece
        return
    cuts = {match.end() for match in _PARTED.finditer(piece.text)}
    # Where lines were, a blank is left: behind a heading, which has no stop.
    for blank in re.finditer(" ", piece.text):
        before = piece.text[: blank.start()]
        if re.search("[。！？：]$", before) or re.search(
            r"(?:^|[ 。！？：])(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])[^，。；！？：]{2,40}$",
            before,
        ):
            cuts.add(blank.end())
    at = 0
    for cut in [*sorted(cuts), len(piece.text)]:
        if piece.text[at:cut].strip():
            yield piece.part(at, cut)
        at = cut
