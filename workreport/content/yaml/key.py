"""The names of fields: plain text, each once in a group. Pure."""

from __future__ import annotations

from collections.abc import Container

from workreport.content.yaml.slip import short
from workreport.diagnostics import Code, Message, say

YAML_DUPLICATE_KEY = Code("yaml-duplicate-key", say("A field stands twice in one group."))
YAML_KEY = Code("yaml-key", say("The name of a field is not plain text."))
YAML_MERGE = Code("yaml-merge", say("A merge key (<<) is used."))

QUOTED = ("'", '"', "|", ">")
"""How a parser marks text that is not plain."""
_KINDS = {list: say("a list"), dict: say("a group of fields"), type(None): say("nothing")}


def key_fault(value: object, known: Container[str], typed: str, quoted: bool) -> tuple[Code, Message, Message] | None:
    """What is wrong with a field's name, as code, message and hint. `typed`: the text of a scalar as it stands."""
    if not isinstance(value, str):
        word = short(typed)
        found = f"“{word}”" if word else _KINDS.get(type(value), say("no text"))
        hint = say('write "{word}" in quotes', word=word) if word else say("write `name: value`")
        return YAML_KEY, say("a field's name must be text; this is {found}", found=found), hint
    if value == "<<" and not quoted:
        return YAML_MERGE, say("merge keys (<<) are not used here"), say("write the fields out in full")
    if value[:1] > "~" and value[0].isspace() and not quoted:
        message = say("a full-width or no-break space stands before this field's name")
        return YAML_KEY, message, say("indent with ordinary spaces")
    if value in known:
        return YAML_DUPLICATE_KEY, say("“{name}” stands twice here", name=short(value)), say("keep one of the two")
    return None
