"""`new`: a folder for another place, which this checkout builds once it has a report."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests import ROOT
from workreport import new
from workreport.cli import main
from workreport.content.schema import Site
from workreport.content.yaml import parse
from workreport.diagnostics import Console

NAME = "某县“对照”: 政府工作报告 # 1"


def test_a_folder_for_another_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "place"
    assert main(["new", str(folder), "--name", NAME, "--place", "某市某县"]) == 0
    assert capsys.readouterr().out == f"{folder} is ready: {folder}/README.md says what comes next\n"
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*")) == [
        "README.md", "content/permalinks.yaml", "content/site.yaml",
    ]  # fmt: skip
    data = parse("site.yaml", (folder / "content/site.yaml").read_bytes()).data
    site = Site.model_validate(data, context={"languages": ("zh",)})
    assert (site.name.source, site.place and site.place.source, site.languages) == (NAME, "某市某县", ("zh",))
    build = Path(os.path.relpath(ROOT / "build.py", folder)).as_posix()
    readme = (folder / "README.md").read_text("utf-8")
    assert readme.startswith(f"# {NAME}\n")
    assert f"`python3 {build} draft REPORT.docx`" in readme
    assert main(["check", "--content", f"{folder}/content"]) == 1
    assert "there is no report" in capsys.readouterr().err, "and nothing else is wrong"


def test_its_readme_is_in_the_language_of_the_user(tmp_path: Path) -> None:
    assert new.run(tmp_path / "place", Console("zh"), name="某县") == 0
    assert "在这个目录里依次运行" in (tmp_path / "place/README.md").read_text("utf-8")


def test_in_such_a_folder_its_own_content_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / "place"), "--name", "某县"]) == 0
    monkeypatch.chdir(tmp_path / "place")
    capsys.readouterr()
    assert main(["check"]) == 1
    assert capsys.readouterr().err.startswith("content: error[cycle-incomplete]: there is no report")
    shutil.rmtree("content")
    shutil.copytree(ROOT / "tests/mini/content", "content")
    assert main(["check"]) == 0, "with the templates of the checkout"
    assert capsys.readouterr().out.startswith("figures: 28 encoded")
    shutil.copytree(ROOT / "templates", "templates")
    Path("templates/home.html").write_text("{{ nothing_of_this_name }}", "utf-8")
    assert main(["check"]) == 1
    assert "templates/home.html:1:1: error[template-undefined]" in capsys.readouterr().err, "its own go first"


def test_what_is_there_is_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    assert main(["new", str(tmp_path), "--name", "某县"]) == 1
    assert capsys.readouterr().err == (
        f"{tmp_path}: error[new-taken]: there is something here already\n"
        "  hint: name a folder that is not there yet; draft adds a report to one that is\n"
        "1 problem; nothing was written\n"
    )
    assert os.listdir(tmp_path) == ["mine.txt"]
    (tmp_path / "empty").mkdir()
    assert main(["new", str(tmp_path / "empty"), "--name", "某县"]) == 0


def test_a_folder_that_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("workreport.new.os.replace", refuse)
    assert main(["new", str(tmp_path / "place"), "--name", "某县"]) == 1
    assert capsys.readouterr().err == (
        f"{tmp_path}/place: error[new-failed]: writing failed (Permission denied)\n"
        "  hint: allow writing there\n1 problem; nothing was written\n"
    )
    assert os.listdir(tmp_path) == []
