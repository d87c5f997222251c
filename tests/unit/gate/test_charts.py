"""Charts draw what belongs on one axis."""

from __future__ import annotations

import pytest

from tests.unit.gate.conftest import Say
from workreport.gate.charts import RULE

REVIEW, TASKS = "2022_review/02-city.yaml", "2023_tasks/02-livelihood.yaml"


def test_sound(say: Say) -> None:
    assert say(RULE) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (REVIEW, "[parking, preschool-places]", "[parks, pm25]",
         ["chart-units: “pm25” is in 微克/立方米, “parks” in 个: one axis, one unit"]),
        (REVIEW, "[parking, preschool-places]", "[parks]", ["chart-few: one figure alone makes no chart"]),
        (REVIEW, "[parking, preschool-places]", "[parks, income]",
         ["chart-unknown: this section has no metric “income”"]),
        (REVIEW, "metrics: [community-parks]", "metrics: [parks]", ["chart-share: “parks” is no share of a whole"]),
        (TASKS, "targets: [parks, parking]", "targets: [parks, school-places]",
         ["chart-comparison: “school-places” is scope_differs: its outcome and its goal may not share an axis"]),
        (TASKS, "targets: [parks, parking]", "targets: [parks, parks]",
         ["chart-unknown: “parks” stands twice in this chart"]),
        ("2023_tasks/01-economy.yaml", "targets: [unemployment]", "targets: [unemployment, income]",
         ["chart-units: “income” is a goal in words, without a number to draw"]),
        ("2023_tasks/01-economy.yaml", "targets: [unemployment]", "targets: [budget-revenue]",
         ["chart-share: “budget-revenue” is no share of a whole"]),
    ],
)  # fmt: skip
def test_a_chart(say: Say, file: str, old: str, new: str, said: list[str]) -> None:
    assert [line.partition(" ")[2] for line in say(RULE, (file, old, new))] == said


def test_a_figure_that_was_refused_is_not_told_once_more(say: Say) -> None:
    assert say(RULE, (REVIEW, "value: 520", "value: 521")) == []


def test_five_years_are_not_drawn_beside_one(say: Say) -> None:
    older = "2021_review/01-all.yaml"
    chart = "charts:\n  - {id: added, kind: bars, metrics: [parks, parking-in-five-years]}\nmetrics:"
    (found,) = say(RULE, (older, "metrics:", chart))
    assert found.endswith("chart-units: “parking-in-five-years” is of 2017-2021, “parks” of 2021: one axis, one period")
