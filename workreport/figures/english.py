"""Numbers of English texts, in digits or in words: where they stand and what they are worth. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
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
        60: ("sixty",),
        70: ("seventy",),
        80: ("eighty",),
        90: ("ninety",),
        100: ("hundred",),
        1000: ("thousand",),
        10000: ("ten thousand", "10,000"),
    }.items()
    for word in words
}
_UNITS = {
    **{word: value for word, value in _WORDS.items() if 0 < value < 10},
    **{
        word: value
        for value, word in enumerate(
            ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"], 1
        )
    },
}
_WORD = re.compile(
    rf"\b(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))})\b"
    rf"(?:(?<=ty)-(?P<one>{'|'.join(_UNITS)})\b)?(?P<scales>(?:[\s-]+(?:{'|'.join(_SCALES)})\b){{0,2}})",
    re.IGNORECASE,
)
_SCALE = re.compile("|".join(_SCALES), re.IGNORECASE)
_IDLE = frozenset(("no", "one", "a", "single", "both", "zero", "twice", "double"))
"""Number words that mostly count nothing: one-stop, both sides."""
_ORDINALS = {
    word: value
    for value, word in enumerate(
        [
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        2,
    )
}
_SPOKEN: Mapping[str, tuple[tuple[str, ...], str]] = {
    **{word: ((str(value),), "次再秒亚副双" if value == 2 else "") for word, value in _ORDINALS.items()},
    **dict.fromkeys(("half", "halves"), (("0.5", "50"), "半")),
    **dict.fromkeys(("double", "doubles", "doubled", "doubling", "twofold", "dual", "twice"), (("2",), "双倍番对重复")),
    **dict.fromkeys(("triple", "tripled", "tripling", "threefold"), (("3",), "")),
    **dict.fromkeys(("quadruple", "quadrupled", "fourfold"), (("4",), "番")),
    "thirds": (("3",), ""),
    "zero": (("0",), "无没不清归"),
    **dict.fromkeys(("dozens", "scores", "hundreds", "thousands", "millions", "billions"), ((), "数几十百千万亿众无")),
}
"""Words that state a number, too: the values of which the Chinese must have one, or the characters that say it otherwise."""
_SPOKEN_WORD = re.compile(rf"\b(?<!ty-)(?:{'|'.join(_SPOKEN)})\b", re.IGNORECASE)
_DECADES = re.compile(r"[\s-]+decades?\b")
_TWO = "双两对俩倍番"
"""How Chinese says two without its numeral."""


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
    ends = {number.end for number in found}
    for match in _WORD.finditer(text):
        if match.end() in ends:  # the scale of a number in digits: 3 thousand
            continue
        bare = Decimal(_WORDS[match["word"].lower()] + _UNITS.get((match["one"] or "").lower(), 0))
        scale = prod(_SCALES[word[0].lower()] for word in _SCALE.finditer(match["scales"]))
        found.append(_number(match.span(), bare, scale, digits=False))
    return sorted(found, key=lambda number: number.start)


def _number(run: tuple[int, int], bare: Decimal, scale: int, *, digits: bool) -> Number:
    return Number(start=run[0], end=run[1], value=bare * scale, bare=bare, digits=digits)


def spoken(text: str, words: Iterable[Number], allowed: Collection[Decimal], chinese: str) -> Iterator[str]:
    """The words of a text that state a number of which `chinese` knows nothing.

    `words`: the numbers of the text in words that are to be looked at; `allowed`: all that the numerals of the Chinese say.
    """
    for number in words:
        word = text[number.start : number.end]
        if word.casefold() in _IDLE or text.startswith("-foot", number.end):  # a unit: twenty-foot
            continue
        value = number.value * (10 if _DECADES.match(text, number.end) else 1)
        if value not in allowed and not (number.value == 2 and any(letter in chinese for letter in _TWO)):
            yield word
    for match in _SPOKEN_WORD.finditer(text):
        values, letters = _SPOKEN[match[0].casefold()]
        if not any(Decimal(value) in allowed for value in values) and not any(letter in chinese for letter in letters):
            yield match[0]
