"""Atom feeds of corrections and releases: one of all, one a topic, in both languages. Pure.

Entries need absolute addresses and dates, so that there is no feed without a base URL or before the first release.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree

from workreport.i18n import LANGUAGES, TAGS, WORDS, Lang
from workreport.site import Site

_ATOM = "http://www.w3.org/2005/Atom"


class _Entry(NamedTuple):
    """What a feed tells: `updated` is an RFC 3339 time in Beijing."""

    address: str
    title: str
    updated: str
    text: str
    topics: tuple[str, ...] | None
    """None: belongs to every topic."""


def feeds_made(site: Site, base_url: str) -> bool:
    """Whether the site has feeds."""
    return bool(base_url) and site.release is not None


def feeds(site: Site, base_url: str) -> Iterator[tuple[str, bytes]]:
    """Every feed with its path: feed.xml, topics/<id>.xml, and the same under en/."""
    if not feeds_made(site, base_url):
        return
    for lang in LANGUAGES:
        folder = "" if lang == LANGUAGES[0] else f"{lang}/"
        root = f"{base_url}/{folder}"
        entries = sorted(_entries(site, lang, root), key=lambda entry: (entry.updated, entry.address), reverse=True)
        words, index = WORDS[lang], LANGUAGES.index(lang)
        title = words["feed_title"].format(site=site.name[index])
        yield (
            f"{folder}feed.xml",
            _feed(lang, site.name[index], title, f"{root}feed.xml", f"{root}corrections.html", entries),
        )
        for topic in site.used_topics:
            own = [entry for entry in entries if entry.topics is None or topic in entry.topics]
            name = f"{title} – {site.topics[topic][index]}"
            path = f"topics/{topic}"
            yield (
                f"{folder}{path}.xml",
                _feed(lang, site.name[index], name, f"{root}{path}.xml", f"{root}{path}.html", own),
            )


def _entries(site: Site, lang: Lang, root: str) -> Iterator[_Entry]:
    words, index = WORDS[lang], LANGUAGES.index(lang)
    for release in site.releases:
        name = words["release_name"].format(version=release.version)
        notes = (release.notes.zh, release.notes.en)[index]
        anchor = "release-" + release.version.replace(".", "-")
        time = f"{release.published.replace(' ', 'T')}:00+08:00"
        yield _Entry(f"{root}about.html#{anchor}", name, time, notes, None)
    for c in site.corrections:
        what = c.title[index] if c.title else str(c.item or "")
        colon = "：" if lang == LANGUAGES[0] else ": "
        parts = (("correction_old", c.old), ("correction_new", c.new), ("correction_reason", c.reason))
        text = " · ".join(f"{words[key]}{colon}{value[index]}" for key, value in parts)
        title = f"{words['correction']}{colon}{what}" if what else words["correction"]
        yield _Entry(
            f"{root}corrections.html#{c.id}", title, f"{c.date}T00:00:00+08:00", text, c.topics if c.item else None
        )


def _feed(lang: Lang, author: str, title: str, own: str, page: str, entries: list[_Entry]) -> bytes:
    """A feed as Atom (RFC 4287)."""
    ElementTree.register_namespace("", _ATOM)
    root = ElementTree.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": TAGS[lang]})

    def add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
        element = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
        element.text = text or None
        return element

    add(root, "id", own)
    add(root, "title", title)
    add(root, "updated", entries[0].updated)
    add(root, "link", rel="self", type="application/atom+xml", href=own)
    add(root, "link", rel="alternate", type="text/html", href=page)
    add(add(root, "author"), "name", author)
    for entry in entries:
        element = add(root, "entry")
        add(element, "id", entry.address)
        add(element, "title", entry.title)
        add(element, "updated", entry.updated)
        add(element, "link", rel="alternate", type="text/html", href=entry.address)
        add(element, "summary", entry.text)
    ElementTree.indent(root, "")
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
