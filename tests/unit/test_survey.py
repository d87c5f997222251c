"""The command `figures`: what it prints of any text, and what it refuses."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests import ROOT
from workreport.cli import main
from workreport.figures import BASES, BOUNDS, REASONS

TEXT = """一、2025年工作
预计全年新增就业2.1万人，同比增长5%左右。建成幼儿园数十所，每千名老人拥有床位35张，居全市第2位。
“十四五”以来，产值由80亿元增至120亿元，年均增长8.4%！投用药品1.3万盒。
"""


def listed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    assert main(["figures", *arguments, "--format", "json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_json_has_an_object_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    found = listed(capsys, str(tmp_path / "report.txt"))
    assert found == [
        json.loads(line) for line in (ROOT / "tests/fixtures/figures.jsonl").read_text("utf-8").splitlines()
    ]
    for sentence in found:
        start, text = sentence["start"], sentence["sentence"]
        assert isinstance(start, int)
        assert isinstance(text, str)
        assert TEXT[start : start + len(text)] == text


def test_what_comes_in_is_read_and_each_line_may_be_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def arrives(text: str) -> None:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))

    arrives("新增3家。新增4家。\n\n新增5家。\n")
    assert [row["sentence"] for row in listed(capsys)] == ["新增3家。", "新增4家。", "新增5家。"]
    arrives("新增3家。新增4家。\n\n新增5家。\n")
    assert [(row["sentence"], row["start"]) for row in listed(capsys, "-", "--lines")] == [
        ("新增3家。新增4家。", 0),
        ("新增5家。", 12),
    ]


def test_text_is_for_reading(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "report.txt").write_text("2021—2025年，产值年均增长8%左右。", "utf-8")
    assert main(["figures", str(tmp_path / "report.txt")]) == 0
    assert capsys.readouterr().out == (
        "2021—2025年，产值年均增长8%左右。\n"
        "  17-21 8%左右: 8 %, about, growth, 2021-2025, annual_average\n"
        "  0-10 2021—2025年: no figure (date)\n"
    )


def test_a_text_that_is_not_utf_8_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "report.txt").write_bytes("第一行\n增长".encode() + b"\xff")
    assert main(["figures", str(tmp_path / "report.txt")]) == 1
    assert capsys.readouterr().err == (
        f"{tmp_path}/report.txt:2:7: error[text-encoding]: this file is not UTF-8 text\n"
        "  hint: save it as UTF-8\n1 problem; nothing was read\n"
    )


def test_a_text_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", "nowhere.txt"]) == 1
    assert "nowhere.txt: error[file-missing]: this file is missing" in capsys.readouterr().err


def test_the_document_has_every_word_of_the_form_and_its_example_is_true(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = (ROOT / "docs/figures.md").read_text("utf-8")
    assert all(f"`{word}`" in document for word in (*REASONS, *BOUNDS, *BASES))
    (example,) = re.findall(r"```json\n(.+)\n```", document)
    (tmp_path / "text").write_text(json.loads(example)["sentence"], "utf-8")
    assert listed(capsys, str(tmp_path / "text")) == [json.loads(example)]
