"""Languages: the words of the frame, and figures, comparisons and dates in them."""

from collections.abc import Mapping

from workreport.i18n.en import English
from workreport.i18n.language import Lang, Language, number
from workreport.i18n.words import read_words
from workreport.i18n.zh import Chinese

_ALL: Mapping[Lang, Language] = {kind.code: kind(read_words(kind.code)) for kind in (Chinese, English)}
LANGUAGES: tuple[Lang, ...] = tuple(_ALL)
"""The languages of the site: the first is at the root, the other under a folder of its name."""
TAGS: Mapping[str, str] = {code: language.tag for code, language in _ALL.items()}
"""BCP 47 language tags."""
WORDS: Mapping[str, Mapping[str, str]] = {code: language.words for code, language in _ALL.items()}
"""Language, then key, then text; `{name}` marks what is filled in."""


def language(code: Lang) -> Language:
    """The language of that code."""
    return _ALL[code]


__all__ = ["LANGUAGES", "TAGS", "WORDS", "Lang", "Language", "language", "number"]
