"""Years and bases are what the text says, and unlike ones are never `same`."""

from __future__ import annotations

import pytest

from tests.unit.gate.conftest import Say
from workreport.gate.comparisons import RULE as COMPARISONS
from workreport.gate.coverage_figures import RULE as COVERAGE
from workreport.gate.double_entry import RULE

REVIEW, TASKS, SOURCE = "2021_review/01-all.yaml", "2022_tasks/01-all.yaml", "source/2022.zh.md"
OVERVIEW, CITY = "2022_review/01-overview.yaml", "2022_review/02-city.yaml"


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        ([(REVIEW, "    period: {from: 2017, to: 2021}\n", "")],
         "figure-period: the sentence of “2100个” speaks of 2017-2021, and no period is written"),
        ([(REVIEW, "period: {from: 2017, to: 2021}", "period: {from: 2016, to: 2021}")],
         "figure-period: period is 2016-2021, but the sentence of “2100个” speaks of 2017-2021"),
        # 五年来 need not be said of the figure: the editor may say that it is of the year
        ([(REVIEW, "period: {from: 2017, to: 2021}", "period: {from: 2021, to: 2021}")], ""),
        # an end that is open is that of the folder
        ([(REVIEW, "period: {from: 2017, to: 2021}", "period: {from: 2017}")], ""),
        ([(TASKS, "        period: {to: 2030}\n", "")],
         "figure-period: the sentence of “15平方米” speaks of up to 2030, and no period is written"),
        ([(TASKS, "period: {to: 2030}", "period: {from: 2022, to: 2022}")],
         "figure-period: period is 2022, but the sentence of “15平方米” speaks of up to 2030"),
        # what no text says
        ([(REVIEW, "    quote: 新建公园4个。\n", "    quote: 新建公园4个。\n    period: {from: 2019, to: 2021}\n")],
         "figure-period: period is 2019-2021, but no text before “4个” names these years"),
        # a heading over a figure, or the opening of its paragraph, asks which it is
        ([(SOURCE, "## 一、2021年工作回顾", "## 一、过去五年工作回顾")],
         "figure-period: the text above “1.2万人” speaks of 2017-2021, and no period is written\n"
         "figure-period: the text above “4个” speaks of 2017-2021, and no period is written"),
        ([(SOURCE, "新增就业1.2万人。", "五年来，事业进步。新增就业1.2万人。"),
          (REVIEW, "    quote: 新建公园4个。\n", "    quote: 新建公园4个。\n    period: {to: 2021}\n")],
         "figure-period: the text above “1.2万人” speaks of 2017-2021, and no period is written"),
        # another year in another clause may be about something else
        ([(SOURCE, "新建公园4个。", "2019年规划的公园开放，新建公园4个。")],
         "figure-period: the sentence of “4个” speaks of 2019, and no period is written"),
        ([(SOURCE, "新建公园4个。", "2019年规划的公园开放，新建公园4个。"),
          (REVIEW, "    quote: 新建公园4个。\n", "    quote: 新建公园4个。\n    period: {to: 2021}\n")], ""),
        # one end of a span is the year of a level
        ([(SOURCE, "新建公园4个。", "2018年到2021年，新建公园从2个增加到4个。"),
          (REVIEW, "    quote: 新建公园4个。\n", "    quote: 新建公园从2个增加到4个。\n    of: 增加到4个\n    period: {from: 2021, to: 2021}\n"),
          (REVIEW, "  - id: parking-in-five-years", """  - id: parks-before
    title: {zh: 公园, en: Parks}
    quote: 新建公园从2个
    value: 2
    unit: 个
    bound: exact
    period: {from: 2018, to: 2018}
    topics: [parks]

  - id: parking-in-five-years""")], ""),
        # growth on the year before is of its year
        ([(SOURCE, "新建公园4个。", "比2020年多新建公园4个。")], ""),
        ([(SOURCE, "新建公园4个。", "比2019年多新建公园4个。")],
         "figure-period: the sentence of “4个” speaks of 2019-2021, and no period is written"),
        ([(REVIEW, "    basis: cumulative\n", "")], "figure-basis: “2100个” reads cumulative, and no basis is written"),
        ([(REVIEW, "basis: cumulative", "basis: planned")], "figure-basis: basis is planned, but “2100个” reads cumulative"),
        ([(REVIEW, "    quote: 新建公园4个。\n", "    quote: 新建公园4个。\n    basis: comparable\n")],
         "figure-basis: basis is comparable, but no text before “4个” says so"),
        ([(SOURCE, "新增就业1.2万人。", "按可比口径计算。新增就业1.2万人。"),
          (REVIEW, "    quote: 新建公园4个。\n", "    quote: 新建公园4个。\n    basis: comparable\n")], ""),
        # a goal is planned without being called so; an outcome is not
        ([(SOURCE, "新建4个公园", "计划新建4个公园")], ""),
        ([(SOURCE, "新建公园4个。", "计划新建公园4个。")], "figure-basis: “4个” reads planned, and no basis is written"),
    ],
)  # fmt: skip
def test_entered_and_said(say: Say, edits: list[tuple[str, str, str]], said: str) -> None:
    assert "\n".join(line.partition(" ")[2] for line in say(RULE, *edits)) == said


def test_a_goal_in_words_has_its_year_too(say: Say) -> None:
    edits = [
        (SOURCE, "人均公园面积达到15平方米", "基本建成公园城市"),
        (TASKS, "quote: 到2030年，人均公园面积达到15平方米。", "quote: 到2030年，基本建成公园城市。"),
        (TASKS, "        value: 15\n        unit: 平方米\n        bound: exact\n", "        words: {zh: 基本建成公园城市, en: A city of parks}\n"),
    ]  # fmt: skip
    assert say(RULE, *edits) == []
    (found,) = say(RULE, *edits, (TASKS, "        period: {to: 2030}\n", ""))
    assert found.endswith("the sentence of “基本建成公园城市” speaks of up to 2030, and no period is written")


def test_a_change_has_the_period_of_its_metric_and_may_have_its_own(say: Say) -> None:
    source = ("source/2023.zh.md", "36微克/立方米，下降7.7%", "36微克/立方米，比2017年下降7.7%")
    quote = (
        CITY,
        "quote: PM2.5平均浓度36微克/立方米，下降7.7%。",
        "quote: PM2.5平均浓度36微克/立方米，比2017年下降7.7%。",
    )
    (found,) = say(RULE, source, quote)
    assert found.endswith("figure-period: the sentence of “7.7%” speaks of 2017-2022, and no period is written")
    assert (
        say(RULE, source, quote, (CITY, 'value: -7.7, unit: "%"', 'value: -7.7, unit: "%", period: {from: 2017}')) == []
    )


def test_the_basis_of_a_change(say: Say) -> None:
    edits = [
        ("source/2023.zh.md", "32.6亿元，增长1.36%", "32.6亿元，可比口径增长1.36%"),
        (OVERVIEW, "32.6亿元，增长1.36%", "32.6亿元，可比口径增长1.36%"),
    ]
    (found,) = say(RULE, *edits)
    assert found.endswith("01-overview.yaml:28 figure-basis: “1.36%” reads comparable, and no basis is written")
    written = (OVERVIEW, 'value: 1.36, unit: "%"', 'value: 1.36, unit: "%", basis: comparable')
    assert say(RULE, *edits, written) == []


def test_the_year_of_a_period_is_accounted_for(say: Say) -> None:
    (found,) = say(COVERAGE, (TASKS, "        period: {to: 2030}\n", ""))
    assert "figure-uncovered: “2030”" in found
    assert say(COVERAGE) == []


SAME = "baseline: {metric: 2021/parks, comparability: same}"


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        ([(TASKS, SAME, SAME.replace("parks", "parking-in-five-years"))],
         "the periods differ: 2017-2021 in the outcome, 2022 in the goal"),
        # a goal for 2030 is none for next year
        ([(TASKS, "bound: exact\n        measure: parks\n        " + SAME, "bound: exact\n        period: {to: 2030}\n        measure: parks\n        " + SAME)],
         "the periods differ: 2021 in the outcome, up to 2030 in the goal"),
        ([(TASKS, "bound: exact\n        measure: parks\n        " + SAME, "bound: exact\n        period: {from: 2030, to: 2030}\n        measure: parks\n        " + SAME)],
         "the periods differ: 2021 in the outcome, 2030 in the goal"),
        # five years beside five years
        ([(TASKS, "bound: exact\n        measure: parks\n        " + SAME,
           "bound: exact\n        period: {from: 2022, to: 2026}\n        basis: cumulative\n        measure: parking\n        " + SAME.replace("parks", "parking-in-five-years"))], ""),
        ([(TASKS, "bound: exact\n        measure: parks\n        " + SAME,
           "bound: exact\n        period: {from: 2022, to: 2026}\n        measure: parks\n        " + SAME.replace("parks", "parking-in-five-years"))],
         "the bases differ: cumulative in the outcome, none in the goal"),
        # a goal is planned by nature
        ([(TASKS, "bound: exact\n        measure: parks\n        " + SAME, "bound: exact\n        basis: planned\n        measure: parks\n        " + SAME)], ""),
    ],
)  # fmt: skip
def test_the_same_is_of_the_same_time_and_basis(say: Say, edits: list[tuple[str, str, str]], said: str) -> None:
    found = [line.partition(" ")[2] for line in say(COMPARISONS, *edits)]
    assert found == ([f"comparison-unlike: {said}"] if said else [])
