"""Which languages a site has: those that site.yaml names. All other files are held to them. Pure."""

from __future__ import annotations

from workreport.content.schema import DEFAULT_LANGUAGES, language_name
from workreport.content.yaml import Document
from workreport.diagnostics import Code, Refusal, say
from workreport.figures import ALIGNERS, READERS

LANGUAGE_UNREAD = Code("language-unread", say("Figures cannot be read in a language of the site."))


def languages_of(site: Document) -> tuple[str, ...]:
    """The languages that site.yaml names, if it names any as it should; else those of a site that names none.

    Raises `Refusal` (language-unread) at once for those whose figures nobody can read: every text of every file would
    lack them.
    """
    named = site.data.get("languages") if isinstance(site.data, dict) else None
    if not isinstance(named, list) or not named or not all(isinstance(code, str) for code in named):
        return DEFAULT_LANGUAGES
    unread = [(0, named[0], say("reports"))] if named[0] not in READERS else []
    unread += [(at, code, say("translations")) for at, code in enumerate(named[1:], 1) if code not in ALIGNERS]
    problems = [
        site.problem(
            ("languages", at),
            LANGUAGE_UNREAD,
            say("there is no reader of figures for {language} {texts} yet", language=language_name(code), texts=texts),
            say("take {code} out of this list, or add a reader to workreport/figures/languages.py", code=code),
        )
        for at, code, texts in unread
    ]
    if problems:
        raise Refusal(problems)
    return tuple(named)
