from __future__ import annotations

import pytest

from workreport.draft.commitments.cores import apart, core, tie


@pytest.mark.parametrize(
    ("title", "noun"),
    [
        ("新增义务教育学位数量", "义务教育学位"),
        ("盘活的空置楼宇面积", "空置楼宇"),
        ("服务业增加值增长", "服务业增加值"),
        ("改造的老旧小区", "老旧小区"),
        ("全市固定资产投资增长", "固定资产投资"),
    ],
)
def test_the_noun_of_a_title_is_what_is_counted(title: str, noun: str) -> None:
    assert core(title) == noun


@pytest.mark.parametrize(
    ("goal", "outcome", "counted", "tied"),
    [
        ("建设的口袋公园", "建成的口袋公园", True, "equal"),
        ("新建公厕", "改造的公厕", True, "equal"),
        ("落地的京冀企业", "新注册京津冀企业（项目）", True, "wider"),
        ("省级“小巨人”企业", "“小巨人”企业", True, "wider"),
        ("实际利用外资额", "实际利用内资", False, "other"),
        ("新增义务教育学位", "新增学前教育学位", True, None),
        ("服务业增加值增长", "规上工业增加值增长", False, None),
        ("引进的企业", "培育的企业", True, None),
        ("引进的企业", "引进的企业", True, "equal"),
        ("推出的便民举措", "推出的举措", True, None),
        ("园区总产值", "总产值", False, None),
        ("实施的技改项目", "年均增速", True, None),
        ("居民消费价格涨幅", "年均增速", False, None),
        ("研发经费占地区生产总值比重", "地区生产总值增长", False, None),
        ("居民收入", "城乡居民人均可支配收入增长", False, "wider"),
        ("新建（改）公路", "新建公路", True, "wider"),
    ],
)
def test_titles_are_tied_by_their_nouns(goal: str, outcome: str, counted: bool, tied: str | None) -> None:
    assert tie(goal, outcome, counted=counted) == tied


def test_deeds_that_share_no_character_are_other_deeds() -> None:
    assert apart("治理的耕地", "修复的耕地")
    assert not apart("引育的人才", "引进的人才")
    assert not apart("新增耕地", "修复的耕地")
