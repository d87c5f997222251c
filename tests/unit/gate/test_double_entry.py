"""What an editor enters is what the quote reads."""

from __future__ import annotations

from tests.unit.gate.conftest import Say
from workreport.gate.double_entry import RULE

OVERVIEW, ECONOMY = "2022_review/01-overview.yaml", "2023_tasks/01-economy.yaml"


def test_sound(say: Say) -> None:
    assert say(RULE) == []


def test_the_bound_of_a_change(say: Say) -> None:
    assert say(RULE, (OVERVIEW, 'value: 1.36, unit: "%"', 'value: 1.36, unit: "%", bound: about')) == [
        "01-overview.yaml:28 figure-bound: the bound of the change is about, but “1.36%” in the quote reads exact"
    ]


def test_the_unit_of_a_change(say: Say) -> None:
    assert say(RULE, (OVERVIEW, 'value: 1.36, unit: "%"', "value: 1.36, unit: 点")) == [
        "01-overview.yaml:28 unit-unknown: “点” is not in units.yaml"
    ]


def test_a_fall_is_not_a_rise(say: Say) -> None:
    assert say(RULE, (OVERVIEW, "value: 1.36", "value: -1.36")) == [
        "01-overview.yaml:28 figure-change: the quote does not state a change of -1.36%"
    ]


def test_the_upper_end_of_a_range(say: Say) -> None:
    assert say(RULE, (ECONOMY, "value_high: 5", "value_high: 6")) == [
        "01-economy.yaml:62 figure-value: the value is 3-6家, but the quote reads “3-5家” (range)"
    ]


def test_an_estimate_that_the_quote_leaves_out(say: Say) -> None:
    """The sentence begins with 预计, and the quote after it."""
    assert say(RULE, (OVERVIEW, "quote: 预计，全年一般公共预算收入完成32.6亿元，增长1.36%\n", "quote: 完成32.6亿元，增长1.36%\n")) == [
        "01-overview.yaml:23 quote-cut: the quote leaves out words that qualify its figure: it reads “32.6亿元”, "
        "its sentence “32.6亿元” (estimate)"
    ]  # fmt: skip


def test_a_target_has_a_number_or_words(say: Say) -> None:
    both = say(RULE, (ECONOMY, "words: {zh: 与经济发展同步增长", "value: 4\n        words: {zh: 与经济发展同步增长"))
    assert both == ["01-economy.yaml:27 target-form: a target has value, unit and bound, or it has words"]
