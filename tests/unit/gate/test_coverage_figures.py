"""Every numeral belongs to something, and every waiver waives something."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.mini import CONTENT
from tests.unit.gate.conftest import Say
from workreport.content import load
from workreport.gate.coverage_figures import RULE, cover
from workreport.gate.gather import gather
from workreport.gate.verified import Tally

WAIVERS, OVERVIEW = "source/2023.waivers.yaml", "2022_review/01-overview.yaml"


def test_what_is_accounted_for_is_counted(tmp_path: Path) -> None:
    shutil.copytree(CONTENT, tmp_path / "content")
    older, newer = gather(load(tmp_path / "content")).readings
    assert cover(older) == (Tally(encoded=7, waived=11), [])
    assert cover(newer) == (Tally(encoded=21, waived=19, pending=1), [])


def test_a_waiver_given_twice_is_idle(say: Say) -> None:
    line = "  - {at: p9, text: 2023年1月9日, reason: date}\n"
    assert say(RULE, (WAIVERS, line, line + line)) == [
        "2023.waivers.yaml:17 waiver-idle: “2023年1月9日” holds no numeral that needs a waiver"
    ]


def test_a_waiver_over_what_is_claimed_is_idle(say: Say) -> None:
    line = "  - {at: p4, text: 新建公园5个, reason: restated}\n"
    assert say(RULE, (WAIVERS, "\nsentences:", f"{line}\nsentences:")) == [
        "2023.waivers.yaml:17 waiver-idle: “新建公园5个” holds no numeral that needs a waiver"
    ]


def test_a_numeral_that_is_in_no_quantity(say: Say) -> None:
    assert say(RULE, (WAIVERS, "  - {at: p4, text: PM2.5, reason: name}\n", "")) == [
        "2023.zh.md:11 figure-uncovered: “2.5” (in “1200个。PM2.5平均浓度36微克”, p4) belongs to no metric, no target "
        "and no waiver"
    ]


def test_a_figure_that_was_refused_is_not_told_once_more(say: Say) -> None:
    assert say(RULE, (OVERVIEW, "value: 1.65", "value: 1.56")) == []
    assert say(RULE, (OVERVIEW, "quote: 新增就业1.65万人", "quote: 新曾就业1.65万人")) == []
    assert say(RULE, (WAIVERS, "text: 5000万元以上项目", "text: 500万元以上项目")) == [
        "2023.waivers.yaml:12 waiver-absent: “500万元以上项目全部开工” does not stand in p4"
    ]


def test_a_pending_section_is_let_through(say: Say) -> None:
    assert say(RULE, (WAIVERS, "pending: [2023/government]", "pending: []")) == [
        "2023.zh.md:21 figure-uncovered: “12场” (in “设。全年开展培训12场。”, p8) belongs to no metric, no target and no waiver"
    ]


def test_a_waiver_to_paste_names_what_the_numeral_is_part_of(tmp_path: Path) -> None:
    """A date whole, also with a blank in it; a number of a document; a word with digits; else a clause that stands once."""
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    source = content / "source" / "2023.zh.md"
    text = source.read_text("utf-8").replace(
        "全年开展培训12场", "全年开展培训12场、6场，按样例发〔2021〕3号，在A6区、2025 年完成第7场"
    )
    source.write_text(text.replace("培训12场、6场", "培训6场、学习6场"), "utf-8")
    waivers = content / WAIVERS
    waivers.write_text(waivers.read_text("utf-8").replace("pending: [2023/government]", "pending: []"), "utf-8")
    hints = [problem.hint for problem in RULE.faults(gather(load(content)))]
    found = [hint.partition("text: ")[2].partition("}")[0] for hint in hints]
    assert found == [
        "全年开展培训6场, reason: …",
        "学习6场, reason: …",
        "按样例发〔2021〕3号, reason: document_number",
        "按样例发〔2021〕3号, reason: document_number",
        '"A6", reason: name',
        "2025 年, reason: date",
        "第7, reason: ordinal",
    ]


@pytest.mark.parametrize("reason", ["rank", "note_marker", "duration", "capacity"])
def test_what_is_no_quantity_cannot_waive_one(say: Say, reason: str) -> None:
    (found,) = say(RULE, (WAIVERS, "reason: restated", f"reason: {reason}"))
    assert found.endswith(f"waiver-hides-figure: “132%” is a quantity; {reason} cannot waive it")
