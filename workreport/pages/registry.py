"""Every type of page, and what is read from all of them: the pages, the menus, the portal's columns. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from workreport.charts import Chart, Drawings
from workreport.pages.about import ABOUT
from workreport.pages.accessibility import ACCESSIBILITY
from workreport.pages.cards import home_card
from workreport.pages.codes import CODES
from workreport.pages.commitment import COMMITMENT
from workreport.pages.compare import COMPARE
from workreport.pages.corrections import CORRECTIONS
from workreport.pages.data import DATA
from workreport.pages.embed import EMBED
from workreport.pages.embedmoved import EMBED_MOVED
from workreport.pages.explorer import EXPLORER
from workreport.pages.glossary import GLOSSARY
from workreport.pages.home import HOME
from workreport.pages.metric import METRIC
from workreport.pages.moved import MOVED
from workreport.pages.notfound import NOT_FOUND
from workreport.pages.page import COLUMN, Entry, Menu, Page, PageType
from workreport.pages.places import PLACES
from workreport.pages.report import REPORT
from workreport.pages.search import SEARCH
from workreport.pages.section import SECTION
from workreport.pages.sitemap import SITEMAP
from workreport.pages.topic import TOPIC
from workreport.pages.topiclist import TOPIC_LIST
from workreport.pages.unused import UNUSED
from workreport.pages.versions import VERSION, VERSIONS
from workreport.pages.views import Views
from workreport.pages.voice import Voice
from workreport.pages.year import YEAR
from workreport.site import Site

PAGES: tuple[PageType[Any], ...] = (
    HOME,
    YEAR,
    COMPARE,
    REPORT,
    UNUSED,
    SECTION,
    METRIC,
    COMMITMENT,
    TOPIC_LIST,
    PLACES,
    SEARCH,
    GLOSSARY,
    TOPIC,
    EXPLORER,
    DATA,
    CODES,
    CORRECTIONS,
    ABOUT,
    VERSIONS,
    VERSION,
    ACCESSIBILITY,
    SITEMAP,
    NOT_FOUND,
    MOVED,
    EMBED,
    EMBED_MOVED,
)
"""In the order in which menus list them."""


def pages(
    site: Site,
    lang: str,
    charts: Mapping[str, Chart],
    drawings: Drawings,
    base_url: str = "",
    *,
    painted: bool = False,
) -> Iterator[Page]:
    """Every page of the site in one language; the paths are the same in all of them.

    `charts` are those of this language; `drawings` may be empty, and then pages show the tables alone.
    `base_url` is the site's address, "" where it is not known; `painted`: whether the site has pictures.
    """
    views = Views(site, lang, charts, drawings, base_url, PAGES, painted=painted)
    home = home_card(views, site.newest)
    for kind in PAGES:
        for page in kind.pages(views):
            yield page if page.card or kind.signpost else replace(page, card=home)


def menu(voice: Voice, *names: Menu, brief: bool = False) -> tuple[Entry, ...]:
    """The entries of menus that every page has; `brief`: those that stand in a phone's header, too."""
    return tuple(
        entry for kind in PAGES if kind.menu in names and (kind.brief or not brief) for entry in kind.entries(voice)
    )


def column(voice: Voice, active: str) -> tuple[str, str]:
    """ColumnName and ColumnType of the pages that belong to an entry of the header; of all others, the site's."""
    for kind in PAGES:
        for entry in kind.entries(voice):
            if kind.menu == "header" and entry.key == active:
                return entry.title, kind.column
    return voice.plain(voice.site.name), COLUMN
