"""Ids of what is drafted: lower-case ASCII from a Chinese title, as it is read aloud."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import chain, count

_LONGEST = 40


def id_of(title: str, taken: Container[str]) -> str:
    """Whole syllables of a title with hyphens between them, at most 40 characters and not among `taken`.

    新增就业 becomes xin-zeng-jiu-ye; where that is taken, xin-zeng-jiu-ye-2. A title without a letter becomes `item`.
    """
    from pypinyin import lazy_pinyin

    words = re.findall("[a-z0-9]+", " ".join(lazy_pinyin(title)).lower())
    kept: list[str] = []
    for word in words:
        if len("-".join([*kept, word])) > _LONGEST:
            break
        kept.append(word)
    if not kept:
        kept = [words[0][:_LONGEST]] if words else ["item"]
    if kept[0][0].isdigit():
        kept.insert(0, "n")
    name = "-".join(kept)
    return next(one for one in chain((name,), (f"{name}-{number}" for number in count(2))) if one not in taken)
