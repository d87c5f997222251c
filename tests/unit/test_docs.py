"""Every field of every content file is named in docs/content.md, and so is every reason and class."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from tests import ROOT
from tools.schema import MODELS
from workreport.content import schema
from workreport.figures import Bound, Comparability

DOCS = (ROOT / "docs" / "content.md").read_text("utf-8")
NAMED = set(re.findall(r"`([a-z_][a-z0-9_]*)`", DOCS))


def fields() -> set[str]:
    found: set[str] = set()
    for kind in MODELS.values():
        body = kind.model_json_schema()
        for part in [body, *body.get("$defs", {}).values()]:
            found |= set(part.get("properties", {}))
    return found


@pytest.mark.parametrize("field", sorted(fields() - {"zh", "en"}))
def test_field_is_documented(field: str) -> None:
    assert field in NAMED


@pytest.mark.parametrize(
    "words",
    [Bound, Comparability, schema.FigureWaiverReason, schema.SentenceWaiverReason],
)
def test_choices_are_documented(words: object) -> None:
    assert set(get_args(words)) <= NAMED


def test_every_decision_stands_under_a_topic_and_names_what_was_rejected() -> None:
    text = (ROOT / "DECISIONS.md").read_text("utf-8")
    topics = re.findall(r"^## (.+)$", text, re.MULTILINE)
    contents = re.findall(r"\[([^\]]+)\]\(#", text.partition("\n## ")[0])
    assert contents == topics
    decisions = [p for p in text.split("\n\n") if p.startswith("**")]
    assert len(decisions) > 50
    assert [p[:60] for p in decisions if "*Rejected:*" not in p] == []


def test_every_dependency_is_explained() -> None:
    files = ("requirements.in", "requirements-upload.in", "requirements-draft.in", "requirements-translate.in")
    names = [line for file in files for line in (ROOT / file).read_text().splitlines() if line and line[0] != "#"]
    decisions = (ROOT / "DECISIONS.md").read_text("utf-8")
    for name in names:
        assert name.partition("==")[0] in decisions


def test_pins_have_hashes_and_name_no_host() -> None:
    for part in ("", "-upload", "-draft", "-translate", "-dev", "-bench"):
        text = (ROOT / f"requirements{part}.txt").read_text()
        assert "--hash=sha256:" in text
        assert "://" not in text
        assert "index-url" not in text
