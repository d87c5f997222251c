"""Characters that nobody means to type, and the same ones where somebody does."""

from __future__ import annotations

import pytest

from workreport.content.yaml.characters import FORBIDDEN


@pytest.mark.parametrize(
    "text",
    [
        "万\xad人", "万\u200b人", "万\u202e人", "\ufeff",
        "万\u3164人", "万\uffa0人", "a\u115f", "a\u2800b", "a\u2063b", "万\U000e0041",  # fillers, blanks, tags
        "张\ue000", "张\uf8ff", "张\U000f0001", "\U00100000",  # private use
        "万\u200d人", "a\u200cb", "\u200d", "，\u200d",  # nothing to be joined
        "1\ufe0f.65", "a\ufe00", "\ufe0f", " \ufe0f",  # nothing with a variant
        "a\U000e0100", "1\U000e01ef", "\U000e0100",
    ],
)  # fmt: skip
def test_what_cannot_be_seen_is_found(text: str) -> None:
    assert FORBIDDEN.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "葛\U000e0100城区", "神\ufe00", "，\ufe01",  # a form of a Chinese character, of punctuation
        "⚠\ufe0f", "👨\u200d👩\u200d👧", "❤\ufe0f\u200d🔥", "می\u200cخواهم", "नी\u200dक",  # joined
        "1.65万人、“一站式”——\t\n", "𠮷野家",
    ],
)  # fmt: skip
def test_what_is_meant_is_kept(text: str) -> None:
    assert not FORBIDDEN.search(text)
