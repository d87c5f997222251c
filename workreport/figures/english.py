"""Numbers of English texts, in digits or in words: where they stand and what they are worth. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from math import prod

_NUMBER = re.compile(
    r"(?<![\w.,])(?P<money>US\$|¥)?(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
    r"(?:[\s-]+(?P<scale>hundred|thousand|million|billion|trillion)\b)?"
    r"|(?<=PM)(?P<name>[0-9]+(?:\.[0-9]+)?)"
)
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_WORDS = {
    word: value
    for value, words in {
        0: ("zero", "no"),
        1: ("one", "a", "single"),
        2: ("two", "both", "twice", "double"),
        3: ("three",),
        4: ("four",),
        5: ("five",),
        6: ("six",),
        7: ("seven",),
        8: ("eight",),
        9: ("nine",),
        10: ("ten",),
        11: ("eleven",),
        12: ("twelve", "dozen"),
        13: ("thirteen",),
        14: ("fourteen",),
        15: ("fifteen",),
        16: ("sixteen",),
        17: ("seventeen",),
        18: ("eighteen",),
        19: ("nineteen",),
        20: ("twenty",),
        30: ("thirty",),
        40: ("forty",),
        50: ("fifty",),
        100: ("hundred",),
        1000: ("thousand",),
        10000: ("ten thousand", "10,000"),
    }.items()
    for word in words
}
_WORD = re.compile(
    rf"\b(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))})\b(?P<scales>(?:[\s-]+(?:{'|'.join(_SCALES)})\b){{0,2}})",
    re.IGNORECASE,
)
_SCALE = re.compile("|".join(_SCALES), re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number printed in English: its offsets and its value with million and billion worked in."""

    start: int
    end: int
    value: Decimal
    bare: Decimal
    """The number as printed, before million or billion."""
    digits: bool


def read_numbers(text: str) -> list[Number]:
    """Every number in an English text, in digits or in words, in the order of their offsets."""
    found = []
    for match in _NUMBER.finditer(text):
        if match["name"]:
            found.append(_number(match.span("name"), Decimal(match["name"]), 1, digits=True))
        else:
            scale = _SCALES.get(match["scale"] or "", 1)
            found.append(_number(match.span(), Decimal(match["number"].replace(",", "")), scale, digits=True))
    for match in _WORD.finditer(text):
        bare = Decimal(_WORDS[match["word"].lower()])
        scale = prod(_SCALES[word[0].lower()] for word in _SCALE.finditer(match["scales"]))
        found.append(_number(match.span(), bare, scale, digits=False))
    return sorted(found, key=lambda number: number.start)


def _number(run: tuple[int, int], bare: Decimal, scale: int, *, digits: bool) -> Number:
    return Number(start=run[0], end=run[1], value=bare * scale, bare=bare, digits=digits)


@cache
def months() -> tuple[str, ...]:
    """The names of the months, January first."""
    from babel.dates import get_month_names  # slow to import, and only dates need it

    return tuple(get_month_names("wide", locale="en").values())
