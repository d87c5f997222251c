"""The gate, check 1: the source text holds nothing but headings, paragraphs, bold and subscripts. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from workreport.content import ANCHOR_UNCLEAR, ANCHOR_UNRECORDED, SOURCE_MARKUP
from workreport.diagnostics import Diagnostic
from workreport.gate.context import Context
from workreport.gate.rule import Rule


def faults(context: Context) -> Iterable[Diagnostic]:
    """Why source texts could not be read."""
    return context.unread


RULE = Rule(key="sources", check="quote", codes=(SOURCE_MARKUP, ANCHOR_UNRECORDED, ANCHOR_UNCLEAR), faults=faults)
