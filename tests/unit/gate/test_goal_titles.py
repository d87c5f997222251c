"""The English title of a goal tells of what is to be done."""

from __future__ import annotations

import pytest

from tests.unit.gate.conftest import Say, told
from workreport.gate.goal_titles import RULE

BRING = ("2023_tasks/01-economy.yaml", "en: Enterprises to bring in}")


@pytest.mark.parametrize(
    ("title", "deed"),
    [
        ("Pocket parks built", "built"),
        ("Old sites newly put back into use", "put"),
        ("Elderly people for whom devices are installed", "installed"),
        ("Floor space adjusted and optimized in malls", "optimized"),
        ("Projects (schools) completed by the street", "completed"),
        ("Proportion of services handled online", "handled"),
    ],
)
def test_a_deed_after_its_noun_is_refused(say: Say, title: str, deed: str) -> None:
    assert told(say, RULE, (*BRING, f"en: {title}}}")) == [
        f"01-economy.yaml goal-done: the title of a goal says “{deed}”, as if it were done"
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Pocket parks to build",
        "Old sites to put back into use",
        "Sites to clear and put back into use",
        "Schools to be completed in the district",
        "Growth in newly registered market entities",
        "Recently completed schools",
        "Built-up area",
        "Pupils enrolled in public schools",
        "Enterprises located in the district",
        "Surveyed urban unemployment rate",
        "Cut in emissions",
    ],
)
def test_what_is_meant_and_what_is_a_state_may_stand(say: Say, title: str) -> None:
    assert told(say, RULE, (*BRING, f"en: {title}}}")) == []
