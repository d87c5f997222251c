"""Open Graph: what a shared link shows. Pure."""

from __future__ import annotations

from workreport.pages.head.labels import Label, known
from workreport.pages.page import Page
from workreport.pages.voice import Voice


def open_graph(voice: Voice, page: Page, address: str, image: str) -> tuple[Label, ...]:
    """The labels of a page; none without a base URL, since all addresses must be absolute."""
    if not address:
        return ()
    return known(
        {
            "og:title": page.title,
            "og:description": page.description,
            "og:type": "website" if page.keywords is None else "article",
            "og:url": address,
            "og:image": image,
            "og:site_name": voice.plain(voice.site.name),
            "og:locale": voice.language.open_graph,
        }
    )
