"""The form of a source text: blocks divided by blank lines, with `**bold**` and `<sub>` as the only markup. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workreport.content.yaml import LONGEST, TEXT_LONG, too_long
from workreport.diagnostics import Code, Diagnostic, Message, say

SOURCE_MARKUP = Code("source-markup", say("The source text holds markup that it may not, or that is not closed."))

MARK = re.compile(r"\*\*|</?sub>")
_NOT_TEXT = re.compile(r"\s+|\*\*|</?sub>")
_SUBSCRIPT = re.compile(r"<sub>[^<]*</sub>")
_HEADING = re.compile(r"(#{1,6}) +(.+)")
_OTHER = re.compile(r"<(?!/?sub>)[a-zA-Z/!]")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawBlock:
    """A heading or a paragraph as it is typed."""

    line: int
    """The first line of the file that it stands on, from 1."""
    lines: tuple[str, ...]
    level: int
    """1 to 6 for a heading, 0 for a paragraph."""


def dense(text: str) -> str:
    """`text` without white space, bold marks and `<sub>`: the form in which quotes are compared."""
    return _NOT_TEXT.sub("", text)


def fault(path: str, line: int, column: int, message: Message, hint: Message) -> Diagnostic:
    """A problem of the markup (source-markup)."""
    return Diagnostic(path=path, line=line, column=column, code=SOURCE_MARKUP, message=message, hint=hint)


def divide(path: str, text: str) -> tuple[list[RawBlock], list[Diagnostic]]:
    """The blocks of a source text, and what is wrong with their markup."""
    lines = text.split("\n")
    problems = [problem for number, line in enumerate(lines, 1) for problem in _faults(path, number, line)]
    blocks: list[RawBlock] = []
    first = 0
    for number, line in enumerate([*lines, ""]):
        if not line.strip():
            if first < number:
                heading = _HEADING.fullmatch(lines[first])
                level = len(heading[1]) if heading else 0
                blocks.append(RawBlock(line=first + 1, lines=tuple(lines[first:number]), level=level))
            first = number + 1
    return blocks, problems


def _faults(path: str, number: int, line: str) -> list[Diagnostic]:
    """What is wrong with the length and the markup of one line."""
    if len(line) > LONGEST:
        hint = say("a paragraph is divided from the next by a blank line")
        return [Diagnostic(path=path, line=number, column=1, code=TEXT_LONG, message=too_long(line), hint=hint)]
    problems = []
    if line.count("**") % 2:
        message = say("a bold run is opened and not closed on this line")
        problems.append(fault(path, number, line.rfind("**") + 1, message, say("put ** at both ends of the run")))
    if "sub>" in _SUBSCRIPT.sub("", line):
        message = say("<sub> and </sub> do not stand in pairs on this line")
        problems.append(fault(path, number, line.rfind("sub>") + 1, message, say("write <sub>…</sub>")))
    for match in _OTHER.finditer(line):
        message = say("only ** and <sub> may stand in the source text")
        problems.append(fault(path, number, match.start() + 1, message, say("remove the other markup")))
    return problems
