"""Markdown to HTML, with nothing in it that an editor could harm the page with. Pure.

markdown-it-py with raw HTML off; links only to http(s), mailto and relative addresses. Text without any
markup, which is most of it, does not start the parser.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_INLINE = re.compile(r"[\\`*_\[\]<>#&\n]")
_LEADING = re.compile(r"[-+=~|0-9\s]")
_SAFE_LINK = re.compile(r"(?:https?://|mailto:|(?![a-zA-Z][a-zA-Z0-9+.-]*:|//|\\))", re.IGNORECASE)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "linkify": False, "typographer": False})
    parser.disable(["html_block", "html_inline", "image"])
    # An instance attribute, as the library documents it for its own link check.
    parser.validateLink = lambda url: bool(_SAFE_LINK.match(url.strip()))  # type: ignore[method-assign]
    return parser


def to_html(text: str) -> Markup:
    """`text` as HTML paragraphs. Never raises; what is not allowed comes out as plain text."""
    if not _INLINE.search(text) and not _LEADING.match(text):
        return Markup("<p>{}</p>\n").format(text)
    return Markup(_parser().render(text))
