"""What an editor typed, as plain data in which every value knows its line and column; YAML's surprises refused.

Pure: bytes in, values out. Plain scalars follow our own few rules instead of YAML's many: a number in its
usual form, `true`, `false`, `null` or nothing, and all else is text. What a YAML reader would quietly turn into
something else (no, 012, 1e3, 1:30, a date) is an error that says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import yaml

from workreport.errors import Diagnostic, Refusal

MAX_BYTES = 1 << 20
MAX_DEPTH = 32
MAX_NODES = 200_000
"""Nodes visited, aliases counted each time: what bounds the expansion of aliases in aliases."""

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
# What YAML 1.1 or 1.2 resolves to something that is not text, besides the forms above.
_SURPRISE = re.compile(
    r"(?P<boolean>(?i:yes|no|on|off|y|n)|True|TRUE|False|FALSE)"
    r"|(?P<nothing>Null|NULL)"
    r"|(?P<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?)"
    r"|(?P<base60>[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?)"
    r"|(?P<number>[-+]?(?:0[xX][0-9a-fA-F_]+|0[oO]?[0-9_]+|0[bB][01_]+|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
    r"|\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF))|\.(?:nan|NaN|NAN))"
    r"|(?P<value>=)"
)
_KINDS = {
    "boolean": "true or false", "nothing": "nothing", "date": "a date", "base60": "a number in base 60",
    "number": "another number, or another way of writing one", "value": "its default value mark",
}  # fmt: skip
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_INDENT_TAB = re.compile(r"^ *\t", re.MULTILINE)
_TAGS = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map", None)
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Document:
    """One parsed file: its data, and where each value of it stands."""

    def __init__(self, path: str, data: Any, root: yaml.Node) -> None:
        self.path = path
        self.data = data
        self._root = root

    def locate(self, loc: Sequence[str | int], *, key: bool = False) -> tuple[int, int]:
        """1-based line and column of the value at `loc` (of its key, if `key`).

        Where the path does not exist, the place of the last part of it that does.
        """
        node = self._root
        mark = node.start_mark
        for step in loc:
            found: yaml.Node | None = None
            if isinstance(node, yaml.MappingNode):
                for name, value in node.value:
                    if name.value == step:
                        found, mark = value, (name if key else value).start_mark
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                found = node.value[step]
                mark = found.start_mark
            if found is None:
                break
            node = found
        return mark.line + 1, mark.column + 1


def parse(path: str, raw: bytes) -> Document:
    """One YAML file. Raises `Refusal` with all problems that can be told apart."""
    text = _decoded(path, raw)
    problems = list(_characters(path, text))
    if problems:
        raise Refusal(problems)
    deep = _too_deep(text)
    if deep is not None:
        raise Refusal([_at(path, text, deep, "yaml-depth", f"this nests deeper than {MAX_DEPTH} levels",
                           "content files need fewer than ten")])  # fmt: skip
    try:
        loader = _Loader(text)
        try:
            root = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        raise Refusal([_syntax(path, text, error)]) from None
    if root is None:
        raise Refusal([Diagnostic(path, 1, 1, "yaml-empty", "this file is empty", "see docs/content.md")])
    if not isinstance(root, yaml.MappingNode):
        raise Refusal([
            Diagnostic(path, root.start_mark.line + 1, root.start_mark.column + 1, "yaml-mapping",
                       "this file does not begin with fields", "write fields as `name: value`, from the first column")
        ])  # fmt: skip
    reader = _Reader(path)
    data = reader.value(root, 0, ())
    if reader.problems:
        raise Refusal(reader.problems)
    return Document(path, data, root)


class _Reader:
    """Turns nodes into data, collecting problems."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Diagnostic] = []
        self.visited = 0

    def problem(self, node: yaml.Node, code: str, message: str, hint: str) -> None:
        mark = node.start_mark
        self.problems.append(Diagnostic(self.path, mark.line + 1, mark.column + 1, code, message, hint))

    def value(self, node: yaml.Node, depth: int, above: tuple[int, ...]) -> Any:
        """The data of a node; `above` holds the nodes that it lies in, to find one that holds itself."""
        self.visited += 1
        if self.visited > MAX_NODES:
            if self.visited == MAX_NODES + 1:
                self.problem(node, "yaml-alias", "the aliases (*name) of this file expand to too much",
                             "write the values out")  # fmt: skip
            return None
        if isinstance(node, yaml.ScalarNode):
            # Scalars first: they are nearly all nodes. The C parser gives "" and the other None for a plain one.
            if node.tag not in _TAGS:
                self.tag(node)
            return node.value if node.style in _QUOTED else self.plain(node)
        if node.tag not in _TAGS:
            self.tag(node)
        if id(node) in above:
            self.problem(node, "yaml-alias", "this value holds itself through an alias (*name)", "write the values out")
            return None
        if depth >= MAX_DEPTH:
            self.problem(node, "yaml-depth", f"this nests deeper than {MAX_DEPTH} levels",
                         "content files need fewer than ten")  # fmt: skip
            return None
        above = (*above, id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, depth + 1, above) for item in node.value]
        data: dict[str, Any] = {}
        for key, item in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.problem(key, "yaml-key", "a field's name must be plain text", "write it as `name: value`")
                continue
            name = key.value
            if name == "<<" and key.style not in _QUOTED:
                self.problem(key, "yaml-merge", "merge keys (<<) are not used here", "write the fields out")
                continue
            if name in data:
                self.problem(key, "yaml-duplicate-key", f"“{name}” stands twice here", "keep one of the two")
                continue
            data[name] = self.value(item, depth + 1, above)
        return data

    def tag(self, node: yaml.Node) -> None:
        self.problem(node, "yaml-tag", f"tags ({str(node.tag).replace('tag:yaml.org,2002:', '!!')}) are not used here",
                     "take the tag out; text that looks like something else goes in quotes")  # fmt: skip

    def plain(self, node: yaml.ScalarNode) -> Any:
        """A scalar without quotes."""
        text: str = node.value
        first = text[:1]
        if first > "~":  # beyond ASCII: Chinese, mostly
            return text
        if text in _WORDS:
            return _WORDS[text]
        number = _NUMBER.fullmatch(text)
        if number:
            return Decimal(text) if number[1] else int(text)
        surprise = _SURPRISE.fullmatch(text)
        if surprise:
            kind = surprise.lastgroup or ""
            hint = f'write "{text}" if text is meant'
            if kind == "number":
                hint += ", or the number in digits only, such as 1650 or 1.65"
            elif kind == "boolean":
                hint += ", or true or false"
            self.problem(node, "yaml-ambiguous", f"YAML reads {text} as {_KINDS[kind]}", hint)
        return text


_QUOTED = ("'", '"', "|", ">")


def _decoded(path: str, raw: bytes) -> str:
    if len(raw) > MAX_BYTES:
        raise Refusal([Diagnostic(path, 0, 0, "yaml-size", "this file is larger than 1 MiB",
                                  "divide it into several files")])  # fmt: skip
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise Refusal([Diagnostic(path, 1, 1, "yaml-bom", "this file begins with a byte-order mark",
                                  "save it as UTF-8 without one")])  # fmt: skip
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        raise Refusal([Diagnostic(path, line, column, "yaml-encoding", "this is not UTF-8 text",
                                  "save the file as UTF-8")]) from None  # fmt: skip


def _characters(path: str, text: str) -> Iterator[Diagnostic]:
    """Characters that no editor means to type."""
    for match in _CONTROL.finditer(text):
        yield _at(path, text, match.start(), "yaml-encoding",
                  f"the control character U+{ord(match[0]):04X} stands here", "take it out")  # fmt: skip
        break
    for match in _INDENT_TAB.finditer(text):
        yield _at(path, text, match.end() - 1, "yaml-tab", "a tab stands in the indentation", "indent with spaces")


def _at(path: str, text: str, offset: int, code: str, message: str, hint: str) -> Diagnostic:
    line = text.count("\n", 0, offset) + 1
    return Diagnostic(path, line, offset - text.rfind("\n", 0, offset), code, message, hint)


def _too_deep(text: str) -> int | None:
    """Where nesting passes the bound, judged without the parser, whose own stack could overflow first."""
    depth = 0
    if text.count("[") + text.count("{") > MAX_DEPTH:
        for match in re.finditer(r"[\[\]{}]", text):
            # Brackets inside text count as well: such a file has too many of them for content either way.
            depth = depth + 1 if match[0] in "[{" else max(0, depth - 1)
            if depth > MAX_DEPTH:
                return match.start()
    for match in re.finditer(r"^(?:[ ]*[-?](?=[ ]))+[ ]*|^[ ]+", text, re.MULTILINE):
        if match.end() - match.start() > 4 * MAX_DEPTH:
            return match.start()
    return None


def _syntax(path: str, text: str, error: yaml.YAMLError) -> Diagnostic:
    """A parser's complaint in an editor's words."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    problem = str(getattr(error, "problem", None) or error).strip()
    if "expected a single document" in str(getattr(error, "context", "")):
        return Diagnostic(path, line, column, "yaml-documents", "a second document begins here",
                          "take the line `---` out")  # fmt: skip
    if ("alias" in problem and "undefined" in problem) or "found undefined alias" in str(error):
        return Diagnostic(path, line, column, "yaml-alias", "this alias (*name) names nothing",
                          "put the text in quotes if it begins with *")  # fmt: skip
    lines = text.split("\n")
    around = "\n".join(lines[max(0, line - 2) : line])
    hint = "compare the indentation and quotes with the lines before"
    if re.search(r"^\s*(?:- )?[A-Za-z_]+：", around, re.MULTILINE):
        hint = "after a field's name write the half-width colon and a space, `: `"
    elif re.search(r"^\s*(?:- )?[A-Za-z_]+:[^\s]", around, re.MULTILINE):
        hint = "write a space after the colon"
    elif "quoted scalar" in problem or "quoted scalar" in str(getattr(error, "context", "")):
        hint = "a quotation mark is opened and not closed"
    elif "mapping values are not allowed" in problem:
        hint = "text that holds `: ` goes in quotes"
    elif "cannot start any token" in problem:
        hint = "text that begins with this character goes in quotes"
    return Diagnostic(path, line, column, "yaml-syntax", f"this is not YAML: {problem}", hint)
