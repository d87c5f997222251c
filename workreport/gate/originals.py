"""The gate, check 1: the source text is the report as it was received. Pure.

`source/<year>.original.md` is never touched: its SHA-256 stands in the report file. The healed text has the same characters in
the same order; what Markdown, page breaks and white space add or take away does not count, nor do characters without ink.
A report of which no original is kept is held to none, and the page about the site says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workreport.content import UNSEEN, Original, TextFile
from workreport.diagnostics import Code, Diagnostic, say
from workreport.gate.context import Context
from workreport.gate.rule import Rule

ORIGINAL_UNRECORDED = Code("original-unrecorded", say("The digest of an original is not recorded."))
ORIGINAL_CHANGED = Code("original-changed", say("An original is not the file that was received."))
SOURCE_DIFFERS = Code("source-differs", say("The source text differs from the original."))

_NOT_TEXT = re.compile(rf"(?m:^#{{1,6}} +|^[ \t]*---[ \t]*$)|\s+|\*\*|</?sub>|(?:{UNSEEN.pattern})")
_SHOWN = 12


def faults(context: Context) -> Iterator[Diagnostic]:
    """Originals that are not recorded or not those recorded, and where a text parts from its original."""
    for raw in (reading.raw for reading in context.readings):
        original, recorded = raw.original, raw.report.value.original
        if original is None:
            continue
        if recorded is None:
            message = say("{file} is there, and its digest is not recorded", file=original.path)
            hint = say(
                "write original: {{sha256: {digest}}}, once it is sure to be the file as received",
                digest=original.digest,
            )
            yield raw.report.problem((), ORIGINAL_UNRECORDED, message, hint)
        elif recorded.sha256 not in original.digests:
            message = say("{file} has another digest: it was changed", file=original.path)
            hint = say("restore the file as it was received; its SHA-256 is {digest} now", digest=original.digest)
            yield raw.report.problem(("original", "sha256"), ORIGINAL_CHANGED, message, hint)
        if parting := _parting(raw.source, original):
            yield parting


def _parting(source: TextFile, original: Original) -> Diagnostic | None:
    """Where a text parts from its original; None where it has the same characters."""
    own, received = _NOT_TEXT.sub("", source.text), _NOT_TEXT.sub("", original.text)
    if own == received:
        return None
    at = next(
        (index for index, (a, b) in enumerate(zip(own, received, strict=False)) if a != b), min(len(own), len(received))
    )
    line, column = _place(source.text, at)
    end = say("the end")
    message = say(
        "“{here}” stands here, and in line {line} of the original “{there}”",
        here=own[at : at + _SHOWN] or end,
        line=_place(original.text, at)[0],
        there=received[at : at + _SHOWN] or end,
    )
    hint = say("the source text is never mended: write what the original has")
    return Diagnostic(path=source.path, line=line, column=column, code=SOURCE_DIFFERS, message=message, hint=hint)


def _place(text: str, wanted: int) -> tuple[int, int]:
    """Line and column, from 1, of the character that is `wanted`th, from 0, of those that count."""
    at = 0
    for match in _NOT_TEXT.finditer(text):
        if wanted < match.start() - at:
            break
        wanted -= match.start() - at
        at = match.end()
    at = min(at + wanted, len(text.rstrip()))
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


RULE = Rule(
    key="originals",
    check="quote",
    codes=(ORIGINAL_UNRECORDED, ORIGINAL_CHANGED, SOURCE_DIFFERS),
    faults=faults,
)
