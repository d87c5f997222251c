"""A text is held to the languages of the site: none may be missing, and no other may stand there."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pydantic import ValidationError

from workreport.content import schema
from workreport.content.messages import explain
from workreport.content.yaml import parse

TOPIC = "id: jobs\ntitle: {zh: 就业, en: Jobs}\n"
PLACE = "id: park\nzh: 样例公园\nen: Sample Park\n"
THREE = ("zh", "en", "fr")


def said(kind: type[schema.Model], text: str, languages: Sequence[str]) -> list[str]:
    document = parse("x.yaml", text.encode())
    try:
        kind.model_validate(document.data, context={"languages": languages})
    except ValidationError as error:
        return [str(problem) for problem in explain(document, error, kind, languages)]
    return []


@pytest.mark.parametrize(
    ("kind", "text", "languages", "message"),
    [
        (schema.Topic, TOPIC, THREE, "x.yaml:2:8: error[field-missing]: a text in 3 languages lacks “fr”\n"
         "  hint: The “fr” text: complete, with the same quantities."),
        (schema.Topic, TOPIC.replace("en:", "eng:"), ("zh", "en"), "x.yaml:2:8: error[field-missing]: a text in two languages lacks “en”\n"
         "  hint: The English text: complete, with the same quantities."),
        (schema.Topic, TOPIC.replace("en:", "fr:"), ("zh",), "x.yaml:2:17: error[field-unknown]: “fr” is not a field of a text in one language\n"
         "  hint: its fields are zh"),
        (schema.Place, PLACE, THREE, "x.yaml:1:1: error[field-missing]: a place lacks “fr”\n"
         "  hint: The “fr” text: complete, with the same quantities."),
        (schema.Place, PLACE.replace("en:", "fr:"), ("zh",), "x.yaml:3:1: error[field-unknown]: “fr” is not a field of a place\n"
         "  hint: its fields are zh, id, basis, draft"),
        (schema.Place, PLACE.replace("样例公园", '" "'), ("zh", "en"), "x.yaml:2:5: error[value]: “zh” is empty\n"
         "  hint: write its text"),
    ],
)  # fmt: skip
def test_a_language_too_few_or_too_many(
    kind: type[schema.Model], text: str, languages: Sequence[str], message: str
) -> None:
    assert message in said(kind, text, languages)


def test_a_name_is_a_text_in_the_order_of_the_languages() -> None:
    place = schema.Place.model_validate(parse("x.yaml", PLACE.encode()).data)
    assert (dict(place.name), place.name.source, place.name.source_lang) == (
        {"zh": "样例公园", "en": "Sample Park"}, "样例公园", "zh",
    )  # fmt: skip


def test_english_may_wait_until_the_site_lists_it() -> None:
    """So that it comes piece by piece; it is read as text all the same."""
    topic = schema.Topic.model_validate(parse("x.yaml", TOPIC.encode()).data, context={"languages": ("zh",)})
    assert dict(topic.title) == {"zh": "就业"}
    place = schema.Place.model_validate(parse("x.yaml", PLACE.encode()).data, context={"languages": ("zh",)})
    assert dict(place.name) == {"zh": "样例公园"}
    assert said(schema.Topic, TOPIC.replace("Jobs", "5"), ("zh",)) == [
        "x.yaml:2:21: error[type-text]: “en” should be text; this is the number 5\n  hint: put it in quotes if text is meant"
    ]


def test_what_is_missing_is_filled_only_where_that_is_asked() -> None:
    data = parse("x.yaml", b"id: jobs\ntitle: {zh: \xe5\xb0\xb1\xe4\xb8\x9a}\n").data
    filled = schema.Topic.model_validate(data, context={"languages": ("zh", "en"), "filled": True})
    assert dict(filled.title) == {"zh": "就业", "en": "就业"}
    with pytest.raises(ValidationError):
        schema.Topic.model_validate(data, context={"languages": ("zh", "en")})
