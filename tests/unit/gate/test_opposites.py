"""Own words say neither the opposite of the report nor of the text that they translate."""

from __future__ import annotations

from tests.unit.gate.conftest import Say, told
from workreport.gate.opposites import PAIRS, RULE

LIVELIHOOD, CITY, OVERVIEW = "2023_tasks/02-livelihood.yaml", "2022_review/02-city.yaml", "2022_review/01-overview.yaml"


def test_directions_and_negations(say: Say) -> None:
    assert told(say, RULE) == []
    assert told(
        say,
        RULE,
        (LIVELIHOOD, "zh: 新增就业不低于1.65万人,", "zh: 减少就业不低于1.65万人,"),
        (LIVELIHOOD, "{zh: 新建公园8个以上, en: Build", "{zh: 拆除公园8个以上, en: Set up"),
        (LIVELIHOOD, "zh: 新增停车位和学位,", "zh: 不新增停车位和学位,"),
        (LIVELIHOOD, "en: Add parking spaces", "en: Never add parking spaces"),
        (CITY, "en: New parking spaces}", "en: Fewer parking spaces}"),
        (OVERVIEW, "{zh: 增速为可比口径。, en: The growth", "{zh: 下降为可比口径。, en: It"),
    ) == [
        "01-overview.yaml own-opposite: the note says “下降”, the report “增长”",
        "02-city.yaml own-opposite: the title says “Fewer”, the text that it translates “新增”",
        "02-livelihood.yaml own-negation: the title says “不新增”, the report “新增”",
        "02-livelihood.yaml own-opposite: the title says “减少”, the report “新增”",
        "02-livelihood.yaml own-opposite: the title says “拆除”, the report “新建”",
    ]


def test_what_the_report_negates(say: Say) -> None:
    """A “not” that is lost is found, and one that the report says in other words is none."""
    report = "保证不发生事故、遏制债务增量、开放场馆、提高和降低税率8个以上"

    def titled(title: str) -> list[str]:
        found = told(
            say,
            RULE,
            (LIVELIHOOD, "quote: 新建公园8个以上", f"quote: {report}"),
            (
                LIVELIHOOD,
                "title: {zh: 新建公园8个以上, en: Build at least 8 parks}",
                f"title: {{zh: {title}, en: Parks}}",
            ),
            ("source/2023.zh.md", "新建公园8个以上", report),
        )
        return [
            line.partition("the title ")[2] for line in found if line.startswith("02-livelihood") and "title" in line
        ]

    assert titled("保证发生事故、关闭场馆") == ["says “发生”, the report “不发生”", "says “关闭”, the report “开放”"]
    assert titled("保证不发生事故、防止债务增量、降低税率") == []


def test_no_word_is_on_both_sides() -> None:
    for side, other in PAIRS:
        for word in side.zh.pattern.split("|"):
            assert not other.zh.search(word), word
