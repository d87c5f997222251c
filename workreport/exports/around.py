"""The rows of the open data that stand round the figures: measures, sections, topics, places, waivers, corrections. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from workreport.content import schema
from workreport.exports.rows import Row, addresses, better, each, key
from workreport.site import Correction, Report, Section, Site, Urls, urls


def measure_row(measure: schema.Measure, site: Site) -> Row:
    """A measure as one record."""
    direction = measure.direction
    return {
        "key": measure.id,
        **each("title", measure.name, site),
        "counted": list(measure.counted),
        "unit": measure.unit,
        "type": measure.type,
        "direction": better(measure.direction),
        **each("direction_source", direction.source if direction else None, site),
        "direction_address": (direction.address or "") if direction else "",
    }


def section_row(section: Section, site: Site, paths: Urls) -> Row:
    """A section as one record."""
    ref = section.ref
    return {
        "key": key(ref.id),
        "id": ref.id.slug,
        "year": ref.year,
        "part": section.part,
        **each("title", ref.title, site),
        "paragraph_from": section.first,
        "paragraph_to": section.last,
        "pending": section.pending,
        **addresses(ref.path, paths),
        "draft": section.draft,
    }


def topic_rows(site: Site, paths: Urls) -> Iterator[Row]:
    """The topics that something has."""
    for topic in site.used_topics:
        yield {"key": topic, **each("title", site.topics[topic], site), **addresses(urls.topic(topic), paths)}


def place_rows(site: Site, paths: Urls) -> Iterator[Row]:
    """The places that the reports name."""
    for place in site.places.values():
        path = urls.anchor(urls.PLACES, place.id)
        yield {"key": place.id, **each("title", place.name, site), **addresses(path, paths), "draft": place.draft}


def waiver_rows(report: Report, paths: Urls) -> Iterator[Row]:
    """What a report says that nothing encodes. Its text never changes, so that a sentence and a number tell them apart."""
    seen: Counter[str] = Counter()
    for waiver in report.waivers:
        seen[waiver.sentence] += 1
        yield {
            "key": f"{report.goal_year}/waiver/{waiver.sentence}-{seen[waiver.sentence]}",
            "year": report.goal_year,
            "kind": waiver.kind,
            "text": waiver.text,
            "waiver_reason": waiver.reason,
            "paragraph": waiver.block,
            "sentence": waiver.sentence,
            **addresses(urls.anchor(report.path, waiver.sentence), paths),
            "draft": waiver.draft,
        }


def correction_row(c: Correction, site: Site, paths: Urls) -> Row:
    """A correction as one record; it names a page that is gone by its id alone."""
    return {
        "key": c.id,
        "date": c.date,
        "item": str(c.item) if c.item else "",
        "metric": key(c.item) if c.item in site.metrics and c.item else "",
        "commitment": key(c.item) if c.item in site.commitments and c.item else "",
        **each("title", c.title, site),
        **each("old", c.old, site),
        **each("new", c.new, site),
        **each("reason", c.reason, site),
        **addresses(urls.anchor(urls.CORRECTIONS, c.id), paths),
    }
