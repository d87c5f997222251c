"""What the models refuse, in an editor's words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tests import LANGUAGES
from tests.codes import codes_of
from tools.schema import MODELS
from workreport.content.messages import _model_at, explain
from workreport.content.schema import Model, Text
from workreport.content.schema.fields import Id, Number
from workreport.content.yaml import Document, parse
from workreport.diagnostics import into, say


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _Target(_Model):
    model_config = ConfigDict(title="target")
    id: Id
    title: Text
    value: Number | None = None


class _Commitment(_Model):
    model_config = ConfigDict(title="commitment")
    id: Id
    title: Text = Field(description=say("What is promised."))
    bound: Literal["exact", "about", "at_least"] = "exact"
    estimate: bool = False
    topics: tuple[Id, ...] = Field(default=(), strict=False)
    targets: tuple[_Target, ...] = Field(default=(), strict=False)


def explained(text: str) -> str:
    document: Document = parse("x.yaml", text.encode())
    with pytest.raises(ValidationError) as caught:
        _Commitment.model_validate(document.data)
    return "\n".join(str(d) for d in sorted(explain(document, caught.value, _Commitment, LANGUAGES)))


GOOD = "id: jobs\ntitle: {zh: 就业, en: Jobs}\n"
NUMBER = "digits only, without quotes, unit or separators, such as 1650 or 1.65"
FORM = "lower-case letters, digits and single hyphens, such as new-jobs"

EXPLAINED = [
    ("id: jobs\n", "1:1", "field-missing", "a commitment lacks “title”", "What is promised."),
    (GOOD + "targets:\n  - value: 1\n    id: x\n", "4:5", "field-missing", "a target lacks “title”", ""),
    (GOOD + "buond: about\n", "3:1", "field-unknown", "“buond” is not a field of a commitment", "did you mean “bound”?"),
    (GOOD + "targets: [{id: x, title: {zh: 一, en: x}, vlaue: 1}]\n", "3:42", "field-unknown",
     "“vlaue” is not a field of a target", "did you mean “value”?"),
    (GOOD + "河东: 1\n", "3:1", "field-unknown", "“河东” is not a field of a commitment",
     "its fields are id, title, bound, estimate, topics, targets"),
    ("id: jobs\ntitle: {zh: 就业, en: Jobs, training}\n", "2:27", "field-unknown",
     "“training” is not a field of a text in two languages", "text with a comma inside { } goes in quotes; “ and ” do not count"),
    ("id: 2023\ntitle: {zh: 就业, en: Jobs}\n", "1:5", "type-text", "“id” should be text; this is the number 2023",
     "put it in quotes if text is meant"),
    (GOOD + "targets:\n- id: x\n  title: {zh: 一, en: x}\n  value: 1.65万\n", "6:10", "type-number",
     "“value” should be a number; this is “1.65万”", NUMBER),
    (GOOD + "targets:\n- id: x\n  title: {zh: 一, en: x}\n  value: '3'\n", "6:10", "type-number",
     "“value” should be a number; this is “3”", "write 3"),
    (GOOD + "targets:\n- id: x\n  title: {zh: 一, en: x}\n  value: true\n", "6:10", "type-number",
     "“value” should be a number; this is true", NUMBER),
    (GOOD + "estimate: '是'\n", "3:11", "type-boolean", "“estimate” should be true or false; this is “是”",
     "write true or false, without quotes"),
    (GOOD + "topics: jobs\n", "3:9", "type-list", "“topics” should be a list; this is “jobs”",
     "write `- …` for each entry, or [one, two]"),
    ("id: jobs\ntitle: 就业\n", "2:8", "type-mapping", "“title” should be fields; this is “就业”",
     "write its fields below it, or {zh: …, en: …}"),
    (GOOD + "bound: atleast\n", "3:8", "choice", "“bound” cannot be “atleast”", "did you mean “at_least”?"),
    (GOOD + "bound: 以上\n", "3:8", "choice", "“bound” cannot be “以上”", "one of exact, about, at_least"),
    (GOOD + "topics: [jobs, New_Jobs]\n", "3:16", "id-form", "“New_Jobs” is not of the form that “topics” needs",
     "write new-jobs"),
    (GOOD + "topics: [jobs, 就业]\n", "3:16", "id-form", "“就业” is not of the form that “topics” needs", FORM),
    (GOOD + "topics: [jobs，roads]\n", "3:10", "id-form", "“jobs，roads” is not of the form that “topics” needs",
     "write jobs, roads"),
    (GOOD + "topics: 【jobs, roads】\n", "3:9", "type-list", "“topics” should be a list; this is “【jobs, roads】”",
     "write [jobs, roads]"),
    (GOOD + "topics:\n-\n- jobs\n", "4:2", "type-text", "an entry of “topics” should be text; this is empty",
     "write the entry behind its -, or take the - out"),
    ("id:\ntitle: {zh: 就业, en: Jobs}\n", "1:4", "type-text", "“id” should be text; this is empty",
     "write a value behind its colon; text that begins with # goes in quotes"),
    ("id: [jobs]\ntitle: {zh: 就业, en: Jobs}\n", "1:5", "type-text", "“id” should be text; this is a list",
     "write it without - and [ ]; text that begins with one of them goes in quotes"),
    (GOOD + "targets:\n- id: x\n- title: {zh: 一, en: x}\n", "5:3", "field-missing",
     "this entry has what the one above lacks, and lacks what that one has", "take its - out if both are one entry"),
    ("id: jobs\ntitle: {zh: 就业, en: ''}\n", "2:21", "value", "“en” is empty", "write its text"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "code", "message", "hint"), EXPLAINED)
def test_explained(text: str, place: str, code: str, message: str, hint: str) -> None:
    assert explained(text) == f"x.yaml:{place}: error[{code}]: {message}" + (f"\n  hint: {hint}" if hint else "")


def test_explained_all_at_once() -> None:
    text = "id: A\ntitle: {zh: 1}\nestimate: 0\n"
    assert [line[:28] for line in explained(text).split("\n") if line.startswith("x.yaml")] == [
        "x.yaml:1:5: error[id-form]: ", "x.yaml:2:8: error[field-miss", "x.yaml:2:13: error[type-text", "x.yaml:3:11: error[type-bool",
    ]  # fmt: skip


def test_numbers_of_either_kind_are_decimals() -> None:
    document = parse("x.yaml", (GOOD + "targets:\n- {id: a, title: {zh: 一, en: x}, value: 16500}\n").encode())
    assert _Commitment.model_validate(document.data).targets[0].value == Decimal(16500)


ODD = [None, True, 7, Decimal("1.5"), "", " ", "A b_c", "1999-99-99", "x" * 99, [], ["A b_c"], [None], {}, {"A": None}]


@pytest.mark.parametrize("kind", MODELS.values())
def test_no_english_shows_through(kind: type[Model]) -> None:
    """Whatever stands in whichever field, what is said of it in Chinese has no English but names that are typed."""
    seen = 0
    for model in models_of(kind):
        for name in (*model.model_fields, "zh"):
            for value in ODD:
                document = Document("x.yaml", json.dumps({name: value}, default=float), {name: value})
                try:
                    model.model_validate(document.data)
                except ValidationError as error:
                    problems = explain(document, error, model, LANGUAGES)
                else:
                    continue
                for problem in problems:
                    seen += 1
                    for text in (problem.message, problem.hint):
                        bare = re.sub("“[^”]*”|`[^`]*`|A b_c", "", into("zh", text))
                        assert not re.search("[A-Za-z]+ [a-z]{2,} [a-z]+", bare), bare
                        assert not text or re.search("[㐀-鿿]", into("zh", text)), text
    assert seen > 20


def models_of(kind: type[Model]) -> Iterator[type[Model]]:
    """A model and those inside it."""
    yield kind
    for name in kind.model_fields:
        inner = _model_at(kind, (name,))
        if inner is not kind and issubclass(inner, Model):
            yield from models_of(inner)


def test_every_code_of_this_stage_has_a_case() -> None:
    assert {case[2] for case in EXPLAINED} == set(codes_of("content.messages"))
