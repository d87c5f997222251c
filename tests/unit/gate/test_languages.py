"""Every text in two languages is looked at, whichever field of whichever record holds it."""

from __future__ import annotations

import inspect
import typing

from tests.mini import CONTENT
from tests.unit.gate.conftest import Say
from workreport.content import load, schema
from workreport.gate.languages import RULE, files, texts

MODELS = [m for _, m in inspect.getmembers(schema, inspect.isclass) if issubclass(m, schema.Model)]


def test_the_place_of_a_text_is_told_however_deep() -> None:
    content = load(CONTENT, "content")
    places = {(entry.document.path, *loc) for entry in files(content) for loc, _ in texts(entry.value)}
    ends = {(place[0], place[1], place[-1]) for place in places}
    assert {("content/permalinks.yaml", field, "retired") for field in ("permalinks", "addresses")} <= ends
    assert ("content/2023_tasks/01-economy.yaml", "commitments", 0, "targets", 0, "title") in places
    for entry in files(content):
        for loc, text in texts(entry.value):
            value = entry.document.data
            for step in loc:
                value = value[step]
            assert value == dict(text)


def test_texts_stand_where_the_walk_looks() -> None:
    """A text is a field, or in a tuple, a record or None: nothing that the walk passes by, such as a mapping."""
    for model in MODELS:
        for name, field in model.model_fields.items():
            assert "dict" not in str(field.annotation), f"{model.__name__}.{name}"
            assert typing.get_origin(field.annotation) not in (dict, list, set), f"{model.__name__}.{name}"


def test_a_text_in_a_field_that_nobody_thought_of(say: Say) -> None:
    assert say(RULE) == []
    rule = ("glossary.yaml", "en: Household survey programme", "en: Household survey programme of 2 years")
    retired = ("permalinks.yaml", "en: A topic without content.", "en: A topic without content in 4 years.")
    assert say(RULE, rule, retired) == [
        "glossary.yaml:10 english-number: the English has “2”, which the Chinese does not",
        "permalinks.yaml:55 english-number: the English has “4”, which the Chinese does not",
    ]


def test_the_name_of_the_site_may_have_its_years_in_one_language(say: Say) -> None:
    name = 'en: "Sample District Record <invented> & \\"quoted\\""'
    assert say(RULE, ("site.yaml", name, "en: 'Sample District promises, 2022–2023'")) == []
    assert say(RULE, ("site.yaml", name, "en: 'Sample District promises, 2022–2025'")) == [
        "site.yaml:1 english-number: the English has “2025”, which the Chinese does not",
    ]
