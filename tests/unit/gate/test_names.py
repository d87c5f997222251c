"""Terms and places are ones that the report names, and a rule is named where a term rests on one."""

from __future__ import annotations

import pytest

from tests.unit.gate.conftest import Say
from workreport.gate.names import RULE


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("places.yaml", "zh: 样例产业园", "zh: 样例 产业园", []),
        ("places.yaml", "zh: 样例产业园", "zh: 样例工业园", ["name-absent: “样例工业园” does not stand in the source text"]),
        ("glossary.yaml", "zh: 空置楼宇", "zh: 空置的楼宇", ["name-absent: “空置的楼宇” does not stand in the source text"]),
        ("glossary.yaml", "basis: rule\n", "basis: usage\n", ["term-rule: basis: rule needs the rule's title, and only it"]),
        ("glossary.yaml", "basis: usage", "basis: rule", ["term-rule: basis: rule needs the rule's title, and only it"]),
    ],
)  # fmt: skip
def test_names(say: Say, file: str, old: str, new: str, said: list[str]) -> None:
    assert say(RULE) == []
    assert [line.partition(" ")[2] for line in say(RULE, (file, old, new))] == said
