"""Bounds: what makes them in Chinese, what says them in English, and that every language prints them all."""

from __future__ import annotations

import pytest

from workreport.figures.bounds import BOUND_WORDS, BOUNDS, english_adds, english_lacks, hedge_after, hedge_before, side


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
    assert hedge_before(before) == found


def test_after_a_number() -> None:
    assert hedge_after("左右，") == ("左右", "about")
    assert hedge_after("以上。") == ("以上", "at_least")
    assert hedge_after("个") is None


def test_english_says_the_bound() -> None:
    assert english_lacks("at_least", "不低于", "no less than ", " people") == ""
    assert english_lacks("at_least", "不低于", "some ", " people") == "at least"
    assert english_lacks("at_least", "余", "over ", "") == "", "余 is rounded down: more than, or at least"
    assert english_lacks("exact", "", "", "") == ""
    assert english_adds("exact", "created about ") == "about"
    assert english_adds("about", "created about ") == ""


@pytest.mark.parametrize("lang", BOUND_WORDS)
def test_every_language_prints_every_bound(lang: str) -> None:
    words = BOUND_WORDS[lang]
    assert list(words.label) == list(BOUNDS)
    assert set(words.before) == set(BOUNDS) - {"exact", "range"}
    assert set(words.chart) == set(words.edge) == {side(bound) for bound in BOUNDS} - {0}
