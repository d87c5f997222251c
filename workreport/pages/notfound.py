"""The page that servers show for an address that there is not. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workreport.pages.page import SMALL, Entry, Page, PageType
from workreport.pages.views import Views
from workreport.site import urls


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFound:
    """Where to go on."""

    links: Sequence[Entry]


def not_found(views: Views) -> Iterator[Page]:
    """The page, which a server shows at any address."""
    context = NotFound(links=views.entries("header"))
    title, text = views.words["not_found"], views.words["not_found_text"]
    yield views.page(NOT_FOUND, urls.NOT_FOUND, context, title=title, description=text)


NOT_FOUND = PageType(
    key="404", template="notfound.html", context=NotFound, pages=not_found, budget=SMALL, signpost=True
)
