"""Texts of the tests' own, drafted as reviews."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workreport.content import parse, table_of
from workreport.draft import DraftedMetrics, Identity, Outline, Stretch, draft_metrics

UNITS = table_of()
TASKS = "新建公园6个。"


def report(review: str, tasks: str = TASKS) -> Outline:
    """A report whose first paragraphs look back on 2030 and whose last one looks ahead to 2031."""
    text = f"## 一、2030年工作回顾\n\n{review}\n\n## 二、2031年工作任务\n\n{tasks}\n"
    last = len(parse("text", text).paragraphs)
    return Outline(
        year=2031,
        text=text,
        identity=Identity(),
        review=(Stretch(title="2030年工作回顾", first="p1", last=f"p{last - 1}"),),
        tasks=(Stretch(title="2031年工作任务", first=f"p{last}", last=f"p{last}"),),
    )


def drafted(review: str, tasks: str = TASKS) -> DraftedMetrics:
    """What is drafted of it."""
    outline = report(review, tasks)
    return draft_metrics(outline, parse("text", outline.text), UNITS)


def metrics(review: str) -> Sequence[Mapping[str, Any]]:
    """The metrics of a review."""
    return drafted(review).sections[0]


def titles(review: str) -> list[str]:
    """Their titles."""
    return [one["title"]["zh"] for one in metrics(review)]


def waivers(review: str) -> list[tuple[str, str]]:
    """(run, reason) of the waivers of a review, without its heading and tasks."""
    return [(one["text"], one["reason"]) for one in drafted(review).waivers if one["at"] == "p1"]
