"""The translation stands beside the Chinese sentence by sentence, with the same quantities."""

from __future__ import annotations

from tests.unit.gate.conftest import Say
from workreport.gate.translation import RULE

ENGLISH = "source/2022.en.md"


def test_a_number_is_missed_in_its_own_sentence(say: Say) -> None:
    assert say(RULE) == []
    (found,) = say(RULE, (ENGLISH, "12,000", "many"))
    assert "english-quantity: p3s1: " in found


def test_a_heading_has_its_english_too(say: Say) -> None:
    found = say(RULE, ("source/2022.zh.md", "# 样例区2022年政府工作报告", "# 样例区2022年政府工作报告3项"))
    assert [line.partition(" ")[2] for line in found] == [
        "english-quantity: h1: “3项” of the Chinese is missing in the English"
    ]


def test_blocks_that_do_not_match_are_told_instead(say: Say) -> None:
    (found,) = say(RULE, (ENGLISH, "# ", ""))
    assert "english-blocks: " in found
