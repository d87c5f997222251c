"""The datapackage, read by the Frictionless validator."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests import LANGUAGES
from tests.unit.published import ADDRESS
from workreport.exports.fields import tables_in


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


def test_the_package_says_what_it_is(published_site: Path, draft_site: Path) -> None:
    package = json.loads((published_site / "data/datapackage.json").read_text("utf-8"))
    assert package["homepage"] == f"{ADDRESS}/data.html"
    assert package["created"] == "2026-12-20T16:30:00+08:00"
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert re.fullmatch(r"1\.1\+[0-9a-f]{8}", package["version"])
    assert [r["name"] for r in package["resources"]] == [t.name for t in tables_in(LANGUAGES)]
    for resource in package["resources"]:
        for field in resource["schema"]["fields"]:
            assert field["description_zh"]
            assert field["description_en"]
    unknown = json.loads((draft_site / "data/datapackage.json").read_text("utf-8"))
    assert package["contributors"] == [{"title": "样例区人民政府办公室", "role": "publisher"}]
    assert not {"homepage", "created", "licenses", "contributors"} & unknown.keys(), "what is not known is left out"
    assert unknown["version"].startswith("draft+")
