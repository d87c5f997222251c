"""Check 5 on what editors type: parity of quantities in every text in two languages, wherever it stands. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workreport.content import Content, Entry, schema
from workreport.diagnostics import Diagnostic
from workreport.figures import Units, parity
from workreport.gate.double_entry import Loc


def text_faults(content: Content, units: Units) -> list[Diagnostic]:
    """Check 5 on every text in two languages of every file."""
    return [
        entry.problem((*loc, "en"), found.code, found.message, found.hint)
        for entry in _files(content)
        for loc, text in texts(entry.value)
        for found in parity(text.zh, text.en, units)
    ]


def _files(content: Content) -> Iterator[Entry[Any]]:
    """Every file of the content that is a record; an optional one where there is such."""
    files: list[Entry[Any] | None] = [content.site, content.permalinks]
    files += [content.glossary, content.places, content.corrections]
    for cycle in content.cycles:
        files += [cycle.report, cycle.waivers, *cycle.review, *cycle.tasks]
    return (entry for entry in files if entry is not None)


def texts(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, schema.Text]]:
    """Every text in two languages that a record holds, however deep, with its place."""
    if isinstance(value, schema.Text):
        yield loc, value
    elif isinstance(value, schema.Model):
        for field in type(value).model_fields:
            yield from texts(getattr(value, field), (*loc, field))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts(item, (*loc, index))
