"""An unofficial translation, such as `content/source/YYYY.en.md`, laid beside the Chinese block by block. Pure.

It has the blocks of the Chinese, and in each paragraph one line for each Chinese sentence. A line that nobody has
translated yet holds the Chinese: so that what has been translated stands in its place from the first line on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workreport.content.block import Block
from workreport.content.markup import MARK, RawBlock, dense, divide
from workreport.content.schema import language_name
from workreport.content.source import Source
from workreport.diagnostics import Code, Diagnostic, Message, Refusal, say

ENGLISH_BLOCKS = Code("english-blocks", say("A translation does not have the headings and paragraphs of the Chinese."))
_HAN = re.compile("[\u3400-\u9fff]")
ENGLISH_SENTENCES = Code(
    "english-sentences", say("A paragraph of a translation does not have the sentences of the Chinese.")
)


def is_copied(source: str, said: str) -> bool:
    """Whether what should be a translation is the Chinese itself, white space and markup aside."""
    return dense(source) == dense(said) and _HAN.search(source) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """An unofficial translation, aligned: each heading (h3) and sentence (p12s3) in its language."""

    lang: str
    path: str
    lines: Mapping[str, tuple[int, str]]
    """id: (line in the file, text with bold marks removed and `<sub>` kept)."""

    def text(self, identifier: str) -> str:
        """A heading or a sentence, without markup."""
        return MARK.sub("", self.lines[identifier][1])


def align(lang: str, path: str, text: str, source: Source) -> Translation:
    """A translation laid beside `source`. Raises `Refusal` (english-blocks, english-sentences)."""
    raw, problems = divide(path, text)
    name = language_name(lang)
    count = say(
        "the Chinese has {wanted} blocks, the {language} {found}",
        wanted=len(source.blocks),
        language=name,
        found=len(raw),
    )

    def tell(line: int, code: Code, message: Message, hint: Message) -> None:
        problems.append(Diagnostic(path=path, line=line, column=1, code=code, message=message, hint=hint))

    lines: dict[str, tuple[int, str]] = {}
    for block, own in zip(source.blocks, raw, strict=False):
        if own.level != block.level:
            kind = say("a heading of level {level}", level=block.level) if block.level else say("a paragraph")
            tell(
                own.line,
                ENGLISH_BLOCKS,
                say("this block should be the {language} of {block}, {kind}", language=name, block=block.id, kind=kind),
                say("every heading and paragraph of the Chinese has its {language}, in the same order", language=name),
            )
            break
        wanted = 1 if block.level else len(block.sentences)
        if not block.level and len(own.lines) != wanted:
            message = say(
                "{block} should have as many {language} lines as Chinese sentences, {wanted}; it has {found}",
                block=block.id,
                language=name,
                wanted=wanted,
                found=len(own.lines),
            )
            hint = say("one line for each Chinese sentence; a bold run is a sentence of its own")
            tell(own.line, ENGLISH_SENTENCES, message, hint)
        else:
            lines |= dict(_lines(block, own))
    else:
        if len(raw) < len(source.blocks):
            message = say(
                "the {language} ends before {block} of the Chinese text",
                language=name,
                block=source.blocks[len(raw)].id,
            )
            tell(max(1, text.count("\n")), ENGLISH_BLOCKS, message, count)
        elif len(raw) > len(source.blocks):
            message = say("the {language} goes on after the end of the Chinese text", language=name)
            tell(raw[len(source.blocks)].line, ENGLISH_BLOCKS, message, count)
    if problems:
        raise Refusal(problems)
    return Translation(lang=lang, path=path, lines=lines)


def _lines(block: Block, own: RawBlock) -> Iterator[tuple[str, tuple[int, str]]]:
    """The heading, or the sentences of the paragraph, by id."""
    if block.level:
        yield block.id, (own.line, own.lines[0][block.level + 1 :].lstrip(" "))
        return
    for offset, (sentence, line) in enumerate(zip(block.sentences, own.lines, strict=True)):
        yield sentence.id, (own.line + offset, line.replace("**", "").strip())
