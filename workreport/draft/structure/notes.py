"""Marks of notes within a text: small numbers in brackets or circles, which stand for what is printed elsewhere. Pure."""

from __future__ import annotations

import re

_MARK = re.compile(r"\[\d{1,3}\]|［\d{1,3}］|〔\d{1,3}〕|[①-⑳㉑-㉟㊱-㊿]|【注?\d{1,3}】|\[注\d{0,3}\]|（注\d{1,3}）")
_NUMBERED = re.compile(r"[（(](\d{1,3})[）)]")
_ROW = 5
"""How many numbers in a row, from 1 on, are marks of notes."""
_CIRCLED = re.compile("[①-⑳㉑-㉟㊱-㊿]")


def marks(texts: list[str]) -> list[list[tuple[int, int]]]:
    """Where marks of notes stand in each text.

    Circled numbers are marks unless they head what is listed: where one stands at the beginning of a clause. Numbers in
    round brackets are where they count from 1 on through the whole text.
    """
    counted = [
        (number, match)
        for number, text in enumerate(texts)
        for match in _NUMBERED.finditer(text)
        if not _heads(text, match.start())
    ]
    row: set[tuple[int, tuple[int, int]]] = set()
    for number, match in counted:
        if int(match[1]) == len(row) + 1:
            row.add((number, match.span()))
    if len(row) < max(_ROW, len(counted) - 2):
        row = set()
    return [
        sorted(
            {span for at, span in row if at == number}
            | {
                match.span()
                for match in _MARK.finditer(text)
                if not (_CIRCLED.match(match[0]) and _heads(text, match.start()))
            }
        )
        for number, text in enumerate(texts)
    ]


def _heads(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in "：；。，、 \u3000:;"
