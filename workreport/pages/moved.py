"""Pages of addresses that are gone: what happened, and where to go on. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workreport.pages.page import SMALL, Page, PageType
from workreport.pages.views import Views
from workreport.site import Gone, urls


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPage:
    """What is said of a page that is gone."""

    code: str
    to: str
    """Where it leads; "" where nothing took its place."""
    name: str
    text: str
    """Why it was retired."""
    sentence: str
    """The path of the sentence that it stood for."""


def moved(views: Views) -> Iterator[Page]:
    """A page for each metric, commitment, section and topic that moved or was retired."""
    titles = _titles(views)
    for link in (*views.site.moved, *(link for link in views.site.gone if link.id.kind != "target")):
        to = urls.page(link.moved_to) if link.moved_to else ""
        text, title = views.say(link.retired), headline(views, link)
        context = MovedPage(code=link.code, to=to, name=titles.get(to, to), text=text, sentence=sentence(views, link))
        yield views.page(MOVED, urls.page(link.id), context, title=title, description=title)


def headline(views: Views, link: Gone) -> str:
    """That it moved or was retired, and its code."""
    return f"{views.words['moved' if link.moved_to else 'retired']} {link.code}".strip()


def sentence(views: Views, link: Gone) -> str:
    """Where the sentence is that an id stood for; "" where the record names none of a report that there is."""
    report = views.site.report_of(link.id)
    if report is None or not any(s.id == link.sentence for block in report.source.blocks for s in block.sentences):
        return ""
    return urls.anchor(report.path, link.sentence)


def _titles(views: Views) -> Mapping[str, str]:
    """The titles of all pages that an id may lead to, by path."""
    sections = [section for report in views.site.reports for section in report.sections]
    titles = {link.path: link.title for s in sections for link in views.lines([*s.metrics, *s.commitments])}
    titles |= {section.ref.path: views.say(section.ref.title) for section in sections}
    return titles | {link.path: link.title for link in views.other_topics()}


MOVED = PageType(key="moved", template="moved.html", context=MovedPage, pages=moved, budget=SMALL, signpost=True)
