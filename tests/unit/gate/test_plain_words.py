"""Plain words hold the figures of the quoted sentences, and no others."""

from __future__ import annotations

import pytest

from tests.unit.gate.conftest import Say
from workreport.gate.plain_words import RULE

ECONOMY = "2023_tasks/01-economy.yaml"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("zh: 预算收入增长4%左右，", "zh: 预算收入增长约4%，", []),
        ("zh: 预算收入增长4%左右，", "zh: 预算收入增长4%，", ["say “4%”, which the quoted sentence does not", "leave out “4%左右”"]),
        ("zh: 预算收入增长4%左右，", "zh: ", ["leave out “4%左右”"]),
        ("<b>就这样</b>", "惠及3万人", ["say “3万人”, which the quoted sentence does not"]),
    ],
)  # fmt: skip
def test_figures_in_plain_words(say: Say, old: str, new: str, said: list[str]) -> None:
    assert say(RULE) == []
    found = [line.partition(" the plain words ")[2] for line in say(RULE, (ECONOMY, old, new))]
    assert sorted(found) == sorted(said)
