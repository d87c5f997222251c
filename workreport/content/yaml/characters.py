"""Characters that nobody means to type: invisible ones, and tabs outside quotes. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workreport.diagnostics import Code, Diagnostic, Message, say

YAML_ENCODING = Code("yaml-encoding", say("The file is not plain UTF-8."))
YAML_TAB = Code("yaml-tab", say("A tab stands where only spaces may."))

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Control characters, spaces without width, line separators that no editor counts as lines, marks that turn the direction of writing (a page
would show another text than it holds), byte-order marks, halves of characters."""


def unwanted_character(character: str) -> tuple[Message, Message]:
    """What to say of one of `FORBIDDEN`: message and hint."""
    return (
        say("this holds the invisible character U+{number:04X}", number=ord(character)),
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
