"""A page, and a type of page: what the registry holds of each. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from workreport.cards import Card, Sheet

if TYPE_CHECKING:
    from workreport.pages.views import Views
    from workreport.pages.voice import Voice

Context = TypeVar("Context")
Menu = Literal["header", "footer", "none"]

SMALL, LARGE = 30 * 1024, 90 * 1024
"""Bytes, compressed, that all a page loads may take: a page to read, and one that lists everything."""
PAINT, PAINT_LONG = 14 * 1024, 20 * 1024
"""Bytes, compressed, of the HTML, the style and what runs before the first paint: what a server sends before it waits for
an answer, and that of the home page, whose wall follows when its head has been seen."""

COLUMN = "数据发布"
"""ColumnType of a page that publishes figures, as most do."""


@dataclass(frozen=True, slots=True)
class Link:
    """What a page leads to: its title, and its path within the language."""

    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a menu; `key` is the name by which pages say that they belong to it."""

    key: str
    title: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Long:
    """A long picture."""

    page: str
    """The path of the page that it is of, within the language; so are those of its files."""
    title: str
    png: str
    svg: str
    sheet: Sheet


def _no_entries(voice: Voice) -> Iterable[Entry]:
    return ()


def entry(
    word: str, path: str, where: Callable[[Voice], bool] = lambda voice: True
) -> Callable[[Voice], Iterable[Entry]]:
    """The entry of a type that has one page; `where` says whether a site has it."""
    return lambda voice: [Entry(word, voice.words[word], path)] if where(voice) else []


def _one_kind(context: Any) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageType(Generic[Context]):
    """A type of page. Adding one is a file with its record and its function, a template, and its words."""

    key: str
    template: str
    context: type[Context]
    """A dataclass: what the template is given."""
    pages: Callable[[Views], Iterable[Page]]
    """Yields the pages of this type in one language."""
    budget: int
    """The most bytes, compressed, that such a page may load: `SMALL`, or `LARGE` for a page that lists everything."""
    entries: Callable[[Voice], Iterable[Entry]] = _no_entries
    """The pages that menus lead to; none where readers come from other pages."""
    menu: Menu = "none"
    """Where its entries stand on every page."""
    brief: bool = False
    """Whether they stand in the header of a phone, too, which has room for three."""
    listed: bool = True
    """Whether its entries stand on the page of the site map."""
    paint: int | None = None
    """The most bytes, compressed, that are needed before the first paint, where that has a budget of its own."""
    column: str = COLUMN
    """ColumnType of 网页标签规范, a Chinese vocabulary, where a page belongs to one of the entries."""
    signpost: bool = False
    """Whether its pages only lead elsewhere, so that nothing lists or shares them."""
    variant: Callable[[Context], str] = _one_kind
    """Which of the forms that such pages take a page has: tests look at one of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page in one language. `path` is within the language: 2022/index.html, never en/2022/index.html."""

    type: PageType[Any]
    lang: str
    path: str
    output: str
    """Where it is published."""
    title: str
    description: str
    band: str
    """That it is made from what a program drafted and nobody has read; "" else."""
    context: object
    active: str = ""
    """The key of the entry of the header that the page belongs to."""
    crumbs: tuple[Link, ...] = ()
    """The breadcrumb; the page itself, at its end, has no path."""
    card: Card | None = None
    """What shows the page where it is shared; the card of another page where that says more."""
    long: Sequence[Long] = ()
    """The long pictures that the page leads to; its own is made with it."""
    keywords: tuple[str, ...] | None = None
    """The subjects of a content page; None for a page that leads to others."""
