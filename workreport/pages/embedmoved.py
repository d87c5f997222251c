"""Pages that other sites may still show in a frame, of what is gone: where to go on. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workreport.pages.moved import MovedPage, gone, headline, sentence
from workreport.pages.page import SMALL, Page, PageType
from workreport.pages.views import Views
from workreport.site import Gone, urls


def embeds_moved(views: Views) -> Iterator[Page]:
    """A page for each commitment and target that moved or was retired."""
    titles = {c.path: views.say(c.title) for c in views.site.commitments.values()}
    for link in views.site.moved:
        if link.id.kind == "commitment":
            context = gone(views, link, titles)
            yield _page(views, link, replace(context, to=context.to or urls.page(link.id)))
    for address in views.site.gone:
        if address.id.kind == "target":
            yield _page(views, address, _target(views, address))


def _target(views: Views, address: Gone) -> MovedPage:
    """A target has no page of its own: it leads to its place on that of its commitment, or to its sentence."""
    context = gone(views, address, {})
    to, name = sentence(views, address), views.words["moved_sentence"]
    if address.moved_to:
        target = views.site.targets[address.moved_to]
        to, name = target.path, views.say(target.title)
    return replace(context, to=to or urls.HOME, name=name if to else views.words["home"])


def _page(views: Views, link: Gone, context: MovedPage) -> Page:
    title = headline(views, link, context)
    return views.page(EMBED_MOVED, urls.embed(link.id), context, title=title, description=title)


EMBED_MOVED = PageType(
    key="embedmoved", template="embedmoved.html", context=MovedPage, pages=embeds_moved, budget=SMALL, signpost=True
)
