"""The JSON file of an item can be read alone."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.unit.published import ADDRESS
from workreport.exports.written import record


def item(site: Path, path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / path).read_text("utf-8"))
    return found


def test_an_item_says_where_it_is_from_and_on_what_terms(published_site: Path, draft_site: Path) -> None:
    dust = item(published_site, "2022/metrics/pm25.json")
    assert dust["source"]["number"] == "样例政发〔2023〕1号"
    assert dust["source"]["sentences"] == [
        {
            "id": "p4s2",
            "url_zh": f"{ADDRESS}/2023/report.html#p4s2",
            "url_en": f"{ADDRESS}/en/2023/report.html#p4s2",
        }
    ]
    assert dust["licence"]["name"] == "CC-BY-4.0"
    assert [c["target"] for c in dust["comparisons"]] == ["2023/target/pm25"]
    assert item(draft_site, "2022/metrics/new-jobs.json")["licence"] is None


def test_the_version_is_that_of_the_release_and_of_all_before_it(published_site: Path) -> None:
    dust = item(published_site, "2022/metrics/pm25.json")
    names = list(dust)
    body = {name: dust[name] for name in names[: names.index("version")]}
    assert names[-2:] == ["version", "licence"]
    assert dust["version"] == f"1.1+{sha256(record(body)).hexdigest()[:8]}"


def test_caveats_travel(published_site: Path) -> None:
    revenue = item(published_site, "2022/metrics/budget-revenue.json")
    assert revenue["caveats_en"][-1] == "Expected figure at the time of the report."
    assert revenue["note_en"] in revenue["caveats_en"]
    goals = item(published_site, "2023/commitments/main-targets.json")
    assert goals["caveats_en"] == [
        "Goal for 2023; result not yet reported in the published source.",
        "The three goals stand in one sentence.",
    ]
    growth, income, jobless = goals["targets"]
    assert growth["caveats_en"][0].startswith("Basis differs: ")
    assert growth["caveats_zh"][0].startswith("算法不同")
    assert jobless["caveats_en"][0].startswith("No figure for the year before: ")
    assert income["comparison"]["comparability"] == "qualitative"
