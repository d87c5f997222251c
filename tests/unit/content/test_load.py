"""The content folder: which folders make a report, and what else may stand there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests import ROOT
from workreport.content.load import load
from workreport.diagnostics import Refusal

MINI = ROOT / "tests/mini/content"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MINI, tmp_path / "content"))


def refused(content: Path) -> list[str]:
    with pytest.raises(Refusal) as caught:
        load(content, "content")
    return [f"{d.path}: {d.message}" for d in caught.value.diagnostics]


def test_a_report_is_its_review_and_its_tasks() -> None:
    cycles = load(MINI).cycles
    assert [(c.id, c.outcome_year, c.goal_year) for c in cycles] == [("2022", 2021, 2022), ("2023", 2022, 2023)]
    for cycle in cycles:
        assert all(f"/{cycle.outcome_year}_review/" in entry.document.path for entry in cycle.review)
        assert all(f"/{cycle.goal_year}_tasks/" in entry.document.path for entry in cycle.tasks)


def test_half_a_report_is_refused(content: Path) -> None:
    shutil.rmtree(content / "2021_review")
    shutil.rmtree(content / "2023_tasks")
    assert refused(content) == [
        "content/2022_review: there is no 2023_tasks folder for this review",
        "content/2022_tasks: there is no 2021_review folder for these tasks",
    ]


def test_a_folder_without_reports_is_refused(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert refused(tmp_path / "content")[0] == "content: there is no report: no YYYY_review and no YYYY_tasks folder"


def test_the_digest_is_of_all_that_is_read(content: Path) -> None:
    before = load(content).digest
    (content / "site.yaml~").write_text("what an editor leaves", "utf-8")
    for path in content.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert load(content).digest == before
    path = content / "source/2023.en.md"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    assert load(content).digest != before
