"""Open Graph: what a shared link shows. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from workreport.cards import WIDE, Card
from workreport.pages.head.labels import Label, known
from workreport.pages.page import Page
from workreport.pages.voice import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """The picture that shows a page."""

    address: str
    """Absolute; "" where the site's is not known."""
    card: Card | None = None
    """What it says; None for the picture of the site."""
    own: str = ""
    """Where it is, from the root of the site, if it is of this very page; "" else."""
    square: str = ""
    """The same for chats."""


def open_graph(voice: Voice, page: Page, address: str, shown: Shared) -> tuple[Label, ...]:
    """The labels of a page; none without a base URL, since all addresses must be absolute."""
    if not address:
        return ()
    sized = {"og:image:type": "image/png", "og:image:width": str(WIDE.width), "og:image:height": str(WIDE.height)}
    return known(
        {
            "og:title": _title(voice, page),
            "og:description": _description(voice, page, shown),
            "og:type": "website" if page.keywords is None else "article",
            "og:url": address,
            "og:image": shown.address,
            **(sized | {"og:image:alt": shown.card.alt, "twitter:card": "summary_large_image"} if shown.card else {}),
            "og:site_name": voice.plain(voice.site.name),
            "og:locale": voice.language.open_graph,
        }
    )


def _title(voice: Voice, page: Page) -> str:
    """The page's title, and whose report of which year it is about, which a link without its page does not show."""
    issuer = voice.plain(voice.site.whose(voice.site.newest))
    year = page.path.partition("/")[0]
    said = voice.word("share_title", title=page.title, issuer=issuer)
    return voice.word("share_title_year", title=page.title, issuer=issuer, year=year) if year.isdecimal() else said


def _description(voice: Voice, page: Page, shown: Shared) -> str:
    """The figures of the page's own card, then what the page says of itself."""
    if shown.card is None or not shown.own or not shown.card.sides:
        return page.description
    sides = voice.language.semicolon.join(
        f"{side.label}{voice.language.colon}{side.figure}" for side in shown.card.sides
    )
    return f"{sides}{voice.language.stop}{voice.language.space}{page.description}"
