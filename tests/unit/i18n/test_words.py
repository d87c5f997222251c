"""The words of the frame: one file a language, the same keys and gaps in all, and each word used."""

from __future__ import annotations

import ast
import re
from collections import Counter

import pytest

from tests import LANGUAGES, ROOT
from workreport.i18n import language

FILES = {lang: ROOT / "workreport/i18n" / f"{lang}.yaml" for lang in LANGUAGES}
PLURALS = re.compile(r"_(zero|two|few|many)$")
"""Forms that one language has and another need not have."""


def test_all_languages_have_the_same_words() -> None:
    first, *others = ([key for key in language(lang).words if not PLURALS.search(key)] for lang in LANGUAGES)
    for other in others:
        assert other == first


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_word_stands_once_and_is_text(lang: str) -> None:
    keys = re.findall(r"^(\w+):", FILES[lang].read_text("utf-8"), re.MULTILINE)
    assert [key for key, n in Counter(keys).items() if n > 1] == []
    assert [key for key, text in language(lang).words.items() if not isinstance(text, str)] == []


def test_every_word_is_used() -> None:
    written: set[str] = set()
    for path in (ROOT / "workreport").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                written.add(node.value)
    for path in (ROOT / "templates").rglob("*.html"):
        written.update(re.findall(r"\w+", path.read_text("utf-8")))
    begins = tuple(text for text in written if re.fullmatch(r"[a-z]+(_[a-z]+)*_", text))
    unused = [
        key for key in language("en").words if key.removesuffix("_one") not in written and not key.startswith(begins)
    ]
    assert unused == []
