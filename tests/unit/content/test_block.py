"""Blocks: markup taken out and remembered, columns of the file, sentences."""

from __future__ import annotations

from workreport.content.source import parse


def test_markup_is_kept_as_runs() -> None:
    block = parse("x", "# 标题\n\n甲。**乙。**PM<sub>2.5</sub>丙。\n").by_id["p1"]
    assert block.text == "甲。乙。PM2.5丙。"
    assert [s.of(block.text) for s in block.bold] == ["乙。"]
    assert [s.of(block.text) for s in block.sub] == ["2.5"]
    assert [(s.id, s.lead) for s in block.sentences] == [("p1s1", False), ("p1s2", True), ("p1s3", False)]


def test_columns_count_the_markup() -> None:
    block = parse("x", "甲。**乙。**PM<sub>2.5</sub>丙。\n").by_id["p1"]
    raw = "甲。**乙。**PM<sub>2.5</sub>丙。"
    for character in "甲乙丙":
        assert raw[block.column(block.text.index(character)) - 1] == character
    assert block.column(block.text.index("2.5")) == raw.index("2.5") + 1
    assert parse("x", "## 标题\n").by_id["h1"].column(0) == 4
