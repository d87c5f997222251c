"""Atom feeds of corrections and releases: one of all, one a topic, in every language. Pure.

Entries need absolute addresses and dates, so that there is no feed without a base URL or before the first release. A topic's
feed begins with the first release and tells of what is corrected in the topic; later releases are told in the feed of all,
so that a release does not change every topic's feed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from workreport.i18n import language
from workreport.site import Site, Urls, urls

_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """What a feed tells: `updated` is an RFC 3339 time in Beijing."""

    address: str
    title: str
    updated: str
    text: str
    topics: tuple[str, ...] | None = None
    """None: belongs to every topic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Feed:
    """A feed in one language; addresses are absolute."""

    lang: str
    author: str
    title: str
    own: str
    page: str
    """What it tells of."""
    entries: Sequence[_Entry]


def feeds_made(site: Site, base_url: str) -> bool:
    """Whether the site has feeds."""
    return bool(base_url) and site.release is not None


def feeds(site: Site, base_url: str) -> Iterator[tuple[str, bytes]]:
    """Every feed with its path: feed.xml, topics/<id>.xml, and the same in the folder of each other language."""
    if not feeds_made(site, base_url):
        return
    paths = Urls(languages=site.languages, base_url=base_url)
    for lang in site.languages:
        entries = sorted(_entries(site, lang, paths), key=lambda entry: (entry.updated, entry.address), reverse=True)
        title = language(lang).word("feed_title", site=site.name[lang])
        made = [(urls.FEED, urls.CORRECTIONS, title, entries)]
        for topic in site.used_topics:
            own = [entry for entry in entries if entry.topics is None or topic in entry.topics]
            page = urls.topic(topic)
            made.append((urls.topic_feed(topic), page, f"{title} – {site.topics[topic][lang]}", own))
        for path, page, name, told in made:
            feed = _Feed(
                lang=lang,
                author=site.name[lang],
                title=name,
                own=paths.address(path, lang),
                page=paths.address(page, lang),
                entries=told,
            )
            yield paths.output(path, lang), _atom(feed)


def _entries(site: Site, lang: str, paths: Urls) -> Iterator[_Entry]:
    own = language(lang)
    for number, release in enumerate(site.releases):
        yield _Entry(
            address=paths.address(urls.release(release.version), lang),
            title=own.word("release_name", version=release.version),
            updated=f"{release.published.replace(' ', 'T')}:00+08:00",
            text=release.notes[lang],
            topics=() if number else None,
        )
    for c in site.corrections:
        what = c.title[lang] if c.title else str(c.item or "")
        parts = (("correction_old", c.old), ("correction_new", c.new), ("correction_reason", c.reason))
        yield _Entry(
            address=paths.address(urls.anchor(urls.CORRECTIONS, c.id), lang),
            title=f"{own.words['correction']}{own.colon}{what}" if what else own.words["correction"],
            updated=f"{c.date}T00:00:00+08:00",
            text=" · ".join(f"{own.words[key]}{own.colon}{value[lang]}" for key, value in parts),
            topics=c.topics if c.item else None,
        )


def _atom(feed: _Feed) -> bytes:
    """A feed as Atom (RFC 4287)."""
    ElementTree.register_namespace("", _ATOM)
    root = ElementTree.Element(
        f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": language(feed.lang).tag}
    )

    def add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
        element = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
        element.text = text or None
        return element

    add(root, "id", feed.own)
    add(root, "title", feed.title)
    add(root, "updated", feed.entries[0].updated)
    add(root, "link", rel="self", type="application/atom+xml", href=feed.own)
    add(root, "link", rel="alternate", type="text/html", href=feed.page)
    add(add(root, "author"), "name", feed.author)
    for entry in feed.entries:
        element = add(root, "entry")
        add(element, "id", entry.address)
        add(element, "title", entry.title)
        add(element, "updated", entry.updated)
        add(element, "link", rel="alternate", type="text/html", href=entry.address)
        add(element, "summary", entry.text)
    ElementTree.indent(root, "")
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
