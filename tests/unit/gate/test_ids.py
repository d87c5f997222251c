"""Ids are used once: in their kind, their year and, for sections, their part of a report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.mini import copy, edit
from workreport.build import build
from workreport.content import load
from workreport.diagnostics import Refusal
from workreport.gate import verify


def test_a_review_section_and_a_tasks_section_of_a_year_may_share_an_id(tmp_path: Path) -> None:
    """2022 has two reports: one of its tasks, and a year on one of its outcomes."""
    options = copy(tmp_path)
    steps = [
        {"file": "content/2022_review/01-overview.yaml", "find": "id: overview", "put": "id: livelihood"},
        {"file": "content/2022_review/01-overview.yaml", "find": "](../2023/compare.html#same)", "put": "](https://example.org/)"},
        {"file": "content/permalinks.yaml", "find": "{id: 2022/overview}", "put": "{id: 2022/overview, moved_to: 2022/review/livelihood}\n  - {id: 2022/review/livelihood}"},
    ]  # fmt: skip
    edit(tmp_path, steps)
    build(replace(options, charts=False))
    page = (options.output / "2022/review/livelihood.html").read_text("utf-8")
    assert "一年总体情况" in page
    assert "2022年主要任务" in (options.output / "2022/livelihood.html").read_text("utf-8")
    assert "review/livelihood.html" in (options.output / "2022/overview.html").read_text("utf-8")


def test_two_sections_of_one_part_may_not(tmp_path: Path) -> None:
    options = copy(tmp_path)
    edit(tmp_path, [{"file": "content/2022_review/01-overview.yaml", "find": "id: overview", "put": "id: city"}])
    with pytest.raises(Refusal) as caught:
        verify(load(options.content, "content"))
    (problem,) = [d for d in caught.value.diagnostics if d.code.name == "id-duplicate"]
    assert problem.message == "“city” is the id of another review section of 2022"
