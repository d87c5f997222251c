"""How long one text may be, in a field or as a paragraph of the report. Pure.

A file may have 1 MiB, and what reads a text may take longer than in proportion to its length: Markdown of nothing but
brackets takes seconds for each page that shows it.
"""

from __future__ import annotations

from workreport.diagnostics import Code, Message, say

TEXT_LONG = Code("text-long", say("A text is longer than any text of a site."))

LONGEST = 10_000
"""Characters of one text. A paragraph of a report has some thousands at most, in English."""


def too_long(text: str) -> Message:
    """What to say of a text of more than `LONGEST` characters."""
    return say("this text has {found:,} characters; the longest may have {most:,}", found=len(text), most=LONGEST)
