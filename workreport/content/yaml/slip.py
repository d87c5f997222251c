"""Signs that look like those of YAML and are none: full-width ones, and those that lack their space. Pure."""

from __future__ import annotations

import re

from workreport.diagnostics import Message, say

SLIP = re.compile(r"[ ]*(?:- +)*([A-Za-z_][A-Za-z0-9_-]*)(：|:(?=\S|[\u3000\xa0]))")
"""A field whose colon is not one for YAML."""
_SPACE = re.compile(r" *[\u3000\xa0]")
_ENTRY = re.compile(r" *(-(?=[A-Za-z_])|[－—–])")
_OPENING = re.compile(r"(?::|-) +([｛［【])")
_COMMA = re.compile(r"([，、]) *([A-Za-z_][A-Za-z0-9_-]*):")
_HASH = re.compile(r"[ \t]+(#[^\s#][^\n]*)")
MARKS = re.compile(r'[ \t]#[^\s#]|"[ \t]*$', re.MULTILINE)
"""What a file must hold for `lost` to find anything."""

Slip = tuple[int, Message, Message]
"""The column, from 0, the message and the hint."""


def slip_of(match: re.Match[str]) -> tuple[Message, Message]:
    """For a field whose colon is not one, as `SLIP` finds it."""
    name, after = short(match[1]), match.string[match.end() : match.end() + 1]
    if match[2] == "：":
        message = say("the colon after “{name}” is the full-width ：", name=name)
    elif after in ("\u3000", "\xa0"):
        message = say("the space after “{name}:” is a full-width or no-break space", name=name)
    else:
        message = say("the colon after “{name}” lacks a space after it", name=name)
    return message, say("write `{name}: ` with a half-width colon and a space", name=name)


def of_line(line: str) -> Slip | None:
    """In the beginning of a line: its field's colon, its indentation, the mark of its list entry."""
    if slip := SLIP.match(line):
        return slip.start(2), *slip_of(slip)
    if space := _SPACE.match(line):
        message = say("a full-width or no-break space stands in the indentation")
        return space.end() - 1, message, say("indent with ordinary spaces")
    if entry := _ENTRY.match(line):
        message = say("this list entry does not begin with - and a space")
        return entry.start(1), message, say("write `- ` with a half-width - and a space")
    return None


def of_value(line: str) -> Slip | None:
    """In the beginning of a value: a bracket that opens nothing."""
    if found := _OPENING.search(line):
        sign, half = found[1], "{" if found[1] == "｛" else "["
        message = say("“{sign}” is a full-width bracket", sign=sign)
        hint = say("write {half} and its counterpart half-width; text that begins with “{sign}” goes in quotes",
                   half=half, sign=sign)  # fmt: skip
        return found.start(1), message, hint
    return None


def of_group(line: str) -> Slip | None:
    """Between the fields of {…}: a comma that divides nothing."""
    if found := _COMMA.search(line):
        message = say("the comma before “{name}” is the full-width {sign}", name=short(found[2]), sign=found[1])
        return found.start(1), message, say("write a half-width comma and a space")
    return None


def lost(text: str, file: str, end: int) -> tuple[Message, Message] | None:
    """What YAML takes from a plain text, or leaves in it, that nobody means. It ends at `end` of the `file`."""
    if found := _HASH.match(file, end):
        message = say("YAML leaves “{text}” out as a comment", text=short(found[1]))
        return message, say("put the whole text in quotes; a comment begins with # and a space")
    if text.endswith('"') and text.count('"') % 2:
        message = say("this text ends with a quotation mark and does not begin with one")
        return message, say("put one at its beginning too, or take this one out")
    return None


def short(text: str) -> str:
    """A text in a message."""
    return text if len(text) <= 40 else f"{text[:40]}…"
