"""Simplified characters for traditional ones, so that the search finds 停車 as 停车. Pure."""

from __future__ import annotations

from collections.abc import Collection


def traditional(simplified: Collection[str]) -> str:
    """Every traditional character whose simplified form is among those given, each followed by that form."""
    # Imported here: the dictionary is large, and only the search needs it.
    from opencc import OpenCC  # type: ignore[import-untyped]

    # A space between the characters keeps the dictionary from reading two of them as one word.
    characters = [chr(code) for code in range(0x4E00, 0xA000)]
    converted = OpenCC("t2s").convert(" ".join(characters)).split(" ")
    pairs = zip(characters, converted, strict=True)
    return "".join(old + new for old, new in pairs if old != new and new in simplified)
