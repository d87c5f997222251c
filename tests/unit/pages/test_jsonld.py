"""Structured data, read by a JSON-LD processor and held against schema.org's own vocabulary."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from tests import ROOT
from tests.unit.published import ADDRESS

# Types with those that they are of, properties with the types that have them, and the context; tests ask no network.
SCHEMA = json.loads((ROOT / "tests/fixtures/schemaorg-30.0.json").read_text("utf-8"))
HOME = "http://schema.org/"


def _load(address: str, options: Any) -> Any:
    assert address in ("https://schema.org", "https://schema.org/"), address
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": address,
        "document": {"@context": SCHEMA["context"]},
    }


def block(page: Path) -> Any:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text("utf-8"))
    return json.loads(text)


def expanded(value: Any, base: str) -> list[Any]:
    """What a processor reads; `base`: the address of the file."""
    made: list[Any] = jsonld.expand(value, {"base": base, "documentLoader": _load})
    return made


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for part in value:
            yield from nodes(part)
    elif isinstance(value, dict):
        if "@type" in value and "@value" not in value:
            yield value
        for part in value.values():
            yield from nodes(part)


def kinds(name: str) -> set[str]:
    """A type and all that it is of."""
    return {name}.union(*(kinds(above) for above in SCHEMA["types"].get(name, ())))


def faults(found: list[Any]) -> list[str]:
    """Types and properties that schema.org does not have, or not together."""
    said = []
    for node in nodes(found):
        own: set[str] = set()
        for name in node["@type"]:
            if name.removeprefix(HOME) not in SCHEMA["types"]:
                said.append(name)
            own |= kinds(name.removeprefix(HOME))
        said += [
            f"{name} of {node['@type']}"
            for name in node
            if name[0] != "@" and not own & set(SCHEMA["properties"].get(name.removeprefix(HOME), ()))
        ]
    return said


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_structured_data_is_schema_orgs(published_site: Path, unpublished_site: Path, lang: str) -> None:
    seen = set()
    for site in (published_site, unpublished_site):
        for page in [*sorted(site.glob(f"{lang}2*/**/*.html")), site / f"{lang}data.html"]:
            if "ld+json" in page.read_text("utf-8"):
                found = expanded(block(page), f"{ADDRESS}/{page.relative_to(site).as_posix()}")
                assert found
                assert faults(found) == [], page
                seen |= {node["@type"][0].removeprefix(HOME) for node in nodes(found)}
    assert seen == {
        "Dataset", "DataDownload", "GovernmentOrganization", "Observation", "PropertyValue", "Quotation", "Report",
        "StatisticalVariable",
    }  # fmt: skip


def test_what_schema_org_does_not_have_is_seen() -> None:
    wrong = {"@context": "https://schema.org", "@type": "Quotation", "minValue": 3, "isPartOf": {"@type": "Promise"}}
    assert faults(expanded(wrong, ADDRESS)) == [f"{HOME}minValue of ['{HOME}Quotation']", f"{HOME}Promise"]


def test_a_thing_has_one_name_for_machines_in_all_languages(published_site: Path, unpublished_site: Path) -> None:
    """With an address or without, from whichever page."""
    for site in (published_site, unpublished_site):
        for path, what in (
            ("data.html", "dataset"),
            ("2023/report.html", "report"),
            ("2022/metrics/pm25.html", "observation"),
            ("2023/commitments/main-targets.html", "quotation"),
        ):
            for lang in ("", "en/"):
                (found,) = expanded(block(site / lang / path), f"{ADDRESS}/{lang}{path}")
                assert found["@id"] == f"{ADDRESS}/{path}#{what}"


def test_an_outcome_is_an_observation_and_a_goal_is_none(published_site: Path) -> None:
    dust = block(published_site / "en/2022/metrics/pm25.html")
    assert {
        name: dust[name] for name in ("@type", "value", "unitCode", "unitText", "observationDate", "observationPeriod")
    } == {
        "@type": "Observation",
        "value": 36,
        "unitCode": "ucum:ug/m3",
        "unitText": "微克/立方米",
        "observationDate": "2022",
        "observationPeriod": "P1Y",
    }
    assert dust["variableMeasured"]["@id"] == f"{ADDRESS}/data/measures.json#pm25"
    assert dust["subjectOf"]["text"] == "PM2.5平均浓度36微克/立方米，下降7.7%。"
    income = block(published_site / "2022/metrics/income.html")
    assert (income["minValue"], income["unitCode"]) == (54000, "iso4217:CNY")
    assert "value" not in income, "more than 54,000 is not 54,000"
    goals = block(published_site / "2023/commitments/main-targets.html")
    assert goals["@type"] == "Quotation"
    assert "Observation" not in json.dumps(goals)


def test_the_dataset_says_what_is_known(published_site: Path, unpublished_site: Path) -> None:
    for lang in ("", "en/"):
        data = block(published_site / f"{lang}data.html")
        assert data["url"] == f"{ADDRESS}/{lang}data.html"
        assert data["publisher"]["name"] == (
            "Office of the Sample District Government" if lang else "样例区人民政府办公室"
        )
        for file in data["distribution"]:
            assert (published_site / file["contentUrl"].removeprefix(f"{ADDRESS}/")).is_file()
    draft = block(unpublished_site / "data.html")
    assert not {"publisher", "url", "license", "dateModified"} & draft.keys(), "what is not known is left out"


def test_no_text_ends_the_block() -> None:
    from workreport.pages.head.jsonld import script

    made = script({"name": "</script><script>alert(1)</script>&\u2028", "pair": ["<!--", "-->"]})
    assert "<" not in made
    assert json.loads(made)["name"].startswith("</script>")
