"""The JSON Schemas that editors complete with are those of the models, and every content file names its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests import ROOT
from tools import schema

CONTENT = ROOT / "content"
FILES = sorted(p for p in CONTENT.rglob("*.yaml"))


@pytest.mark.parametrize("name", sorted(schema.MODELS))
def test_schema_equals_model(name: str) -> None:
    assert (CONTENT / "schema" / f"{name}.json").read_text("utf-8") == schema.schema_of(schema.MODELS[name])


def kind_of(path: Path) -> str:
    if path.parent.name == "source":
        return path.name.split(".")[1]
    if path.parent == CONTENT:
        return path.stem
    return "review-section" if path.parent.name.endswith("_review") else "tasks-section"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(CONTENT).as_posix())
def test_first_line_points_editors_at_the_schema(path: Path) -> None:
    first = path.read_text("utf-8").splitlines()[0]
    up = "" if path.parent == CONTENT else "../"
    assert first == f"# yaml-language-server: $schema={up}schema/{kind_of(path)}.json"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(CONTENT).as_posix())
def test_content_is_valid_by_the_schema_too(path: Path) -> None:
    """What an editor underlines and what the build refuses should not differ."""
    text: Any = json.loads((CONTENT / "schema" / f"{kind_of(path)}.json").read_text("utf-8"))
    jsonschema.validate(yaml.safe_load(path.read_text("utf-8")), text)


def test_schemas_describe_every_field() -> None:
    for kind in schema.MODELS.values():
        body = kind.model_json_schema()
        for part in [body, *body.get("$defs", {}).values()]:
            for name, field in part.get("properties", {}).items():
                assert field.get("description"), f"{part.get('title')}.{name} has no description"
