"""What stands round a page: its head, header and footer, which are the same for all pages of a depth and a column."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from workreport.exports import feeds_made
from workreport.filenames import media_type
from workreport.i18n import language
from workreport.pages import (
    Entry,
    Label,
    Link,
    Page,
    Shared,
    Voice,
    column,
    foreign,
    frame_labels,
    head_title,
    menu,
    open_graph,
    page_labels,
    qr,
)
from workreport.render.looks import mark
from workreport.render.policy import folder_policy, frame_policy, policy
from workreport.site import urls

PARTS = ("head", "banner", "tools", "header", "footer")
"""Templates in frame/."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the parts of the frame are given."""

    t: Mapping[str, str]
    translated: bool
    up: str
    """From the page to the root of its language."""
    assets: Mapping[str, str]
    """The addresses of assets, from the page, by name."""
    mark: str
    """The name of the site's mark among the assets."""
    mark_type: str
    policies: Sequence[str]
    labels: Sequence[Label]
    feed: bool
    manifest: bool
    navigation: Sequence[Entry]
    brief: Sequence[str]
    """The keys of the entries that a phone has room for."""
    active: str
    menu: Sequence[Entry]
    recorded: str
    draft: bool
    sponsor: str
    site_code: str
    icp: str
    police: str
    police_image: str
    badge: str
    badge_image: str
    report_error: str
    has_contact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A page in another language: its address from this page, the language's tag, and its own name for itself."""

    address: str
    tag: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LongLink:
    """A long picture: its title, its files from the root of the language, and its size in pixels."""

    title: str
    png: str
    svg: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What every page is given besides its own context."""

    t: Mapping[str, str]
    lang: str
    translated: bool
    """Whether the page is in another language than the report."""
    colon: str
    space: str
    """Between two sentences."""
    base: str
    """From the page to the root of the site."""
    up: str
    """From the page to the root of its language."""
    assets: Mapping[str, str]
    """The paths of assets, from the root of the site, by name."""
    mark: str
    """The name of the site's mark among the assets."""
    mark_type: str
    policies: Sequence[str]
    """Of a page for a frame on another site; other pages have theirs from the frame."""
    site_name: str
    above: str
    """The words of the link above the site's name; "" without one."""
    above_address: str
    page_title: str
    head_title: str
    """The same with what the page is part of and whose site it is on."""
    description: str
    band: str
    crumbs: Sequence[Link]
    frame: Mapping[str, Markup]
    switches: Sequence[Other]
    """The same page in the other languages."""
    qr: Callable[[str], Markup]
    labels: Sequence[Label]
    graph: Sequence[Label]
    signpost: bool
    card: str
    """The picture of this very page, from the root of the site; "" for none."""
    square: str
    """The same for chats."""
    long: Sequence[LongLink]
    own_long: bool
    """Whether they are one, the page's own."""
    canonical: str
    """The page's address; "" without a base URL."""
    alternates: Sequence[tuple[str, str]]
    """Language tags and addresses of the page in each language; none without a base URL."""


def frame(voice: Voice, assets: Mapping[str, str], active: str, base: str, up: str) -> Frame:
    """The frame of the pages that belong to an entry of the header and lie at one depth."""
    site, host, newest = voice.site, voice.site.host, voice.site.newest
    return Frame(
        t=voice.words,
        translated=voice.translated,
        up=up,
        assets={name: base + path for name, path in assets.items()},
        mark=mark(assets),
        mark_type=media_type(mark(assets)),
        policies=_policies(policy(host.portal_hosts), voice),
        labels=frame_labels(voice, *column(voice, active)),
        feed=feeds_made(site, voice.base_url),
        manifest=bool(voice.base_url),
        navigation=menu(voice, "header"),
        brief=[entry.key for entry in menu(voice, "header", brief=True)],
        active=active,
        menu=menu(voice, "header", "footer"),
        recorded=voice.word(
            "year_noted" if newest.meta.issued else "year_noted_undated",
            was=newest.outcome_year,
            will=newest.goal_year,
            date=voice.dated(newest.meta.issued),
        ),
        draft=site.release is None,
        sponsor=voice.plain(host.sponsor),
        site_code=host.site_code or "",
        icp=foreign(host.icp or "", voice.lang),
        police=foreign(host.police or "", voice.lang),
        police_image=host.police_image or "",
        badge=host.badge or "",
        badge_image=host.badge_image or "",
        report_error=host.report_error or "",
        has_contact=site.contact is not None,
    )


def _head_title(voice: Voice, page: Page) -> str:
    """That of the home page is the site's name already."""
    if page.path == urls.HOME:
        return page.title
    parent = page.crumbs[1].title if len(page.crumbs) > 2 else ""
    return head_title(page.title, parent, voice.plain(voice.site.name))


def _policies(own: str, voice: Voice) -> tuple[str, ...]:
    folder = folder_policy(voice.base_url, voice.site.host.portal_hosts)
    return (own, folder) if folder else (own,)


def roots(voice: Voice, page: Page) -> tuple[str, str]:
    """From a page to the root of the site, and to that of its language."""
    if page.path == urls.NOT_FOUND and voice.base_url:
        # A server shows this page at any address, so its links must not depend on where that is.
        return f"{voice.base_url}/", voice.address("")
    return urls.up(page.output), urls.up(page.path)


def shared(voice: Voice, page: Page, assets: Mapping[str, str]) -> Shared:
    """What shows a page where it is shared: its card, else the picture of the site."""
    if page.card is None:
        picture = assets.get("share.png", "")
        return Shared(address=f"{voice.base_url}/{picture}" if voice.base_url and picture else "")
    own = page.card.path == page.path
    wide, square = (voice.urls.output(of(page.card.path), page.lang) for of in (urls.picture, urls.square))
    return Shared(
        address=voice.address(urls.picture(page.card.path)),
        card=page.card,
        own=wide if own else "",
        square=square if own and not voice.translated else "",
    )


def surroundings(
    voice: Voice, assets: Mapping[str, str], page: Page, made: Mapping[str, Markup], base: str, up: str
) -> Surroundings:
    """What a page is given; `made` are the parts of its frame."""
    languages = [language(lang) for lang in voice.site.languages]
    address = voice.address(page.path)
    shown = shared(voice, page, assets)
    above = voice.site.looks.header_link
    return Surroundings(
        t=voice.words,
        lang=voice.language.tag,
        translated=voice.translated,
        colon=voice.language.colon,
        space=voice.language.space,
        base=base,
        up=up,
        assets=assets,
        mark=mark(assets),
        mark_type=media_type(mark(assets)),
        policies=_policies(frame_policy(), voice),
        site_name=voice.plain(voice.site.name),
        above=voice.plain(above.title) if above else "",
        above_address=above.address if above else "",
        page_title=page.title,
        head_title=_head_title(voice, page),
        description=page.description,
        band=page.band,
        crumbs=page.crumbs,
        frame=made,
        switches=[
            Other(address=base + voice.urls.output(page.path, own.code), tag=own.tag, name=own.words["own_name"])
            for own in languages
            if own.code != page.lang
        ],
        qr=qr,
        labels=page_labels(voice, page, address, shown.address),
        graph=() if page.type.signpost else open_graph(voice, page, address, shown),
        card=shown.own,
        square=shown.square,
        long=[
            LongLink(title=own.title, png=own.png, svg=own.svg, width=own.sheet.width, height=own.sheet.height)
            for own in page.long
        ],
        own_long=[own.page for own in page.long] == [page.path],
        signpost=page.type.signpost,
        canonical=address,
        alternates=[(own.tag, voice.urls.address(page.path, own.code)) for own in languages] if address else [],
    )
