"""Which languages a site may have. Adding one is a module with its class, a file of words beside it, and a line here."""

from __future__ import annotations

from functools import cache

from workreport.content import Content, schema
from workreport.diagnostics import Code, Diagnostic, listed, say
from workreport.i18n.en import English
from workreport.i18n.language import Language
from workreport.i18n.words import read_words
from workreport.i18n.zh import Chinese

LANGUAGE_UNWORDED = Code("language-unworded", say("The site's own words are not written in a language of the site."))

KINDS: dict[str, type[Language]] = {kind.code: kind for kind in (Chinese, English)}
"""By code."""


@cache
def language(code: str) -> Language:
    """The language of that code."""
    kind = KINDS[code]
    return kind(read_words(kind))


def language_faults(content: Content) -> list[Diagnostic]:
    """Languages that the content names and pages cannot be written in."""
    return [
        content.site.problem(
            ("languages", at),
            LANGUAGE_UNWORDED,
            say("the site cannot be written in {language} yet", language=schema.language_name(code)),
            say(
                "its languages are {known}; another one needs workreport/i18n/{code}.py and {code}.yaml",
                known=listed(KINDS),
                code=code,
            ),
        )
        for at, code in enumerate(content.languages)
        if code not in KINDS
    ]
