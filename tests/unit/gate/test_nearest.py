"""What a run that the source text lacks most likely copies, and which signs differ."""

from __future__ import annotations

import pytest

from workreport.content import parse
from workreport.gate.nearest import nearest, signs

BLOCKS = parse(
    "2023.zh.md",
    "新建公园 5 个，其中社区公园2个；新增停车位520个(含地下)。PM<sub>2.5</sub>平均浓度36微克/立方米。\n\n城镇调查失业率控制在5.5%以内。\n",
).blocks


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("新建公园6个", "新建公园 5 个"),
        ("新键公园5个", "新建公园 5 个"),
        ("薪建公园5个", "新建公园 5 个"),
        ("新建公园5", "新建公园 5"),
        ("新建了公园5个", "新建公园 5 个"),
        ("新建园5个", "新建公园 5 个"),
        ("停车位520", "停车位520"),
        ("城镇调查失业率控制5.5%以内", "城镇调查失业率控制在5.5%以内"),
        ("城镇调查失业率控制在5.5%以内内", "城镇调查失业率控制在5.5%以内"),
        ("PM2.5平均浓度36微克/立方米.", "PM2.5平均浓度36微克/立方米。"),
        ("2个，", "2个；"),
        ("50个(含地下)", "520个(含地下)"),
        ("在5", None),
        ("新建学校8所", None),
        ("", None),
    ],
)
def test_the_nearest_run(typed: str, meant: str | None) -> None:
    """As the source prints it, blanks included; nothing where more than a slip differs, or where too little is typed."""
    found = nearest(typed, BLOCKS)
    assert (found and found.of(found.block.text)) == meant


def test_no_text_has_nothing_near() -> None:
    assert nearest("新建公园5个", ()) is None


def test_signs_of_another_width() -> None:
    """Both ways, each pair once; where a letter differs too it is no matter of signs."""
    assert signs("新建公园5个,其中社区公园2个;", "新建公园 5 个，其中社区公园2个；") == (
        "the quote has “,” where the source text has “，”; the quote has “;” where the source text has “；”"
    )
    assert signs("520个（含地下）", "520个(含地下)") == (
        "the quote has “（” where the source text has “(”; the quote has “）” where the source text has “)”"
    )
    assert signs("５.５％", "5.5%") == (
        "the quote has “５” where the source text has “5”; the quote has “％” where the source text has “%”"
    )
    assert signs("新建公园6个,", "新建公园 5 个，") is None
