"""The source text is the report as it was received."""

from __future__ import annotations

import hashlib

import pytest

from tests.mini import CONTENT
from tests.unit.gate.conftest import Say
from workreport.content import Original, TextFile
from workreport.gate.originals import RULE, _parting

ORIGINAL, REPORT = "source/2023.original.md", "source/2023.report.yaml"


def test_sound(say: Say) -> None:
    """The mini content has one report with its original, and one of which none is kept."""
    assert say(RULE) == []


def test_lines_may_end_as_on_windows(say: Say) -> None:
    """What carries files about changes that; the digest is that of the file as received, whichever ends it had."""
    plain = (CONTENT / ORIGINAL).read_bytes()
    unix, windows = (hashlib.sha256(it).hexdigest() for it in (plain, plain.replace(b"\n", b"\r\n")))
    assert say(RULE, (REPORT, unix, windows)) == []


@pytest.mark.parametrize(
    ("text", "original", "said"),
    [
        ("# 一、回顾\n\n**甲。**乙PM<sub>2.5</sub>丙。\n", "一、回 顾\n\n---\n\n甲。乙\n\n---\n\nPM2.5\u200b丙。", None),
        ("甲乙丙。\n\n丁。\n", "甲乙丙。\n丁戊。\n", ((3, 2), "“。” stands here, and in line 2 of the original “戊。”")),
        ("甲乙丙。\n", "甲乙丙。丁。\n", ((1, 5), "“the end” stands here, and in line 1 of the original “丁。”")),
        ("甲**乙**丙。丁。\n", "甲乙丙。\n", ((1, 9), "“丁。” stands here, and in line 1 of the original “the end”")),
        ("甲5。\n", "甲５。\n", ((1, 2), "“5。” stands here, and in line 1 of the original “５。”")),
    ],
)  # fmt: skip
def test_where_a_text_parts_from_its_original(
    text: str, original: str, said: tuple[tuple[int, int], str] | None
) -> None:
    received = Original(path="o", text=original, digest="", digests=frozenset())
    found = _parting(TextFile(path="s", text=text), received)
    assert (found and ((found.line, found.column), str(found.message))) == said
