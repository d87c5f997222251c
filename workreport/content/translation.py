"""An unofficial translation, such as `content/source/YYYY.en.md`, laid beside the Chinese block by block. Pure.

It has the blocks of the Chinese, and in each paragraph one line for each Chinese sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workreport.content.block import Block
from workreport.content.markup import MARK, RawBlock, divide
from workreport.content.schema import language_name
from workreport.content.source import Source
from workreport.diagnostics import Code, Diagnostic, Refusal

ENGLISH_BLOCKS = Code("english-blocks", "A translation does not have the headings and paragraphs of the Chinese.")
ENGLISH_SENTENCES = Code(
    "english-sentences", "A paragraph of a translation does not have the sentences of the Chinese."
)


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
    count = f"the Chinese has {len(source.blocks)} blocks, the {name} {len(raw)}"

    def tell(line: int, code: Code, message: str, hint: str) -> None:
        problems.append(Diagnostic(path=path, line=line, column=1, code=code, message=message, hint=hint))

    lines: dict[str, tuple[int, str]] = {}
    for block, own in zip(source.blocks, raw, strict=False):
        if own.level != block.level:
            kind = f"a heading of level {block.level}" if block.level else "a paragraph"
            hint = f"every heading and paragraph of the Chinese has its {name}, in the same order"
            tell(own.line, ENGLISH_BLOCKS, f"this block should be the {name} of {block.id}, {kind}", hint)
            break
        wanted = 1 if block.level else len(block.sentences)
        if not block.level and len(own.lines) != wanted:
            message = f"{block.id} should have as many {name} lines as Chinese sentences, {wanted}"
            hint = "one line for each Chinese sentence; a bold run is a sentence of its own"
            tell(own.line, ENGLISH_SENTENCES, f"{message}; it has {len(own.lines)}", hint)
        else:
            lines |= dict(_lines(block, own))
    else:
        if len(raw) < len(source.blocks):
            missing = source.blocks[len(raw)].id
            message = f"the {name} ends before {missing} of the Chinese text"
            tell(max(1, text.count("\n")), ENGLISH_BLOCKS, message, count)
        elif len(raw) > len(source.blocks):
            message = f"the {name} goes on after the end of the Chinese text"
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
