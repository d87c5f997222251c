"""Quotes stand in their section, once; goals in words stand in their quotes."""

from __future__ import annotations

from tests.unit.gate.conftest import Say
from workreport.gate.quotes import RULE

CITY, ECONOMY = "2022_review/02-city.yaml", "2023_tasks/01-economy.yaml"


def test_a_sound_quote(say: Say) -> None:
    """White space, bold and subscripts do not count: the source has “1.65 万人” and “PM<sub>2.5</sub>”."""
    assert say(RULE) == []
    assert say(RULE, (CITY, "quote: 新建公园5个\n", "quote: 新　建 公 园 5 个\n")) == []


def test_a_quote_that_every_target_shares_is_told_once(say: Say) -> None:
    assert say(RULE, (ECONOMY, "quote: 盘活空置楼宇5万平方米，引进企业3-5家。", "quote: 盘活空置楼宇6万平方米。")) == [
        "01-economy.yaml:47 quote-absent: the quote is not in the paragraphs of this section"
    ]


def test_the_own_quote_of_a_target(say: Say) -> None:
    assert say(RULE, (ECONOMY, "quote: 城镇调查失业率控制在5.5%以内", "quote: 控制在5.5%以内以内")) == [
        "01-economy.yaml:38 quote-absent: the quote is not in the paragraphs of this section"
    ]


def test_a_goal_in_words_may_be_broken_like_the_source(say: Say) -> None:
    assert say(RULE, (ECONOMY, "zh: 与经济发展同步增长, en", "zh: 与经济发展 同步增长, en")) == []
    assert say(RULE, (ECONOMY, "zh: 与经济发展同步增长, en", "zh: 与经济同步增长, en")) == [
        "01-economy.yaml:29 words-absent: these words are not in the quote"
    ]


def test_a_section_whose_paragraphs_do_not_exist_cannot_be_checked(say: Say) -> None:
    found = say(RULE, (CITY, "paragraphs: {first: p4, last: p4}", "paragraphs: {first: p4, last: p40}"))
    assert len(found) == 5
    assert all("quote-unchecked: the quote cannot be checked: the section's paragraphs are not in" in f for f in found)
