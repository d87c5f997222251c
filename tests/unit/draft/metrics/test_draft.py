"""Each figure of a review becomes a metric, as the gate takes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.draft.metrics.texts import UNITS, drafted, metrics, report, titles
from workreport.content import load, parse
from workreport.draft import draft_commitments
from workreport.gate.gather import gather
from workreport.gate.rules import RULES

REVIEW = (
    "预计，全年地区生产总值增长6.5%左右；进出口总额完成80.5亿元，同比增长3.2%；城镇、农村居民收入分别增长4%、6%。"
    "新建候车亭12座、书屋3间，其中镇级书屋1间。东风路等5条道路完成改造，总投资2.4亿元。"
    "人均公园面积从2025年的9平方米增加到11平方米。设备完好率、准点率均达98%。"
    "累计培训1200人次。在市第三届运动会上取得5金3银2铜的好成绩。清洁能源占公交用能比重达到60%以上。改造6个5000万以上厂区。\n\n"
    "A5展馆于2030年3月开馆，全省首家。坚持五个方面协同发力。"
)


def test_a_metric_has_all_that_its_sentence_says() -> None:
    first, second, *_ = metrics(REVIEW)
    assert first == {
        "id": "di-qu-sheng-chan-zong-zhi-zeng-zhang",
        "title": {"zh": "地区生产总值增长"},
        "quote": "预计，全年地区生产总值增长6.5%左右",
        "value": 6.5,
        "unit": "%",
        "bound": "about",
        "estimate": True,
        "topics": first["topics"],
        "draft": True,
    }
    assert second["title"] == {"zh": "进出口总额"}
    assert second["of"] == "进出口总额完成80.5亿元"
    assert second["change"] == {"value": 3.2, "unit": "%", "basis": "year_on_year"}
    assert (second["value"], second["unit"], second["estimate"]) == (80.5, "亿元", True)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("新建候车亭12座、书屋3间。", ["新建候车亭", "新建书屋"]),
        ("东风路等5条道路完成改造，总投资2.4亿元。", ["完成改造的道路", "完成改造道路的总投资"]),
        ("城镇、农村居民收入分别增长4%、6%。", ["城镇居民收入增长", "农村居民收入增长"]),
        ("城乡居民收入分别增长4%和6%。", ["城镇居民收入增长", "农村居民收入增长"]),
        ("人均公园面积从2025年的9平方米增加到11平方米。", ["2025年人均公园面积", "人均公园面积"]),
        ("设备完好率、准点率均达98%。", ["设备完好率", "准点率"]),
        ("累计培训1200人次。", ["培训人次"]),
        ("发放补助2亿元，惠及9万人。", ["发放的补助", "惠及人数"]),
        ("综合改革拓展至38个行业。", ["综合改革拓展至的行业"]),
        ("石桥村等8个村被评为省级示范村。", ["省级示范村"]),
        ("居民养老、医疗保险参保率均达97%。", ["居民养老参保率", "医疗保险参保率"]),
        ("命名特色小镇3个、数量全省前列。", ["命名特色小镇"]),
        ("在市第三届运动会上取得5金3银的成绩。", ["市第三届运动会金牌", "市第三届运动会银牌"]),
        ("开工扩产项目9个、竣工7个。", ["开工的扩产项目", "竣工的扩产项目"]),
        ("集中签约6个物流项目。", ["集中签约的物流项目"]),
        ("山区5县工业产值增长7%。", ["山区工业产值增长"]),
        ("信访案件全部办结。", ["办结的信访案件"]),
        ("引进甲公司、乙公司等物流企业3家。", ["引进的物流企业"]),
        ("改造6个5000万以上厂区。", ["改造的厂区"]),
    ],
)
def test_a_title_is_what_is_counted(text: str, named: list[str]) -> None:
    assert titles(text) == named


def test_a_quote_is_as_short_as_stands_alone() -> None:
    quotes = [
        one["quote"] for one in metrics("我们迎难而上，新增岗位300个，预计带动消费2亿元。总投资5亿元。总投资5亿元。")
    ]
    assert quotes == ["新增岗位300个", "预计带动消费2亿元"]


def test_growth_is_a_metric_of_its_own_where_it_has_a_subject_of_its_own() -> None:
    text = "社会零售额120亿元，增长5%；税收30亿元，其中工业税收增长8%。"
    assert [(one["title"]["zh"], one.get("change", {}).get("value")) for one in metrics(text)] == [
        ("社会零售额", 5),
        ("税收", None),
        ("工业税收增长", None),
    ]


def test_growth_of_each_of_a_list_and_before_its_level_and_downwards() -> None:
    text = "甲类企业20家、乙类企业30家，均增长15%。存款增长8%，达到600亿元。信访量400件，下降12%。"
    assert [(one["value"], one["change"]["value"]) for one in metrics(text)] == [
        (20, 15),
        (30, 15),
        (600, 8),
        (400, -12),
    ]


def test_levels_and_growths_that_are_given_in_turn_belong_together_one_by_one() -> None:
    first, second = metrics("城乡居民收入分别为7万元、4万元，分别增长6.3%、8.2%。")
    assert (first["title"]["zh"], first["value"], first["change"]["value"]) == ("城镇居民收入", 7, 6.3)
    assert (second["title"]["zh"], second["value"], second["change"]["value"]) == ("农村居民收入", 4, 8.2)
    apart = metrics("城乡居民收入分别为7万元、4万元，增长6.3%和8.2%。")
    assert [(one["title"]["zh"], one["value"], one.get("change")) for one in apart] == [
        ("城镇居民收入", 7, None),
        ("农村居民收入", 4, None),
        ("城镇居民收入增长", 6.3, None),
        ("农村居民收入增长", 8.2, None),
    ]


def test_what_another_clause_counts_is_no_part() -> None:
    assert not any("part_of" in one for one in metrics("开工工业项目28个，其中技改项目3个，签约工业项目9个。")[2:])


def test_a_part_names_its_whole_and_a_share_what_it_is_of() -> None:
    book, part, share = metrics("新建书屋9间，其中镇级书屋4间。清洁能源占公交用能比重达到60%以上。")
    assert part["part_of"] == book["id"]
    assert share["whole"] == {"zh": "公交用能"}


def test_years_that_the_sentence_names_are_the_period() -> None:
    before, after = metrics("人均公园面积从2025年的9平方米增加到11平方米。")
    assert before["period"] == {"from": 2025, "to": 2025}
    assert "period" not in after


def test_what_no_title_can_be_cut_for_is_left_to_a_person() -> None:
    found = drafted("勇夺18金。另有3个。")
    assert [(one.sentence, one.run) for one in found.left] == [("p1s1", "18金"), ("p1s2", "3个")]
    assert [(one["text"], one["reason"]) for one in found.waivers if one["at"] == "p1"] == [
        ("18金", "undecided"),
        ("3个", "undecided"),
    ]


def test_figures_in_turn_whose_subjects_stand_elsewhere_are_left() -> None:
    assert titles("新增甲类企业7家、乙类企业1家，总数分别达60家、14家。") == ["新增甲类企业", "新增乙类企业"]


def test_a_share_has_the_name_before_it_and_the_whole_as_it_is_said() -> None:
    _, share = metrics("债券资金8亿元，占全州总量的24%。")
    assert (share["title"]["zh"], share["whole"]["zh"]) == ("债券资金占全州总量", "全州总量")


def test_a_draft_passes_the_gate_as_it_stands(tmp_path: Path) -> None:
    outline = report(REVIEW)
    source = parse("text", outline.text)
    found = drafted(REVIEW)
    tasks = draft_commitments(outline, source, UNITS, found)
    topics = {topic for one in (*found.sections[0], *tasks.sections[0]) for topic in one["topics"]}
    files: dict[str, Any] = {
        "site.yaml": {
            "name": {"zh": "某区政府工作报告"},
            "tagline": {"zh": "承诺与结果"},
            "place": {"zh": "某区"},
            "languages": ["zh"],
            "allow_pending": False,
            "topics": [{"id": one, "title": {"zh": f"主题{one}"}} for one in sorted(topics)],
        },
        "source/2031.report.yaml": {"title": {"zh": "2031年工作任务"}},
        "source/2031.waivers.yaml": {"figures": [*found.waivers, *tasks.figures], "sentences": list(tasks.waivers)},
        "permalinks.yaml": {"permalinks": []},
        "2030_review/01.yaml": {
            "id": "review",
            "title": {"zh": "2030年工作回顾"},
            "paragraphs": {"first": "p1", "last": "p2"},
            "metrics": list(found.sections[0]),
            "draft": True,
        },
        "2031_tasks/01.yaml": {
            "id": "tasks",
            "title": {"zh": "2031年工作任务"},
            "paragraphs": {"first": "p3", "last": "p3"},
            "commitments": list(tasks.sections[0]),
            "draft": True,
        },
    }
    for name, tree in files.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(tree, ensure_ascii=False, indent=1), "utf-8")
    (tmp_path / "content/source/2031.zh.md").write_text(outline.text, "utf-8")
    context = gather(load(tmp_path / "content", "content"))
    told = [problem for rule in RULES if "permalink" not in rule.key for problem in rule.faults(context)]
    assert [str(problem.message) for problem in told] == []
    assert found.left == ()
