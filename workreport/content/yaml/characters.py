"""Characters that nobody means to type: invisible ones, and tabs outside quotes. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workreport.diagnostics import Code, Diagnostic, Message, say

YAML_ENCODING = Code("yaml-encoding", say("The file is not plain UTF-8."))
YAML_TAB = Code("yaml-tab", say("A tab stands where only spaces may."))

_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_JOINERS = "\u200c\u200d"
_VARIANTS = "\ufe00-\ufe0f"
_HAN_VARIANTS = "\U000e0100-\U000e01ef"
_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff"
    f"{_PRIVATE}{_JOINERS}{_VARIANTS}]"
    # Joined are letters of Arabic and Indian scripts, and emoji.
    f"(?<![\u0600-\u109f\u1780-\u18af\u2190-\u2bff\ufe0f\U0001f000-\U0001faff][{_JOINERS}])"
    # Symbols, marks of punctuation and Chinese characters have variants.
    f"(?<![\xa9\xae\u203c\u2049\u2100-\u2bff\u3001-\u303f\u3297\u3299\uff01-\uff1f\U0001f000-\U0001faff{_HAN}][{_VARIANTS}])"
    f"(?<![{_HAN}][{_HAN_VARIANTS}])"
)
"""Control characters, what has no width or no ink (fillers, tags, joiners and variation selectors where nothing is to be joined or
has a variant), line separators that no editor counts as lines, marks that turn the direction of writing (a page would show another text
than it holds), byte-order marks, halves of characters, and those for private use."""
_IS_PRIVATE = re.compile(f"[{_PRIVATE}]")


def unwanted_character(character: str) -> tuple[Message, Message]:
    """What to say of one of `FORBIDDEN`: message and hint."""
    number = ord(character)
    if _IS_PRIVATE.match(character):
        return (
            say("this holds U+{number:04X}, a character for private use, which other fonts do not have", number=number),
            say("type the character that is meant"),
        )
    return (
        say("this holds the invisible character U+{number:04X}", number=number),
        say("delete it, or type the text anew"),
    )


def unwanted(path: str, text: str) -> Iterator[Diagnostic]:
    """The first of `FORBIDDEN` on each line."""
    for number, line in enumerate(text.split("\n"), 1):
        found = FORBIDDEN.search(line)
        if found:
            message, hint = unwanted_character(found[0])
            column = found.start() + 1
            yield Diagnostic(path=path, line=number, column=column, code=YAML_ENCODING, message=message, hint=hint)


def tab(path: str, number: int, line: str, column: int) -> Diagnostic:
    """What to say of the tab at `column`, from 0, of a line."""
    message, hint = say("a tab stands in the indentation"), say("indent with spaces")
    if line[:column].strip(" -?"):
        message, hint = say("a tab stands outside quotes"), say("write a space, or put the text in quotes")
    return Diagnostic(path=path, line=number, column=column + 1, code=YAML_TAB, message=message, hint=hint)


def tabs(path: str, text: str, quoted: Sequence[tuple[int, int]], stop: int) -> Iterator[Diagnostic]:
    """Tabs before `stop`, one a line, that stand neither in quoted or block text nor in a comment.

    The two parsers differ in where else they let tabs pass, and an editor cannot see them.
    """
    spans = [*quoted, (stop, len(text) + 1)]
    index = offset = 0
    for number, line in enumerate(text.split("\n"), 1):
        column = line.find("\t")
        while column >= 0:
            place = offset + column
            while spans[index][1] <= place:
                index += 1
            begin, end = spans[index]
            if begin <= place:
                column = line.find("\t", end - offset)
                continue
            gap = text[max(offset, spans[index - 1][1] if index else 0) : place]
            if not re.search(r"(?:^|\s)#", gap):
                yield tab(path, number, line, column)
            break
        offset += len(line) + 1
        if offset > stop:
            break
