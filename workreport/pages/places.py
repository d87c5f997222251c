"""The page of places: what the reports name, and who names it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workreport.pages.page import SMALL, Link, Page, PageType, entry
from workreport.pages.richtext import foreign
from workreport.pages.views import Views
from workreport.site import Report, urls


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence that names a place: in the page's language, and where it stands."""

    text: str
    place: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """A place; `other` is its name in the report, on a page of another language."""

    id: str
    name: str
    other: str
    items: Sequence[Link]
    sentences: Sequence[Said]


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """All places."""

    intro: str
    places: Sequence[PlaceView]


def places(views: Views) -> Iterator[Page]:
    """The page of places, where there is any."""
    reports = {report.path: report for report in views.site.reports}
    found = [
        PlaceView(
            id=place.id,
            name=views.say(place.name),
            other=views.original(place.name.source),
            items=[Link(views.say(title), path) for path, title in place.items],
            sentences=[_said(views, reports[path], sentence) for path, sentence in place.sentences],
        )
        for place in views.site.places.values()
    ]
    title, intro = views.words["places"], views.words["places_intro"]
    if found:
        yield views.page(
            PLACES,
            urls.PLACES,
            Places(intro=intro, places=found),
            title=title,
            description=intro,
            active="places",
            band=views.drafted_here(views.site.places.values()),
        )


def _said(views: Views, report: Report, sentence: str) -> Said:
    paragraph, _, number = sentence[1:].partition("s")
    block = report.source.by_id[f"p{paragraph}"]
    own = next(s for s in block.sentences if s.id == sentence).of(block.text)
    text = report.translations[views.lang].text(sentence) if views.translated else own
    return Said(
        text=foreign(text, views.lang),
        place=views.word("sentence_place", p=paragraph, s=number),
        path=urls.anchor(report.path, sentence),
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
