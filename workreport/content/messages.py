"""What pydantic found wrong with a content file, in an editor's words, at its line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from workreport.content.meant import half_width, meant, number
from workreport.content.schema import Hint, Named, Text, described
from workreport.content.yaml import plain
from workreport.diagnostics import NOTHING, Code, Diagnostic, Message, did_you_mean, listed, say

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from workreport.content.yaml import Document

FIELD_MISSING = Code("field-missing", say("A field that is required is not there."))
FIELD_UNKNOWN = Code("field-unknown", say("A field has a name that its group of fields does not know."))
TYPE_TEXT = Code("type-text", say("A value should be text."))
TYPE_NUMBER = Code("type-number", say("A value should be a number."))
TYPE_BOOLEAN = Code("type-boolean", say("A value should be true or false."))
TYPE_LIST = Code("type-list", say("A value should be a list."))
TYPE_MAPPING = Code("type-mapping", say("A value should be a group of fields."))
CHOICE = Code("choice", say("A value is not one of those that the field allows."))
ID_FORM = Code("id-form", say("An id, a date, an address or the like is not written in its form."))
VALUE = Code("value", say("A value is empty, or is not possible for another reason."))

Loc = tuple[str | int, ...]

_WANTED = {
    "string_type": (TYPE_TEXT, say("text")),
    "decimal_type": (TYPE_NUMBER, say("a number")),
    "is_instance_of": (TYPE_NUMBER, say("a number")),
    "int_type": (TYPE_NUMBER, say("a whole number")),
    "bool_type": (TYPE_BOOLEAN, say("true or false")),
    "tuple_type": (TYPE_LIST, say("a list")),
    "list_type": (TYPE_LIST, say("a list")),
    "model_type": (TYPE_MAPPING, say("fields")),
    "dict_type": (TYPE_MAPPING, say("fields")),
    "model_attributes_type": (TYPE_MAPPING, say("fields")),
}
_HINTS = {
    TYPE_TEXT: say("put it in quotes if text is meant"),
    TYPE_NUMBER: say("digits only, without quotes, unit or separators, such as 1650 or 1.65"),
    TYPE_BOOLEAN: say("write true or false, without quotes"),
    TYPE_LIST: say("write `- …` for each entry, or [one, two]"),
    TYPE_MAPPING: say("write its fields below it, or {{zh: …, en: …}}"),
}
_DOCUMENTED = say("see docs/content.md")


def explain(
    document: Document, error: ValidationError, model: type[BaseModel], languages: Sequence[str]
) -> list[Diagnostic]:
    """Every error of a validation as a diagnostic. `languages`: those of the site."""
    errors = error.errors(include_url=False)
    parted = _parted(errors)
    problems = [
        _one(document, details, model, languages)
        for details in errors
        if not (details["type"] == "too_short" and details["input"])  # its entries are told one by one
        and not (details["type"] == "missing" and any(details["loc"][:-1] in pair for pair in parted))
    ]
    message = say("this entry has what the one above lacks, and lacks what that one has")
    hint = say("take its - out if both are one entry")
    return problems + [document.problem(second, FIELD_MISSING, message, hint) for _, second in parted]


def _parted(errors: Sequence[ErrorDetails]) -> list[tuple[Loc, Loc]]:
    """Pairs of neighbours in a list that were one entry: a `-` too many parted them."""
    lacks: dict[Loc, set[str | int]] = {}
    has: dict[Loc, dict[str | int, Any]] = {}
    for details in errors:
        if details["type"] == "missing":
            *owner, field = details["loc"]
            lacks.setdefault(tuple(owner), set()).add(field)
            has[tuple(owner)] = details["input"]
    neighbours = [((*loc[:-1], loc[-1] - 1), loc) for loc in lacks if loc and isinstance(loc[-1], int)]
    return [
        (first, second)
        for first, second in neighbours
        if first in lacks and lacks[first] <= has[second].keys() and lacks[second] <= has[first].keys()
    ]


def _one(document: Document, details: ErrorDetails, model: type[BaseModel], languages: Sequence[str]) -> Diagnostic:
    kind = details["type"]
    loc = _present(document.data, details["loc"], absent=kind in ("missing", "extra_forbidden"))
    field = next((str(step) for step in reversed(loc) if isinstance(step, str)), "")
    found = _said(details["input"])
    if kind == "missing":
        owner = _model_at(model, loc[:-1])
        message = say("{group} lacks “{field}”", group=_named(owner, languages), field=loc[-1])
        return document.problem(loc[:-1], FIELD_MISSING, message, _described(owner, str(loc[-1]), languages))
    if kind == "extra_forbidden":
        owner = _model_at(model, loc[:-1])
        fields = _fields(owner, languages)
        hint = did_you_mean(str(loc[-1]), fields)
        if not hint and details["input"] is None:
            # {zh: 一, en: one, two} gives the field “two” no value.
            hint = say("text with a comma inside {{ }} goes in quotes; “ and ” do not count")
        hint = hint or say("its fields are {fields}", fields=listed(fields))
        message = say("“{field}” is not a field of {group}", field=loc[-1], group=_named(owner, languages))
        return document.problem(loc, FIELD_UNKNOWN, message, hint, key=True)
    if kind in _WANTED:
        code, wanted = _WANTED[kind]
        message = say("“{field}” should be {wanted}; this is {found}", field=field, wanted=wanted, found=found)
        if isinstance(loc[-1], int):
            message = say("an entry of “{field}” should be {wanted}; this is {found}",
                          field=field, wanted=wanted, found=found)  # fmt: skip
        return document.problem(loc, code, message, _wanted(code, details["input"], entry=isinstance(loc[-1], int)))
    if kind == "literal_error":
        choices = re.findall(r"'([^']*)'", str(details.get("ctx", {}).get("expected", "")))
        hint = did_you_mean(str(details["input"]), choices) or say("one of {choices}", choices=listed(choices))
        return document.problem(loc, CHOICE, say("“{field}” cannot be {found}", field=field, found=found), hint)
    if kind == "string_pattern_mismatch":
        message = say("{found} is not of the form that “{field}” needs", found=found, field=field)
        near = meant(str(details["input"]), details["ctx"]["pattern"])
        return document.problem(loc, ID_FORM, message, _written(near) if near else _form(model, loc))
    if kind == "string_too_long":
        hint = say("at most {n} characters", n=details.get("ctx", {}).get("max_length"))
        return document.problem(loc, ID_FORM, say("“{field}” is too long", field=field), hint)
    if kind == "string_too_short":
        return document.problem(loc, VALUE, say("“{field}” is empty", field=field), say("write its text"))
    if kind == "too_short":
        message = say("“{field}” needs at least one entry", field=field)
        return document.problem(loc, VALUE, message, _HINTS[TYPE_LIST])
    if kind == "value_error":
        message = say("“{field}”: {why}", field=field, why=details["ctx"]["error"].args[0])
        return document.problem(loc, VALUE, message, _DOCUMENTED)
    return document.problem(loc, VALUE, say("“{field}” cannot be {found}", field=field, found=found), _DOCUMENTED)


def _wanted(code: Code, value: object, *, entry: bool) -> Message:
    """How to write a value of another type, from what stands there."""
    if value is None and entry:
        return say("write the entry behind its -, or take the - out")
    if value is None:
        return say("write a value behind its colon; text that begins with # goes in quotes")
    if code is TYPE_TEXT and isinstance(value, list):
        return say("write it without - and [ ]; text that begins with one of them goes in quotes")
    if isinstance(value, str) and code is TYPE_NUMBER and number(value):
        return say("write {value}", value=number(value))
    if isinstance(value, str) and code in (TYPE_LIST, TYPE_MAPPING) and half_width(value)[:1] in ("[", "{"):
        return say("write {value}", value=half_width(value))
    return _HINTS[code]


def _written(text: str) -> Message:
    """How to write a text: in quotes where YAML reads it as something else."""
    return say('write "{word}" in quotes', word=text) if plain(text)[1] else say("write {value}", value=text)


def _present(data: Any, loc: Sequence[str | int], *, absent: bool) -> tuple[str | int, ...]:
    """`loc` without the steps that are not in the data (pydantic adds names of types to unions).

    `absent`: the last step names a field, which need not be there.
    """
    kept: list[str | int] = []
    for index, step in enumerate(loc):
        last = index == len(loc) - 1
        if isinstance(data, dict) and (step in data or (last and absent)):
            kept.append(step)
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            kept.append(step)
            data = data[step]
    return tuple(kept)


def _model_at(model: type[Any], loc: Sequence[str | int]) -> type[Any]:
    """The model of the mapping at `loc`; Text where a text stands there."""
    for step in loc:
        if isinstance(step, str) and issubclass(model, BaseModel) and step in model.model_fields:
            model = _inner(model.model_fields[step].annotation) or model
    return model


def _inner(annotation: Any) -> type[Any] | None:
    """The model inside an annotation such as tuple[Metric, ...] or Text | None."""
    kinds = (part for part in _parts(annotation) if isinstance(part, type))
    return next((kind for kind in kinds if issubclass(kind, BaseModel | Text)), None)


def _fields(owner: type[Any], languages: Sequence[str]) -> list[str]:
    """The fields that a mapping may have."""
    if issubclass(owner, Text):
        return [*languages]
    fields = owner.model_fields.items()
    inline = [*languages] if issubclass(owner, Named) else []
    return inline + [field.alias or name for name, field in fields if not (inline and name == "name")]


def _form(model: type[BaseModel], loc: Sequence[str | int]) -> Message:
    """What the type of the field at `loc` asks for."""
    names = [step for step in loc if isinstance(step, str)]
    info = _model_at(model, names[:-1]).model_fields[names[-1]]
    parts = (*info.metadata, *_parts(info.annotation))
    return next((part.words for part in parts if isinstance(part, Hint)), _DOCUMENTED)


def _parts(annotation: Any) -> Iterator[Any]:
    """An annotation with all that it is made of, the metadata of its types too."""
    yield annotation
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _parts(part)


def _named(model: type[Any], languages: Sequence[str]) -> Message:
    """What messages call a mapping."""
    if issubclass(model, Text):
        few = (say("a text in one language"), say("a text in two languages"))
        return (
            few[len(languages) - 1] if len(languages) <= len(few) else say("a text in {n} languages", n=len(languages))
        )
    title = model.model_config.get("title")
    if title in ("corrections", "glossary", "permalinks", "places", "report", "site", "units", "waivers"):
        return say("the {kind} file", kind=title)
    return say("a {kind}", kind=title)


def _described(model: type[Any], field: str, languages: Sequence[str]) -> Message:
    """What the field is for."""
    if issubclass(model, Text | Named) and field in languages:
        return described(field, languages)
    said = model.model_fields[field].description
    return said if isinstance(said, Message) else NOTHING


def _said(value: object) -> Message | str:
    """A value in a message: its kind, and the value itself where it is short."""
    if value is None:
        return say("empty")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return say("the number {value}", value=value)
    if isinstance(value, str):
        return f"“{value}”" if len(value) <= 40 else f"“{value[:40]}…”"
    return say("a list") if isinstance(value, list | tuple) else say("fields")
