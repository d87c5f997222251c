"""Web pages: the text of the blocks of a page, and what of them is its frame. Pure."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from workreport.draft.reading.line import Line, line_of
from workreport.draft.reading.plain import decoded

_CHARSET = re.compile(rb"""<meta[^>]+charset=["']?\s*([\w-]+)""", re.IGNORECASE)
_UNREAD = {"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select", "textarea"}
_FRAME = {"nav", "header", "footer", "aside", "button", "form"}
_BLOCK = {
    *("address", "article", "aside", "blockquote", "body", "button", "dd", "div", "dl", "dt", "fieldset", "figcaption"),
    *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "nav"),
    *("ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul"),
}
_BOLD = {"b", "strong"}
_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)


def lines_of(raw: bytes) -> list[Line]:
    """The blocks of a page in its order. Raises UnicodeError where it cannot be decoded."""
    named = _CHARSET.search(raw[:4096])
    try:
        text = decoded(raw, named[1].decode("ascii") if named else "")
    except LookupError:
        text = decoded(raw)
    page = _Page()
    body = LexborHTMLParser(text).body
    if body is not None:
        page.walk(body, bold=False, level=0, aside=False)
    page.end(level=0, aside=False)
    return page.lines


class _Page:
    """What has been read of a page."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._pieces: list[tuple[str, bool]] = []

    def end(self, *, level: int, aside: bool) -> None:
        """A block begins or ends."""
        if line := line_of(self._pieces, level=level, aside=aside):
            self.lines.append(line)
        self._pieces = []

    def walk(self, node: LexborNode, *, bold: bool, level: int, aside: bool) -> None:
        """A node and what is in it."""
        for child in node.iter(include_text=True):
            tag = child.tag or ""
            if tag == "-text":
                self._pieces.append((child.text(deep=False) or "", bold))
                continue
            style = child.attributes.get("style") or ""
            if tag in _UNREAD or "hidden" in child.attributes or re.search(r"display\s*:\s*none", style):
                continue
            if tag == "br":
                self.end(level=level, aside=aside)
                continue
            heavy = bold or tag in _BOLD or bool(_HEAVY.search(style))
            if tag not in _BLOCK:
                self.walk(child, bold=heavy, level=level, aside=aside)
                if tag in ("td", "th"):
                    self._pieces.append((" ", False))
                continue
            inner = int(tag[1]) if re.fullmatch("h[1-6]", tag) else level
            frame = aside or tag in _FRAME
            self.end(level=level, aside=aside)
            self.walk(child, bold=heavy, level=inner, aside=frame)
            self.end(level=inner, aside=frame)
