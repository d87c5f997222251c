"""Pages that other sites may still show in a frame, of what is gone: where to go on. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workreport.pages.moved import headline, sentence
from workreport.pages.page import SMALL, Page, PageType
from workreport.pages.views import Views
from workreport.site import Gone, urls


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedMoved:
    """What is said of it."""

    code: str
    to: str
    name: str
    """"" where it leads to its own page, which says why it is gone."""
    text: str


def embeds_moved(views: Views) -> Iterator[Page]:
    """A page for each commitment and target that moved or was retired."""
    for link in (*views.site.moved, *views.site.gone):
        if link.id.kind in ("commitment", "target"):
            to, name = _target(views, link) if link.id.kind == "target" else _commitment(views, link)
            context = EmbedMoved(code=link.code, to=to, name=name, text=views.say(link.retired))
            title = headline(views, link)
            yield views.page(EMBED_MOVED, urls.embed(link.id), context, title=title, description=title)


def _commitment(views: Views, link: Gone) -> tuple[str, str]:
    """Where it leads, and that page's title."""
    if link.moved_to is None:
        return urls.page(link.id), ""
    item = views.site.commitments.get(link.moved_to) or views.site.metrics[link.moved_to]
    return item.path, views.say(item.title)


def _target(views: Views, link: Gone) -> tuple[str, str]:
    """A target has no page of its own: it leads to its place on that of its commitment, or to its sentence."""
    if link.moved_to:
        target = views.site.targets[link.moved_to]
        return target.path, views.say(target.title)
    where = sentence(views, link)
    return (where, views.words["moved_sentence"]) if where else (urls.HOME, views.words["home"])


EMBED_MOVED = PageType(
    key="embedmoved", template="embedmoved.html", context=EmbedMoved, pages=embeds_moved, budget=SMALL, signpost=True
)
