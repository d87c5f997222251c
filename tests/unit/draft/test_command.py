"""`draft` from a file to a folder that builds, and what it does not touch."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import ROOT
from tests.unit.draft import reports
from workreport.cli import main
from workreport.content import load
from workreport.draft.folder import place as place_module
from workreport.gate import verify


def text(folder: Path, year: int = 2024) -> str:
    """A report in a file of its own; returns its path."""
    path = folder / f"report-{year}.txt"
    shift = year - 2024
    words = reports.plain().replace("2024", "Y").replace("2023", str(2023 + shift)).replace("Y", str(year))
    path.write_text(words, "utf-8")
    return str(path)


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_file_becomes_a_folder_that_the_gate_takes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content, said = tmp_path / "place" / "content", tmp_path / "said.md"
    assert main(["--lang=en", "draft", text(tmp_path), f"--content={content}", f"--report={said}"]) == 0
    (cycle,) = verify(load(content)).cycles
    assert (cycle.goal_year, cycle.report.speaker and cycle.report.speaker.source) == (2024, "样例县人民政府县长 张三")
    assert cycle.report.draft
    assert all(section.draft for section in (*cycle.review, *cycle.tasks))
    out = capsys.readouterr().out
    assert "report of 2024: 3 sections that look back, 3 that look ahead" in out
    assert f"serve --content {content.as_posix()}" in out
    assert "\n# Draft of report-2024.txt\n" in f"\n{said.read_text('utf-8')}"
    assert not [path.name for path in content.parent.iterdir() if path.name.startswith(".")]


def test_what_to_type_next_works_where_one_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = text(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["--lang=en", "draft", file, "--content=content"]) == 0
    typed = re.search(r"Look at it: python3 (\S+build\.py) serve\n", capsys.readouterr().out)
    assert typed
    assert (tmp_path / typed[1]).resolve() == ROOT / "build.py"


def test_a_report_is_added_to_those_that_are_there(tmp_path: Path) -> None:
    content = tmp_path / "content"
    assert main(["draft", text(tmp_path), f"--content={content}"]) == 0
    site = content / "site.yaml"
    site.write_text("# ours\n" + site.read_text("utf-8").replace("政府工作报告对照", "样例县对照"), "utf-8")
    before = tree(content)
    assert main(["draft", text(tmp_path, 2025), f"--content={content}"]) == 0
    assert [cycle.goal_year for cycle in verify(load(content)).cycles] == [2024, 2025]
    after = tree(content)
    shared = {"permalinks.yaml", "places.yaml", "glossary.yaml"}
    assert {name: after[name] for name in before if name not in shared} == {
        name: data for name, data in before.items() if name not in shared
    }
    assert after["permalinks.yaml"].decode().startswith(before["permalinks.yaml"].decode()[:40])


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda content: (content / "2024_tasks").mkdir(parents=True), "holds other things, and no site.yaml"),
        (lambda content: content.write_text("x"), "this is a file, and no folder"),
    ],
)
def test_a_folder_of_other_things_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], make: object, said: str
) -> None:
    content = tmp_path / "content"
    make(content)  # type: ignore[operator]
    assert main(["--lang=en", "draft", text(tmp_path), f"--content={content}"]) == 1
    error = capsys.readouterr().err
    assert f"{content.as_posix()}: error[draft-content]: " in error
    assert said in error


def test_a_year_that_is_there_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = tmp_path / "content"
    main(["draft", text(tmp_path), f"--content={content}"])
    before = tree(content)
    assert main(["--lang=en", "draft", text(tmp_path), f"--content={content}"]) == 1
    assert "error[draft-content]: there is a report of 2024 already: 2023_review" in capsys.readouterr().err
    assert tree(content) == before


def test_a_run_that_is_cut_off_leaves_the_folder_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = tmp_path / "content"
    main(["draft", text(tmp_path), f"--content={content}"])
    before = tree(content)

    def killed(self: object, whole: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(place_module.Place, "_swap", killed)
    with pytest.raises(KeyboardInterrupt):
        main(["draft", text(tmp_path, 2025), f"--content={content}"])
    assert tree(content) == before


def test_a_run_that_was_cut_off_in_its_last_step_is_undone_by_the_next(tmp_path: Path) -> None:
    content = tmp_path / "content"
    main(["draft", text(tmp_path), f"--content={content}"])
    content.rename(tmp_path / ".content.before-draft")
    assert main(["draft", text(tmp_path, 2025), f"--content={content}"]) == 0
    assert (content / "2023_review").is_dir()


def test_a_refused_file_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = tmp_path / "content"
    (tmp_path / "a.txt").write_text("没有报告。\n", "utf-8")
    assert main(["--lang=en", "draft", str(tmp_path / "a.txt"), f"--content={content}"]) == 1
    assert "nothing was written" in capsys.readouterr().err
    assert not content.exists()
