"""Texts of the tests' own, cut as a draft cuts them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workreport.content import parse, table_of
from workreport.draft import DraftedCommitments, DraftedMetrics, Identity, Outline, Stretch, draft_commitments
from workreport.draft.commitments.promises import promises
from workreport.figures import read_figures

UNITS = table_of()


def cut(text: str) -> list[str]:
    """The promises of a text, each as it is printed."""
    (block,) = parse("text", text).blocks
    figures = read_figures(block.text, UNITS)
    groups = [group for sentence in block.sentences for group in promises(block, sentence, figures)]
    return [block.text[group[0].start : group[-1].end] for group in groups]


def drafted(
    tasks: str, review: str = "过去一年，各项事业稳步发展。", metrics: Sequence[Mapping[str, Any]] = (), **more: Any
) -> DraftedCommitments:
    """What is drafted of a report whose first paragraph looks back on 2030 and whose others look ahead to 2031."""
    text = f"## 一、2030年工作回顾\n\n{review}\n\n## 二、2031年工作任务\n\n{tasks}\n"
    source = parse("text", text)
    outline = Outline(
        year=2031,
        text=text,
        identity=Identity(),
        review=(Stretch(title="2030年工作回顾", first="p1", last="p1"),),
        tasks=(Stretch(title="2031年工作任务", first="p2", last=source.paragraphs[-1].id),),
    )
    return draft_commitments(outline, source, UNITS, DraftedMetrics(sections=(tuple(metrics),), **more))


def commitments(tasks: str) -> list[Mapping[str, Any]]:
    """The commitments of a text."""
    return list(drafted(tasks).sections[0])
