"""Terms and places with everything that uses them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workreport.content import Text, schema
from workreport.gate import Verified
from workreport.site import urls
from workreport.site.items import Commitment, Metric, Place, Term
from workreport.site.model import Report
from workreport.site.names import Finder


def finder_of(names: Sequence[schema.Term | schema.Place]) -> Finder:
    """Finds the names in source texts."""
    return Finder({name.id: (name.name.source,) for name in names})


def terms(verified: Verified, finder: Finder) -> dict[str, Term]:
    """The terms of the glossary, by id, in its order."""
    used = _sentences(verified, finder)
    return {
        t.id: Term(
            id=t.id,
            name=t.name,
            also=t.also,
            meaning=t.meaning,
            basis=t.basis,
            rule=t.rule,
            sentences=tuple(used.get(t.id, ())),
            draft=t.draft,
        )
        for t in verified.names.terms
    }


def places(verified: Verified, finder: Finder, reports: Iterable[Report]) -> dict[str, Place]:
    """The places, by id, in the order of their file."""
    used = _sentences(verified, finder)
    items: dict[str, list[tuple[str, Text]]] = {}
    for report in reports:
        for section in report.sections:
            own: list[Metric | Commitment] = [*section.metrics, *section.commitments]
            for item in own:
                for place in item.places:
                    items.setdefault(place, []).append((item.path, item.title))
    return {
        p.id: Place(
            id=p.id,
            name=p.name,
            items=tuple(items.get(p.id, ())),
            sentences=tuple(used.get(p.id, ())),
            draft=p.draft,
        )
        for p in verified.names.places
    }


def _sentences(verified: Verified, finder: Finder) -> dict[str, list[tuple[str, str]]]:
    """For each name the sentences of all reports that use it, as (report path, sentence id)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for cycle in verified.cycles:
        for block in cycle.source.paragraphs:
            for sentence in block.sentences:
                for name in finder.used(block.text[sentence.start : sentence.end]):
                    found.setdefault(name, []).append((urls.report(cycle.goal_year), sentence.id))
    return found
