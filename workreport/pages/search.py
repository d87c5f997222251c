"""The search page; without scripts it leads to topics, places and terms. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workreport.exports import KINDS
from workreport.pages.page import LARGE, Link, Page, PageType, entry
from workreport.pages.views import Views
from workreport.site import urls


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What the script needs, and the other ways in."""

    script: str
    """The asset with what is searched."""
    kinds: str
    own: bool
    """Whether the page is in the language of the reports, and so looks in no translation."""
    report: str
    """The page of the newest report."""
    topics: Sequence[Link]
    places: bool
    terms: bool


def search(views: Views) -> Iterator[Page]:
    """The search page."""
    context = Search(
        script=f"search-{views.lang}.js",
        kinds="|".join(views.words[f"kind_{kind}"] for kind in KINDS),
        own=views.lang == views.site.source,
        report=views.site.newest.path,
        topics=views.other_topics(),
        places=bool(views.site.places),
        terms=bool(views.site.terms),
    )
    title, intro = views.words["search"], views.words["search_intro"]
    yield views.page(SEARCH, urls.SEARCH, context, title=title, description=intro, active=SEARCH.key)


SEARCH = PageType(
    key="search",
    template="search.html",
    context=Search,
    pages=search,
    budget=LARGE,
    entries=entry("search", urls.SEARCH),
    menu="header",
    brief=True,
)
