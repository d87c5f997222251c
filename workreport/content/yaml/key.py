"""The names of fields: plain text, each once in a group. Pure."""

from __future__ import annotations

from collections.abc import Container

from workreport.content.yaml.syntax import short
from workreport.diagnostics import Code

YAML_DUPLICATE_KEY = Code("yaml-duplicate-key", "A field stands twice in one group.")
YAML_KEY = Code("yaml-key", "The name of a field is not plain text.")
YAML_MERGE = Code("yaml-merge", "A merge key (<<) is used.")

QUOTED = ("'", '"', "|", ">")
"""How a parser marks text that is not plain."""
_KINDS = {list: "a list", dict: "a group of fields", type(None): "nothing"}


def key_fault(value: object, known: Container[str], typed: str, quoted: bool) -> tuple[Code, str, str] | None:
    """What is wrong with a field's name, as code, message and hint. `typed`: the text of a scalar as it stands."""
    if not isinstance(value, str):
        word = short(typed)
        found = f"“{word}”" if word else _KINDS.get(type(value), "no text")
        hint = f'write "{word}" in quotes' if word else "write `name: value`"
        return YAML_KEY, f"a field's name must be text; this is {found}", hint
    if value == "<<" and not quoted:
        return YAML_MERGE, "merge keys (<<) are not used here", "write the fields out in full"
    if value[:1] > "~" and value[0].isspace() and not quoted:
        message = "a full-width or no-break space stands before this field's name"
        return YAML_KEY, message, "indent with ordinary spaces"
    if value in known:
        return YAML_DUPLICATE_KEY, f"“{short(value)}” stands twice here", "keep one of the two"
    return None
