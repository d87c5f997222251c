"""Word lists as patterns, read forwards or backwards, in one step for each character. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

CLAUSE = re.compile("[，。！？；：;!?,]")
"""What ends a clause."""


def any_of(words: Iterable[str], no: Mapping[str, Iterable[str]] | None = None) -> str:
    """A pattern of one of the words, longest first. `no`: for a word, longer ones that it begins and is not meant in."""
    tree: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        longer = [re.escape(other[len(word) :]) for other in (no or {}).get(word, ())]
        tail = re.escape(word[1:]) + (f"(?!{'|'.join(longer)})" if longer else "")
        tree.setdefault(word[:1], []).append(tail)
    branches = [
        re.escape(first) + (tails[0] if len(tails) == 1 else f"(?:{'|'.join(tails)})") for first, tails in tree.items()
    ]
    return "|".join(branches) or "(?!)"


def backwards(words: Iterable[str], no: Mapping[str, Iterable[str]] | None = None) -> str:
    """The same for a text that is read from its end. `no`: longer words that a word ends."""
    turned = {word[::-1]: [other[::-1] for other in others] for word, others in (no or {}).items()}
    return any_of((word[::-1] for word in words), turned)
