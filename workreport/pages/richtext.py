"""Text as HTML: escaped, runs of the other language marked, subscripts and links of the source kept. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from markupsafe import Markup, escape

from workreport.content import Block
from workreport.i18n import language
from workreport.site import Mention

Linked = tuple[int, int, Markup, Markup]
"""A marked run of a text: start, end, the start tag of its link, what follows the link."""

_CJK_RUN = re.compile(
    "[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+(?:[0-9〔〕]*[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+)*"
)
_HAS_CJK = re.compile("[\u3400-\u9fff]")


def foreign(text: str, lang: str) -> Markup:
    """`text` escaped; on a page in another script each run of Chinese carries its language."""
    if language(lang).han or not _HAS_CJK.search(text):
        return escape(text)
    # Joined as plain texts, since all is escaped: most of what a page holds goes this way.
    out, at = "", 0
    for match in _CJK_RUN.finditer(text):
        if _HAS_CJK.search(match[0]):
            out += f'{escape(text[at : match.start()])}<span lang="zh-Hans">{escape(match[0])}</span>'
            at = match.end()
    return Markup(f"{out}{escape(text[at:])}")


def linked(text: str, marks: Iterable[Linked], lang: str) -> Markup:
    """`text` as `foreign` writes it, with the links round its marked runs, which are in order and apart."""
    out, at = [], 0
    for start, end, opening, after in marks:
        out += [foreign(text[at:start], lang), opening, foreign(text[start:end], lang), Markup("</a>"), after]
        at = end
    return Markup("").join([*out, foreign(text[at:], lang)])


def term_link(run: Mention) -> Linked:
    """A term's link: where it leads is what describes it."""
    opening = Markup('<a class="term" href="#term-{0}" aria-describedby="term-{0}">').format(run.id)
    return run.start, run.end, opening, Markup("")


def rich(block: Block, start: int, end: int, marks: Iterable[Linked]) -> Markup:
    """A run of a paragraph as HTML: subscripts kept, marked figures linked."""
    links = [(left, right, opening, Markup("</a>") + after) for left, right, opening, after in marks]
    # A subscript that a link begins or ends in is cut there, so that tags nest.
    cuts = sorted({offset for left, right, *_ in links for offset in (left, right)})
    subs = [
        (left, right, Markup("<sub>"), Markup("</sub>"))
        for span in block.sub
        for left, right in pairwise([span.start, *(cut for cut in cuts if span.start < cut < span.end), span.end])
    ]
    events: list[tuple[int, int, int, int, Markup]] = []
    for rank, runs in enumerate((links, subs)):
        for left, right, opening, closing in runs:
            if start <= left and right <= end:
                # At one place what opened last closes first, and of what opens there the longest comes first.
                events += [(left, 1, -right, rank, opening), (right, 0, -left, -rank, closing)]
    events.sort(key=lambda event: event[:4])
    parts: list[Markup] = []
    at = start
    for offset, *_, markup in events:
        parts += [escape(block.text[at:offset]), markup]
        at = offset
    parts.append(escape(block.text[at:end]))
    return Markup("").join(parts)
