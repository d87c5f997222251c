"""Terms and places know every sentence and item that names them."""

from __future__ import annotations

from workreport.site.items import Commitment, Metric, Place, Term
from workreport.site.model import Site


def test_a_name_is_linked_to_each_sentence_that_uses_it(site: Site) -> None:
    names: list[Term | Place] = [*site.terms.values(), *site.places.values()]
    for named in names:
        assert named.sentences
        for path, sentence in named.sentences:
            report = next(report for report in site.reports if report.path == path)
            block = report.source.by_id[sentence.partition("s")[0]]
            text = next(s.of(block.text) for s in block.sentences if s.id == sentence)
            assert "".join(named.name.source.split()) in "".join(text.split())


def test_items_and_places_know_each_other(site: Site) -> None:
    items: list[Metric | Commitment] = [*site.metrics.values(), *site.commitments.values()]
    for place in site.places.values():
        assert [path for path, _ in place.items] == [item.path for item in items if place.id in item.places]
