"""The measure of the reader: against clauses of our own, and where there is no corpus."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests import ROOT
from tests.mini import CONTENT
from tests.unit.draft import reports
from tools import evaluate
from tools.evaluation import drafts, metrics, promises


def measured(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    monkeypatch.setattr("sys.argv", ["evaluate", *arguments])
    assert evaluate.main() == 0
    return capsys.readouterr().out


def figure(value: str, unit: str, kind: str, **more: object) -> dict[str, object]:
    given = {"high": None, "bound": "exact", "estimate": False, "optional": False, "absolute_change": False}
    return {"value": value, "unit": unit, "kind": [kind], **given, **more}


def test_without_a_corpus_it_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "no such folder, so nothing is measured" in measured(capsys, monkeypatch, str(tmp_path / "none"))


def test_what_is_right_missed_wrong_and_invented(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = "新建学校3所，产值增长8%，服务5家企业，居全省第2位。"
    wanted = [figure("3", "所", "level"), figure("8", "%", "decline"), figure("7", "家", "level")]
    row = {"sentence": sentence, "clause": sentence, "start": 0, "end": len(sentence), "figures": wanted}
    (tmp_path / "figures.jsonl").write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8")
    (tmp_path / "text").mkdir()
    (tmp_path / "text/report.txt").write_text("居民收入分别增长4%、6%。发放药品3万盒。\n", "utf-8")
    said = measured(capsys, monkeypatch, str(tmp_path), "--examples", "9")
    for line in (
        "recall      66.67 %  (2 of 3)",
        "precision   66.67 %  (2 of 3)",
        "exact       33.33 %  (1 of 3)",
        "kind       1",
        "missed     1",
        "invented   1",
        "numerals accounted for  66.67 %  of 3",
        "cut units 0, wrong kinds in lists of 分别 0",
        "发放药品【3】万盒",
        "drafts: 0 of 1 reports drafted and built; 0 of 0 figures left (0.00 %)",
    ):
        assert line in said


def test_whole_reports_are_drafted_and_built(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "text/report.txt").write_text(reports.plain(), "utf-8")
    (tmp_path / "text/none.txt").write_text("居民收入分别增长4%、6%。\n", "utf-8")
    none, report, all_of_them = drafts.measure(tmp_path)
    assert re.fullmatch(r"  none\.txt: 0 figures, 0 left to a person; 0 promises; [\d.]+ s; exit 1", none)
    assert re.fullmatch(
        r"  report\.txt: [1-9]\d* figures, \d+ left to a person; [1-9]\d* promises; [\d.]+ s; exit 0, 0", report
    )
    assert all_of_them.startswith("drafts: 1 of 2 reports drafted and built; ")


def test_the_metrics_of_the_record_are_drafted() -> None:
    said = "\n".join(metrics.measure(ROOT / "content", examples=0))
    assert "of the record: 99, found 99" in said
    assert "value and unit 99, bound 99, estimate 99, period 99, basis 99, change 99" in said
    quotes, titles = (float(share) for share in re.findall(r"([0-9.]+) %", said))
    assert quotes >= 98, said
    assert titles >= 70, said
    assert "left to a person 0" in said


def test_a_metric_that_is_drafted_otherwise_is_told() -> None:
    said = "\n".join(metrics.measure(CONTENT, examples=99))
    for line in (
        "metrics of 2022, drafted: 11, of the record: 10, found 10",
        "title: 引进的企业, of the record 引进企业",
        "not in the record: 开工的5000万元以上项目",
    ):
        assert line in said


def test_what_is_drafted_of_the_record_is_near_it() -> None:
    said = "\n".join(promises.measure(ROOT / "content", examples=0))
    shares = [float(share) for share in re.findall(r"([0-9.]+) %", said)]
    assert shares[0] >= 92, said
    assert shares[1] >= 80, said
    right, of = map(int, re.search(r"baselines right (\d+) of (\d+)", said).groups())  # type: ignore[union-attr]
    assert of - right <= 2, said
    assert "baselines invented 0 of" in said


def test_a_draft_that_cuts_or_compares_otherwise_is_told() -> None:
    said = "\n".join(promises.measure(CONTENT, examples=99))
    for line in (
        "promises of 2023, drafted: 12, of the record: 6",
        "cut otherwise: 盘活空置楼宇5万平方米",
        "baseline 2022/preschool-places scope_differs, drafted None no_baseline: 义务教育学位",
        "topic parks, drafted schools: 学前教育学位1200个",
    ):
        assert line in said
