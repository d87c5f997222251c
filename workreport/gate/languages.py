"""The gate, check 5: every translation of what editors type carries the quantities of the source. Pure.

In the name of the site a year of its own content is none: one language may name the years that it holds, and another not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from workreport.content import Content, Entry, schema
from workreport.diagnostics import Diagnostic
from workreport.figures import ALIGNERS, PARITY_CODES, READERS
from workreport.gate.context import Context, Loc
from workreport.gate.rule import Rule


def faults(context: Context) -> Iterator[Diagnostic]:
    """Every text of every file whose languages state different quantities."""
    source, *others = context.content.languages
    if not others:
        return
    content = context.content
    held = "|".join(f"{cycle.outcome_year}|{cycle.goal_year}" for cycle in content.cycles)
    years = re.compile(rf"(?<!\d)(?:{held})(?!\d)")
    for entry in files(content):
        for loc, text in texts(entry.value):
            if entry is content.site and loc == ("name",):
                text = schema.Text({lang: years.sub("", words) for lang, words in text.items()})
            figures = READERS[source](text.source, context.units).figures
            for lang in others:
                for found in ALIGNERS[lang](text.source, text[lang], context.units, figures).problems:
                    yield entry.problem((*loc, lang), found.code, found.message, found.hint)


def files(content: Content) -> Iterator[Entry[Any]]:
    """Every file of the content that is a record; an optional one where there is such."""
    found: list[Entry[Any] | None] = [content.site, content.permalinks]
    found += [content.glossary, content.places, content.corrections]
    for cycle in content.cycles:
        found += [cycle.report, cycle.waivers, *cycle.review, *cycle.tasks]
    return (entry for entry in found if entry is not None)


def texts(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, schema.Text]]:
    """Every text that a record holds, however deep, with its place."""
    if isinstance(value, schema.Text):
        yield loc, value
    elif isinstance(value, schema.Model):
        for field in type(value).model_fields:
            if isinstance(value, schema.Named) and field == "name":
                continue  # a name states no quantity
            yield from texts(getattr(value, field), (*loc, field))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts(item, (*loc, index))


RULE = Rule(key="languages", check="languages", codes=PARITY_CODES, faults=faults)
