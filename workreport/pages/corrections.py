"""The page of corrections: what was changed after it was published, and where the feeds are. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workreport.exports import feeds_made
from workreport.pages.page import SMALL, Link, Page, PageType, entry
from workreport.pages.views import Corrected, Views
from workreport.site import urls


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """All corrections, the newest first."""

    corrections: Sequence[Corrected]
    feeds: bool
    topics: Sequence[Link]
    """The feed of each topic."""


def corrections(views: Views) -> Iterator[Page]:
    """The page of corrections."""
    topics = views.site.used_topics
    context = Corrections(
        corrections=views.corrections(views.site.corrections),
        feeds=feeds_made(views.site, views.base_url),
        topics=[Link(views.say(views.site.topics[topic]), urls.topic_feed(topic)) for topic in topics],
    )
    title, intro = views.words["corrections"], views.words["corrections_intro"]
    yield views.page(CORRECTIONS, urls.CORRECTIONS, context, title=title, description=intro)


CORRECTIONS = PageType(
    key="corrections",
    template="corrections.html",
    context=Corrections,
    pages=corrections,
    budget=SMALL,
    entries=entry("corrections", urls.CORRECTIONS),
    menu="footer",
)
