"""The accessibility statement: what was tested and what was not, what helps, and whom to tell of a problem. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workreport.pages.markdown import to_html
from workreport.pages.page import SMALL, Page, PageType, entry
from workreport.pages.richtext import foreign
from workreport.pages.views import Views
from workreport.site import urls

_PARTS = {"tested": 7, "helps": 5, "limits": 4}
"""The parts of the statement, and how many lines each has among the words."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the statement."""

    title: str
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Accessibility:
    """The statement; `contact` is "" where the content names none."""

    standard: str
    parts: Sequence[Part]
    contact: str


def accessibility(views: Views) -> Iterator[Page]:
    """The statement."""
    words = views.words
    parts = [
        Part(words[f"access_{part}"], [*filter(None, (views.varied(f"access_{part}_{n}") for n in range(1, size + 1)))])
        for part, size in _PARTS.items()
    ]
    contact = views.site.contact
    shown = to_html(views.plain(contact), lambda text: foreign(text, views.lang)) if contact else ""
    context = Accessibility(views.varied("access_standard"), parts, shown)
    title, intro = words["accessibility"], words["access_intro"]
    yield views.page(ACCESSIBILITY, urls.ACCESSIBILITY, context, title=title, description=intro)


ACCESSIBILITY = PageType(
    key="accessibility",
    template="accessibility.html",
    context=Accessibility,
    pages=accessibility,
    budget=SMALL,
    entries=entry("accessibility", urls.ACCESSIBILITY),
    menu="footer",
)
