"""A title names what its quote names; a reason what is compared."""

from __future__ import annotations

from tests.unit.gate.conftest import Say, told
from workreport.gate.titles import RULE

LIVELIHOOD, CITY, OVERVIEW = "2023_tasks/02-livelihood.yaml", "2022_review/02-city.yaml", "2022_review/01-overview.yaml"


def test_titles_of_something_else(say: Say) -> None:
    assert told(say, RULE) == []
    assert told(
        say,
        RULE,
        (CITY, "title: {zh: 新增停车位, en: New parking spaces}", "title: {zh: 新增图书馆, en: New libraries}"),
        (CITY, "title: {zh: 新建社区公园, en", "title: {zh: 高等院校本科生和研究生爱去的公园, en"),
        (OVERVIEW, "title: {zh: 盘活空置楼宇, en: Vacant buildings put", "title: {zh: 盘活空置楼宇面积, en: Sites put"),
    ) == [
        "01-overview.yaml title-term: “空置楼宇” is not rendered as “vacant buildings”",
        "02-city.yaml title-noun: the title ends in “增图书馆”, which its quote does not name",
        "02-city.yaml title-noun: the title “高等院校本科生和研究生爱去的公园” has hardly a word of its quote",
    ]


def test_reasons_of_another_comparison(say: Say) -> None:
    reason = "zh: 一个是学前教育，一个是义务教育。"
    assert told(say, RULE, (LIVELIHOOD, reason, "zh: 一个是学前的学位，一个是义务教育的学位。")) == []
    assert told(say, RULE, (LIVELIHOOD, reason, "zh: 报告没有说明两者的范围，一个是学前教育。")) == [
        "02-livelihood.yaml reason-sides: the reason does not name “义务教育学位”"
    ]
    assert told(say, RULE, (LIVELIHOOD, reason, "zh: 报告没有说明两者的口径是否相同。")) == [
        "02-livelihood.yaml reason-sides: the reason does not name “义务教育学位”",
        "02-livelihood.yaml reason-sides: the reason does not name “学前教育学位”",
    ]
