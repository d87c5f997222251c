"""Text as HTML: escaped, runs of the other language marked, subscripts and links of the source kept. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from workreport.i18n import Lang
from workreport.source import Block

_CJK_RUN = re.compile(
    "[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+(?:[0-9〔〕]*[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+)*"
)
_HAS_CJK = re.compile("[\u3400-\u9fff]")


def foreign(text: str, lang: Lang) -> Markup:
    """`text` escaped; on an English page each run of Chinese carries its language."""
    if lang == "zh" or not _HAS_CJK.search(text):
        return escape(text)
    out, at = [], 0
    for match in _CJK_RUN.finditer(text):
        if not _HAS_CJK.search(match[0]):
            continue
        out += [escape(text[at : match.start()]), Markup('<span lang="zh-Hans">{}</span>').format(match[0])]
        at = match.end()
    return Markup("").join([*out, escape(text[at:])])


def rich(block: Block, start: int, end: int, marks: Iterable[tuple[int, int, Markup, Markup]]) -> Markup:
    """A run of a paragraph as HTML: subscripts kept, marked figures linked."""
    events: list[tuple[int, int, Markup]] = []
    for span in block.sub:
        if start <= span.start and span.end <= end:
            events += [(span.start, 2, Markup("<sub>")), (span.end, 1, Markup("</sub>"))]
    for left, right, opening, after in marks:
        if start <= left and right <= end:
            events += [(left, 3, opening), (right, 0, Markup("</a>") + after)]
    events.sort()
    parts: list[Markup] = []
    at = start
    for offset, _, markup in events:
        parts += [escape(block.text[at:offset]), markup]
        at = offset
    parts.append(escape(block.text[at:end]))
    return Markup("").join(parts)
