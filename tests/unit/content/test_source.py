"""The source text: healed without a character added or lost, numbered for ever, aligned with its English."""

from __future__ import annotations

import re

import pytest

from tests import ROOT
from workreport.content.source import Found, Source, align, dense, parse
from workreport.diagnostics.diagnostic import Refusal

ZH = (ROOT / "content/source/2023.zh.md").read_text("utf-8")
EN = (ROOT / "content/source/2023.en.md").read_text("utf-8")


def bare(markdown: str) -> str:
    """The characters of a Markdown text: without white space, heading marks, rules, bold marks and <sub>."""
    lines = [re.sub(r"^#+ ", "", line) for line in markdown.split("\n") if line.strip() != "---"]
    return dense("".join(lines))


def test_healing_added_and_lost_nothing() -> None:
    original = (ROOT / "content/source/2023.original.md").read_text("utf-8")
    assert bare(ZH) == bare(original)
    assert len(bare(ZH)) > 11_000


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


def test_markup_is_kept_as_spans() -> None:
    block = parse("x", "# 标题\n\n甲。**乙。**PM<sub>2.5</sub>丙。\n").by_id["p1"]
    assert block.text == "甲。乙。PM2.5丙。"
    assert [block.text[s.start : s.end] for s in block.bold] == ["乙。"]
    assert [block.text[s.start : s.end] for s in block.sub] == ["2.5"]
    assert [(s.id, s.lead) for s in block.sentences] == [("p1s1", False), ("p1s2", True), ("p1s3", False)]


def test_columns_count_the_markup() -> None:
    block = parse("x", "甲。**乙。**PM<sub>2.5</sub>丙。\n").by_id["p1"]
    raw = "甲。**乙。**PM<sub>2.5</sub>丙。"
    for character in "甲乙丙":
        assert raw[block.column(block.text.index(character)) - 1] == character
    assert block.column(block.text.index("2.5")) == raw.index("2.5") + 1
    assert parse("x", "## 标题\n").by_id["h1"].column(0) == 4


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


def test_english_is_aligned_sentence_by_sentence() -> None:
    source = parse("zh", ZH)
    english = align("en", EN, source)
    assert set(english.lines) == {b.id for b in source.blocks if b.level} | {
        s.id for b in source.paragraphs for s in b.sentences
    }
    assert english.text("p30s3").endswith("16,500 new jobs over the year.")
    assert "PM2.5" in english.text("p29s16")


@pytest.mark.parametrize(
    ("english", "message"),
    [
        ("# T\n\nA.\nB.\nC.\n", "x:3: p1 should have as many English lines as Chinese sentences, 2; it has 3"),
        ("## T\n\nA.\nB.\n", "x:1: this block should be the English of h1, a heading of level 1"),
        ("# T\n", "x:1: the English ends before p1 of the Chinese text"),
        ("# T\n\nA.\nB.\n\nC.\n", "x:6: the English goes on after the end of the Chinese text"),
    ],
)
def test_misalignment(english: str, message: str) -> None:
    source = parse("z", "# 题\n\n甲。乙。\n")
    with pytest.raises(Refusal) as caught:
        align("x", english, source)
    (problem,) = caught.value.diagnostics
    assert f"{problem.path}:{problem.line}: {problem.message}" == message
