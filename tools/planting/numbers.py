"""False numbers for texts: the same falsehood in Chinese and in English, or in one of them alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

_NUMBER = re.compile(r"(?<![0-9A-Za-z.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![0-9A-Za-z]|[.,]\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORDS = (
    ("两", "two"), ("二", "two"), ("三", "three"), ("四", "four"), ("五", "five"), ("六", "six"),
    ("七", "seven"), ("八", "eight"), ("九", "nine"), ("十", "ten"),
)  # fmt: skip
_OTHER = {"two": ("六", "six"), "six": ("八", "eight")}


def numbers(text: str) -> list[re.Match[str]]:
    """The numbers in digits, but for years and what is joined to letters."""
    return [found for found in _NUMBER.finditer(text) if not _YEAR.fullmatch(found[0])]


def value(number: str) -> Decimal:
    """Of a number as it is printed: 16,500."""
    return Decimal(number.replace(",", ""))


def doubled(number: str) -> str:
    """Twice a number, printed as it was: 33,000 for 16,500."""
    twice = value(number) * 2
    return f"{twice:,}" if "," in number else f"{twice}"


def tens(one: Decimal, other: Decimal) -> bool:
    """Whether the one is the other, or ten, a hundred … times as much or as little."""
    ratio = one / other if other else other
    return bool(ratio) and ratio.scaleb(-ratio.adjusted()) == 1


def put(text: str, found: re.Match[str], new: str) -> str:
    """The text with another run in the place of the one that was found."""
    return text[: found.start()] + new + text[found.end() :]


def falsified(zh: str, en: str) -> Iterator[tuple[str, str]]:
    """Both texts with the same number doubled, for each number that stands in both."""
    for number in numbers(zh):
        for other in numbers(en):
            if tens(value(other[0]), value(number[0])):  # 32.6亿 is 3.26 billion
                yield put(zh, number, doubled(number[0])), put(en, other, doubled(other[0]))
                break


def reworded(zh: str, en: str) -> Iterator[tuple[str, str]]:
    """Both texts with the same number in words altered, for each word that stands in both."""
    for han, word in _WORDS:
        found = re.search(rf"\b{word}\b", en, re.IGNORECASE)
        if found and han in zh:
            other_han, other = _OTHER.get(word, ("二", "two"))
            yield zh.replace(han, other_han, 1), put(en, found, other.title() if found[0][0].isupper() else other)


def multitudes(zh: str) -> Iterator[str]:
    """A Chinese text with 十余, 百余, 数十 made another multitude."""
    for old, new in (
        ("十余", "百余"),
        ("百余", "千余"),
        ("千余", "万余"),
        ("万余", "十万余"),
        ("数十", "数百"),
        ("数百", "数千"),
    ):
        if old in zh:
            yield zh.replace(old, new, 1)
