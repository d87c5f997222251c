"""Which topics a text is about, guessed from its words. Pure, but for the table, which is read once."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from workreport.content import yaml

_ALSO = 0.6
"""What another topic must have of the weight of the first to be named beside it."""
_MOST = 2
"""How many topics a draft names."""
_NEAR = 2.0
"""How much more a word at the end of a text counts than one at its beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    topics: dict[str, str]
    """The topic of a word."""
    pattern: re.Pattern[str]
    """Those words, and others that hold one of them and say nothing of it."""
    fallback: str


def topics_of(text: str, *around: str) -> tuple[str, ...]:
    """The ids of the topics of a text, the main one first; where it has no word of any, those of the first of `around` (its
    lead-in, its section's heading) that has one. Never empty."""
    for words in (text, *around):
        found = _weigh("".join(words.split()))
        if found:
            (_, most), *_ = ranked = found.most_common()
            return tuple(topic for topic, weight in ranked if weight >= most * _ALSO)[:_MOST]
    return (_table().fallback,)


def _weigh(text: str) -> Counter[str]:
    """What the words of a text weigh, by topic: their length, more towards the end."""
    table = _table()
    weights: Counter[str] = Counter()
    for word in table.pattern.finditer(text):
        if word[0] not in table.topics:
            continue
        near = 1 + (_NEAR - 1) * word.end() / len(text)
        weights[table.topics[word[0]]] += round(100 * len(word[0]) * near)
    return weights


@cache
def _table() -> _Table:
    raw = yaml.parse("topics.yaml", (files("workreport.draft") / "topics.yaml").read_bytes()).data
    topics = {word: topic for topic, words in raw["topics"].items() for word in words}
    longest = sorted([*topics, *raw["nothing"]], key=len, reverse=True)
    return _Table(topics=topics, pattern=re.compile("|".join(map(re.escape, longest))), fallback=raw["or"])
