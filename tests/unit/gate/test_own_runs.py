"""Of several figures in one quote, each item has its own."""

from __future__ import annotations

import pytest

from tests.unit.gate.conftest import Say
from workreport.content import Run, parse
from workreport.figures import Units, read_figures
from workreport.gate import double_entry
from workreport.gate.own_runs import RULE, proposed

OVERVIEW, CITY, LIVELIHOOD = "2022_review/01-overview.yaml", "2022_review/02-city.yaml", "2023_tasks/02-livelihood.yaml"
SOURCE = "source/2023.zh.md"


def test_sound(say: Say) -> None:
    assert say(RULE) == []


def test_the_growth_beside_a_figure_is_not_another_one(say: Say) -> None:
    """The quote holds 32.6亿元 and its growth; without `change` it would hold two figures."""
    assert say(double_entry.RULE, (OVERVIEW, '    change: {value: 1.36, unit: "%"}\n', "")) == [
        "01-overview.yaml:23 of-missing: the quote holds “32.6亿元”, “1.36%”, and the item does not say which is its own"
    ]


def test_a_waived_figure_is_no_other_one(say: Say) -> None:
    assert say(
        double_entry.RULE,
        (CITY, "quote: 新增停车位520个", "quote: 新增停车位520个（含车位3个以上街区的）"),
        (SOURCE, "新增停车位520个", "新增停车位520个（含车位3个以上街区的）"),
        ("source/2023.waivers.yaml", "figures:", "figures:\n  - {at: p4, text: 含车位3个以上街区的, reason: threshold}"),
    ) == []  # fmt: skip


def test_growth_of_another_figure(say: Say) -> None:
    edits = [(OVERVIEW, "    bound: more_than\n", '    bound: more_than\n    change: {value: 1.36, unit: "%"}\n')]
    assert say(double_entry.RULE, *edits) == [
        "01-overview.yaml:40 figure-change: the change of 1.36% is not that of “超过5.4万元”"
    ]


@pytest.mark.parametrize("text", ["；增长1.36%，人均可支配收入超过5.4万元", "与人均可支配收入超过5.4万元均增长1.36%"])
def test_growth_before_its_figure_or_of_several(say: Say, text: str) -> None:
    """Of the last figure: in the second text of both."""
    assert say(
        double_entry.RULE,
        (SOURCE, "，增长1.36%；人均可支配收入超过5.4万元", text),
        (OVERVIEW, "亿元，增长1.36%\n", "亿元\n"),
        (OVERVIEW, '    change: {value: 1.36, unit: "%"}\n', ""),
        (OVERVIEW, "，增长1.36%；人均可支配收入超过5.4万元", text),
        (OVERVIEW, "    bound: more_than\n", '    bound: more_than\n    change: {value: 1.36, unit: "%"}\n'),
    ) == []  # fmt: skip


def test_a_unit_says_what_is_counted_where_nothing_else_does(say: Say) -> None:
    """81金, 91银: the title has the unit."""
    edits = [(LIVELIHOOD, "of: 义务教育学位900个", "of: 900个")]
    assert [line for line in say(RULE, *edits) if "of-title" in line] == [
        "02-livelihood.yaml:48 of-title: the run “900个” shares no word with the title “义务教育学位”"
    ]
    assert say(RULE, *edits, (LIVELIHOOD, "zh: 义务教育学位,", "zh: 义务教育学位（个）,")) == []


def test_what_rises_is_named_before_both_ends(say: Say) -> None:
    assert say(
        RULE,
        (SOURCE, "义务教育学位900个", "义务教育学位从800个增加到900个"),
        (LIVELIHOOD, "，义务教育学位900个", "，义务教育学位从800个增加到900个"),
        (LIVELIHOOD, "of: 义务教育学位900个", "of: 增加到900个"),
    ) == []  # fmt: skip


def test_what_is_counted_in_turn_is_named_before_the_list(say: Say) -> None:
    assert say(
        RULE,
        (SOURCE, "义务教育学位900个", "学前、义务教育学位分别新增700个、900个"),
        (LIVELIHOOD, "，义务教育学位900个", "，学前、义务教育学位分别新增700个、900个"),
        (LIVELIHOOD, "of: 义务教育学位900个", "of: 900个"),
    ) == []  # fmt: skip


@pytest.mark.parametrize(
    ("text", "figure", "run"),
    [
        ("全年新增学位720个，新建幼儿园4所。", "720个", "全年新增学位720个"),
        ("取得81金、91银、92铜的优异成绩。", "91银", "91银"),
        ("完成46个小区250.76万平方米改造。", "46个", "完成46个小区"),
        ("完成46个小区250.76万平方米改造。", "250.76万平方米", "小区250.76万平方米改造"),
    ],
)
def test_the_run_that_a_hint_proposes(text: str, figure: str, run: str, units: Units) -> None:
    (block,) = parse("x.md", text).blocks
    figures = read_figures(text, units)
    (stated,) = (read for read in figures if read.text == figure)
    assert proposed(block, figures, stated, Run(0, len(text))) == run
