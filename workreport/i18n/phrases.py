"""Where a title in Chinese may begin a new line: between words, as a reader takes them in. Pure.

Words are those of a dictionary (rjieba, without its guesses at names). What it has not is single characters in a row: a
name, most often, and never cut. So a line ends between two words of two characters and more, after a mark, after 的 and
before 和; a number keeps its unit and its bound.
"""

from __future__ import annotations

import re
from functools import cache

_TOKEN = re.compile(r"[0-9A-Za-z][0-9A-Za-z.,·:℃%‰+–—～~-]*|[㐀-鿿]+|\s+|.", re.DOTALL)
"""A number or a word in letters with what joins its parts; Chinese; white space; a mark."""
_OPENS = frozenset("（“《‘「『【[(")
_JOINS = frozenset("/·-–—～~+")
_ENDS = frozenset("的了等们性化内中里后前时起个")
"""Single characters that end a phrase."""
_BEGINS = frozenset("和与及或在对为从向将把使由以让按其各每再")
"""Single characters that begin one."""
_BOUNDS = frozenset(("以上", "以下", "以内", "左右", "上下", "以外", "之间"))


@cache
def phrases(text: str) -> tuple[str, ...]:
    """The runs of a text that stay whole; together they are the text."""
    from rjieba import cut  # half a second; a check needs none of it

    words: list[str] = []
    for token in _TOKEN.findall(text):
        words += cut(token, False) if "㐀" <= token[0] <= "鿿" else [token]
    runs: list[str] = []
    for before, word in zip(("", *words), words, strict=False):
        if before and _parts(before, word):
            runs.append(word)
        elif runs:
            runs[-1] += word
        else:
            runs = [word]
    return tuple(runs)


def _parts(before: str, word: str) -> bool:
    """Whether a line may end between two words."""
    if not _han(word):  # marks stay with what they follow; an opening one and a number with what they precede
        return (word in _OPENS or word[0].isalnum()) and _ends(before)
    if not _han(before):
        # A number keeps its unit; other marks than these end a phrase.
        return not before[-1].isalnum() and before[-1] not in "%‰℃" and before not in _OPENS | _JOINS
    return _ends(before) and (len(word) > 1 or word in _BEGINS) and word not in _BOUNDS


def _ends(word: str) -> bool:
    return word in _ENDS or (len(word) > 1 and _han(word)) or (not word[-1].isalnum() and word not in _OPENS | _JOINS)


def _han(word: str) -> bool:
    return "㐀" <= word[0] <= "鿿"
