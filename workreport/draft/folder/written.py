"""Trees as YAML in the layout of the content files: a field a line, short mappings and lists in one. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

_WIDTH = 120
_PLAIN = re.compile(r"(?=.*[^0-9.~/-])[㐀-鿿A-Za-z“《〔（—][\w，。、；：！？（）《》“”‘’〔〕—·…./%+ -]*")
"""What YAML takes for a text as it is, also between { and }."""
_ID = re.compile("[0-9]{4}/[a-z0-9/-]+|[a-z][a-z0-9-]*|[0-9]+(?:-[0-9]+)*-[a-z][a-z0-9-]*")
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})


def scalar(value: object) -> str:
    """One value: numbers as they are printed, texts in quotes where YAML might read something else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if not isinstance(value, str):
        return str(value)
    plain = (_PLAIN.fullmatch(value) or _ID.fullmatch(value)) and not value.endswith(" ") and " #" not in value
    return value if plain and value.lower() not in _WORDS else json.dumps(value, ensure_ascii=False)


def inline(value: object) -> str:
    """A value in one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {inline(one)}" for key, one in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(inline(one) for one in value) + "]"
    return scalar(value)


def item(tree: Mapping[str, Any], indent: int = 2) -> str:
    """An entry of a list: its fields one below the other."""
    lines = fields(tree, indent + 2)
    return f"{' ' * indent}- {lines.lstrip(' ')}"


def entry(tree: Mapping[str, Any], indent: int = 2) -> str:
    """An entry of a list in one line."""
    return f"{' ' * indent}- {inline(tree)}\n"


def fields(tree: Mapping[str, Any], indent: int = 0) -> str:
    """The fields of a mapping, each on a line of its own; lists of mappings and long mappings below their key."""
    return "".join(_field(key, value, indent) for key, value in tree.items())


def _field(key: str, value: Any, indent: int) -> str:
    room = " " * indent
    if isinstance(value, Sequence) and not isinstance(value, str) and any(isinstance(one, Mapping) for one in value):
        return f"{room}{key}:\n" + "".join(item(one, indent + 2) for one in value)
    line = f"{room}{key}: {inline(value)}\n"
    if isinstance(value, Mapping) and len(line) > _WIDTH:
        return f"{room}{key}:\n{fields(value, indent + 2)}"
    return line
