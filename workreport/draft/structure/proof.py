"""That a source text has every character of what was read, in its order, but for what was lifted out. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workreport.diagnostics import Code, Refusal, refusal, say

DRAFT_TEXT = Code("draft-text", say("A drafted source text would not have the characters of the file."))
_MARKS = re.compile(r"(?m:^#{1,6} +)|\s+|\*\*")
_SHOWN = 12


def prove(kept: Sequence[str], text: str, shown: str) -> None:
    """Hold a source text to the lines that were kept. Raises `Refusal` with the place where they part."""
    wanted = "".join("".join(line.split()) for line in kept)
    found = _MARKS.sub("", text)
    if wanted == found:
        return
    at = next((i for i, (a, b) in enumerate(zip(wanted, found, strict=False)) if a != b), min(len(wanted), len(found)))
    raise _parted(wanted[at : at + _SHOWN], found[at : at + _SHOWN], shown)


def _parted(wanted: str, found: str, shown: str) -> Refusal:
    message = say("the file has “{wanted}” where the draft has “{found}”", wanted=wanted, found=found)
    hint = say("this is a fault of the program: save the file as plain text and draft from that")
    return refusal(shown, DRAFT_TEXT, message, hint)
