"""Which languages there are, and what is said of a site that names another."""

from __future__ import annotations

from dataclasses import replace

from tests import LANGUAGES
from tests.mini import CONTENT
from workreport.content import load
from workreport.i18n import KINDS, language, language_faults


def test_a_language_is_known_by_its_code() -> None:
    assert [language(code).code for code in KINDS] == list(LANGUAGES)


def test_a_language_without_words_is_refused_in_words() -> None:
    content = load(CONTENT, "content")
    assert language_faults(content) == []
    site = content.site.value.model_copy(update={"languages": ("zh", "en", "fr")})
    (problem,) = language_faults(replace(content, site=replace(content.site, value=site)))
    assert problem.code.name == "language-unworded"
    assert problem.message == "the site cannot be written in “fr” yet"
    assert problem.hint == "its languages are zh, en; another one needs workreport/i18n/fr.py and fr.yaml"
