"""The JSON Schemas that editors complete with are those of the models, and every content file names its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import jsonschema
import pytest
import yaml
from py_mini_racer import MiniRacer
from pydantic import StringConstraints, TypeAdapter, ValidationError

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


@pytest.mark.parametrize("name", sorted(schema.MODELS))
def test_schema_is_a_schema(name: str) -> None:
    body = json.loads(schema.schema_of(schema.MODELS[name]))
    assert body["$schema"] == jsonschema.Draft202012Validator.META_SCHEMA["$id"]
    jsonschema.Draft202012Validator.check_schema(body, jsonschema.Draft202012Validator.FORMAT_CHECKER)


def patterns(part: Any) -> Iterator[str]:
    """All that stand in a schema."""
    if isinstance(part, dict):
        if isinstance(part.get("pattern"), str):
            yield part["pattern"]
        for inner in part.values():
            yield from patterns(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from patterns(inner)


EXAMPLES = [
    "new-jobs", "p26", "h3", "p26s1", "2023-C017", "2022/new-jobs", "2022/metrics/new-jobs", "2023/targets/new-jobs",
    "topics/jobs", "2022/review/jobs", "2023-01-09", "2023-01-09 16:30", "1.0", "1.0.2", "zh", "badge.png", "0" * 64,
    "https://www.example.gov.cn/report", "http://[::1]:8000/a/%E6%9C%8D", "www.example.gov.cn:8080", "1201020001",
    "bm12010200", "https://例子.中国/页", "#0b5394",
]  # fmt: skip
# White space is where engines differ: each other character of the lower planes stands for its like.
CHARACTERS = [
    *map(chr, range(0x250)),
    *map(chr, range(0x1680, 0x180F)),
    *map(chr, range(0x2000, 0x2070)),
    *"　０月\ufeff😀",
]


@pytest.fixture(scope="module")
def javascript() -> Iterator[MiniRacer]:
    with MiniRacer() as engine:
        engine.eval("const accepted = (p, texts) => texts.map((text) => new RegExp(p, 'u').test(text))")
        yield engine


def build_accepts(kind: TypeAdapter[str], text: str) -> bool:
    try:
        kind.validate_python(text)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    "pattern", sorted({p for kind in schema.MODELS.values() for p in patterns(kind.model_json_schema())})
)
def test_an_editor_and_the_build_read_a_pattern_alike(pattern: str, javascript: MiniRacer) -> None:
    """JSON Schema means ECMAScript's regular expressions, which are read with the flag u; pydantic has Rust's."""
    kind: TypeAdapter[str] = TypeAdapter(Annotated[str, StringConstraints(pattern=pattern)])
    good = [text for text in EXAMPLES if build_accepts(kind, text)]
    assert good, "no example is of this form"
    texts = [*EXAMPLES, *(text.upper() for text in EXAMPLES), "", "\n"]
    for text in good[:2]:
        for character in CHARACTERS:
            texts += [f"{text}{character}", f"{character}{text}", f"{text[:-1]}{character}{text[-1:]}"]
    assert javascript.call("accepted", pattern, texts) == [build_accepts(kind, text) for text in texts]


def test_schemas_describe_every_field() -> None:
    for kind in schema.MODELS.values():
        body = kind.model_json_schema()
        for part in [body, *body.get("$defs", {}).values()]:
            for name, field in part.get("properties", {}).items():
                assert field.get("description"), f"{part.get('title')}.{name} has no description"
