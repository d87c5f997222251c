"""The reason of a waiver fits its run."""

from __future__ import annotations

import pytest

from tests.unit.gate.conftest import Say
from workreport.content import dense
from workreport.figures import Units, read
from workreport.gate.reasons import _FIGURES, _SENTENCES, RULE, _Run


def fitting(text: str, units: Units) -> set[str]:
    reading = read(text, units)
    run = _Run(text=dense(text), asides=reading.asides, figures=reading.figures, known=frozenset())
    return {reason for forms in (_FIGURES, _SENTENCES) for reason, (fits, _) in forms.items() if fits(run)}


def test_sound(say: Say) -> None:
    """The mini content has a waiver of each reason."""
    assert say(RULE) == []


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("2023年1月4日", {"date"}),
        ("2022 年全国居家和社区基本养老服务提升行动", {"name"}),
        ("PM2.5", {"name"}),
        ("样例政发〔2023〕1号", {"document_number", "ordinal"}),
        ("全国首家", {"first_of_its_kind"}),
        ("10亿元级企业（项目）", {"threshold"}),
        ("五个方面", {"fixed_phrase", "name"}),
        ("完成全年目标的132%", {"restated", "name"}),
        ("连续35年", {"duration"}),
        ("（21）", {"note_marker", "ordinal"}),
        ("60万吨玻纤一期", {"capacity", "name", "ordinal"}),
        ("居全市第3位", {"rank", "ordinal"}),
    ],
)
def test_the_form_of_a_figure_waiver(text: str, reasons: set[str], units: Units) -> None:
    assert fitting(text, units) & set(_FIGURES) == reasons


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("综合分析形势，机遇与挑战并存。", True),
        ("发展基础更加坚实。", True),
        ("保持经济平稳运行难度加大。", True),
        ("开放的大市场能提供机遇。", True),
        ("我们深入贯彻会议精神，扎实做好“六稳”工作。", True),
        ("加快创业载体建设。", False),
        ("形势逼人，持续深化专项整治。", False),
        ("我们将加快推进项目，新建公园。", False),
        ("各位代表，前路漫漫。", False),
    ],
)
def test_background_states(text: str, states: bool, units: Units) -> None:
    assert ("background" in fitting(text, units)) is states


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("坚持人民城市人民建", {"guiding_principle"}),
        ("以新思想为指导，全面贯彻会议精神", {"guiding_principle"}),
        ("重点抓好以下五个方面：", {"transition", "lead_in"}),
        ("过去，", {"background", "transition"}),
        ("让我们团结奋斗！", {"closing"}),
        ("分送：各街道。", {"background", "distribution"}),
    ],
)
def test_the_form_of_a_sentence_waiver(text: str, reasons: set[str], units: Units) -> None:
    assert fitting(text, units) & set(_SENTENCES) == reasons


def test_a_figure_is_restated_where_an_item_states_it(say: Say) -> None:
    waiver = "figures:\n  - {at: p4, text: 5000万元以上项目全部开工, reason: "
    said = say(RULE, ("source/2023.waivers.yaml", "figures:\n", f"{waiver}restated}}\n"))
    assert [line.partition(": ")[2] for line in said] == [
        "“5000万元以上项目全部开工” has not the form of restated: a figure that is restated is encoded elsewhere, or says "
        "how much of a goal was done"
    ]
