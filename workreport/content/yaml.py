"""What an editor typed, as plain data in which every value knows its line and column; YAML's surprises refused.

Pure: bytes in, values out. Plain scalars follow our own few rules instead of YAML's many: a number in its
usual form, `true`, `false`, `null` or nothing, and all else is text. What a YAML reader would quietly turn into
something else (no, 012, 1e3, 1:30, a date) is an error that says so.

The data is built from the parser's events, not from its node tree: composing nodes recurses, so that a file of
brackets overflows the C stack, and aliases in aliases expand without end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, islice
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from workreport.diagnostics import Code, Diagnostic, Refusal

YAML_SYNTAX = Code("yaml-syntax", "The file is not YAML.")
YAML_TAB = Code("yaml-tab", "A tab stands where only spaces may.")
YAML_BOM = Code("yaml-bom", "The file begins with a byte-order mark.")
YAML_ENCODING = Code("yaml-encoding", "The file is not plain UTF-8.")
YAML_DUPLICATE_KEY = Code("yaml-duplicate-key", "A field stands twice in one group.")
YAML_KEY = Code("yaml-key", "The name of a field is not plain text.")
YAML_TAG = Code("yaml-tag", "A tag (!…) stands before a value.")
YAML_ALIAS = Code("yaml-alias", "An anchor or alias is used wrongly, or too much.")
YAML_MERGE = Code("yaml-merge", "A merge key (<<) is used.")
YAML_DEPTH = Code("yaml-depth", "The file nests too deep.")
YAML_SIZE = Code("yaml-size", "The file is larger than 1 MiB.")
YAML_DOCUMENTS = Code("yaml-documents", "The file holds more than one document.")
YAML_EMPTY = Code("yaml-empty", "The file is empty.")
YAML_MAPPING = Code("yaml-mapping", "The file does not begin with a field.")
YAML_AMBIGUOUS = Code("yaml-ambiguous", "YAML reads a word as something else than text.")

MAX_BYTES = 1 << 20
MAX_DEPTH = 32
MAX_ALIASED = 10_000
"""Values that all aliases of a file together may stand for, aliases inside aliases counted each time."""
MAX_PROBLEMS = 100
"""Problems told of one file; hostile input could make a million."""

# libyaml's parser where PyYAML was built with it; else the one in Python, ten times slower. They read alike but for
# corners that nobody types, such as a block of text whose first line is a tab.
_Parser: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,27})(\.[0-9]{1,28})?")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
# What YAML 1.1 (its type repository) or 1.2 (its core schema) resolves to something that is not text, besides
# the forms above.
_SURPRISE = re.compile(
    r"(?P<true>yes|Yes|YES|on|On|ON|y|Y|True|TRUE)"
    r"|(?P<false>no|No|NO|off|Off|OFF|n|N|False|FALSE)"
    r"|(?P<nothing>Null|NULL)"
    r"|(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?"
    r"(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)"
    r"|(?P<base60>[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*)"
    r"|(?P<number>[-+]?(?:0x[0-9a-fA-F_]+|0o[0-7]+|0b[01_]+|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
    r"|\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?))"
    r"|(?P<infinity>[-+]?\.(?:inf|Inf|INF))|(?P<nan>\.(?:nan|NaN|NAN))|(?P<mark><<|=)"
)
_SURPRISES = {
    "nothing": ("no value", " if text is meant, or null"),
    "date": ("a date", ""),
    "base60": ("a number in base 60", ""),
    "infinity": ("infinity", ""),
    "nan": ("“not a number”", ""),
    "mark": ("a mark of its own", ""),
}
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
"""Control characters, line separators that no editor counts as lines, marks that turn the direction of writing (a page
would show another text than it holds), byte-order marks, halves of characters."""
_SLIP = re.compile(r"[ ]*(?:- +)*([A-Za-z_][A-Za-z0-9_-]*)(：|:(?=\S))")
_HEADER = re.compile(r"(?:[&!]\S*\s+)*[|>][-+1-9]*(?: +#.*| *)(?:\n|\Z)")
"""How a block of text begins. libyaml also takes |#text for an empty text."""
_QUOTED = ("'", '"', "|", ">")
_BAD: Any = object()
"""Stands for the key of a value that is read for its own problems only."""
_TOO_DEEP = (f"this nests deeper than {MAX_DEPTH} levels", "content files need fewer than ten")
_WRITE_OUT = "write the value out in full"


class Document:
    """One parsed file: its data, and where each value of it stands."""

    def __init__(self, path: str, text: str, data: Any) -> None:
        self.path = path
        """As diagnostics show it."""
        self.data: Any = data
        """dict, list, str, int, Decimal, bool or None; a number with a point keeps its digits (1.50)."""
        # Places are needed only to report a problem, and take twenty times the room of the text: read it again then.
        self._text = text
        self._root: _Branch | None = None

    def locate(self, loc: Sequence[str | int], *, key: bool = False) -> tuple[int, int]:
        """1-based line and column of the value at `loc` (of its key, if `key`).

        Where the path does not exist, the place of the last value on the way that does.
        """
        if self._root is None:
            self._root = _Builder(self.path, self._text, []).build()
            assert self._root is not None
        branch: _Branch | None = self._root
        event, key_event = self._root.event, None
        for step in loc:
            part = branch.parts.get(step) if branch else None
            if part is None:
                key_event = None
                break
            key_event, event, branch = part
        mark = (key_event if key and key_event else event).start_mark
        return mark.line + 1, mark.column + 1

    def problem(
        self, loc: Sequence[str | int], code: Code, message: str, hint: str = "", *, key: bool = False
    ) -> Diagnostic:
        """A diagnostic about the value at `loc` (about its key, if `key`)."""
        line, column = self.locate(loc, key=key)
        return Diagnostic(path=self.path, line=line, column=column, code=code, message=message, hint=hint)


def parse(path: str, raw: bytes) -> Document:
    """One YAML file, whose top level is a mapping. Raises `Refusal` with its problems (the first 100)."""
    if len(raw) > MAX_BYTES:
        raise Refusal([Diagnostic(path=path, code=YAML_SIZE, message="this file is larger than 1 MiB",
                                  hint="divide it into several files")])  # fmt: skip
    problems: list[Diagnostic] = []
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
        problems.append(Diagnostic(path=path, line=1, column=1, code=YAML_BOM, message="this file begins with a byte-order mark",
                                   hint="save it as UTF-8 without one, not as “UTF-8 with BOM”"))  # fmt: skip
    try:
        text = _unified(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = _unified(raw[: error.start].decode("utf-8")).split("\n")
        found = "in UTF-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "perhaps in GBK, also called ANSI"
        raise Refusal([*problems, Diagnostic(path=path, line=len(before), column=len(before[-1]) + 1, code=YAML_ENCODING,
                                             message="this is not UTF-8 text",
                                             hint=f"save the file as UTF-8; now it is {found}")]) from None  # fmt: skip
    if FORBIDDEN.search(text) or text.startswith("%") or "\n%" in text:
        raise Refusal(islice(chain(problems, _unwanted(path, text)), MAX_PROBLEMS))
    root = _Builder(path, text, problems).build()
    if problems or root is None:
        raise Refusal(problems[:MAX_PROBLEMS])
    return Document(path, text, root.data)


class _Branch:
    """A mapping or list: its data, the places of what it holds, and what is needed while it is being read."""

    __slots__ = ("before", "data", "event", "height", "key", "key_event", "open", "parts", "size")

    def __init__(self, data: Any, event: Any, before: int) -> None:
        self.data = data
        self.event = event
        self.parts: dict[str | int, tuple[Any, Any, _Branch | None]] = {}
        """By key or index: the events of key and value, and the value's branch if it is a collection."""
        self.key: Any = None
        """The key whose value comes next."""
        self.key_event: Any = None
        self.before = before
        self.size = 1
        self.height = 1
        self.open = True


class _Builder:
    """Turns the parser's events into data, collecting problems; it goes on wherever the parser can."""

    def __init__(self, path: str, text: str, problems: list[Diagnostic]) -> None:
        self.path = path
        self.text = text
        self.problems = problems
        self.stack: list[_Branch] = []
        """The open collections, outermost first."""
        self.top: _Branch | None = None
        """The innermost of them."""
        self.root: tuple[Any, Any, _Branch | None] | None = None
        """The event, the data and the branch of the top level."""
        self.anchors: dict[str, tuple[Any, _Branch | None]] = {}
        self.count = 0
        """Values so far, those that aliases stand for included."""
        self.aliased = 0
        self.escapes = "\\" in text
        self.quoted: list[tuple[int, int]] | None = [] if "\t" in text else None
        """Where quoted and block text stands, if tabs must be told apart."""

    def problem(self, event: Any, code: Code, message: str, hint: str) -> None:
        mark = event.start_mark
        self.add(
            Diagnostic(
                path=self.path, line=mark.line + 1, column=mark.column + 1, code=code, message=message, hint=hint
            )
        )

    def add(self, diagnostic: Diagnostic) -> None:
        """Collects a problem. Raises `Refusal` where they are too many to go on."""
        self.problems.append(diagnostic)
        if len(self.problems) >= MAX_PROBLEMS:
            raise Refusal(self.problems[:MAX_PROBLEMS])

    def build(self) -> _Branch | None:
        """The branch of the top-level mapping, or None with the reason collected."""
        event: Any = None
        try:
            for event in _events(self.text):
                kind = type(event)
                if kind is ScalarEvent:
                    self.count += 1
                    self.put(event, self.scalar(event), None)
                elif kind is MappingStartEvent:
                    self.begin(event, {})
                elif kind is SequenceStartEvent:
                    self.begin(event, [])
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    self.end()
                elif kind is AliasEvent:
                    self.put(event, *self.alias(event))
                elif kind is DocumentStartEvent and self.root:
                    self.problem(event, YAML_DOCUMENTS, "a second document begins here",
                                 "take the line `---` out, or move what follows to a file of its own")  # fmt: skip
                    break
        except yaml.YAMLError as error:
            self.problems += _syntax(self.path, self.text, error)
            self.tabs(event.end_mark.index)
            return None
        self.tabs(len(self.text))
        event, data, branch = self.root or (None, None, None)
        if data is None and not getattr(event, "value", None):
            self.problems.append(Diagnostic(path=self.path, line=1, column=1, code=YAML_EMPTY, message="this file is empty",
                                            hint="write its fields as `name: value`"))  # fmt: skip
        elif not isinstance(data, dict):
            slip = _SLIP.match(data) if isinstance(data, str) else None
            hint = _slip(slip)[1] if slip else "write fields as `name: value`, beginning in the first column"
            self.problem(event, YAML_MAPPING, "this file does not begin with a field", hint)
        return branch

    def put(self, event: Any, value: Any, branch: _Branch | None) -> None:
        """Puts a value where it belongs: the next entry of a list, a key, the value of a key."""
        top = self.top
        if top is None:
            self.root = (event, value, branch)
        elif type(top.data) is list:
            top.parts[len(top.data)] = (None, event, branch)
            top.data.append(value)
        elif top.key is None:
            top.key, top.key_event = self.key(event, value, top.data), event
        else:
            if top.key is not _BAD:
                top.data[top.key] = value
                top.parts[top.key] = (top.key_event, event, branch)
                if value is None:
                    self.missing(event, top)
            top.key = None

    def begin(self, event: Any, data: Any) -> None:
        """A collection opens. Raises `Refusal` where that is too deep: nothing below can be trusted."""
        if len(self.stack) == MAX_DEPTH:
            self.problem(event, YAML_DEPTH, *_TOO_DEEP)
            raise Refusal(self.problems)
        branch = _Branch(data, event, self.count)
        self.count += 1
        if event.tag is not None:
            self.tag(event)
        if event.anchor is not None:
            self.anchor(event, data, branch)
        self.put(event, data, branch)
        self.stack.append(branch)
        self.top = branch

    def end(self) -> None:
        """The innermost collection closes."""
        closed = self.stack.pop()
        closed.open, closed.size = False, self.count - closed.before
        self.top = self.stack[-1] if self.stack else None
        if self.top is not None and self.top.height <= closed.height:
            self.top.height = closed.height + 1

    def scalar(self, event: Any) -> Any:
        """The value of a scalar: quoted and block text as it is, the rest by our rules."""
        text: str = event.value
        if event.tag is not None:
            self.tag(event)
        if event.style in _QUOTED:  # the C parser gives "" for a plain one, the other None
            value: Any = text
            if self.escapes and event.style == '"':
                found = FORBIDDEN.search(text)
                if found:
                    self.problem(event, YAML_ENCODING, *unwanted_character(found[0]))
            if event.style in "|>" and not _HEADER.match(self.text, event.start_mark.index):
                self.problem(event, YAML_SYNTAX, *_FOLLOWS)
            if self.quoted is not None:
                self.quoted.append((event.start_mark.index, event.end_mark.index))
        elif text[:1] > "~" or (text[:1] >= "A" and len(text) > 5):
            value = text  # Chinese, or a word longer than False: most of all plain scalars
        else:
            value = self.plain(event, text)
        if event.anchor is not None:
            self.anchor(event, value, None)
        return value

    def plain(self, event: Any, text: str) -> Any:
        """A word of ours, a number, or text; refused where YAML reads the text as something else."""
        if text in _WORDS:
            return _WORDS[text]
        number = _NUMBER.fullmatch(text)
        if number:
            return Decimal(text) if number[1] else int(text)
        surprise = _SURPRISE.fullmatch(text)
        if surprise:
            names = self.top is not None and self.top.key is None and type(self.top.data) is dict
            if not (names and text == "<<"):  # for a name, `key` says more
                message, quoted, instead = _ambiguous(text, surprise.lastgroup or "")
                self.problem(event, YAML_AMBIGUOUS, message, quoted if names else quoted + instead)
        return text

    def key(self, event: Any, value: Any, known: dict[str, Any]) -> Any:
        """A field's name, or `_BAD` with the reason collected."""
        if not isinstance(value, str):
            word = _short(getattr(event, "value", "") or "")
            kinds = {list: "a list", dict: "a group of fields", type(None): "nothing"}
            found = f"“{word}”" if word else kinds.get(type(value), "no text")
            hint = f'write "{word}" in quotes' if word else "write `name: value`"
            self.problem(event, YAML_KEY, f"a field's name must be text; this is {found}", hint)
            return _BAD
        quoted = getattr(event, "style", None) in _QUOTED
        if value == "<<" and not quoted:
            self.problem(event, YAML_MERGE, "merge keys (<<) are not used here", "write the fields out in full")
            return _BAD
        if value[:1] > "~" and value[0].isspace() and not quoted:
            self.problem(event, YAML_KEY, "a full-width or no-break space stands before this field's name",
                         "indent with ordinary spaces")  # fmt: skip
            return _BAD
        if value in known:
            self.problem(event, YAML_DUPLICATE_KEY, f"“{_short(value)}” stands twice here", "keep one of the two")
            return _BAD
        return value

    def missing(self, event: Any, top: _Branch) -> None:
        """{zh：一} and {zh:一} are, for YAML, fields called “zh：一” and “zh:一” that have no value."""
        slip = _SLIP.match(top.key)
        if (
            slip
            and type(event) is ScalarEvent
            and not event.value
            and getattr(top.key_event, "style", "|") not in _QUOTED
        ):
            mark = top.key_event.start_mark
            message, hint = _slip(slip)
            self.add(
                Diagnostic(
                    path=self.path,
                    line=mark.line + 1,
                    column=mark.column + 1 + slip.start(2),
                    code=YAML_SYNTAX,
                    message=message,
                    hint=hint,
                )
            )

    def anchor(self, event: Any, value: Any, branch: _Branch | None) -> None:
        if event.anchor in self.anchors:
            self.problem(event, YAML_ALIAS, f"the name &{_short(event.anchor)} is given twice", _WRITE_OUT)
        self.anchors[event.anchor] = (value, branch)

    def alias(self, event: Any) -> tuple[Any, _Branch | None]:
        """What an alias stands for; nothing, with the reason collected, where that is without end or bound."""
        value, branch = self.anchors.get(event.anchor, (None, None))
        if event.anchor not in self.anchors:
            self.problem(event, YAML_ALIAS, f"nothing above is named &{_short(event.anchor)}",
                         "text that begins with * goes in quotes")  # fmt: skip
        elif branch and branch.open:
            self.problem(event, YAML_ALIAS, f"*{_short(event.anchor)} stands for a value that holds it", _WRITE_OUT)
            return None, None
        elif self.aliased <= MAX_ALIASED:
            size = branch.size if branch else 1
            self.aliased += size
            if self.aliased > MAX_ALIASED:
                self.problem(event, YAML_ALIAS, f"the aliases up to here stand for more than {MAX_ALIASED:,} values",
                             _WRITE_OUT)  # fmt: skip
            elif branch and len(self.stack) + branch.height > MAX_DEPTH:
                self.problem(event, YAML_DEPTH, *_TOO_DEEP)
            else:
                self.count += size
                if branch and self.top and self.top.height <= branch.height:
                    self.top.height = branch.height + 1
                return value, branch
        return None, None

    def tag(self, event: Any) -> None:
        name = str(event.tag).replace("tag:yaml.org,2002:", "!!")
        self.problem(event, YAML_TAG, f"tags ({_short(name)}) are not used here",
                     "take the tag out; text that begins with ! goes in quotes")  # fmt: skip

    def tabs(self, stop: int) -> None:
        """Tabs before `stop`, one a line, that stand neither in quoted or block text nor in a comment.

        The two parsers differ in where else they let tabs pass, and an editor cannot see them.
        """
        if self.quoted is None:
            return
        spans = [*self.quoted, (stop, len(self.text) + 1)]
        index = offset = 0
        for number, line in enumerate(self.text.split("\n"), 1):
            column = line.find("\t")
            while column >= 0:
                place = offset + column
                while spans[index][1] <= place:
                    index += 1
                begin, end = spans[index]
                if begin <= place:
                    column = line.find("\t", end - offset)
                    continue
                gap = self.text[max(offset, spans[index - 1][1] if index else 0) : place]
                if not re.search(r"(?:^|\s)#", gap):
                    self.problems.append(_tab(self.path, number, line, column))
                break
            offset += len(line) + 1
            if offset > stop or len(self.problems) >= MAX_PROBLEMS:
                break


def _events(text: str) -> Iterator[Any]:
    """The parser's events. Raises `yaml.YAMLError` alone, where the parser in Python also lets others pass."""
    parser = _Parser(text)
    try:
        while True:
            event = parser.get_event()
            yield event
            if type(event) is StreamEndEvent:
                return
    except (ValueError, OverflowError) as error:
        raise yaml.YAMLError(str(error)) from None
    finally:
        parser.dispose()


def _unified(text: str) -> str:
    """The text with line ends as YAML counts them."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"


def _unwanted(path: str, text: str) -> Iterator[Diagnostic]:
    """Characters that nobody means to type, and YAML's directives, one a line."""
    for number, line in enumerate(text.split("\n"), 1):
        found = FORBIDDEN.search(line)
        if found:
            message, hint = unwanted_character(found[0])
            yield Diagnostic(
                path=path, line=number, column=found.start() + 1, code=YAML_ENCODING, message=message, hint=hint
            )
        if line.startswith("%"):
            yield Diagnostic(path=path, line=number, column=1, code=YAML_SYNTAX, message="lines that begin with % are not used here",
                             hint="take the line out, or indent it if it belongs to a text")  # fmt: skip


def unwanted_character(character: str) -> tuple[str, str]:
    """What to say of one of `FORBIDDEN`: message and hint."""
    return f"this holds the invisible character U+{ord(character):04X}", "delete it, or type the text anew"


def _tab(path: str, number: int, line: str, column: int) -> Diagnostic:
    if line[:column].strip(" -?"):
        return Diagnostic(path=path, line=number, column=column + 1, code=YAML_TAB, message="a tab stands outside quotes",
                          hint="write a space, or put the text in quotes")  # fmt: skip
    return Diagnostic(
        path=path,
        line=number,
        column=column + 1,
        code=YAML_TAB,
        message="a tab stands in the indentation",
        hint="indent with spaces",
    )


def _ambiguous(text: str, kind: str) -> tuple[str, str, str]:
    """What YAML makes of a plain scalar; how to write it as text; how to write what is not text."""
    read, instead = _SURPRISES.get(kind, (kind, f" if text is meant, or {kind}"))
    if kind == "number":
        number, meant = _number(text)
        read = "a number" if number is None else f"the number {number:f}"
        instead = f" if text is meant, or {meant} for the number" if meant else "; numbers here have at most 28 digits"
    return f"YAML reads {_short(text)} as {read}", f'write "{_short(text)}" in quotes', instead


def _number(text: str) -> tuple[Decimal | None, str]:
    """The number that YAML makes of an unusual form, and the usual form of what was probably meant."""
    digits = text.replace("_", "").lstrip("+")
    if len(digits) > 28 or len(digits.lower().partition("e")[2]) > 2:
        return None, ""
    sign, bare = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
    base = {"0x": 16, "0o": 8, "0b": 2}.get(bare[:2])
    try:
        if base:
            number = Decimal(int(sign + bare[2:], base))
            return number, f"{number:f}"
        if re.fullmatch(r"0[0-7]+", bare):  # octal in YAML 1.1, decimal in 1.2
            return Decimal(int(sign + bare, 8)), sign + (bare.lstrip("0") or "0")
        number = Decimal(sign + bare)
    except (ArithmeticError, ValueError):
        return None, ""
    return (number, f"{number:f}") if abs(number.adjusted()) <= 28 else (None, "")


_COMPARE = "compare it with the lines above"
_TAGGED = ("tags are not used here", "text that begins with ! goes in quotes")
_ENDED = (
    "text follows where the value has ended",
    "a value that holds quotation marks or brackets goes in quotes as a whole",
)
_FOLLOWS = (
    "text follows the mark | or >",
    "begin the text on the next line; text that begins with | or > goes in quotes",
)
_SYNTAX = (
    # What the parser says (libyaml; in Python); whether the place where the construct begins is the one to show;
    # the message; the hint. {0} is the character at that place.
    (r"quoted scalar: found unexpected (?:end|document)", True,
     "a quotation mark opens here and nothing closes it", "close it with the same mark; “ and ” do not count"),
    (r"quoted scalar", False, "this backslash begins no escape that YAML knows",
     "write \\\\ for a backslash, or put the text in single quotes"),
    (r"flow sequence", True, "a list opens here with [ and is not closed, or lacks a comma",
     "close it with ]; text that begins with [ goes in quotes"),
    (r"flow mapping", True, "fields open here with { and are not closed, or lack a comma",
     "close them with }; text that holds { } [ ] or a comma goes in quotes"),
    (r"node content", False, "a value is missing before this “{0}”",
     "text that begins with “{0}” goes in quotes"),
    (r"scanning an (?:alias|anchor)|cannot start any token", True, "“{0}” cannot begin text that is not in quotes",
     "put the text in quotes"),
    (r"sequence entries are not allowed", False, "a list cannot begin here",
     "begin it on the next line; text that begins with - goes in quotes"),
    (r"mapping keys are not allowed", False, "“?” with a space cannot begin text that is not in quotes",
     "put the text in quotes"),
    (r"block scalar", False, *_FOLLOWS),
    (r"expected ':'", True, "this line has no colon after a field's name",
     "write `name: value`; a line that carries on the text above is indented deeper than its field"),
)  # fmt: skip


def _syntax(path: str, text: str, error: yaml.YAMLError) -> list[Diagnostic]:
    """The parser's complaint in an editor's words; for tabs, all lines that begin with one."""
    said = f"{getattr(error, 'context', None) or ''}: {getattr(error, 'problem', None) or error}"
    mark: Any = getattr(error, "problem_mark", None)
    start: Any = getattr(error, "context_mark", None) or mark
    if mark is None:
        return [
            Diagnostic(
                path=path,
                line=1,
                column=1,
                code=YAML_SYNTAX,
                message=f"this is not YAML: {said.strip(': ')}",
                hint=_COMPARE,
            )
        ]
    lines = text.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    before, here = line[: mark.column], line[mark.column : mark.column + 1]

    def at(number: int, column: int, message: str, hint: str, code: Code = YAML_SYNTAX) -> list[Diagnostic]:
        return [Diagnostic(path=path, line=number + 1, column=column + 1, code=code, message=message, hint=hint)]

    if "\t" in line and (here == "\t" or "tab character" in said or ("scalar" not in said and re.match(r" *\t", line))):
        tabbed = re.compile(r"[ -]*\t[ \t-]*(?:[A-Za-z_][A-Za-z0-9_-]*:\s|- )")
        rest = (n for n in range(mark.line + 1, len(lines)) if tabbed.match(lines[n]))
        first = _tab(path, mark.line + 1, line, mark.column if here == "\t" else line.index("\t"))
        return [first, *(_tab(path, n + 1, lines[n], lines[n].index("\t")) for n in islice(rest, MAX_PROBLEMS))]
    if " tag" in said:
        return at(start.line, start.column, *_TAGGED, YAML_TAG)
    if re.search(r"expected ':'|mapping values|block (?:mapping|collection)|document start", said):
        # Where the slip is: the parser notices the missing colon of a first field at the next line's colon.
        likely = {start.line} if "':'" in said else {mark.line - 1, mark.line} if "values" in said else {mark.line}
        for number in sorted(likely & set(range(len(lines)))):
            slip = _SLIP.match(lines[number])
            if slip:
                return at(number, slip.start(2), *_slip(slip))
            wide = re.match(r" *[\u3000\xa0]", lines[number])
            if wide:
                return at(number, wide.end() - 1, "a full-width or no-break space stands in the indentation",
                          "indent with ordinary spaces")  # fmt: skip
    if "mapping values" in said:
        if re.search(r":\s", before):
            return at(mark.line, mark.column, "a colon with a space stands inside text", "put the text in quotes")
        indent = len(line) - len(line.lstrip(" -"))
        return at(mark.line, indent, "this field is indented deeper than the one above, which has a value",
                  "begin both in the same column; text of several lines that holds a colon goes in quotes")  # fmt: skip
    if re.search(r"block (?:mapping|collection)|document start", said):
        if before.strip(" -"):
            return at(mark.line, mark.column, *_ENDED)
        return at(mark.line, mark.column, "this line does not stand in the column of those that it belongs to",
                  "fields of one group begin in the same column, and so do the entries of a list")  # fmt: skip
    for form, opening, message, hint in _SYNTAX:
        if re.search(form, said):
            place = start if opening else mark
            found = lines[place.line][place.column : place.column + 1] if place.line < len(lines) else ""
            return at(place.line, place.column, message.replace("{0}", found), hint.replace("{0}", found))
    return at(mark.line, mark.column, f"this is not YAML: {said.strip(': ')}", _COMPARE)


def _slip(match: re.Match[str]) -> tuple[str, str]:
    """For a field whose colon is not one, as `_SLIP` finds it."""
    what = "is the full-width ：" if match[2] == "：" else "lacks a space after it"
    return (
        f"the colon after “{_short(match[1])}” {what}",
        f"write `{_short(match[1])}: ` with a half-width colon and a space",
    )
