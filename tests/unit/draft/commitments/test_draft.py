from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.draft.commitments.texts import commitments, drafted
from workreport.content import load
from workreport.gate.gather import gather
from workreport.gate.rules import RULES

REVIEW = (
    "全年新增就业1.2万人。建成口袋公园12个。接待游客300万人次，增长20%。PM2.5平均浓度下降5%。落地总部企业4家。"
    "居民人均可支配收入达到3万元。优良天数比例达到90%。建成充电桩60个。"
)
METRICS: list[dict[str, Any]] = [
    {"id": "jobs", "title": "新增就业", "quote": "全年新增就业1.2万人", "value": 1.2, "unit": "万人"},
    {"id": "parks", "title": "建成的口袋公园", "quote": "建成口袋公园12个", "value": 12, "unit": "个"},
    {
        "id": "visitors",
        "title": "接待游客",
        "quote": "接待游客300万人次，增长20%",
        "value": 300,
        "unit": "万人次",
        "change": {"value": 20, "unit": "%"},
    },
    {"id": "pm", "title": "PM2.5平均浓度下降", "quote": "PM2.5平均浓度下降5%", "value": 5, "unit": "%"},
    {"id": "headquarters", "title": "落地的总部企业", "quote": "落地总部企业4家", "value": 4, "unit": "家"},
    {"id": "income", "title": "居民人均可支配收入", "quote": "居民人均可支配收入达到3万元", "value": 3, "unit": "万元"},
    {"id": "air", "title": "优良天数比例", "quote": "优良天数比例达到90%", "value": 90, "unit": "%"},
    {"id": "chargers", "title": "建成的充电桩", "quote": "建成充电桩60个", "value": 60, "unit": "个"},
]
TASKS = (
    "今年是关键一年。全年新增就业1.5万人以上。建设口袋公园20个。游客增长15%左右。PM2.5年均浓度控制在35微克/立方米以下。"
    "引进总部企业5家、高新技术企业30家。居民人均可支配收入与经济增长同步。优良天数比例达到92%以上。新建公交站台40个。\n\n"
    "**加快建设美丽城区。**以滨河路为轴，整治背街小巷15条，改造公厕6座，形成整洁有序的环境。到2033年，污水集中处理率达到98%。"
    "民生项目全部开工。各镇、街道均建成1个文化站。"
)
STATED = [{**one, "title": {"zh": one["title"]}} for one in METRICS]


def test_a_promise_has_its_quote_title_topics_and_targets() -> None:
    first, second = commitments("以滨河路为轴，整治背街小巷15条，改造公厕5座、菜市场6个。")
    assert first == {
        "id": "zheng-zhi-bei-jie-xiao-xiang-15-tiao",
        "title": {"zh": "整治背街小巷15条"},
        "quote": "以滨河路为轴，整治背街小巷15条",
        "topics": first["topics"],
        "targets": [
            {
                "id": "zheng-zhi-de-bei-jie-xiao-xiang",
                "title": {"zh": "整治的背街小巷"},
                "value": 15,
                "unit": "条",
                "bound": "exact",
                "baseline": {"comparability": "no_baseline"},
                "draft": True,
            }
        ],
        "draft": True,
    }
    assert [(one["title"]["zh"], one["of"], one["value"]) for one in second["targets"]] == [
        ("改造的公厕", "改造公厕5座", 5),
        ("改造的菜市场", "菜市场6个", 6),
    ]


def test_what_is_said_of_each_of_several_is_a_target_of_each() -> None:
    (one,) = commitments("工业投资、民间投资均增长8%以上。")
    assert [target["title"]["zh"] for target in one["targets"]] == ["工业投资增长", "民间投资增长"]


def test_a_goal_in_words_is_a_target_where_it_is_measured_against_others() -> None:
    (one,) = commitments("一般公共预算收入和固定资产投资高于全省平均水平。")
    assert [(target["title"]["zh"], target["words"]) for target in one["targets"]] == [
        ("一般公共预算收入", {"zh": "高于全省平均水平"}),
        ("固定资产投资", {"zh": "高于全省平均水平"}),
    ]


def test_a_goal_in_words_has_the_years_of_its_sentence() -> None:
    (one,) = commitments("到2033年，居民收入与经济增长基本同步。")
    assert (one["targets"][0]["words"], one["targets"][0]["period"]) == ({"zh": "与经济增长基本同步"}, {"to": 2033})


def test_a_goal_for_a_later_year_has_its_period() -> None:
    (one,) = commitments("到2033年，污水集中处理率达到98%。")
    assert one["targets"][0]["period"] == {"to": 2033}


def test_a_title_is_the_clause_that_promises() -> None:
    text = "一是新建桥梁2座；二是以产业为基础，支持装备制造、电子信息、生物医药、绿色食品、现代纺织等行业扩大产能，增强发展后劲。"
    assert [one["title"]["zh"] for one in commitments(text)] == ["新建桥梁2座", "支持装备制造等行业扩大产能"]


@pytest.mark.parametrize(
    ("title", "metric", "comparability"),
    [
        ("新增就业", "2030/jobs", "same"),
        ("建设的口袋公园", "2030/parks", "same"),
        ("游客增长", "2030/visitors", "scope_differs"),
        ("PM2.5年均浓度", "2030/pm", "basis_differs"),
        ("引进的总部企业", "2030/headquarters", "scope_differs"),
        ("引进的高新技术企业", None, "no_baseline"),
        ("居民人均可支配收入", "2030/income", "qualitative"),
        ("优良天数比例", "2030/air", "same"),
        ("新建公交站台", None, "no_baseline"),
    ],
)
def test_a_goal_is_compared_with_the_outcome_that_names_the_same(
    title: str, metric: str | None, comparability: str
) -> None:
    found = drafted(TASKS, REVIEW, STATED)
    baselines = {one["title"]["zh"]: one["baseline"] for each in found.sections[0] for one in each.get("targets", ())}
    assert (baselines[title].get("metric"), baselines[title]["comparability"]) == (metric, comparability)


def test_figures_of_one_measure_name_it() -> None:
    found = drafted(TASKS, REVIEW, STATED)
    assert {one["id"]: (one["counted"], one["unit"], one["type"]) for one in found.measures} == {
        "jiu-ye": (["就业"], "人", "flow"),
        "kou-dai-gong-yuan": (["口袋公园"], "个", "flow"),
        "you-liang-tian-shu-bi-li": (["优良天数比例"], "%", "ratio"),
    }
    assert found.measured == {"jobs": "jiu-ye", "parks": "kou-dai-gong-yuan", "air": "you-liang-tian-shu-bi-li"}


def test_a_draft_passes_the_gate_as_it_stands(tmp_path: Path) -> None:
    found = drafted(TASKS, REVIEW, STATED)
    text = f"## 一、2030年工作回顾\n\n{REVIEW}\n\n## 二、2031年工作任务\n\n{TASKS}\n"
    metrics = [
        {
            **one,
            "bound": "exact",
            "topics": ["economy"],
            **({"measure": found.measured[one["id"]]} if one["id"] in found.measured else {}),
        }
        for one in STATED
    ]
    files: dict[str, Any] = {
        "site.yaml": {
            "name": {"zh": "某区政府工作报告"},
            "tagline": {"zh": "承诺与结果"},
            "place": {"zh": "某区"},
            "languages": ["zh"],
            "allow_pending": False,
            "topics": [{"id": one, "title": {"zh": f"主题{one}"}} for one in _topics(found.sections[0])],
        },
        "source/2031.report.yaml": {"title": {"zh": "2031年工作任务"}},
        "source/2031.waivers.yaml": {"figures": list(found.figures), "sentences": list(found.waivers)},
        "measures.yaml": {"measures": list(found.measures)},
        "places.yaml": {"places": list(found.places)},
        "permalinks.yaml": {"permalinks": []},
        "2030_review/01.yaml": {
            "id": "review",
            "title": {"zh": "2030年工作回顾"},
            "paragraphs": {"first": "p1", "last": "p1"},
            "metrics": metrics,
            "draft": True,
        },
        "2031_tasks/01.yaml": {
            "id": "tasks",
            "title": {"zh": "2031年工作任务"},
            "paragraphs": {"first": "p2", "last": "p3"},
            "commitments": list(found.sections[0]),
            "draft": True,
        },
    }
    for name, tree in files.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(tree, ensure_ascii=False, indent=1), "utf-8")
    (tmp_path / "content/source/2031.zh.md").write_text(text, "utf-8")
    context = gather(load(tmp_path / "content", "content"))
    told = [problem for rule in RULES if "permalink" not in rule.key for problem in rule.faults(context)]
    # What only looks like a quantity is for the drafter of metrics to waive.
    assert [str(problem.message) for problem in told if str(problem.code) != "figure-uncovered"] == []


def _topics(sections: Any) -> list[str]:
    return sorted({"economy", *(topic for one in sections for topic in one["topics"])})
