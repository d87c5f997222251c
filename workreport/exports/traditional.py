"""Simplified characters for traditional ones, so that the search finds 停車 as 停车. Pure."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache


def traditional(simplified: Collection[str]) -> str:
    """Every traditional character whose simplified form is among those given, each followed by that form."""
    return "".join(old + new for old, new in _pairs() if new in simplified)


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    """Each traditional character with its simplified form: a tenth of a second, once."""
    # Imported here: the dictionary is large, and only the search needs it.
    from opencc import OpenCC  # type: ignore[import-untyped]

    # A space between the characters keeps the dictionary from reading two of them as one word.
    characters = [chr(code) for code in range(0x4E00, 0xA000)]
    converted = OpenCC("t2s").convert(" ".join(characters)).split(" ")
    return tuple((old, new) for old, new in zip(characters, converted, strict=True) if old != new)
