"""The bill of materials of a version: valid, complete, and the same each time."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

import workreport
from tests import ROOT
from tools import sbom
from workreport.charts.engine import DIGEST

PINNED = sorted(ROOT.glob("requirements*.txt"))


@pytest.fixture(scope="module")
def made() -> str:
    return sbom.bill()


@pytest.fixture(scope="module")
def parts(made: str) -> dict[str, dict[str, Any]]:
    """Its components by their purl."""
    return {part["purl"]: part for part in json.loads(made)["components"]}


def test_it_is_what_the_standard_says(made: str) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(made) is None
    assert json.loads(made)["metadata"]["component"]["version"] == workreport.__version__


def test_it_is_the_same_each_time(made: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sbom.main([str(tmp_path / "bill.json")]) == 0
    written = (tmp_path / "bill.json").read_bytes()
    assert written == made.encode()
    assert sha256(written).hexdigest() in capsys.readouterr().out
    assert "timestamp" not in made


def test_every_pinned_package_is_in_it_with_its_hashes(parts: dict[str, dict[str, Any]]) -> None:
    scopes = {
        "requirements.txt": "required",
        "requirements-upload.txt": "optional",
        "requirements-draft.txt": "optional",
        "requirements-translate.txt": "optional",
        "requirements-dev.txt": "excluded",
    }
    seen: set[str] = set()
    for name, scope in scopes.items():
        for block in re.split(r"^(?=[a-z0-9-]+==)", (ROOT / name).read_text("utf-8"), flags=re.MULTILINE)[1:]:
            package, version = block.split()[0].split("==")
            purl = f"pkg:pypi/{package}@{version}"
            digests = [one["content"] for one in parts[purl]["externalReferences"][0]["hashes"]]
            assert sorted(digests) == sorted(re.findall(r"sha256:([0-9a-f]{64})", block))
            if purl not in seen:
                assert parts[purl]["scope"] == scope
            seen.add(purl)
    assert seen | {purl for purl in parts if purl.startswith("pkg:npm/")} == set(parts)


def test_what_was_taken_in_is_in_it_with_its_checksum(parts: dict[str, dict[str, Any]]) -> None:
    echarts = parts["pkg:npm/echarts@6.1.0"]
    assert echarts["hashes"] == [{"alg": "SHA-256", "content": DIGEST}]
    assert [part["name"] for part in echarts["components"]] == ["assets/echarts.js", "d3", "zrender"]
    published = sha256((ROOT / "assets/echarts.js").read_bytes()).hexdigest()
    assert echarts["components"][0]["hashes"] == [{"alg": "SHA-256", "content": published}]
    assert any(purl.startswith("pkg:npm/esbuild@") for purl in parts)
    livereload = next(part for purl, part in parts.items() if purl.startswith("pkg:pypi/livereload@"))
    assert [len(part["hashes"][0]["content"]) for part in livereload["components"]] == [64]
    assert livereload["components"][0]["name"] == "livereload-js"
    assert any(purl.startswith("pkg:npm/vnu-jar@") for purl in parts)


def test_it_says_what_needs_what(made: str) -> None:
    needs = {
        entry["ref"].partition("@")[0]: [ref.partition("@")[0] for ref in entry.get("dependsOn", [])]
        for entry in json.loads(made)["dependencies"]
    }
    assert {"pypi:jinja2", "pypi:pydantic", "npm:echarts"} <= set(needs["open-work-report"])
    assert "pypi:markupsafe" in needs["pypi:jinja2"]
    assert "pypi:markupsafe" not in needs["open-work-report"]


@pytest.mark.parametrize("path", PINNED, ids=lambda path: path.name)
def test_pip_takes_wheels_alone(path: Path) -> None:
    """The options of pip in a file hold for whoever installs from it; the last one that names a package counts."""
    options = [line for line in path.read_text("utf-8").splitlines() if line.startswith("--")]
    exceptions = ["--no-binary pyftpdlib"] if path.name == "requirements-dev.txt" else []
    assert options == ["--only-binary :all:", *exceptions]
