"""Bounds: what makes them in Chinese, what says them in English, and that every language prints them all."""

from __future__ import annotations

import pytest

from workreport.figures.before import Backwards
from workreport.figures.bounds import (
    AFTER,
    BEFORE,
    BOUND_WORDS,
    BOUNDS,
    MULTITUDES,
    NO_HEDGE,
    Bound,
    after_number,
    side,
)
from workreport.figures.chinese import read_figures
from workreport.figures.units import Units


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("全年新增就业不低于", ("不低于", "at_least")),
        ("控制在不超过", ("不超过", "at_most")),
        ("突破", ("突破", "more_than")),
        ("总投资约", ("约", "about")),
        ("累计签约", None),
        ("新增", None),
    ],
)
def test_before_a_number(before: str, found: tuple[str, str] | None) -> None:
    read = Backwards(before).read(len(before))
    assert ((read.hedge, read.bound) if read.hedge else None) == found


@pytest.mark.parametrize("word", sorted({*BEFORE} - {"上"}))
def test_every_word_bounds_the_number_after_it(word: str, units: Units) -> None:
    (figure,) = read_figures(f"全年新增{word}36家。", units)
    assert (figure.quantity.bound, figure.quantity.hedge) == (BEFORE[word], word)


@pytest.mark.parametrize("word", sorted({*AFTER} - {"内"}))
def test_every_word_bounds_the_number_before_it(word: str, units: Units) -> None:
    (figure,) = read_figures(f"全年新增36家{word}。", units)
    assert (figure.quantity.bound, figure.quantity.hedge) == (AFTER[word], word)
    assert after_number(word) == AFTER[word]


@pytest.mark.parametrize("lang", BOUND_WORDS)
def test_every_language_prints_every_bound(lang: str) -> None:
    words = BOUND_WORDS[lang]
    assert list(words.label) == list(BOUNDS)
    assert set(words.before) == set(BOUNDS) - {"exact", "range", "several"}
    assert set(words.chart) == {side(bound) for bound in BOUNDS} - {0}


@pytest.mark.parametrize("word", sorted(word for words in NO_HEDGE.values() for word in words))
def test_words_that_only_end_like_a_hedge_bound_nothing(word: str, units: Units) -> None:
    (figure,) = read_figures(f"全年{word}36家。", units)
    assert figure.quantity.bound == "exact" or word in ("以上", "之上")


def test_multitudes_are_named_by_their_size() -> None:
    assert sorted(MULTITUDES) == [10**power for power in range(1, 13)]
    for power, name in MULTITUDES.items():
        size = {
            "dozens": 10,
            "hundreds": 100,
            "thousands": 10**3,
            "millions": 10**6,
            "billions": 10**9,
            "trillions": 10**12,
        }
        unit, _, scale = name.partition(" of ")
        assert power == {"tens": 10, "hundreds": 100}.get(unit, 1) * size[scale] if scale else power == size[unit]


@pytest.mark.parametrize(
    ("bound", "hedge", "en", "zh"),
    [
        ("about", "约", "about ", "约"), ("about", "近", "nearly ", "约"), ("at_least", "余", "more than ", "不低于"),
        ("at_least", "以上", "at least ", "不低于"), ("more_than", "超过", "more than ", "超过"), ("at_most", "以内", "no more than ", "不超过"),
        ("at_most", "不到", "under ", "不超过"), ("at_most", "", "no more than ", "不超过"), ("exact", "", "", ""), ("exact", "近", "", ""),
    ],
)  # fmt: skip
def test_what_is_printed_before_a_number(bound: Bound, hedge: str, en: str, zh: str) -> None:
    assert BOUND_WORDS["en"].printed(bound, hedge) == en
    assert BOUND_WORDS["zh"].printed(bound, hedge) == zh
