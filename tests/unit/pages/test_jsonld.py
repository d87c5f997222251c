"""Structured data, read by schema.org's own vocabulary."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.unit.published import ADDRESS

# schema.org, the properties of the types that are used here and of those that they inherit from.
_THING = {"name", "description", "url", "identifier"}


_WORK = _THING | {
    "inLanguage", "isAccessibleForFree", "version", "publisher", "author", "isBasedOn", "temporalCoverage", "keywords",
    "dateModified", "datePublished", "license", "encodingFormat",
}  # fmt: skip


_KNOWN = {
    "Dataset": _WORK | {"variableMeasured", "distribution"},
    "Report": _WORK | {"reportNumber"},
    "DataDownload": _WORK | {"contentUrl"},
    "GovernmentOrganization": _THING,
    "PropertyValue": _THING,
}


def _checked(value: Any) -> None:
    if isinstance(value, list):
        for part in value:
            _checked(part)
    elif isinstance(value, dict):
        assert set(value) - {"@type", "@context"} <= _KNOWN[value["@type"]], value["@type"]
        for part in value.values():
            assert part not in ("", None, [])
            _checked(part)


def _block(page: Path) -> Any:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text("utf-8"))
    return json.loads(text)


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_structured_data_is_schema_orgs(published_site: Path, draft_site: Path, lang: str) -> None:
    for root in (published_site, draft_site):
        data, report = _block(root / f"{lang}data.html"), _block(root / f"{lang}2023/report.html")
        assert (data["@context"], data["@type"], report["@type"]) == ("https://schema.org", "Dataset", "Report")
        _checked(data)
        _checked(report)
        assert len(data["description"]) > 10
    data = _block(published_site / f"{lang}data.html")
    assert data["url"] == f"{ADDRESS}/{lang}data.html"
    assert data["publisher"]["name"] == ("Office of the Sample District Government" if lang else "样例区人民政府办公室")
    assert "publisher" not in _block(draft_site / f"{lang}data.html"), (
        "a draft has none, and the report's issuer is another"
    )
    for file in data["distribution"]:
        assert (published_site / file["contentUrl"].removeprefix(f"{ADDRESS}/")).is_file()
    assert report["reportNumber"] == "河东政发〔2023〕1号"
    assert "url" not in report, "a draft without an address has none"


def test_no_text_ends_the_block() -> None:
    from workreport.pages.head.jsonld import script

    made = script({"name": "</script><script>alert(1)</script>&\u2028", "pair": ["<!--", "-->"]})
    assert "<" not in made
    assert json.loads(made)["name"].startswith("</script>")
