"""Every clause of the tasks belongs to a commitment or a waiver."""

from __future__ import annotations

from tests.unit.gate.conftest import Say
from workreport.gate.coverage_promises import RULE

WAIVERS, LIVELIHOOD = "source/2023.waivers.yaml", "2023_tasks/02-livelihood.yaml"


def test_sound(say: Say) -> None:
    assert say(RULE) == []


def test_half_a_sentence_that_nobody_claims(say: Say) -> None:
    assert say(RULE, (WAIVERS, '  - {at: p7s2, text: "过去，", reason: transition}\n', "")) == [
        "2023.zh.md:19 promise-uncovered: “过去，” (p7s2) belongs to no commitment and no waiver"
    ]


def test_punctuation_alone_is_no_clause(say: Say) -> None:
    assert say(RULE, (WAIVERS, "text: 群众盼望更多公园。", "text: 群众盼望更多公园")) == []


def test_the_clauses_of_a_quote_that_was_refused(say: Say) -> None:
    """Told once, by the rule of quotes, where it is plain what the quote copies."""
    assert say(RULE, (LIVELIHOOD, "quote: 新建公园8个以上", "quote: 新建公园9个以上")) == []
    found = say(RULE, (LIVELIHOOD, "quote: 新建公园8个以上", "quote: 新修公共绿地"))
    assert found == [
        "2023.zh.md:19 promise-uncovered: “，新建公园8个以上，” (p7s3) belongs to no commitment and no waiver"
    ]


def test_a_waiver_names_the_sentence_that_its_run_stands_in(say: Say) -> None:
    assert say(RULE, (WAIVERS, "{at: p7s5, text", "{at: p7s4, text")) == [
        "2023.waivers.yaml:23 waiver-absent: “我们一定能够做到。” does not stand in p7s4",
        "2023.zh.md:19 promise-uncovered: “我们一定能够做到。” (p7s5) belongs to no commitment and no waiver",
    ]
