"""What a rendered page links to, loads and runs: its HTML as a browser reads it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

Attributes = Mapping[str, str | None]

_LOADING = frozenset({"src", "srcset", "imagesrcset", "poster", "background", "action", "formaction", "ping"})
"""Attributes with an address that the page asks for by itself, or sends what is typed to."""
_HREF = frozenset({"href", "xlink:href"})
_PAINTING = frozenset(
    {"clip-path", "cursor", "fill", "filter", "from", "marker", "marker-end", "marker-mid", "marker-start", "mask"}
    | {"stroke", "to", "values"}
)
"""Attributes of a drawing that may be url(…); in all others, such as the content of a label, that is text."""
_RUNNING = frozenset({"style", "srcdoc"})
_TELLING = frozenset({"alternate", "author", "canonical", "license", "next", "prev"})
"""Relations of a <link> that only say something; with any other, browsers ask for its address, or its host."""
_FORBIDDEN = "script,style,base,iframe,frame,object,embed,applet,template,meta[http-equiv]"
_URL = re.compile(r"url\(\s*[\"']?\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
_HARMLESS = frozenset({"cache-control", "content-security-policy"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """The addresses and anchors of one page, and the tags that run code in it."""

    links: frozenset[str]
    """Addresses that a reader may follow."""
    loads: Mapping[str, str]
    """Addresses that the page asks for by itself, each with a tag that does."""
    anchors: frozenset[str]
    code: frozenset[str]


def read(html: str) -> Markup:
    """The page `html` as a browser reads it, scripts not run."""
    tree = LexborHTMLParser(html)
    links, anchors = set(), set()
    loads: dict[str, str] = {}
    code = {_tag(node, node.attributes) for node in tree.css(_FORBIDDEN) if not _allowed(node)}
    styled = "url(" in html.lower()
    for node in tree.css("*"):
        attributes = node.attributes
        for name, value in attributes.items():
            if name == "id":
                anchors.add(value or "")
            elif name in _HREF:
                if _is_link(node, attributes):
                    links.add(_clean(value))
                elif node.tag != "base":
                    loads[_clean(value)] = _tag(node, attributes)
            elif name in _LOADING:
                loads.update((address, _tag(node, attributes)) for address in _addresses(name, value))
            elif (
                name in _RUNNING or name.startswith("on") or (styled and name in _PAINTING and _URL.search(value or ""))
            ):
                code.add(_tag(node, attributes))
            elif name == "name" and node.tag == "a":
                anchors.add(value or "")
    return Markup(links=frozenset(links), loads=loads, anchors=frozenset(anchors), code=frozenset(code))


_INERT = ("application/ld+json", "application/json")
"""Types of scripts that no browser runs: data for search engines, and for the page's own script."""


def _allowed(node: LexborNode) -> bool:
    """Scripts from files, data, and what a page says of itself."""
    attributes = node.attributes
    if node.tag == "script":
        return "src" in attributes or attributes.get("type") in _INERT
    return node.tag == "meta" and (attributes["http-equiv"] or "").lower() in _HARMLESS


def _is_link(node: LexborNode, attributes: Attributes) -> bool:
    if node.tag == "link":
        relations = set((attributes.get("rel") or "").lower().split())
        return bool(relations) and relations <= _TELLING
    return node.tag in ("a", "area")


def _addresses(name: str, value: str | None) -> Iterator[str]:
    """One address, or those of a list such as “a.png 1x, b.png 2x”."""
    if name.endswith("srcset"):
        yield from (_clean(part.split()[0]) for part in (value or "").split(",") if part.strip())
    else:
        yield _clean(value)


def _clean(address: str | None) -> str:
    """An address as browsers take it: without line breaks and the blanks round it."""
    return "".join((address or "").strip().splitlines()).replace("\t", "")


def _tag(node: LexborNode, attributes: Attributes) -> str:
    """The tag as it could be written, for a diagnostic; what is long is cut."""
    text = f"<{node.tag}" + "".join(f' {n}="{v}"' if v is not None else f" {n}" for n, v in attributes.items()) + ">"
    return text if len(text) <= 80 else f"{text[:40]} … {text[-35:]}"
