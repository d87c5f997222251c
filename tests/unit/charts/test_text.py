"""How wide texts are, and how they break."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from py_mini_racer import MiniRacer

from workreport.charts.engine import SHIM
from workreport.charts.text import TABLE, advance, wrap


@settings(derandomize=True, database=None, max_examples=300, deadline=None)
@given(st.text("新建公园（社区），《报告》abc def 12.5% 3–5 ", min_size=1, max_size=60), st.integers(90, 400))
def test_wrapped_text_is_whole_and_fits(text: str, width: int) -> None:
    lines = wrap(text, "zh", 16, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        # A run that cannot be broken may be wider than a very narrow column; nothing else may.
        assert advance(line, 16) <= width or not re.search(r"(?<=\S)\s(?=\S)", line)
        assert line == line.strip()


def test_lines_are_balanced_and_keep_punctuation() -> None:
    lines = wrap("“双万双服促发展”平台问题按时办理率和答复率（全部办复）", "zh", 16, 300)
    assert len(lines) == 2
    assert abs(advance(lines[0], 16) - advance(lines[1], 16)) <= 2 * 16
    for line in lines:
        assert line[0] not in "，。）”》"
        assert line[-1] not in "（“《"


def test_the_engine_measures_by_the_same_table() -> None:
    with MiniRacer() as racer:
        racer.eval("var echarts = {setPlatformAPI: function () {}, registerCustomSeries: function () {}};0")
        racer.eval(f"var textWidths = {json.dumps(TABLE)};{SHIM.read_text('utf-8')};0")
        for text in ("il.,:;'|!()[] ", "mw%@ABC", "xyz0189-+", "é–—“”≥", "河东区，2023年", "𠀀"):
            assert racer.call("textWidth", text, 16) == pytest.approx(advance(text, 16))
