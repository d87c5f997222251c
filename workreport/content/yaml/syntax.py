"""What is no YAML: the parser's complaints in an editor's words. Pure."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

import yaml

from workreport.content.yaml.characters import tab
from workreport.content.yaml.slip import of_group, of_line, of_value
from workreport.diagnostics import Code, Diagnostic, Message, say

YAML_SYNTAX = Code("yaml-syntax", say("The file is not YAML."))
YAML_TAG = Code("yaml-tag", say("A tag (!…) stands before a value."))

MAX_PROBLEMS = 100
"""Problems told of one file; hostile input could make a million."""

_COMPARE = say("compare it with the lines above")
_TAGGED = (say("tags are not used here"), say("text that begins with ! goes in quotes"))
_ENDED = (
    say("text follows where the value has ended"),
    say("a value that holds \" goes in '…' as a whole, one that holds ' or brackets in \"…\""),
)
FOLLOWS = (
    say("text follows the mark | or >"),
    say("begin the text on the next line; text that begins with | or > goes in quotes"),
)


def _complaints(opened: str, here: str) -> tuple[tuple[str, bool, Message, Message], ...]:
    """What the parser says (libyaml; in Python), whether the place where the construct begins is to be shown, and how.

    `opened` and `here` are the characters at that place and at the one where the parser stopped.
    """
    return (
        (r"quoted scalar: found unexpected (?:end|document)", True,
         say("a quotation mark opens here and nothing closes it"),
         say("close it with the same mark; “ and ” do not count")),
        (r"quoted scalar", False, say("this backslash begins no escape that YAML knows"),
         say("write \\\\ for a backslash, or put the text in single quotes")),
        (r"flow sequence", True, say("a list opens here with [ and is not closed, or lacks a comma"),
         say("close it with ]; text that begins with [ goes in quotes")),
        (r"flow mapping", True, say("fields open here with {{ and are not closed, or lack a comma"),
         say("close them with }}; text that holds {{ }} [ ] or a comma goes in quotes")),
        (r"node content", False, say("a value is missing before this “{sign}”", sign=here),
         say("text that begins with “{sign}” goes in quotes", sign=here)),
        (r"scanning an (?:alias|anchor)|cannot start any token", True,
         say("“{sign}” cannot begin text that is not in quotes", sign=opened), say("put the text in quotes")),
        (r"sequence entries are not allowed", False, say("a list cannot begin here"),
         say("begin it on the next line; text that begins with - goes in quotes")),
        (r"mapping keys are not allowed", False, say("“?” with a space cannot begin text that is not in quotes"),
         say("put the text in quotes")),
        (r"block scalar", False, *FOLLOWS),
        (r"expected ':'", True, say("this line has no colon after a field's name"),
         say("write `name: value`; a line that carries on the text above is indented deeper than its field")),
    )  # fmt: skip


def syntax(path: str, text: str, error: yaml.YAMLError, last: Any = None) -> list[Diagnostic]:
    """The parser's complaint in an editor's words; for tabs, all lines that begin with one.

    `last` is where the last value before it begins, if that is in quotes.
    """
    said = f"{getattr(error, 'context', None) or ''}: {getattr(error, 'problem', None) or error}"
    mark: Any = getattr(error, "problem_mark", None)
    start: Any = getattr(error, "context_mark", None) or mark
    if mark is None:
        message = say("this is not YAML: {why}", why=said.strip(": "))
        return [Diagnostic(path=path, line=1, column=1, code=YAML_SYNTAX, message=message, hint=_COMPARE)]
    lines = text.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    before, here = line[: mark.column], line[mark.column : mark.column + 1]

    def at(number: int, column: int, message: Message, hint: Message, code: Code = YAML_SYNTAX) -> list[Diagnostic]:
        return [Diagnostic(path=path, line=number + 1, column=column + 1, code=code, message=message, hint=hint)]

    if "\t" in line and (here == "\t" or "tab character" in said or ("scalar" not in said and re.match(r" *\t", line))):
        tabbed = re.compile(r"[ -]*\t[ \t-]*(?:[A-Za-z_][A-Za-z0-9_-]*:\s|- )")
        rest = (n for n in range(mark.line + 1, len(lines)) if tabbed.match(lines[n]))
        first = tab(path, mark.line + 1, line, mark.column if here == "\t" else line.index("\t"))
        return [first, *(tab(path, n + 1, lines[n], lines[n].index("\t")) for n in islice(rest, MAX_PROBLEMS))]
    if " tag" in said:
        return at(start.line, start.column, *_TAGGED, YAML_TAG)
    if re.search(r"expected ':'|mapping values|block (?:mapping|collection)|document start", said):
        # Where the slip is: the parser notices the missing colon of a first field at the next line's colon.
        likely = {start.line} if "':'" in said else {mark.line - 1, mark.line} if "values" in said else {mark.line}
        for number in sorted(likely & set(range(len(lines)))):
            if slip := of_line(lines[number]):
                return at(number, *slip)
    if "mapping values" in said:
        if slip := of_value(before):
            return at(mark.line, *slip)
        if re.search(r":\s", before):
            inside = say("a colon with a space stands inside text")
            return at(mark.line, mark.column, inside, say("put the text in quotes"))
        return at(
            mark.line,
            len(line) - len(line.lstrip(" -")),
            say("this field is indented deeper than the one above, which has a value"),
            say("begin both in the same column; text of several lines that holds a colon goes in quotes"),
        )
    if re.search(r"block (?:mapping|collection)|document start", said):
        if before.strip(" -"):
            if last is not None and last.line < mark.line:
                early = say("the quotation mark that opens here is closed in line {line} alone", line=mark.line + 1)
                return at(last.line, last.column, early, say("close it in its own line, with the same mark"))
            return at(mark.line, mark.column, *_ENDED)
        return at(
            mark.line,
            mark.column,
            say("this line does not stand in the column of those that it belongs to"),
            say("fields of one group begin in the same column, and so do the entries of a list"),
        )
    if "flow mapping" in said and (slip := of_group(lines[start.line])):
        return at(start.line, *slip)
    opened = lines[start.line][start.column : start.column + 1] if start.line < len(lines) else ""
    for form, opening, message, hint in _complaints(opened, here):
        if re.search(form, said):
            place = start if opening else mark
            return at(place.line, place.column, message, hint)
    return at(mark.line, mark.column, say("this is not YAML: {why}", why=said.strip(": ")), _COMPARE)
