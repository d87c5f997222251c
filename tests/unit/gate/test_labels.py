"""Topics, places and wholes are ones that exist."""

from __future__ import annotations

from tests.unit.gate.conftest import Say
from workreport.gate.labels import RULE

CITY, ECONOMY = "2022_review/02-city.yaml", "2023_tasks/01-economy.yaml"


def test_labels_of_metrics_and_of_commitments(say: Say) -> None:
    assert say(RULE) == []
    assert say(
        RULE,
        (CITY, "places: [sample-district]", "places: [sample-distrikt]"),
        (ECONOMY, "topics: [economy, jobs]", "topics: [economy, job]"),
    ) == [
        "02-city.yaml:16 place-unknown: “sample-distrikt” is not a place of places.yaml",
        "01-economy.yaml:12 topic-unknown: “job” is not a topic of site.yaml",
    ]


def test_a_part_is_part_of_another_metric_of_its_own_review(say: Say) -> None:
    for whole in ("community-parks", "park"):
        assert say(RULE, (CITY, "part_of: parks", f"part_of: {whole}")) == [
            f"02-city.yaml:25 part-unknown: there is no other metric {whole} in this review"
        ]
