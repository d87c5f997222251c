"""The datapackage, read by the Frictionless validator."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

from tests import LANGUAGES, ROOT
from tests.unit.published import ADDRESS
from workreport.exports.dictionary import tables_in

TABLES = tables_in(LANGUAGES)


def validate(folder: Path) -> Any:
    """What the Frictionless validator says of the package, in a process of its own: it sets up logging and warnings."""
    code = (
        "import json, sys; from frictionless import validate; r = validate(sys.argv[1]);"
        "print(json.dumps([r.valid, r.flatten(['type', 'note'])]))"
    )
    name = str(folder / "datapackage.json")
    done = subprocess.run([sys.executable, "-c", code, name], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_the_package_is_valid(published_site: Path, draft_site: Path) -> None:
    assert validate(published_site / "data") == [True, []]
    assert validate(draft_site / "data") == [True, []]


def test_the_validator_sees_a_changed_row(published_site: Path, tmp_path: Path) -> None:
    shutil.copytree(published_site / "data", tmp_path / "data")
    path = tmp_path / "data/metrics.csv"
    path.write_bytes(path.read_bytes().replace(b",exact,", b",sharp,", 1))
    valid, errors = validate(tmp_path / "data")
    assert not valid
    assert {kind for kind, _ in errors} >= {"constraint-error"}


def test_the_package_is_of_version_2(published_site: Path, draft_site: Path) -> None:
    """Held against the profile of the standard, and what that leaves open: that each part says of which version it is."""
    profile = json.loads((ROOT / "tests/fixtures/datapackage/datapackage-2.0.json").read_text("utf-8"))
    for site in (published_site, draft_site):
        package = json.loads((site / "data/datapackage.json").read_text("utf-8"))
        assert [*Draft7Validator(profile).iter_errors(package)] == []
        parts = [package, *(p for r in package["resources"] for p in (r, r["dialect"], r["schema"]))]
        assert {part["$schema"].rpartition("/")[0] for part in parts} == {"https://datapackage.org/profiles/2.0"}
    broken = {**package, "sources": [{"path": "/etc/passwd"}], "contributors": [{"roles": "publisher"}]}
    assert len([*Draft7Validator(profile).iter_errors(broken)]) == 2, "the profile that is read refuses something"


def test_what_refers_to_a_row_has_the_key_of_one(published_site: Path) -> None:
    package = json.loads((published_site / "data/datapackage.json").read_text("utf-8"))
    keys = {
        (resource["name"], key["fields"][0]): key["reference"]["resource"]
        for resource in package["resources"]
        for key in resource["schema"].get("foreignKeys", ())
    }
    assert keys == {
        ("metrics", "section"): "sections",
        ("metrics", "part_of"): "",
        ("metrics", "measure"): "measures",
        ("targets", "measure"): "measures",
        ("commitments", "section"): "sections",
        ("targets", "section"): "sections",
        ("targets", "commitment"): "commitments",
        ("comparisons", "target"): "targets",
        ("comparisons", "metric"): "metrics",
        ("corrections", "metric"): "metrics",
        ("corrections", "commitment"): "commitments",
    }
    rows = {t.name: json.loads((published_site / f"data/{t.name}.json").read_text("utf-8")) for t in TABLES}
    known = {name: {row["key"] for row in table} for name, table in rows.items()}
    assert all(len(known[name]) == len(table) for name, table in rows.items()), "a key is one row's"
    lists = 0
    for table in TABLES:
        for field in (field for field in table.fields if field.refers and field.kind == "list"):
            found = {key for row in rows[table.name] for key in row[field.name]}
            assert found <= known[field.refers]
            lists += len(found)
    assert lists > 10


def test_the_validator_sees_a_key_of_no_row(published_site: Path, tmp_path: Path) -> None:
    shutil.copytree(published_site / "data", tmp_path / "data")
    path = tmp_path / "data/comparisons.csv"
    path.write_bytes(path.read_bytes().replace(b"2023/target/parks,", b"2023/target/parcs,", 1))
    _, errors = validate(tmp_path / "data")
    assert {kind for kind, _ in errors} >= {"foreign-key"}


def test_the_package_says_what_it_is(published_site: Path, draft_site: Path) -> None:
    package = json.loads((published_site / "data/datapackage.json").read_text("utf-8"))
    assert package["homepage"] == f"{ADDRESS}/data.html"
    assert package["created"] == "2026-12-20T16:30:00+08:00"
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert re.fullmatch(r"1\.1\+[0-9a-f]{8}", package["version"])
    assert [r["name"] for r in package["resources"]] == [t.name for t in TABLES]
    for resource in package["resources"]:
        for field in resource["schema"]["fields"]:
            assert field["description_zh"]
            assert field["description_en"]
    unknown = json.loads((draft_site / "data/datapackage.json").read_text("utf-8"))
    assert package["contributors"] == [{"title": "样例区人民政府办公室", "roles": ["publisher"]}]
    assert not {"homepage", "created", "licenses", "contributors"} & unknown.keys(), "what is not known is left out"
    assert unknown["version"].startswith("draft+")
