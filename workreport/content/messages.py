"""What pydantic found wrong with a content file, in an editor's words, at its line and column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, get_args

from workreport.diagnostics import Diagnostic, did_you_mean

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

    from workreport.content.yaml import Document

_WANTED = {
    "string_type": ("type-text", "text"),
    "decimal_type": ("type-number", "a number"),
    "is_instance_of": ("type-number", "a number"),
    "int_type": ("type-number", "a whole number"),
    "bool_type": ("type-boolean", "true or false"),
    "tuple_type": ("type-list", "a list"),
    "list_type": ("type-list", "a list"),
    "model_type": ("type-mapping", "fields"),
    "dict_type": ("type-mapping", "fields"),
    "model_attributes_type": ("type-mapping", "fields"),
}
_HINTS = {
    "type-text": "put it in quotes if text is meant",
    "type-number": "digits only, without quotes, unit or separators, such as 1650 or 1.65",
    "type-boolean": "write true or false, without quotes",
    "type-list": "write `- …` for each entry, or [one, two]",
    "type-mapping": "write its fields below it, or {zh: …, en: …}",
}


def explain(document: Document, error: ValidationError, model: type[BaseModel]) -> list[Diagnostic]:
    """Every error of a validation as a diagnostic."""
    return [_one(document, details, model) for details in error.errors(include_url=False)]


def _one(document: Document, details: ErrorDetails, model: type[BaseModel]) -> Diagnostic:
    kind = details["type"]
    loc = _present(document.data, details["loc"], absent=kind in ("missing", "extra_forbidden"))
    field = next((str(step) for step in reversed(loc) if isinstance(step, str)), "")
    found = _said(details["input"])
    if kind == "missing":
        owner = _model_at(model, loc[:-1])
        place = document.locate(loc[:-1])
        return Diagnostic(document.path, *place, "field-missing", f"{_named(owner)} lacks “{loc[-1]}”",
                          _described(owner, str(loc[-1])))  # fmt: skip
    if kind == "extra_forbidden":
        owner = _model_at(model, loc[:-1])
        fields = [f.alias or name for name, f in owner.model_fields.items()]
        hint = did_you_mean(str(loc[-1]), fields)
        if not hint and details["input"] is None:
            # {zh: 一, en: one, two} gives the field “two” no value.
            hint = "text with a comma inside { } goes in quotes"
        hint = hint or f"its fields are {', '.join(fields)}"
        return Diagnostic(document.path, *document.locate(loc, key=True), "field-unknown",
                          f"“{loc[-1]}” is not a field of {_named(owner)}", hint)  # fmt: skip
    place = document.locate(loc)
    if kind in _WANTED:
        code, wanted = _WANTED[kind]
        return Diagnostic(document.path, *place, code, f"“{field}” should be {wanted}; this is {found}",
                          _HINTS[code] if details["input"] is not None else "write a value behind its colon")  # fmt: skip
    if kind == "literal_error":
        choices = re.findall(r"'([^']*)'", str(details.get("ctx", {}).get("expected", "")))
        hint = did_you_mean(str(details["input"]), choices) or f"one of {', '.join(choices)}"
        return Diagnostic(document.path, *place, "choice", f"“{field}” cannot be {found}", hint)
    if kind == "string_pattern_mismatch":
        return Diagnostic(document.path, *place, "id-form", f"{found} is not of the form that “{field}” needs",
                          _form(str(details.get("ctx", {}).get("pattern", ""))))  # fmt: skip
    if kind == "string_too_long":
        return Diagnostic(document.path, *place, "id-form", f"“{field}” is too long",
                          f"at most {details.get('ctx', {}).get('max_length')} characters")  # fmt: skip
    if kind == "string_too_short":
        return Diagnostic(document.path, *place, "value", f"“{field}” is empty", "write its text")
    if kind == "too_short":
        return Diagnostic(document.path, *place, "value", f"“{field}” needs at least one entry", _HINTS["type-list"])
    said = str(details.get("ctx", {}).get("error", details["msg"])) if kind == "value_error" else details["msg"]
    return Diagnostic(document.path, *place, "value", f"“{field}”: {said}", "see docs/content.md")


_FORMS = (
    ("^https?", "an address such as https://www.example.gov.cn/report"),
    ("^[a-z0-9][a-z0-9-]*\\.(png", "the name of a picture in assets/, such as badge.png"),
    ("^(bm", "ten digits, or bm and eight digits"),
    ("^[0-9a-f]{64}", "64 hexadecimal digits, as the build printed them"),
    ("^[0-9]{4}-[MC]", "a code such as 2023-C017"),
    ("^[0-9]{4}-[0-9]{2}-[0-9]{2} ", 'a date and a time such as "2023-01-09 16:30"'),
    ("^[0-9]+(", 'a version such as "1.0"'),
    ("^[a-z0-9]([a-z0-9.-]", "a host such as www.example.gov.cn"),
)
"""How patterns begin, and what they ask for, in words."""


def _form(pattern: str) -> str:
    """What a pattern asks for, in words."""
    if "s[1-9]" in pattern:
        return "a sentence such as p26s1"
    if pattern.startswith("^p[1-9]"):
        return "a paragraph such as p26"
    if pattern.startswith("^[ph]"):
        return "a paragraph such as p26 or a heading such as h3"
    if "metrics|commitments" in pattern:
        return "a page such as 2022/metrics/new-jobs"
    for beginning, words in _FORMS:
        if pattern.startswith(beginning):
            return words
    if pattern.startswith("^[0-9]{4}/"):
        return "a year and an id, such as 2022/new-jobs"
    if pattern.startswith("^[0-9]{4}-"):
        return 'a date such as "2023-01-09"'
    return "lower-case letters, digits and single hyphens, such as new-jobs"


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


def _model_at(model: type[BaseModel], loc: Sequence[str | int]) -> type[BaseModel]:
    """The model of the mapping at `loc`."""
    for step in loc:
        if isinstance(step, str) and step in model.model_fields:
            model = _inner(model.model_fields[step].annotation) or model
    return model


def _inner(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation such as tuple[Metric, ...] or Text | None."""
    if isinstance(annotation, type) and hasattr(annotation, "model_fields"):
        return annotation
    for part in get_args(annotation):
        found = _inner(part)
        if found is not None:
            return found
    return None


def _named(model: type[BaseModel]) -> str:
    title = str(model.model_config.get("title") or model.__name__)
    if title in ("permalinks", "report", "site", "units", "waivers"):
        return f"the {title} file"
    return f"a {title}"


def _described(model: type[BaseModel], field: str) -> str:
    info = model.model_fields.get(field)
    return (info.description or "") if info else ""


def _said(value: object) -> str:
    """A value in a message: its kind, and the value itself where it is short."""
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return f"the number {value}"
    if isinstance(value, str):
        return f"“{value}”" if len(value) <= 40 else f"“{value[:40]}…”"
    return "a list" if isinstance(value, list | tuple) else "fields"
