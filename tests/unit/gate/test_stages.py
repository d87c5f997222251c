"""Which stage of the work a text counts, and whether it says that there is so much or that so much comes."""

from __future__ import annotations

import pytest

from workreport.gate.stages import amount, said, stages


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("建成41个口袋公园", "建设4个口袋公园", False),
        ("建设完成8个服务中心", "推进10个服务中心建设", False),
        ("完成博山道等十余条道路及市政管线建设", "建成道路12条", True),
        ("4所幼儿园完成建设并投入使用", "竣工幼儿园2所", True),
        ("新建停车场8处", "建成停车场10处", True),  # begun or built: it may be either
        ("新建停车场8处", "建设停车场10处", True),
        ("引进主导产业企业541家", "落地主导产业企业300家以上", False),
        ("新注册企业600个", "落地企业520家以上", False),
        ("6家企业被评为“专精特新”企业", "新增入库3-5家“专精特新”企业", False),
        ("7个夜市开街运营", "打造3-4个夜市品牌项目", False),
        ("提升改造4个菜市场", "改造菜市场3个", True),
        ("国家海洋信息中心等12个项目实现开工并纳统", "开工项目15个", True),
    ],
)
def test_stages(one: str, other: str, alike: bool) -> None:
    mine, theirs = (frozenset().union(*stages(text).values()) for text in (one, other))
    assert mine
    assert theirs
    assert bool(mine & theirs) == alike


@pytest.mark.parametrize(
    "text",
    [
        "落地注册资金亿元及以上企业"[2:],
        "建成区绿化覆盖率38%",
        "外汇储备3万亿美元",
        "优良率提升至99%",
        "铁路运营里程4万公里",
        "新增就业1.65万人",
    ],
)
def test_names_that_hold_a_verb_say_no_stage(text: str) -> None:
    assert stages(text) == {}


@pytest.mark.parametrize(
    ("text", "outright", "hinted"),
    [
        ("年内新增就业达到1.65万人", "flow", "flow"),
        ("新注册市场主体增长10%以上", "flow", "flow"),
        ("专利总数1200件", "stock", "stock"),
        ("汽车保有量突破3亿辆", "stock", "stock"),
        ("全区智慧社区达到555个", None, "stock"),
        ("年内建成240个智慧社区", None, "flow"),
        ("认定的高新技术企业达到155家", None, "stock"),
        ("举办赛事200余场", None, None),
    ],
)
def test_what_there_is_and_what_comes(text: str, outright: str | None, hinted: str | None) -> None:
    assert said(text) == outright
    assert amount(text, counted=True) == hinted


def test_an_amount_of_money_is_reached_within_a_year() -> None:
    assert amount("实际利用外资额达到2000万美元", counted=False) is None
