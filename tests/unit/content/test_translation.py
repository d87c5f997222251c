"""The translation: aligned with the Chinese sentence by sentence, or refused."""

from __future__ import annotations

import pytest

from tests import ROOT
from workreport.content.source import parse
from workreport.content.translation import align
from workreport.diagnostics import Refusal

ZH = (ROOT / "content/source/2023.zh.md").read_text("utf-8")
EN = (ROOT / "content/source/2023.en.md").read_text("utf-8")


def test_english_is_aligned_sentence_by_sentence() -> None:
    source = parse("zh", ZH)
    english = align("en", "en", EN, source)
    assert set(english.lines) == {b.id for b in source.blocks if b.level} | {
        s.id for b in source.paragraphs for s in b.sentences
    }
    assert english.text("p30s3").endswith("16,500 new jobs over the year.")
    assert "PM2.5" in english.text("p29s16")


@pytest.mark.parametrize(
    ("english", "message"),
    [
        ("# T\n\nA.\nB.\nC.\n", "x:3: p1 should have as many English lines as Chinese sentences, 2; it has 3"),
        ("## T\n\nA.\nB.\n", "x:1: this block should be the English of h1, a heading of level 1"),
        ("# T\n", "x:1: the English ends before p1 of the Chinese text"),
        ("# T\n\nA.\nB.\n\nC.\n", "x:6: the English goes on after the end of the Chinese text"),
    ],
)
def test_misalignment(english: str, message: str) -> None:
    source = parse("z", "# 题\n\n甲。乙。\n")
    with pytest.raises(Refusal) as caught:
        align("en", "x", english, source)
    (problem,) = caught.value.diagnostics
    assert f"{problem.path}:{problem.line}: {problem.message}" == message
