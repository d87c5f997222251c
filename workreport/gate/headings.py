"""The gate, check 9: a section that has a heading of its own is titled by it, in every language. Pure.

Its own is the heading over exactly its paragraphs, or the bold “（一）…” with which its first paragraph begins; the number is
left out. A section without one (what opens a chapter, a part of what one heading covers) is titled in the site's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workreport.content import Block
from workreport.diagnostics import Code, Diagnostic, say
from workreport.gate.context import Context, Place, Reading
from workreport.gate.rule import Rule

SECTION_TITLE = Code("section-title", say("The title of a section is not its heading."))

_NUMBER = re.compile(
    r"\s*(?:第?[一二三四五六七八九十百]+(?:[、．.：:]|章|部分|节)|[（(](?:[一二三四五六七八九十百]+|[0-9]+)[）)][、．.]?|[0-9]+(?:\.[0-9]+)*[、．.）)]"
    r"|(?:(?:Part|Chapter|Section) )?(?:[IVXLC]+|[0-9]+)[.:)])\s*"
)
_END = "。.：: \u3000"


def faults(context: Context) -> Iterator[Diagnostic]:
    """Sections that are called otherwise than the report calls them."""
    for reading in context.readings:
        for _, section in reading.sections:
            heading = _heading(reading, reading.blocks(section))
            if heading is None:
                continue
            at, printed = heading
            wanted = {section.value.title.source_lang: printed}
            wanted |= {lang: text.text(at) for lang, text in reading.translations.items()}
            for lang, words in wanted.items():
                title = _bare(words)
                if "".join(section.value.title[lang].split()) != "".join(title.split()):
                    message = say("the heading of this section is “{heading}”", heading=title)
                    hint = say("write it as it stands there, without its number")
                    yield Place(entry=section, loc=("title",)).problem((lang,), SECTION_TITLE, message, hint)


def _heading(reading: Reading, blocks: tuple[Block, ...]) -> tuple[str, str] | None:
    """Id and text of the heading that is a section's own."""
    if not blocks:
        return None
    first = blocks[0].sentences[0]
    printed = first.of(blocks[0].text)
    if first.lead and _NUMBER.match(printed):
        return first.id, printed
    everything = reading.source.blocks
    start, end = everything.index(blocks[0]), everything.index(blocks[-1]) + 1
    above = everything[start - 1] if start else None
    below = everything[end] if end < len(everything) else None
    matter = {
        block.id for span in reading.raw.report.value.matter for block in reading.source.between(span.first, span.last)
    }
    if above is None or not above.level or not _NUMBER.match(above.text):
        return None
    ends = below is None or below.id in matter or (below.level and below.level <= above.level)
    return (above.id, above.text) if ends else None


def _bare(heading: str) -> str:
    return _NUMBER.sub("", heading, count=1).rstrip(_END) if _NUMBER.match(heading) else heading.rstrip(_END)


RULE = Rule(key="headings", check="own_words", codes=(SECTION_TITLE,), faults=faults)
