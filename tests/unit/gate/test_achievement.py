"""Nothing is called achieved or missed unless the report does."""

from __future__ import annotations

from tests.unit.gate.conftest import Say, told
from workreport.gate.achievement import RULE

ECONOMY, LIVELIHOOD, CITY = "2023_tasks/01-economy.yaml", "2023_tasks/02-livelihood.yaml", "2022_review/02-city.yaml"


def test_each_claim_in_each_language(say: Say) -> None:
    assert told(say, RULE) == []
    assert told(say, RULE,
        (LIVELIHOOD, "{zh: 新建公园8个以上, en: Build", "{zh: 如期新建公园8个以上, en: Successfully build"),
        (LIVELIHOOD, "zh: 就业、公园、停车、学位和空气。", "zh: 就业、公园、停车、学位和空气，已达成。"),
        (ECONOMY, "{zh: 三项目标在同一句。, en: The three goals stand in one sentence.}",
         "{zh: 三项目标进展顺利。, en: The three goals are on track.}"),
        (CITY, "title: {zh: 新增停车位, en: New parking spaces}", "title: {zh: 超额新增停车位, en: Outstanding new parking spaces}"),
    ) == [
        "01-economy.yaml own-achievement: the note says “on track”, and the report does not say so there",
        "01-economy.yaml own-achievement: the note says “进展顺利”, and the report does not say so there",
        "01-economy.yaml own-achievement: the note says “顺利”, and the report does not say so there",
        "02-city.yaml own-achievement: the title says “Outstanding”, and the report does not say so there",
        "02-city.yaml own-achievement: the title says “超额”, and the report does not say so there",
        "02-livelihood.yaml own-achievement: the summary says “已达成”, and the report does not say so there",
        "02-livelihood.yaml own-achievement: the title says “Successfully”, and the report does not say so there",
        "02-livelihood.yaml own-achievement: the title says “如期”, and the report does not say so there",
    ]  # fmt: skip


def test_no_goal_is_said_to_be_met(say: Say) -> None:
    """Not in the reason of a comparison, whatever the review has; nor of all goals, nor in a term's meaning."""
    assert told(
        say,
        RULE,
        (LIVELIHOOD, "zh: 一个是学前教育，一个是义务教育。", "zh: 一个是学前教育，一个是义务教育，目标已经完成。"),
        (CITY, "zh: 敌意的样例：", "zh: 各项目标已全部实现。敌意的样例："),
        ("glossary.yaml", "en: Office buildings that stand empty.", "en: The goal has been met."),
        ("source/2023.zh.md", "新建公园5个", "完成全年目标任务，新建公园5个"),
    ) == [
        "02-livelihood.yaml own-achievement: the reason says “目标已经完成”, and the report does not say so there",
        "glossary.yaml own-achievement: the meaning says “goal has been met”, and the report does not say so there",
    ]
    assert len(told(say, RULE, (CITY, "zh: 敌意的样例：", "zh: 各项目标已全部实现。敌意的样例："))) == 2


def test_a_claim_of_the_report_may_be_repeated(say: Say) -> None:
    """In words of its own kind: 如期 bears out “on schedule”."""
    title = (CITY, "en: New parking spaces}", "en: New parking spaces on schedule}")
    assert len(told(say, RULE, title)) == 1
    said = "如期新增停车位520个"
    assert told(say, RULE, title, (CITY, "quote: 新增停车位520个", f"quote: {said}"),
                ("source/2023.zh.md", "新增停车位520个", said)) == []  # fmt: skip
