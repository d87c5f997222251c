"""Every target says what it is compared with, and of which class that is."""

from __future__ import annotations

import pytest

from tests.unit.gate.conftest import Say
from workreport.gate.comparisons import RULE

ECONOMY, LIVELIHOOD = "2023_tasks/01-economy.yaml", "2023_tasks/02-livelihood.yaml"


def test_sound(say: Say) -> None:
    assert say(RULE) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("2022/parking, comparability: same", "2022/pm25, comparability: same",
         "comparison-unlike: the units differ: 微克/立方米 in the outcome, 个 in the goal"),
        ("2022/parking, comparability: same", "2021/parks, comparability: same",
         "baseline-unknown: 2021/parks is not an outcome of 2022"),
        ("2022/parking, comparability: same", "2022/parkng, comparability: same",
         "baseline-unknown: there is no metric 2022/parkng"),
        ("2022/parking, comparability: same", "2022/parking, comparability: no_baseline",
         "baseline-extra: a target without a baseline names a metric"),
        ("2022/parking, comparability: same", "2022/parking, comparability: same, reason: {zh: 一样。, en: The same.}",
         "reason-extra: comparability same needs no reason: the words of outcome and goal do not differ"),
        ("2022/parking, comparability: same", "2022/parking, comparability: scope_differs",
         "reason-missing: comparability scope_differs needs its reason in both languages"),
        ("2022/parking, comparability: same", "2022/enterprises, comparability: same",
         "comparison-unlike: the measures differ: enterprises in the outcome, parking in the goal"),
        ("metric: 2022/parking, comparability: same", "comparability: same",
         "baseline-missing: comparability same needs the metric that it compares with"),
    ],
)  # fmt: skip
def test_a_baseline(say: Say, old: str, new: str, said: str) -> None:
    assert [line.partition(" ")[2] for line in say(RULE, (LIVELIHOOD, old, new))] == ([said] if said else [])


def test_a_level_is_not_compared_with_growth(say: Say) -> None:
    old = "metric: 2022/budget-revenue\n          comparability: basis_differs"
    reason = (
        'reason: {zh: 2022年报告的是收入额，2023年目标是增速。, en: "For 2022 the report gives an amount, the 2023 goal is a rate of growth."}',
        "",
    )
    (found,) = say(RULE, (ECONOMY, old, old.replace("basis_differs", "same")), (ECONOMY, *reason))
    assert found.endswith("comparison-unlike: the units differ: 亿元 in the outcome, % in the goal")


GROWTH = """metric: 2022/budget-revenue
          comparability: basis_differs
          reason: {zh: 2022年报告的是收入额，2023年目标是增速。, en: "For 2022 the report gives an amount, the 2023 goal is a rate of growth."}
"""


def test_growth_is_compared_with_the_growth_beside_a_level(say: Say) -> None:
    same = "metric: 2022/budget-revenue\n          figure: change\n          comparability: same\n"
    assert say(RULE, (ECONOMY, GROWTH, same)) == []
    (found,) = say(
        RULE, (ECONOMY, GROWTH, same), ("2022_review/01-overview.yaml", 'unit: "%"}', 'unit: "%", basis: comparable}')
    )
    assert found.endswith("comparison-unlike: the bases differ: comparable in the outcome, year_on_year in the goal")
    (found,) = say(RULE, (LIVELIHOOD, "2022/parking,", "2022/parking, figure: change,"))
    assert found.endswith("baseline-missing: 2022/parking states no change on the year before")


def test_a_goal_in_words_is_qualitative(say: Say) -> None:
    (found,) = say(RULE, (ECONOMY, "comparability: qualitative", "comparability: scope_differs"))
    assert found.endswith("comparison-unlike: a goal in words can only be qualitative or without a baseline")
    (found,) = say(RULE, (ECONOMY, "comparability: basis_differs", "comparability: qualitative"))
    assert found.endswith("comparison-unlike: qualitative is for goals in words; this goal has a number")
