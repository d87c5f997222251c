"""Check 5 on what editors type: every text in two languages of a file, and parity of its quantities. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from workreport.content import Entry, schema
from workreport.diagnostics import Diagnostic
from workreport.figures import Units, parity
from workreport.gate.double_entry import Loc


def site_texts(site: schema.Site) -> Iterator[tuple[Loc, schema.Text]]:
    """Every text in two languages of `site.yaml`, with its place."""
    yield ("name",), site.name
    yield ("tagline",), site.tagline
    if site.contact is not None:
        yield ("contact",), site.contact
    if site.host.sponsor is not None:
        yield ("host", "sponsor"), site.host.sponsor
    if site.host.portal is not None:
        yield ("host", "portal"), site.host.portal
    if site.licence is not None:
        yield ("licence", "title"), site.licence.title
    for index, release in enumerate(site.releases):
        yield ("releases", index, "notes"), release.notes
    for index, topic in enumerate(site.topics):
        yield ("topics", index, "title"), topic.title


def correction_texts(corrections: schema.Corrections) -> Iterator[tuple[Loc, schema.Text]]:
    """Every text in two languages of `corrections.yaml`, with its place."""
    for index, correction in enumerate(corrections.corrections):
        for field in ("old", "new", "reason"):
            yield ("corrections", index, field), getattr(correction, field)


def section_texts(section: schema.ReviewSection | schema.TasksSection) -> Iterator[tuple[Loc, schema.Text]]:
    """Every text in two languages that a section holds, with its place."""
    yield ("title",), section.title
    yield ("summary",), section.summary
    for index, chart in enumerate(section.charts):
        yield ("charts", index, "title"), chart.title
        if chart.note is not None:
            yield ("charts", index, "note"), chart.note
    if isinstance(section, schema.ReviewSection):
        for index, metric in enumerate(section.metrics):
            yield from _item_texts(("metrics", index), metric)
        return
    for index, commitment in enumerate(section.commitments):
        yield from _item_texts(("commitments", index), commitment)
        if commitment.plain is not None:
            yield ("commitments", index, "plain"), commitment.plain
        for number, target in enumerate(commitment.targets):
            loc: Loc = ("commitments", index, "targets", number)
            yield from _item_texts(loc, target)
            if target.words is not None:
                yield (*loc, "words"), target.words
            if target.baseline.reason is not None:
                yield (*loc, "baseline", "reason"), target.baseline.reason


def _item_texts(loc: Loc, item: schema.Metric | schema.Commitment | schema.Target) -> Iterator[tuple[Loc, schema.Text]]:
    yield (*loc, "title"), item.title
    if item.note is not None:
        yield (*loc, "note"), item.note
    if not isinstance(item, schema.Commitment) and item.whole is not None:
        yield (*loc, "whole"), item.whole


def text_faults(entry: Entry[Any], texts: Iterable[tuple[Loc, schema.Text]], units: Units) -> list[Diagnostic]:
    """Check 5 on texts that editors type."""
    return [
        entry.problem((*loc, "en"), found.code, found.message, found.hint)
        for loc, text in texts
        for found in parity(text.zh, text.en, units)
    ]
