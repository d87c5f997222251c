"""A YAML file of the content as text whose values know where they stand, so that one of them can be changed alone."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

Path = tuple[str | int, ...]
"""Of a value in a file: ("commitments", 0, "title", "zh")."""


class Bare(str):
    """A value to be written without quotes: a number, true, an id."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A run of one file that is replaced; `line` (from 1) is where it stands."""

    file: str
    start: int
    end: int
    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    start: int
    end: int
    line: int
    column: int
    key: int
    """Where the key or the dash before it begins; its own start for the top level."""
    block: bool
    """A list or mapping in lines of its own, or a text that ends with its line."""
    plain: bool
    """Written without quotes."""


class Document:
    """One file: its data, all scalars as text, and edits of it. Raises KeyError where a path does not exist."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self._lines = [0, *(at + 1 for at, char in enumerate(text) if char == "\n"), len(text)]
        self._spans: dict[Path, _Span] = {}
        root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        self.data: dict[str, Any] = self._read(root, (), root.start_mark) if root else {}

    def _read(self, node: Any, path: Path, key: Any) -> Any:
        scalar = isinstance(node, yaml.ScalarNode)
        block = node.style in ("|", ">") if scalar else not node.flow_style
        self._spans[path] = _Span(
            start=node.start_mark.index, end=node.end_mark.index, line=node.start_mark.line + 1,
            column=node.start_mark.column, key=key.index, block=block, plain=scalar and not node.style,
        )  # fmt: skip
        if isinstance(node, yaml.MappingNode):
            return {name.value: self._read(value, (*path, name.value), name.start_mark) for name, value in node.value}
        if isinstance(node, yaml.SequenceNode):
            return [self._read(value, (*path, at), value.start_mark) for at, value in enumerate(node.value)]
        return node.value

    def get(self, path: Path) -> Any:
        """The value at a path, or None."""
        value: Any = self.data
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def replace(self, path: Path, value: Any) -> Edit:
        """Another value at a path."""
        span = self._spans[path]
        # What stands in lines of its own ends, for the parser, where the next value begins.
        end = span.start + len(self.text[span.start : span.end].rstrip()) if span.block else span.end
        return Edit(file=self.file, start=span.start, end=end, text=written(value), line=span.line)

    def put(self, path: Path, value: Any) -> Edit:
        """Replaced where it stands, added to its mapping where it does not."""
        if path in self._spans:
            old = self.get(path)
            bare = self._spans[path].plain and isinstance(value, str) and _is_word(value) and _is_word(str(old))
            return self.replace(path, Bare(value) if bare else value)
        *above, name = path
        parent = self._spans[tuple(above)]
        field = f"{name}: {written(value)}"
        if parent.block:
            text = f"{field}\n{' ' * parent.column}"
            return Edit(file=self.file, start=parent.start, end=parent.start, text=text, line=parent.line)
        at = parent.start + 1
        return Edit(file=self.file, start=at, end=at, text=f"{field}, ", line=parent.line)

    def before(self, path: Path, entry: Any) -> Edit:
        """With one more entry in a list, before the one at a path."""
        span = self._spans[path]
        start = self._lines[self._row(span.key)]
        dash = self.text[start : span.start]
        return Edit(file=self.file, start=start, end=start, text=f"{dash}{written(entry)}\n", line=span.line)

    def cut(self, path: Path) -> Edit:
        """Without the field, or the entry of a list, at a path."""
        span = self._spans[path]
        parent = self._spans[path[:-1]]
        siblings = self.get(path[:-1])
        if len(siblings) == 1 and len(path) > 1:  # nothing would be left of the list or mapping: it goes too
            return self.cut(path[:-1])
        if not parent.block:
            names = list(siblings) if isinstance(siblings, Mapping) else list(range(len(siblings)))
            at = names.index(path[-1])
            if at + 1 < len(names):
                return self._gone(span, span.key, self._spans[(*path[:-1], names[at + 1])].key)
            before = self._spans[(*path[:-1], names[at - 1])].end if at else span.key
            return self._gone(span, before, span.end)
        first = self._row(span.key)
        indent = (
            self.text.index("-", self._lines[first]) - self._lines[first]
            if isinstance(path[-1], int)
            else parent.column
        )
        last = first + 1
        while last < len(self._lines) - 1:
            row = self.text[self._lines[last] : self._lines[last + 1]]
            if row.strip() and len(row) - len(row.lstrip()) <= indent:
                break
            last += 1
        start, end = self._lines[first], self._lines[last]
        if isinstance(path[-1], str) and self.text[start : span.key].strip() == "-":  # the first field of an entry
            start, end = span.key, end + parent.column
        return self._gone(span, start, end)

    def _gone(self, span: _Span, start: int, end: int) -> Edit:
        return Edit(file=self.file, start=start, end=end, text="", line=span.line)

    def _row(self, at: int) -> int:
        return self.text.count("\n", 0, at)

    def line(self, path: Path) -> int:
        """The line of a value, from 1."""
        return self._spans[path].line


def _is_word(text: str) -> bool:
    return bool(text) and all((char.isalnum() and char.isascii()) or char in "-_/." for char in text)


def written(value: Any) -> str:
    """A value as flow YAML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Bare | int):
        return str(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {written(part)}" for name, part in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(written(part) for part in value) + "]"
    raise TypeError(f"{value!r} is nothing that the content holds")
