"""What the pages of a metric and of a commitment have in common: citations, corrections, the way to the next. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from workreport.pages.cite import TODAY, Cited, Style, styles
from workreport.pages.page import Link
from workreport.pages.richtext import foreign
from workreport.pages.views import Corrected, Views
from workreport.site import Commitment, Metric, Report

Item = TypeVar("Item", Metric, Commitment)


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation to copy."""

    style: str
    text: str
    file: str = ""
    """The name under which a reference manager's file is saved; "" for a text to paste."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What is taken away of an item or of one of its comparisons."""

    title: str
    citations: Sequence[Citation]
    embeds: str = ""
    """What the frame shows."""
    snippet: str = ""
    """The HTML that shows it in another page; "" without a base URL."""


@dataclass(frozen=True, slots=True)
class Around:
    """The items before and after one in its section."""

    previous: Link | None
    next: Link | None


def neighbours(views: Views, items: Sequence[Item]) -> Iterator[tuple[Item, Around]]:
    """Each item with those around it."""
    links = [None, *views.lines(items), None]
    for index, item in enumerate(items):
        yield item, Around(links[index], links[index + 2])


def corrections(views: Views, path: str) -> list[Corrected]:
    """The corrections of the item that has a page, the newest first."""
    return views.corrections(c for c in views.site.corrections if c.path == path)


def cited(views: Views, report: Report, item: Metric | Commitment) -> Cited:
    """An item as what is cited."""
    return Cited(
        site=views.site,
        report=report,
        lang=views.lang,
        title=item.title,
        quotes=(item.quote,),
        address=views.address(item.path),
        code=item.code,
        version=views.versions[item.id],
        release=views.site.released.get(item.id),
        draft=item.draft,
    )


def citations(views: Views, of: Cited) -> list[Citation]:
    """The citations, each with the place where the date of access goes."""
    return [
        Citation(
            style.name(of),
            _gap(style, views.words["cite_today"]).join(
                foreign(piece, views.lang) for piece in style.write(of).split(TODAY)
            ),
            f"{of.key}.{style.ending}" if style.ending else "",
        )
        for style in styles(views.site.reference)
    ]


def _gap(style: Style, words: str) -> Markup:
    """Where the date of access goes."""
    form = Markup(' data-form="words"') if style.date_in_words else ""
    return Markup('<span class="today"{}>{}</span>').format(form, words)
