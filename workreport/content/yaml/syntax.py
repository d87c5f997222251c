"""What is no YAML: the parser's complaints in an editor's words. Pure."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

import yaml

from workreport.content.yaml.characters import tab
from workreport.diagnostics import Code, Diagnostic

YAML_SYNTAX = Code("yaml-syntax", "The file is not YAML.")
YAML_TAG = Code("yaml-tag", "A tag (!…) stands before a value.")

MAX_PROBLEMS = 100
"""Problems told of one file; hostile input could make a million."""
SLIP = re.compile(r"[ ]*(?:- +)*([A-Za-z_][A-Za-z0-9_-]*)(：|:(?=\S))")
"""A field whose colon is not one for YAML."""

_COMPARE = "compare it with the lines above"
_TAGGED = ("tags are not used here", "text that begins with ! goes in quotes")
_ENDED = (
    "text follows where the value has ended",
    "a value that holds quotation marks or brackets goes in quotes as a whole",
)
FOLLOWS = (
    "text follows the mark | or >",
    "begin the text on the next line; text that begins with | or > goes in quotes",
)
_SYNTAX = (
    # What the parser says (libyaml; in Python); whether the place where the construct begins is the one to show;
    # the message; the hint. {0} is the character at that place.
    (r"quoted scalar: found unexpected (?:end|document)", True,
     "a quotation mark opens here and nothing closes it", "close it with the same mark; “ and ” do not count"),
    (r"quoted scalar", False, "this backslash begins no escape that YAML knows",
     "write \\\\ for a backslash, or put the text in single quotes"),
    (r"flow sequence", True, "a list opens here with [ and is not closed, or lacks a comma",
     "close it with ]; text that begins with [ goes in quotes"),
    (r"flow mapping", True, "fields open here with { and are not closed, or lack a comma",
     "close them with }; text that holds { } [ ] or a comma goes in quotes"),
    (r"node content", False, "a value is missing before this “{0}”",
     "text that begins with “{0}” goes in quotes"),
    (r"scanning an (?:alias|anchor)|cannot start any token", True, "“{0}” cannot begin text that is not in quotes",
     "put the text in quotes"),
    (r"sequence entries are not allowed", False, "a list cannot begin here",
     "begin it on the next line; text that begins with - goes in quotes"),
    (r"mapping keys are not allowed", False, "“?” with a space cannot begin text that is not in quotes",
     "put the text in quotes"),
    (r"block scalar", False, *FOLLOWS),
    (r"expected ':'", True, "this line has no colon after a field's name",
     "write `name: value`; a line that carries on the text above is indented deeper than its field"),
)  # fmt: skip


def syntax(path: str, text: str, error: yaml.YAMLError) -> list[Diagnostic]:
    """The parser's complaint in an editor's words; for tabs, all lines that begin with one."""
    said = f"{getattr(error, 'context', None) or ''}: {getattr(error, 'problem', None) or error}"
    mark: Any = getattr(error, "problem_mark", None)
    start: Any = getattr(error, "context_mark", None) or mark
    if mark is None:
        message = f"this is not YAML: {said.strip(': ')}"
        return [Diagnostic(path=path, line=1, column=1, code=YAML_SYNTAX, message=message, hint=_COMPARE)]
    lines = text.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    before, here = line[: mark.column], line[mark.column : mark.column + 1]

    def at(number: int, column: int, message: str, hint: str, code: Code = YAML_SYNTAX) -> list[Diagnostic]:
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
            slip = SLIP.match(lines[number])
            if slip:
                return at(number, slip.start(2), *slip_of(slip))
            wide = re.match(r" *[\u3000\xa0]", lines[number])
            if wide:
                return at(
                    number,
                    wide.end() - 1,
                    "a full-width or no-break space stands in the indentation",
                    "indent with ordinary spaces",
                )
    if "mapping values" in said:
        if re.search(r":\s", before):
            return at(mark.line, mark.column, "a colon with a space stands inside text", "put the text in quotes")
        indent = len(line) - len(line.lstrip(" -"))
        return at(
            mark.line,
            indent,
            "this field is indented deeper than the one above, which has a value",
            "begin both in the same column; text of several lines that holds a colon goes in quotes",
        )
    if re.search(r"block (?:mapping|collection)|document start", said):
        if before.strip(" -"):
            return at(mark.line, mark.column, *_ENDED)
        return at(
            mark.line,
            mark.column,
            "this line does not stand in the column of those that it belongs to",
            "fields of one group begin in the same column, and so do the entries of a list",
        )
    for form, opening, message, hint in _SYNTAX:
        if re.search(form, said):
            place = start if opening else mark
            found = lines[place.line][place.column : place.column + 1] if place.line < len(lines) else ""
            return at(place.line, place.column, message.replace("{0}", found), hint.replace("{0}", found))
    return at(mark.line, mark.column, f"this is not YAML: {said.strip(': ')}", _COMPARE)


def slip_of(match: re.Match[str]) -> tuple[str, str]:
    """For a field whose colon is not one, as `SLIP` finds it."""
    what = "is the full-width ：" if match[2] == "：" else "lacks a space after it"
    return (
        f"the colon after “{short(match[1])}” {what}",
        f"write `{short(match[1])}: ` with a half-width colon and a space",
    )


def short(text: str) -> str:
    """A text in a message."""
    return text if len(text) <= 40 else f"{text[:40]}…"
