"""Figures, counts and numerals of the site's own words are those of the sentences that they speak of."""

from __future__ import annotations

from tests.unit.gate.conftest import Say, told
from workreport.gate.own_figures import RULE

ECONOMY, LIVELIHOOD = "2023_tasks/01-economy.yaml", "2023_tasks/02-livelihood.yaml"
OVERVIEW, CITY = "2022_review/01-overview.yaml", "2022_review/02-city.yaml"


def test_titles(say: Say) -> None:
    """A title has the figures of its quotes as they are printed, and its ordinals."""
    assert told(say, RULE) == []
    assert told(say, RULE,
        (LIVELIHOOD, "zh: 新建公园8个以上,", "zh: 新建公园8个,"),
        (LIVELIHOOD, "zh: 新增就业不低于1.65万人,", "zh: 新增就业不低于1.75万人,"),
        (LIVELIHOOD, "zh: 新增停车位和学位,", "zh: 新增停车位500个以上和第五批学位,"),
        (CITY, "zh: 新建公园, en: New parks}\n    quote", "zh: 三环内新建公园, en: New parks}\n    quote"),
    ) == [
        "02-city.yaml own-numeral: the title says “三”, which the report does not say there",
        "02-livelihood.yaml own-numeral: the title says “第五”, which the report does not say there",
        "02-livelihood.yaml title-figure: the title says “8个”, which its quote does not",
        "02-livelihood.yaml title-figure: the title says “不低于1.75万人”, which its quote does not",
    ]  # fmt: skip


def test_a_title_that_the_report_prints_is_not_the_sites_own(say: Say) -> None:
    """A part of a heading is; what no heading has must stand in the section's own paragraphs."""
    source = ("source/2023.zh.md", "## 一、2022年工作回顾", "## 一、2022年和“十三五”时期工作回顾")
    title = "title: {zh: 一年总体情况,"
    assert told(say, RULE, source, (OVERVIEW, title, "title: {zh: 2022年和“十三五”时期工作回顾,")) == []
    assert told(say, RULE, source, (OVERVIEW, title, "title: {zh: “十二五”时期工作回顾,")) == [
        "01-overview.yaml own-numeral: the title says ““十二五””, which the report does not say there"
    ]


def test_reasons_notes_and_summaries(say: Say) -> None:
    """Any figure of the sentences will do, but not of something else; estimates need no 预计 here."""
    reason = "zh: 一个是学前教育，一个是义务教育。"
    assert told(say, RULE, (LIVELIHOOD, reason, "zh: 学前教育学位1200个，义务教育学位900个。")) == []
    assert told(say, RULE, (LIVELIHOOD, reason, "zh: 学前教育学位1200个，义务教育学位1200个。")) == []
    assert told(say, RULE, (LIVELIHOOD, reason, "zh: 学前教育学位1300个，新增车位520个。")) == [
        "02-livelihood.yaml own-figure: the reason says “1300个”, which the sentences that it speaks of do not"
    ]
    assert told(
        say,
        RULE,
        (CITY, "zh: 敌意的样例：", "zh: 新建的广场520个，新增停车位520个，学位1210个："),
        (OVERVIEW, "zh: 增速为可比口径。", "zh: 2020年增速为1.36%，收入32.6亿元。"),
        (ECONOMY, "whole: {zh: 城镇劳动力,", "whole: {zh: 城镇劳动力30万人,"),
    ) == [
        "01-economy.yaml own-figure: the whole says “30万人”, which the sentences that it speaks of do not",
        "01-overview.yaml own-numeral: the note says “2020年”, which the report does not say there",
        "02-city.yaml own-figure: the summary says “1210个”, which the sentences that it speaks of do not",
        "02-city.yaml own-figure: the summary says “520个” of something else than the report does",
    ]


def test_counts_of_the_site_itself(say: Say) -> None:
    """They are true of the list beside them, or of the section, or they are refused."""
    summary = "zh: 就业、公园、停车、学位和空气。"
    true = ("zh: 五个方面：就业、公园、停车、学位和空气；就业、公园、停车、学位和空气五个方面；四项承诺，共5项。",)
    false = {
        "zh: 三个方面：就业、公园、停车、学位和空气。": "三个",
        "zh: 就业、公园、停车、学位和空气六个方面。": "六个",
        "zh: 报告提出三项承诺。": "三项",
        "zh: 其中预计数2个。": "",
        "zh: 其中有2个预计数。": "2个",
    }
    for words in true:
        assert told(say, RULE, (LIVELIHOOD, summary, words)) == []
    for words, figure in false.items():
        code = f"own-count: the summary counts “{figure}”, which is not so"
        if not figure:
            code = "own-figure: the summary says “2个”, which the sentences that it speaks of do not"
        assert told(say, RULE, (LIVELIHOOD, summary, words)) == [f"02-livelihood.yaml {code}"]
    note = ("note: {zh: 两项都是预计数。", "note: {zh: 三项都是预计数。")
    assert told(say, RULE, (OVERVIEW, *note)) == [
        "01-overview.yaml own-count: the note counts “三项”, which is not so"
    ]  # fmt: skip


def test_what_is_said_of_gone_ids(say: Say) -> None:
    """It is about the sentence that the id stood for; so is what a correction says instead."""
    entry = 'old: {zh: 8个, en: "8"}, new: {zh: 新建公园9个以上, en: "9"}, reason: {zh: 误。, en: Wrong.}, date: "2026-12-01"'
    assert told(
        say,
        RULE,
        ("permalinks.yaml", "{zh: 原为误录，报告没有植树承诺。", "{zh: 原为误录，报告没有植树9000棵。"),
        ("corrections.yaml", "", f"corrections:\n  - {{item: 2023/commitments/parks, {entry}}}\n"),
    ) == [
        "corrections.yaml own-figure: the correction says “9个以上”, which the sentences that it speaks of do not",
        "permalinks.yaml own-figure: what is said of a retired id says “9000棵”, which the sentences that it speaks of do not",
    ]
