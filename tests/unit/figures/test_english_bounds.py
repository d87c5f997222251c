"""Hedges of English: each says one thing, a negation turns it, and only one beside its number is surely its own."""

from __future__ import annotations

import pytest

from workreport.figures.bounds import Bound
from workreport.figures.english_bounds import english_bound, says

SAID: dict[str, tuple[Bound, str]] = {
    "about": ("about", "约"),
    "nearly": ("about", "近"),
    "at_least": ("at_least", "不低于"),
    "more_than": ("more_than", "超过"),
    "at_most": ("at_most", "不超过"),
    "less_than": ("at_most", "不到"),
}
"""A Chinese hedge that asks for each kind alone; 近 takes `about`, too."""
BEFORE = {
    "about": ["about", "around", "approximately", "roughly", "some", "circa", "in the region of", "~"],
    "nearly": ["nearly", "almost", "close to", "approaching", "near"],
    "at_least": [
        "at least", "no less than", "not less than", "no fewer than", "not lower than", "not below", "not under",
        "a minimum of", "at or above", "≥",
    ],
    "more_than": [
        "more than", "over", "above", "beyond", "exceeding", "surpassed", "greater than", "higher than", "upwards of",
        "in excess of", "topped", "passed", "crossed", "broke", "past", ">",
    ],
    "at_most": [
        "at most", "no more than", "not more than", "not over", "not above", "not exceeding", "will not exceed", "within",
        "up to", "a maximum of", "at or below", "without exceeding", "capped at", "≤",
    ],
    "less_than": ["less than", "fewer than", "lower than", "under", "below", "short of", "shy of", "not yet", "<"],
}  # fmt: skip
AFTER = {
    "about": [" or so", " or thereabouts"],
    "at_least": [" or more", " or above", " and above", " or older", " at least"],
    "more_than": ["-odd", "+"],
    "at_most": [" or less", " or fewer", " or below", " at most"],
}


@pytest.mark.parametrize(("kind", "word"), [(kind, word) for kind, words in BEFORE.items() for word in words])
def test_a_word_before_says_its_own_bound_and_no_other(kind: str, word: str) -> None:
    for other, (bound, hedge) in SAID.items():
        lacks, _ = english_bound(bound, hedge, f"a total of {word} ", " schools")
        assert (lacks == "") == (kind in says(bound, hedge)), (word, other)


@pytest.mark.parametrize(("kind", "word"), [(kind, word) for kind, words in AFTER.items() for word in words])
def test_a_word_behind_says_its_own_bound_and_no_other(kind: str, word: str) -> None:
    for bound, hedge in SAID.values():
        lacks, _ = english_bound(bound, hedge, "built ", word)
        assert (lacks == "") == (kind in says(bound, hedge)), (word, bound)


@pytest.mark.parametrize("word", [w for words in BEFORE.values() for w in words if w not in (
    "near", "approaching", "topped", "passed", "crossed", "broke", "past")])  # fmt: skip
def test_a_word_directly_before_a_bare_figure_is_added(word: str) -> None:
    assert english_bound("exact", "", f"built {word} ", " schools")[1]


@pytest.mark.parametrize("word", [w for words in AFTER.values() for w in words])
def test_a_word_directly_behind_a_bare_figure_is_added(word: str) -> None:
    assert english_bound("exact", "", "built ", word)[1]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("within the ", " zones"),
        ("passed ", " laws"),
        ("near ", " schools"),
        ("at least, over the years, ", " schools"),
        ("brought about ", " reforms"),
        ("built ", " schools, of medium size or above"),
        ("built ", " enterprises of medium size and above"),
        ("built ", ", at least "),
        ("took over ", " plants"),
        ("built ", " odd ones"),
    ],
)
def test_what_may_not_be_a_bound_is_none(before: str, after: str) -> None:
    assert english_bound("exact", "", before, after) == ("", "")


@pytest.mark.parametrize("bound", ["about", "at_least", "more_than", "at_most"])
def test_a_negated_bound_is_another(bound: Bound) -> None:
    word = {"about": "about", "at_least": "at least", "more_than": "more than", "at_most": "at most"}[bound]
    assert english_bound(bound, "", f"{word} ", "") == ("", "")
    suggested = "no more than" if bound == "at_most" else word
    for no in ("not ", "never ", "doesn't "):
        assert english_bound(bound, "", f"{no}{word} ", "") == (suggested, "")


def test_the_nearest_hedge_counts_and_may_stand_at_a_distance() -> None:
    assert english_bound("more_than", "突破", "the population passed the mark of ", "") == ("", "")
    assert english_bound("more_than", "突破", "the population exceeded, by now, at most ", "") == ("more than", "")
    assert english_bound("at_least", "以上", "at least 5 and about ", "") == ("at least", "")


def test_time_and_words_and_units() -> None:
    assert english_bound("exact", "", "over ", " years", lasting=True) == ("", "")
    assert english_bound("exact", "", "about ", " years", lasting=True) == ("", "about")
    assert english_bound("exact", "", "under ", " heads", word=True) == ("", "")
    assert english_bound("exact", "", "about ", " heads", word=True) == ("", "about")
    assert english_bound("exact", "", "", " yuan or above", named=True) == ("", "or above")
    assert english_bound("exact", "", "", " enterprises or above") == ("", "")


@pytest.mark.parametrize(
    ("bound", "hedge", "kinds"),
    [
        ("about", "左右", ("about",)),
        ("about", "近", ("nearly", "about")),
        ("at_least", "余", ("more_than", "at_least")),
        ("at_least", "以上", ("at_least",)),
        ("at_most", "以下", ("at_most", "less_than")),
        ("at_most", "以内", ("at_most",)),
        ("at_most", "低于", ("less_than",)),
        ("exact", "", ()),
        ("several", "数", ()),
    ],
)
def test_what_english_may_say(bound: Bound, hedge: str, kinds: tuple[str, ...]) -> None:
    assert says(bound, hedge) == kinds


def test_a_range_is_only_ever_approximate() -> None:
    assert english_bound("range", "左右", "about ", "") == ("", "")
    assert english_bound("range", "左右", "", "") == ("about", "")
    assert english_bound("range", "以上", "at least ", "") == english_bound("range", "以上", "", "") == ("", "")
    assert english_bound("range", "", "about ", "") == ("", "about")
