"""Items are joined with their sections, their quotes and one another."""

from __future__ import annotations

import inspect
from dataclasses import FrozenInstanceError, is_dataclass, replace
from typing import Any

import pytest

from workreport.content.ids import ItemId
from workreport.gate.verified import Verified
from workreport.site import items, model
from workreport.site.model import Site
from workreport.site.resolve import resolve


def test_every_item_is_known_by_its_id_and_stands_in_a_report(site: Site) -> None:
    for report in site.reports:
        for metric in report.metrics:
            assert site.metrics[metric.id] is metric
            assert (metric.id.kind, metric.year, site.report_of(metric.id)) == ("metric", report.outcome_year, report)
        for commitment in report.commitments:
            assert site.commitments[commitment.id] is commitment
            assert (commitment.year, site.report_of(commitment.id)) == (report.goal_year, report)
            for target in commitment.targets:
                assert site.targets[target].commitment == commitment.id
                assert site.targets[target].path == f"{commitment.path}#{target.slug}"
                assert site.comparisons[target].target is site.targets[target]
    assert site.newest.id == "2023"
    assert (site.newest.outcome_year, site.newest.goal_year) == (2022, 2023)
    assert site.report_of(ItemId("metric", 1999, "x")) is None


def test_a_metric_knows_the_goals_that_are_compared_with_it(site: Site) -> None:
    for metric, found in site.compared_with.items():
        assert [c.target.id for c in site.comparisons.values() if c.metric and c.metric.id == metric] == [
            c.target.id for c in found
        ]


def test_a_part_names_its_whole(site: Site) -> None:
    part = site.metrics[ItemId("metric", 2022, "community-parks")]
    assert part.part_of == ItemId("metric", 2022, "parks")


def test_a_quote_leads_to_its_sentence(site: Site) -> None:
    quote = site.targets[ItemId("target", 2023, "pm25")].quote
    assert quote.path == "2023/report.html#p7s4"
    assert quote.words("en") == site.newest.translations["en"].text("p7s4")
    assert quote.text in site.newest.source.by_id["p7"].text


def test_a_review_section_makes_way_for_a_tasks_section_of_its_year(verified: Verified) -> None:
    """The tasks of 2022, from the report of 2022, and the review of 2022, from that of 2023."""
    paths = {s.ref.path for report in resolve(verified).reports for s in report.sections}
    assert {"2022/livelihood.html", "2022/city.html", "2023/livelihood.html"} <= paths
    older, newer = verified.cycles
    review = tuple(s.model_copy(update={"id": "livelihood"}) if s.id == "city" else s for s in newer.review)
    site = resolve(replace(verified, cycles=(older, replace(newer, review=review))))
    found = [s.ref.path for report in site.reports for s in report.sections]
    assert len(found) == len(set(found))
    assert set(found) == paths - {"2022/city.html"} | {"2022/review/livelihood.html"}


def records() -> list[type[Any]]:
    own = [kind for module in (items, model) for _, kind in inspect.getmembers(module, is_dataclass)]
    return [kind for kind in own if isinstance(kind, type) and kind.__module__.startswith("workreport.site")]


@pytest.mark.parametrize("kind", records(), ids=lambda kind: kind.__name__)
def test_no_record_is_filled_by_position_or_changed(kind: type[Any], site: Site) -> None:
    by_position = [p for p in inspect.signature(kind).parameters.values() if p.kind is not p.KEYWORD_ONLY]
    assert len(by_position) <= 2, "the ends of a run, and nothing else"
    with pytest.raises(FrozenInstanceError):
        site.newest.id = "2024"  # type: ignore[misc]
