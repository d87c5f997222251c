"""The page of all topics, with what each holds. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workreport.pages.page import SMALL, Page, PageType, entry
from workreport.pages.views import SectionLine, Views
from workreport.site import urls


@dataclass(frozen=True, slots=True, kw_only=True)
class Topics:
    """Every topic that has a page."""

    intro: str
    topics: Sequence[SectionLine]


def topic_list(views: Views) -> Iterator[Page]:
    """One page, where there is any topic."""
    found = [_line(views, topic) for topic in views.site.used_topics]
    title, intro = views.words["topics"], views.words["topics_intro"]
    if found:
        yield views.page(
            TOPIC_LIST,
            urls.TOPICS,
            Topics(intro=intro, topics=found),
            title=title,
            description=intro,
            active="topics",
        )


def _line(views: Views, topic: str) -> SectionLine:
    metrics = sum(topic in metric.topics for metric in views.site.metrics.values())
    commitments = sum(topic in commitment.topics for commitment in views.site.commitments.values())
    return SectionLine(
        title=views.say(views.site.topics[topic]),
        path=urls.topic(topic),
        counts=[
            views.count(key, n) for key, n in (("count_commitments", commitments), ("count_metrics", metrics)) if n
        ],
    )


TOPIC_LIST = PageType(
    key="topics",
    template="topics.html",
    context=Topics,
    pages=topic_list,
    budget=SMALL,
    entries=entry("topics", urls.TOPICS, where=lambda voice: bool(voice.site.used_topics)),
    menu="header",
    brief=True,
)
