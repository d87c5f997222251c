"""From the parser's events to data, with the place of each value.

Not from the parser's node tree: composing nodes recurses, so that a file of brackets overflows the C stack, and
aliases in aliases expand without end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
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

from workreport.content.yaml.branch import Branch
from workreport.content.yaml.characters import FORBIDDEN, YAML_ENCODING, tabs, unwanted_character
from workreport.content.yaml.key import QUOTED, key_fault
from workreport.content.yaml.length import LONGEST, TEXT_LONG, too_long
from workreport.content.yaml.scalar import YAML_AMBIGUOUS, ambiguous, plain
from workreport.content.yaml.slip import MARKS, SLIP, lost, short, slip_of
from workreport.content.yaml.syntax import FOLLOWS, MAX_PROBLEMS, YAML_SYNTAX, YAML_TAG, syntax
from workreport.diagnostics import Code, Diagnostic, Message, Refusal, say

YAML_ALIAS = Code("yaml-alias", say("An anchor or alias is used wrongly, or too much."))
YAML_DEPTH = Code("yaml-depth", say("The file nests too deep."))
YAML_DOCUMENTS = Code("yaml-documents", say("The file holds more than one document."))
YAML_EMPTY = Code("yaml-empty", say("The file is empty."))
YAML_MAPPING = Code("yaml-mapping", say("The file does not begin with a field."))

MAX_DEPTH = 32
MAX_ALIASED = 10_000
"""Values that all aliases of a file together may stand for, aliases inside aliases counted each time."""

# libyaml's parser where PyYAML was built with it; else the one in Python, ten times slower. They read alike but for
# corners that nobody types, such as a block of text whose first line is a tab.
_Parser: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_HEADER = re.compile(r"(?:[&!]\S*\s+)*[|>][-+1-9]*(?: +#.*| *)(?:\n|\Z)")
"""How a block of text begins. libyaml also takes |#text for an empty text."""
_BAD: Any = object()
"""Stands for the key of a value that is read for its own problems only."""
_TOO_DEEP = (say("this nests deeper than {n} levels", n=MAX_DEPTH), say("content files need fewer than ten"))
_WRITE_OUT = say("write the value out in full")
_SHORTEN = say("see whether a quotation mark is missing further up; what is meant to be so long is divided")


class Builder:
    """Turns the parser's events into data, collecting problems; it goes on wherever the parser can."""

    def __init__(self, path: str, text: str, problems: list[Diagnostic]) -> None:
        self.path = path
        self.text = text
        self.problems = problems
        self.stack: list[Branch] = []
        """The open collections, outermost first."""
        self.top: Branch | None = None
        """The innermost of them."""
        self.root: tuple[Any, Any, Branch | None] | None = None
        """The event, the data and the branch of the top level."""
        self.anchors: dict[str, tuple[Any, Branch | None]] = {}
        self.count = 0
        """Values so far, those that aliases stand for included."""
        self.aliased = 0
        self.escapes = "\\" in text
        self.marked = MARKS.search(text) is not None
        self.quoted: list[tuple[int, int]] | None = [] if "\t" in text else None
        """Where quoted and block text stands, if tabs must be told apart."""

    def problem(self, event: Any, code: Code, message: Message, hint: Message, shift: int = 0) -> None:
        """Collects a problem of an event, or of the character `shift` columns on.

        Raises `Refusal` where they are too many to go on.
        """
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1 + shift
        self.problems.append(
            Diagnostic(path=self.path, line=line, column=column, code=code, message=message, hint=hint)
        )
        if len(self.problems) >= MAX_PROBLEMS:
            raise Refusal(self.problems[:MAX_PROBLEMS])

    def build(self) -> Branch | None:
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
                    self.problem(
                        event,
                        YAML_DOCUMENTS,
                        say("a second document begins here"),
                        say("take the line `---` out, or move what follows to a file of its own"),
                    )
                    break
        except yaml.YAMLError as error:
            quoted = event.start_mark if getattr(event, "style", None) in ("'", '"') else None
            known = {(problem.line, problem.column) for problem in self.problems}
            found = syntax(self.path, self.text, error, quoted)
            self.problems += [problem for problem in found if (problem.line, problem.column) not in known]
            self.tabs(event.end_mark.index)
            return None
        self.tabs(len(self.text))
        event, data, branch = self.root or (None, None, None)
        if data is None and not getattr(event, "value", None):
            message, hint = say("this file is empty"), say("write its fields as `name: value`")
            self.problems.append(
                Diagnostic(path=self.path, line=1, column=1, code=YAML_EMPTY, message=message, hint=hint)
            )
        elif not isinstance(data, dict):
            slip = SLIP.match(data) if isinstance(data, str) else None
            hint = slip_of(slip)[1] if slip else say("write fields as `name: value`, beginning in the first column")
            self.problem(event, YAML_MAPPING, say("this file does not begin with a field"), hint)
        return branch

    def put(self, event: Any, value: Any, branch: Branch | None) -> None:
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
        branch = Branch(data, event, self.count)
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
        if len(text) > LONGEST:
            self.problem(event, TEXT_LONG, too_long(text), _SHORTEN)
            text = ""
        if event.style in QUOTED:  # the C parser gives "" for a plain one, the other None
            value: Any = text
            if self.escapes and event.style == '"':
                found = FORBIDDEN.search(text)
                if found:
                    self.problem(event, YAML_ENCODING, *unwanted_character(found[0]))
            if event.style in "|>" and not _HEADER.match(self.text, event.start_mark.index):
                self.problem(event, YAML_SYNTAX, *FOLLOWS)
            if self.quoted is not None:
                self.quoted.append((event.start_mark.index, event.end_mark.index))
        elif self.marked and (fault := lost(text, self.text, event.end_mark.index)):
            value = text
            self.problem(event, YAML_SYNTAX, *fault)
        elif text[:1] > "~" or (text[:1] >= "A" and len(text) > 5):
            value = text  # Chinese, or a word longer than False: most of all plain scalars
        else:
            value = self.plain(event, text)
        if event.anchor is not None:
            self.anchor(event, value, None)
        return value

    def plain(self, event: Any, text: str) -> Any:
        """A word of ours, a number, or text; refused where YAML reads the text as something else."""
        value, surprise = plain(text)
        if surprise:
            names = self.top is not None and self.top.key is None and type(self.top.data) is dict
            if not (names and text == "<<"):  # for a name, `key` says more
                self.problem(event, YAML_AMBIGUOUS, *ambiguous(text, surprise, name=names))
        return value

    def key(self, event: Any, value: Any, known: dict[str, Any]) -> Any:
        """A field's name, or `_BAD` with the reason collected."""
        fault = key_fault(value, known, getattr(event, "value", "") or "", getattr(event, "style", None) in QUOTED)
        if fault is None:
            return value
        self.problem(event, *fault)
        return _BAD

    def missing(self, event: Any, top: Branch) -> None:
        """{zh：一} and {zh:一} are, for YAML, fields called “zh：一” and “zh:一” that have no value."""
        slip = SLIP.match(top.key)
        if (
            slip
            and type(event) is ScalarEvent
            and not event.value
            and getattr(top.key_event, "style", "|") not in QUOTED
        ):
            self.problem(top.key_event, YAML_SYNTAX, *slip_of(slip), slip.start(2))

    def anchor(self, event: Any, value: Any, branch: Branch | None) -> None:
        if event.anchor in self.anchors:
            self.problem(
                event, YAML_ALIAS, say("the name &{name} is given twice", name=short(event.anchor)), _WRITE_OUT
            )
        self.anchors[event.anchor] = (value, branch)

    def alias(self, event: Any) -> tuple[Any, Branch | None]:
        """What an alias stands for; nothing, with the reason collected, where that is without end or bound."""
        value, branch = self.anchors.get(event.anchor, (None, None))
        if event.anchor not in self.anchors:
            self.problem(
                event,
                YAML_ALIAS,
                say("nothing above is named &{name}", name=short(event.anchor)),
                say("text that begins with * goes in quotes"),
            )
        elif branch and branch.open:
            self.problem(
                event, YAML_ALIAS, say("*{name} stands for a value that holds it", name=short(event.anchor)), _WRITE_OUT
            )
            return None, None
        elif self.aliased <= MAX_ALIASED:
            size = branch.size if branch else 1
            self.aliased += size
            if self.aliased > MAX_ALIASED:
                self.problem(
                    event,
                    YAML_ALIAS,
                    say("the aliases up to here stand for more than {n:,} values", n=MAX_ALIASED),
                    _WRITE_OUT,
                )
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
        self.problem(
            event,
            YAML_TAG,
            say("tags ({tag}) are not used here", tag=short(name)),
            say("take the tag out; text that begins with ! goes in quotes"),
        )

    def tabs(self, stop: int) -> None:
        """Tabs before `stop` where only spaces may stand."""
        if self.quoted is not None:
            room = MAX_PROBLEMS - len(self.problems)
            self.problems += islice(tabs(self.path, self.text, self.quoted, stop), max(room, 0))


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
