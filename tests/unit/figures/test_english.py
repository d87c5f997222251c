"""Numbers of English texts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from workreport.figures.dates import months
from workreport.figures.english import read_numbers, spoken


def test_numbers() -> None:
    numbers = read_numbers("About 3.26 billion yuan, 16,500 people, two of 3–5, PM2.5, 110 kV")
    assert [(str(n.value), n.digits) for n in numbers if n.digits] == [
        ("3260000000.00", True), ("16500", True), ("3", True), ("5", True), ("2.5", True), ("110", True)]  # fmt: skip


def test_months_begin_with_january() -> None:
    assert (months()[0], months()[11], len(months())) == ("January", "December", 12)


SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINALS = [
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
]


def value(text: str) -> Decimal:
    (found,) = read_numbers(text)
    return found.value


def test_words_are_worth_what_they_say() -> None:
    assert [value(word) for word in SMALL] == list(range(21))
    assert [value(word) for word in TENS] == list(range(20, 100, 10))
    assert [value(f"{word}-six") for word in TENS] == list(range(26, 106, 10))
    assert [value(f"{word}-sixth") for word in TENS] == list(range(26, 106, 10))
    assert value("a dozen schools".removeprefix("a ")) == 12
    assert [value(word) for word in ("twice", "double", "both", "single", "no")] == [2, 2, 2, 1, 0]


def test_scales_are_worth_what_they_say() -> None:
    scales = ("hundred", "thousand", "million", "billion", "trillion")
    sizes = [100, 1000, 10**6, 10**9, 10**12]
    assert [value(f"3 {scale}") for scale in scales] == [3 * size for size in sizes]
    assert [value(f"three {scale}") for scale in scales] == [3 * size for size in sizes]
    assert [value(f"a {scale}") for scale in scales] == sizes
    assert [value(text) for text in ("3.26 billion", "ten thousand", "two hundred thousand")] == [
        3260000000,
        10000,
        200000,
    ]


def said(text: str, chinese: str, *allowed: str) -> list[str]:
    words = [number for number in read_numbers(text) if not number.digits]
    return list(spoken(text, words, {Decimal(value) for value in allowed}, chinese))


@pytest.mark.parametrize(("number", "word"), list(enumerate(ORDINALS, 2)))
def test_ordinals_are_numbers(number: int, word: str) -> None:
    assert said(f"the {word} group", "批") == [word]
    assert said(f"the {word} group", "批", str(number)) == []
    assert said(f"the {word} group", "批", str(number + 1)) == [word]


@pytest.mark.parametrize(
    ("word", "number", "chinese"),
    [
        ("half", "50", "半"), ("halves", "0.5", "半"), ("double", "2", "双倍番对重复"), ("doubled", "2", "双倍番对重复"),
        ("twofold", "2", "双倍番对重复"), ("dual", "2", "双倍番对重复"), ("twice", "2", "双倍番对重复"), ("tripled", "3", ""),
        ("triple", "3", ""), ("quadrupled", "4", "番"), ("thirds", "3", ""), ("zero", "0", "无没不清归"),
        ("second", "2", "次再秒亚副双"), ("two", "2", "双两对俩倍番"), ("dozens", "", "数几十百千万亿众无"),
        ("thousands", "", "数几十百千万亿众无"), ("millions", "", "数几十百千万亿众无"),
    ],
)  # fmt: skip
def test_other_words_need_their_number_or_a_character_that_says_it(word: str, number: str, chinese: str) -> None:
    assert said(f"they {word} it", "批") == [word]
    assert not number or said(f"they {word} it", "批", number) == []
    assert [letter for letter in chinese if said(f"they {word} it", letter)] == []


def test_words_that_count_nothing() -> None:
    assert said("one of a single kind, both, with no twenty-foot box", "批") == []
    assert said("two decades", "批", "20") == []
    assert said("two decades", "批", "200") == ["two"]
