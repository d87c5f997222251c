"""The translation of a text in a YAML file: written beside its source, and nothing else of the file changes. Pure.

Comments, order, quotes and white space stay since they are never written anew: only what stands at the place of a value does.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

import yaml

from workreport.content import parse_yaml
from workreport.diagnostics import Refusal
from workreport.exchange.unit import Loc


def written(text: str, said: Mapping[Loc, str], source: str, lang: str) -> str:
    """The text of a file with what was `said` in `lang` at each place, beside the `source` language there."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    changes = sorted((_change(text, _at(root, loc), words, source, lang) for loc, words in said.items()), reverse=True)
    result = text
    for start, end, put in changes:
        result = result[:start] + put + result[end:]
    wanted = deepcopy(parse_yaml("", text.encode()).data)
    for loc, words in said.items():
        _place(wanted, loc)[lang] = words
    assert parse_yaml("", result.encode()).data == wanted
    return result


def listed(text: str, lang: str) -> tuple[int, str]:
    """(line, text) of site.yaml with a language at the end of its `languages`."""
    root: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    node = next(value for key, value in root.value if key.value == "languages")
    last = node.value[-1]
    end = last.end_mark.index
    if node.flow_style:
        put = f", {lang}"
    else:
        dash = text.rindex("-", 0, last.start_mark.index)
        indent = " " * (dash - text.rfind("\n", 0, dash) - 1)
        put = f"{indent}- {lang}{_break(text)}"
        end = text.index("\n", end) + 1
    return node.start_mark.line + 1, text[:end] + put + text[end:]


def _at(node: Any, loc: Loc) -> Any:
    for step in loc:
        if isinstance(step, int):
            node = node.value[step]
        else:
            node = next(value for key, value in node.value if key.value == step)
    return node


def _place(data: Any, loc: Loc) -> Any:
    for step in loc:
        data = data[step]
    return data


def _change(text: str, group: Any, words: str, source: str, lang: str) -> tuple[int, int, str]:
    """(start, end, what to put there) for one text."""
    fields = {key.value: (key, value) for key, value in group.value}
    key, value = fields.get(lang) or fields[source]
    column = key.start_mark.column
    start, end = value.start_mark.index, _end(text, value)
    if lang in fields:
        return start, end, _scalar(text, words, value, column, flow=group.flow_style)
    if group.flow_style:
        return end, end, f", {lang}: {_scalar(text, words, value, column, flow=True)}"
    at = text.find("\n", end)
    line = f"{' ' * column}{lang}: {_scalar(text, words, value, column, flow=False)}"
    if at < 0:
        return len(text), len(text), _break(text) + line
    return at + 1, at + 1, line + _break(text)


def _end(text: str, value: Any) -> int:
    """Where a scalar ends; the end of a block of lines takes in the empty ones behind it."""
    end: int = value.end_mark.index
    while value.style in ("|", ">") and text[end - 1] in " \r\n":
        end -= 1
    return end


def _scalar(text: str, words: str, like: Any, column: int, *, flow: bool) -> str:
    """Words as YAML that is read as them: in the form of the value beside them where it can be, else in quotes."""
    return next(form for form in _forms(text, words, like, column, flow=flow) if _holds(form, words, column, flow=flow))


def _forms(text: str, words: str, like: Any, column: int, *, flow: bool) -> Iterator[str]:
    if like.style in ("|", ">") and not flow:
        head = text[like.start_mark.index :].splitlines()[0].partition("#")[0].strip()
        lines = words.rstrip("\n").split("\n")
        step = " " * (column + 2)
        yield _break(text).join([head, *(step + line if line else "" for line in lines)])
    if like.style is None and "\n" not in words:
        yield words
    yield json.dumps(words, ensure_ascii=False)


def _holds(form: str, words: str, column: int, *, flow: bool) -> bool:
    """Whether a value in this form is read as the words."""
    around = f"a: {{b: 1, c: {form}, d: 1}}" if flow else f"a:\n{' ' * column}c: {form}\n{' ' * column}d: 1\n"
    if not flow and not column:
        around = f"c: {form}\nd: 1\n"
    try:
        data = parse_yaml("", around.encode()).data
    except Refusal:
        return False
    found = data.get("a", data)
    return isinstance(found, dict) and found.get("c") == words


def _break(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
