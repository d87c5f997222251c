from __future__ import annotations

import pytest

from workreport.draft.nouns import counted


@pytest.mark.parametrize(
    ("before", "after", "kind", "noun"),
    [
        ("建设", "口袋公园", "level", "建设的口袋公园"),
        ("新建停车场", "", "level", "新建停车场"),
        ("确保完成老旧小区改造", "", "level", "完成的老旧小区改造"),
        ("全年森林覆盖率达到", "", "level", "森林覆盖率"),
        ("力争城镇登记失业率控制在", "", "level", "城镇登记失业率"),
        ("地区生产总值增长", "", "growth", "地区生产总值增长"),
        ("单位生产总值能耗下降", "", "decline", "单位生产总值能耗下降"),
        ("为", "独居老人安装呼叫器", "level", "独居老人"),
        ("增长", "", "growth", ""),
        ("建筑业总产值达到", "", "level", "建筑业总产值"),
        ("清洁能源装机", "", "level", "清洁能源装机"),
        ("开行货运班列", "", "level", "开行的货运班列"),
        ("建设和改造地下管网", "", "level", "建设和改造的地下管网"),
    ],
)
def test_what_is_counted_stands_round_its_figure(before: str, after: str, kind: str, noun: str) -> None:
    assert counted(before, after, kind) == noun  # type: ignore[arg-type]


def test_a_list_shares_its_verb() -> None:
    assert counted("标准厂房", "", "level", shared="改造道路8条、") == "改造的标准厂房"
    assert counted("参保率达到", "", "level", shared="改造道路8条、") == "参保率"
