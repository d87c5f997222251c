"""The catalogue for portals, read by a JSON-LD processor: it asks no other file for its terms."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from pyld import jsonld

from tests.unit.published import ADDRESS

DCAT, DCT = "http://www.w3.org/ns/dcat#", "http://purl.org/dc/terms/"


def graph(site: Path) -> dict[str, Any]:
    """Its things by their addresses."""
    value = json.loads((site / "data/dcat.json").read_text("utf-8"))
    options = {"base": f"{ADDRESS}/data/dcat.json", "documentLoader": None}
    return {node["@id"]: node for node in jsonld.flatten(jsonld.expand(value, options), None, options)}


def test_a_catalogue_has_one_dataset_and_all_its_files(published_site: Path) -> None:
    found = graph(published_site)
    catalogue, dataset = found[f"{ADDRESS}/data.html#catalogue"], found[f"{ADDRESS}/data.html#dataset"]
    assert catalogue["@type"] == [f"{DCAT}Catalog"]
    assert catalogue[f"{DCAT}dataset"] == [{"@id": f"{ADDRESS}/data.html#dataset"}]
    assert {said["@language"] for said in dataset[f"{DCT}title"]} == {"zh-hans", "en"}
    assert dataset[f"{DCT}issued"][0]["@value"] == "2026-12-01"
    files = {node["@id"] for node in dataset[f"{DCAT}distribution"]}
    assert files == {
        f"{ADDRESS}/data/{path.name}" for path in (published_site / "data").iterdir() if path.name != "dcat.json"
    }
    for address in files:
        data = (published_site / address.removeprefix(f"{ADDRESS}/")).read_bytes()
        file = found[address]
        assert file[f"{DCAT}byteSize"][0]["@value"] == str(len(data))
        check = found[file["http://spdx.org/rdf/terms#checksum"][0]["@id"]]
        assert check["http://spdx.org/rdf/terms#checksumValue"][0]["@value"] == sha256(data).hexdigest()
        assert file[f"{DCT}license"][0]["@id"].startswith("https://creativecommons.org/")


def test_what_is_not_known_is_left_out(published_site: Path, unpublished_site: Path) -> None:
    def said(site: Path) -> set[str]:
        return {name for node in graph(site).values() for name in node}

    assert said(published_site) - said(unpublished_site) == {
        f"{DCT}publisher", f"{DCT}issued", f"{DCT}modified", f"{DCT}license", "http://xmlns.com/foaf/0.1/name",
    }  # fmt: skip
    assert f"{ADDRESS}/data.html#dataset" in graph(unpublished_site), "without an address, from where the file lies"
