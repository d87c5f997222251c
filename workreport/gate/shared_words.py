"""Whether two runs of Chinese share a word: pairs of characters, since no dictionary is asked. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

_BREAK = re.compile(r"[^\u3400-\u9fff]+")
"""Whatever is no Chinese character: digits, marks, Latin letters, white space."""
_BRACKETS = re.compile("[（(][^）)]*[）)]")


def pairs(text: str) -> Iterator[str]:
    """Every two Chinese characters that stand side by side, white space aside: 口袋, 袋公, 公园 of 口袋公园."""
    for part in _BREAK.split("".join(text.split())):
        for at in range(len(part) - 1):
            yield part[at : at + 2]


def share(text: str, among: Collection[str]) -> float:
    """How many of a text's pairs are among others, from 0 to 1; 1 for a text without any."""
    own = set(pairs(text))
    return len(own & set(among)) / len(own) if own else 1


def head(text: str, cut: re.Pattern[str] | None = None) -> str:
    """The Chinese characters of a title without its brackets, at whose end its head noun stands; without what `cut` matches."""
    characters = "".join(_BREAK.split(_BRACKETS.sub("", text)))
    return cut.sub("", characters) if cut else characters
