"""`record` writes what the build offers to paste, and nothing where anything else is wrong."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests import mini
from workreport.build import check
from workreport.cli import main
from workreport.content import load
from workreport.gate import verify

LINKS = "permalinks.yaml"
GONE = (
    "  - {id: 2023/commitments/buildings, code: 2023-C002, sentence: p6s4}\n",
    "  - {id: 2023/commitments/pm25, code: 2023-C006, sentence: p7s4}\n",
    "  - {id: 2022/metrics/parking, code: 2022-M008, sentence: p4s1, words: 新增停车}\n",
    "  - {id: 2023/targets/vacant-buildings, sentence: p6s4}\n",
)
"""Entries that are taken out: the program enters them again, with the next free codes, at the end of their lists."""
ADDED = (
    "- {id: 2022/metrics/parking, code: 2022-M012, sentence: p4s1, words: 新增停车}",
    "- {id: 2023/commitments/buildings, code: 2023-C008, sentence: p6s4}",
    "- {id: 2023/commitments/pm25, code: 2023-C009, sentence: p7s4}",
    "- {id: 2023/targets/vacant-buildings, sentence: p6s4}",
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The mini content without some of its entries, with comments and Windows' line ends in the file."""
    folder = tmp_path / "content"
    shutil.copytree(mini.CONTENT, folder)
    text = (folder / LINKS).read_text("utf-8")
    for line in GONE:
        assert line in text
        text = text.replace(line, "")
    text = text.replace(
        "  - {id: 2023/targets/empty-buildings, sentence: p6s4, moved_to: 2023/targets/vacant-buildings}\n", ""
    )
    text = text.replace("addresses:\n", "# Of the second kind.\naddresses:  # a list\n")
    (folder / LINKS).write_bytes(f"# Of the first kind.\n{text}\n# The end.\n".replace("\n", "\r\n").encode())
    return folder


def test_new_addresses_are_entered(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (content / LINKS).read_bytes()
    assert main(["record", "--content", str(content), "--dry-run"]) == 0
    dry = capsys.readouterr().out
    assert (content / LINKS).read_bytes() == before
    assert dry.splitlines()[-1] == "nothing was written: this was a trial"
    assert main(["record", "--content", str(content)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"{content.as_posix()}/permalinks.yaml, new or changed lines:"
    assert sorted(line.strip() for line in said[1:-1]) == sorted(ADDED)
    assert said[:-1] == dry.splitlines()[:-1]
    assert said[-1] == "read the difference, then commit it"
    after = (content / LINKS).read_bytes()
    assert after.count(b"\n") == after.count(b"\r\n"), "line ends stay"
    old, new = before.decode().splitlines(), after.decode().splitlines()
    assert [line for line in new if line.strip() not in ADDED] == old, "nothing else changes, comments stay"
    assert new.index(f"  {ADDED[0]}") < new.index("# Of the second kind.") < new.index(f"  {ADDED[3]}")
    assert verify(load(content))
    assert main(["record", "--content", str(content)]) == 0
    assert capsys.readouterr().out == "every address is recorded\n"
    assert (content / LINKS).read_bytes() == after
    assert sorted(os.listdir(content)) == sorted(os.listdir(mini.CONTENT)), "no part of a file is left"


def test_a_first_record_fills_empty_lists(tmp_path: Path) -> None:
    shutil.copytree(mini.CONTENT, tmp_path / "content")
    (tmp_path / "content" / LINKS).write_text("permalinks: []\naddresses: []\n", "utf-8")
    assert main(["record", "--content", str(tmp_path / "content")]) == 0
    assert check(mini.options(tmp_path / "content", tmp_path / "site", charts=False))


def test_a_neighbour_in_the_sentence_gets_its_words(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its entry had none while it was alone; it was not published yet."""
    lone = "2023/commitments/new-jobs, code: 2023-C003, sentence: p7s3"
    text = (content / LINKS).read_bytes().decode()
    assert f"{lone}, words: 全年新增}}" in text
    (content / LINKS).write_bytes(text.replace(f"{lone}, words: 全年新增}}", f"{lone}}}  # mine").encode())
    assert main(["record", "--content", str(content)]) == 0
    assert f"  - {{id: {lone}, words: 全年新增}}\r\n" in (content / LINKS).read_bytes().decode()
    assert verify(load(content))


def test_nothing_is_written_where_anything_else_is_wrong(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (content / LINKS).read_bytes()
    mini.edit(content, [{"file": "2022_review/02-city.yaml", "find": "value: 36\n", "put": "value: 35\n"}])
    assert main(["record", "--content", str(content)]) == 1
    said = capsys.readouterr().err
    assert "error[figure-value]" in said
    assert "permalink-unrecorded" not in said
    assert said.splitlines()[-1].endswith("nothing was recorded")
    assert (content / LINKS).read_bytes() == before


def test_a_list_written_another_way_is_left_to_a_person(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = tmp_path / "content"
    shutil.copytree(mini.CONTENT, content)
    text = (content / LINKS).read_text("utf-8").replace(GONE[0], "").replace("permalinks:\n", '"permalinks":\n')
    (content / LINKS).write_text(text, "utf-8")
    assert main(["record", "--content", str(content)]) == 1
    path = f"{content.as_posix()}/permalinks.yaml"
    assert capsys.readouterr().err.startswith(
        f"{path}: error[record-entry]: the lines cannot be put in among those that are there\n"
        "  hint: put them in by hand:\\n  - {id: 2023/commitments/buildings, code: 2023-C008, sentence: p6s4}\n"
    )
    assert (content / LINKS).read_text("utf-8") == text


def test_a_file_that_cannot_be_written(
    content: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    before = (content / LINKS).read_bytes()
    monkeypatch.setattr("os.replace", refuse)
    assert main(["record", "--content", str(content)]) == 1
    path = f"{content.as_posix()}/permalinks.yaml"
    assert capsys.readouterr().err.startswith(
        f"{path}: error[record-failed]: writing failed (Permission denied)\n  hint: allow writing there\n"
    )
    assert (content / LINKS).read_bytes() == before
    assert sorted(os.listdir(content)) == sorted(os.listdir(mini.CONTENT))


def test_numbers_of_paragraphs_are_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With them a paragraph may be added above all others, and everything that names a paragraph holds as it is."""
    content = tmp_path / "content"
    shutil.copytree(mini.CONTENT, content)
    (content / "source/2023.original.md").unlink()
    mini.edit(content, [{"file": "source/2023.report.yaml", "find": "original:", "put": "# original:"}])
    assert main(["record", "--content", str(content)]) == 0
    assert capsys.readouterr().out == "every address is recorded\n", "nobody asked for numbers"
    assert main(["record", "--content", str(content), "--anchors"]) == 0
    out = capsys.readouterr().out
    assert f"{content.as_posix()}/source/2022.anchors.yaml, new or changed lines:" in out
    assert "\n  - {id: p1, begins: " in out
    lines = [
        ("zh", "样例政发〔2023〕1号\n", "（只供会议使用的文件）"),
        ("en", "", "(A document for the meeting alone)"),
    ]
    for lang, after, line in lines:
        path = content / f"source/2023.{lang}.md"
        text = path.read_text("utf-8")
        first = after or f"{text.splitlines()[0]}\n"
        assert first in text
        path.write_text(text.replace(first, f"{first}\n{line}\n", 1), "utf-8")
    assert main(["check", "--content", str(content)]) == 1
    assert capsys.readouterr().err.startswith(f"{content.as_posix()}/source/2023.zh.md:3:1: error[anchor-unrecorded]: ")
    assert main(["record", "--content", str(content)]) == 0
    assert "  - {id: p10, begins: " in capsys.readouterr().out
    assert main(["check", "--content", str(content)]) == 0
