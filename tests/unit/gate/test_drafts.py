"""Drafts are counted, held to everything, and refused in a release."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import mini
from tests.unit.drafted import with_drafts
from workreport.build import check
from workreport.cli import main
from workreport.content.load import load
from workreport.diagnostics import Console, say
from workreport.diagnostics.diagnostic import Refusal
from workreport.gate.drafts import draft_faults
from workreport.printed import built

COUNTS = {
    "metrics": 2, "commitments": 1, "targets": 1, "waivers": 1, "undecided": 2, "sections": 1, "places": 1,
}  # fmt: skip


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = mini.copy(tmp_path).content
    with_drafts(folder)
    return folder


def test_they_are_counted(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--content", str(content)]) == 0
    assert capsys.readouterr().out.splitlines()[2:] == [
        "drafts: 2 metrics, 1 commitments, 1 targets, 1 waivers, 2 undecided, 1 sections, 1 places",
        "no problems",
    ]
    assert main(["check", "--content", str(content), "--format", "counts"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["drafts"] == COUNTS
    assert printed["figures"] == {"encoded": 28, "waived": 30, "pending": 1}
    assert main(["check", "--content", str(mini.CONTENT), "--format", "counts"]) == 0
    assert json.loads(capsys.readouterr().out)["drafts"] == {}


def test_a_release_refuses_them_file_by_file(content: Path) -> None:
    said = [
        f"{problem}".replace(f"{content.as_posix()}/", "")
        for problem in draft_faults(load(content, content.as_posix()))
    ]
    hint = "\n  hint: read each against its sentence, then take its line draft: true out; the first is here"
    assert sorted(said) == [
        f"2022_review/02-city.yaml:6:8: error[release-draft]: drafts that nobody has read: 2 metrics, 1 sections{hint}",
        f"2023_tasks/01-economy.yaml:46:12: error[release-draft]: drafts that nobody has read: 1 commitments, 1 targets{hint}",
        f"places.yaml:3:13: error[release-draft]: drafts that nobody has read: 1 places{hint}",
        f"source/2023.waivers.yaml:8:48: error[release-draft]: drafts that nobody has read: 1 waivers, 2 undecided{hint}",
    ]
    with pytest.raises(Refusal) as caught:
        check(mini.options(content, content.parent / "site"), release=True)
    assert sum(problem.code.name == "release-draft" for problem in caught.value.diagnostics) == 4


def test_a_draft_that_states_a_wrong_figure_does_not_pass(content: Path) -> None:
    mini.edit(content, [{"file": "2022_review/02-city.yaml", "find": "value: 36\n", "put": "value: 35\n"}])
    with pytest.raises(Refusal, match="figure-value"):
        check(mini.options(content, content.parent / "site"))


def test_a_build_says_how_many(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    counted = ("pages", "charts", "files", "bytes", "figures", "waived", "pending", "drafts")
    for drafts, said in ((0, "2 waived"), (7, "2 waived, 7 drafts")):
        numbers = {**dict.fromkeys(counted, 0), "waived": 2, "drafts": drafts}
        built(Console("en"), numbers, tmp_path, say("nothing had changed"), 1.0)
        assert capsys.readouterr().out.splitlines()[0].endswith(f"; 0 figures checked, {said}")
