"""The source text: numbered for ever, aligned with its English."""

from __future__ import annotations

from tests import ROOT
from workreport.content.source import Found, Source, parse

ZH = (ROOT / "content/source/2023.zh.md").read_text("utf-8")


def test_no_sentence_is_cut() -> None:
    source = parse("zh", ZH)
    for block in source.paragraphs[9:37]:
        assert block.text.rstrip()[-1] in "。！：", block.id


def test_numbers_that_links_rely_on() -> None:
    source = parse("zh", ZH)
    assert (len(source.paragraphs), len(source.blocks)) == (40, 55)
    sentences = {s.id: b.text[s.start : s.end] for b in source.paragraphs for s in b.sentences}
    assert sentences["p12s4"].startswith("预计，全年地区生产总值增长 3.5%左右")
    assert sentences["p30s3"].endswith("全年新增就业不低于1.65万人。")
    assert sentences["p28s23"] == "持续打造一流营商环境。"
    assert source.by_id["p28"].sentences[22].lead
    assert source.by_id["h1"].text == "河东区人民政府关于印发河东区2023年政府工作报告的通知"
    assert len(sentences) == 293


def test_finding_disregards_white_space_and_marks_only() -> None:
    source = parse("x", "新建 3 个 **公园。**PM<sub>2.5</sub>改善。\n")
    blocks = source.paragraphs
    assert isinstance(Source.find("新建3个公园", blocks), Found)
    assert isinstance(Source.find("PM2.5 改善", blocks), Found)
    assert isinstance(Source.find("**公园。**", blocks), Found)
    assert Source.find("新建3个公园,", blocks) == "absent"
    assert Source.find("新建３个公园", blocks) == "absent"
    assert Source.find(" \n", blocks) == "empty"
    assert Source.find("，", parse("x", "甲，乙，丙。\n").paragraphs) == "ambiguous"
    found = Source.find("3个公园", blocks)
    assert isinstance(found, Found)
    assert found.block.text[found.start : found.end] == "3 个 公园"
