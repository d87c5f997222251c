"""A waiver names a run that stands where it says, once."""

from __future__ import annotations

import pytest

from tests.unit.gate.conftest import Say
from workreport.gate.coverage_figures import RULE

WAIVERS = "source/2023.waivers.yaml"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "{at: p9, text: 2023年1月9日",
            "{at: p9, text: 2023年1月8日",
            "waiver-absent: “2023年1月8日” does not stand in p9",
        ),
        (
            "{at: p9, text: 2023年1月9日",
            "{at: p99, text: 2023年1月9日",
            "waiver-absent: “2023年1月9日” does not stand in p99",
        ),
        ("{at: p9, text: 2023年1月9日", '{at: p9, text: "9"', ""),
        (
            "{at: p2, text: 2023年1月4日",
            "{at: p2, text: 样例区",
            "waiver-ambiguous: “样例区” stands more than once in p2",
        ),
        ("{at: p9, text: 2023年1月9日", '{at: p9, text: " "', "waiver-absent: “ ” does not stand in p9"),
    ],
)
def test_where_a_waiver_stands(say: Say, old: str, new: str, said: str) -> None:
    found = [line.partition(" ")[2] for line in say(RULE, (WAIVERS, old, new)) if " waiver-" in line]
    assert found == ([said] if said else [])
