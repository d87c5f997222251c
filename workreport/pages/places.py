"""The page of places: what the reports name, and who names it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workreport.pages.page import SMALL, Link, Page, PageType, entry
from workreport.pages.views import Views
from workreport.site import urls


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """A place; `other` is its name in the report, on a page of another language."""

    id: str
    name: str
    other: str
    items: Sequence[Link]
    sentences: Sequence[Link]


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """All places."""

    intro: str
    places: Sequence[PlaceView]


def places(views: Views) -> Iterator[Page]:
    """The page of places, where there is any."""
    found = [
        PlaceView(
            id=place.id,
            name=views.say(place.name),
            other=views.original(place.name.source),
            items=[Link(views.say(title), path) for path, title in place.items],
            sentences=views.sentences(place.sentences),
        )
        for place in views.site.places.values()
    ]
    title, intro = views.words["places"], views.words["places_intro"]
    if found:
        yield views.page(
            PLACES, urls.PLACES, Places(intro=intro, places=found), title=title, description=intro, active="places"
        )


PLACES = PageType(
    key="places",
    template="places.html",
    context=Places,
    pages=places,
    budget=SMALL,
    entries=entry("places", urls.PLACES, where=lambda voice: bool(voice.site.places)),
    menu="header",
    brief=True,
)
