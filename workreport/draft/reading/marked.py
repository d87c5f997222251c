"""Markdown: headings, paragraphs, what is bold. Pure."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token

from workreport.draft.reading.line import Line, line_of

# Four blanks before a paragraph are an indent here, and no listing of a program; and a run of bold may end with a Chinese
# stop, which CommonMark takes for no end.
_READER = (
    MarkdownIt("commonmark", {"html": False})
    .disable(["code", "list", "lheading", "emphasis", "html_block", "html_inline"])
    .enable("table")
)


def lines_of(text: str) -> list[Line]:
    """The headings and paragraphs of a Markdown text."""
    found: list[Line] = []
    level = 0
    for token in _READER.parse(text):
        if token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "heading_close":
            level = 0
        elif token.type == "inline":
            for pieces in _pieces(token.children or []):
                if line := line_of(pieces, level=level, gap=True):
                    found.append(line)
        elif token.content:
            found += [line for part in token.content.split("\n") if (line := line_of([(part, False)]))]
    return found


def _pieces(children: list[Token]) -> list[list[tuple[str, bool]]]:
    """The printed lines of a paragraph as pieces."""
    lines: list[list[tuple[str, bool]]] = [[]]
    bold = False
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            lines.append([])
        else:
            for number, part in enumerate(child.content.split("**")):
                bold ^= number > 0
                if part:
                    lines[-1].append((part, bold))
    return lines
