"""The glossary: terms of the reports in plain words, and the sentences that use them. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workreport.pages.page import SMALL, Link, Page, PageType, entry
from workreport.pages.richtext import foreign
from workreport.pages.views import Views
from workreport.site import urls


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """A term; `other` is its name in the report, on a page of another language."""

    id: str
    name: str
    other: str
    meaning: str
    basis: str
    sentences: Sequence[Link]


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """All terms."""

    intro: str
    terms: Sequence[TermView]


def glossary(views: Views) -> Iterator[Page]:
    """The glossary, where there is any term."""
    terms = [
        TermView(
            id=term.id,
            name=views.say(term.name),
            other=views.original(term.name.source),
            meaning=views.say(term.meaning),
            basis=foreign(views.word("basis_" + term.basis, rule=views.plain(term.rule)), views.lang),
            sentences=views.sentences(term.sentences),
        )
        for term in views.site.terms.values()
    ]
    title, intro = views.words["glossary"], views.words["glossary_intro"]
    if terms:
        context = Glossary(intro=intro, terms=terms)
        yield views.page(
            GLOSSARY,
            urls.GLOSSARY,
            context,
            title=title,
            description=intro,
            band=views.drafted_here(views.site.terms.values()),
        )


GLOSSARY = PageType(
    key="glossary",
    template="glossary.html",
    context=Glossary,
    pages=glossary,
    budget=SMALL,
    entries=entry("glossary", urls.GLOSSARY, where=lambda voice: bool(voice.site.terms)),
    menu="footer",
)
