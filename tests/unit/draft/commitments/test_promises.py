from __future__ import annotations

import pytest

from tests.unit.draft.commitments.texts import cut


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(
            "新建小学2所，改造公厕5座，安装路灯300盏。", ["新建小学2所", "改造公厕5座", "安装路灯300盏"], id="list"
        ),
        pytest.param(
            "新建小学、幼儿园、图书馆，改造公厕5座。", ["新建小学、幼儿园、图书馆", "改造公厕5座"], id="enumeration"
        ),
        pytest.param(
            "以河岸为轴，打通断头路，建成公园3个，补栽行道树。",
            ["以河岸为轴，打通断头路", "建成公园3个", "补栽行道树"],
            id="manner",
        ),
        pytest.param(
            "改造东门菜市场，形成便民消费圈，确保年底前开业。",
            ["改造东门菜市场，形成便民消费圈，确保年底前开业"],
            id="end",
        ),
        pytest.param(
            "实施强校行动，高中优质学位占比达到60%。", ["实施强校行动，高中优质学位占比达到60%"], id="measure"
        ),
        pytest.param(
            "新增停车位800个，森林覆盖率达到40%，水质优良率达到95%。",
            ["新增停车位800个", "森林覆盖率达到40%", "水质优良率达到95%"],
            id="a second number",
        ),
        pytest.param(
            "推进校舍改造，开展校舍安全排查；举办读书节。",
            ["推进校舍改造，开展校舍安全排查", "举办读书节"],
            id="semicolon",
        ),
        pytest.param(
            "加快东环路建设，力争开工西环路北段，北站广场投用。",
            ["加快东环路建设", "力争开工西环路北段", "北站广场投用"],
            id="event",
        ),
        pytest.param(
            "播种小麦20万亩，大豆3万亩，单产达到400公斤。",
            ["播种小麦20万亩，大豆3万亩", "单产达到400公斤"],
            id="list of numbers",
        ),
        pytest.param("深化“门前三包，人人有责”行动。", ["深化“门前三包，人人有责”行动"], id="quoted"),
    ],
)
def test_a_sentence_is_cut_into_promises(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_every_clause_belongs_to_one_promise() -> None:
    text = "坚持规划先行，优化空间布局，新建绿道12公里（含滨河段），全面提升品质；做好古树保护，讲好运河故事。"
    joined = "".join(cut(text))
    assert [one for one in text if one not in "，；。"] == [one for one in joined if one not in "，；。"]
