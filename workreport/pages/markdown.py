"""Markdown to HTML, with nothing in it that an editor could harm the page with. Pure.

markdown-it-py with raw HTML off; links only to http(s), mailto and relative addresses. Text without any
markup, which is most of it, does not start the parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererProtocol
    from markdown_it.token import Token

_INLINE = re.compile(r"[\\`*_\[\]<>#&\n]")
_LEADING = re.compile(r"[-+=~|0-9\s]")
_SAFE_LINK = re.compile(r"(?:https?://|mailto:|(?![a-zA-Z][a-zA-Z0-9+.-]*:|//|\\))", re.IGNORECASE)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "linkify": False, "typographer": False})
    parser.disable(["html_block", "html_inline", "image"])
    parser.add_render_rule("text", _text)
    parser.add_render_rule("link_open", _link)
    parser.add_render_rule("link_close", _link)
    # An instance attribute, as the library documents it for its own link check.
    parser.validateLink = lambda url: bool(_SAFE_LINK.match(url.strip()))  # type: ignore[method-assign]
    return parser


def to_html(text: str, write: Callable[[str], Markup] = escape) -> Markup:
    """`text` as HTML paragraphs. Never raises; what is not allowed comes out as plain text.

    `write` makes HTML of each run of text that stands outside links and code.
    """
    if not text:
        return Markup()
    if not _INLINE.search(text) and not _LEADING.match(text):
        return Markup("<p>{}</p>\n").format(write(text))
    return Markup(_parser().render(text, {"write": write}))


def _text(
    renderer: RendererProtocol, tokens: Sequence[Token], index: int, options: object, env: Mapping[str, Any]
) -> str:
    """The library's rule for text, by way of the caller's `write`; a link takes no other link into it."""
    write: Callable[[str], Markup] = escape if env.get("inside") else env["write"]
    return write(tokens[index].content)


def _link(renderer: RendererProtocol, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    """The library's rule for both ends of a link, which also remembers whether text stands in one."""
    env["inside"] = tokens[index].nesting > 0
    return renderer.renderToken(tokens, index, options, env)  # type: ignore[attr-defined, no-any-return]
