"""The words that two texts of one language share. Pure.

Chinese writes no spaces: two Han characters in a row are the shortest run that is a word for certain more often than not.
Elsewhere a word is a run of letters, whatever their case.
"""

from __future__ import annotations

import re

from workreport.content import dense

_HAN = re.compile("[㐀-鿿]{2,}")
_LETTERS = re.compile(r"[^\W\d_㐀-鿿]{3,}")


def words_of(text: str) -> frozenset[str]:
    """Every two Han characters that stand in a row, and every word of three letters or more, white space in Chinese aside."""
    pairs = (run[at : at + 2] for run in _HAN.findall(dense(text)) for at in range(len(run) - 1))
    return frozenset((*pairs, *(word.casefold() for word in _LETTERS.findall(text))))
