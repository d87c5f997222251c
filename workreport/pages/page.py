"""A page: its path, its template, its context; and the main navigation. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from workreport.i18n import LANGUAGES, WORDS, Lang
from workreport.pages.views import Context, Crumb, Views
from workreport.site import Site


class Page(NamedTuple):
    """One page in one language. `path` is within the language: 2022/index.html, never en/2022/index.html."""

    lang: Lang
    path: str
    template: str
    title: str
    description: str
    active: str
    """The entry of the main navigation that the page belongs to."""
    crumbs: tuple[Crumb, ...]
    context: Context
    keywords: tuple[str, ...] | None = None
    """The subjects of a content page; None for a page that leads to others."""

    @property
    def output(self) -> str:
        """Where the page is published."""
        return self.path if self.lang == LANGUAGES[0] else f"{self.lang}/{self.path}"


class Frame(NamedTuple):
    """An entry of the main navigation."""

    key: str
    text: str
    path: str


def navigation(site: Site, lang: Lang) -> tuple[Frame, ...]:
    """The main navigation: the newest report's parts, and what explains them."""
    words = WORDS[lang]
    newest = site.newest
    return (
        Frame("home", words["home"], "index.html"),
        Frame("review", words["review"].format(year=newest.outcome_year), f"{newest.outcome_year}/index.html"),
        Frame("tasks", words["tasks"].format(year=newest.goal_year), f"{newest.goal_year}/index.html"),
        Frame("compare", words["nav_compare"], newest.compare_path),
        Frame("report", words["nav_report"], newest.path),
        Frame("search", words["search"], "search.html"),
    )


class Maker(Views):
    """Makes the pages of one language."""

    def page(
        self,
        path: str,
        template: str,
        title: str,
        description: str,
        active: str,
        crumbs: Iterable[Crumb],
        context: Context,
        keywords: Iterable[str] | None = None,
    ) -> Page:
        here = (Crumb(self.words["home"], "index.html"), *crumbs, Crumb(title, "")) if path != "index.html" else ()
        return Page(
            self.lang,
            path,
            template,
            title,
            description,
            active,
            here,
            context,
            None if keywords is None else tuple(keywords),
        )
