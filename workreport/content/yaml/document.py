"""One parsed file: bytes in; data out that knows its places, or a refusal. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Any

from workreport.content.yaml.branch import Branch
from workreport.content.yaml.builder import Builder
from workreport.content.yaml.characters import FORBIDDEN, YAML_ENCODING, unwanted
from workreport.content.yaml.syntax import MAX_PROBLEMS, YAML_SYNTAX
from workreport.diagnostics import NOTHING, Code, Diagnostic, Message, Refusal, refusal, say

YAML_BOM = Code("yaml-bom", say("The file begins with a byte-order mark."))
YAML_SIZE = Code("yaml-size", say("The file is larger than 1 MiB."))

MAX_BYTES = 1 << 20


class Document:
    """One parsed file: its data, and where each value of it stands."""

    def __init__(self, path: str, text: str, data: Any) -> None:
        self.path = path
        """As diagnostics show it."""
        self.data: Any = data
        """dict, list, str, int, Decimal, bool or None; a number with a point keeps its digits (1.50)."""
        # Places are needed only to report a problem, and take twenty times the room of the text: read it again then.
        self._text = text
        self._root: Branch | None = None

    def locate(self, loc: Sequence[str | int], *, key: bool = False) -> tuple[int, int]:
        """1-based line and column of the value at `loc` (of its key, if `key`).

        Where the path does not exist, the place of the last value on the way that does.
        """
        if self._root is None:
            self._root = Builder(self.path, self._text, []).build()
            assert self._root is not None
        branch: Branch | None = self._root
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
        self, loc: Sequence[str | int], code: Code, message: Message, hint: Message = NOTHING, *, key: bool = False
    ) -> Diagnostic:
        """A diagnostic about the value at `loc` (about its key, if `key`)."""
        line, column = self.locate(loc, key=key)
        return Diagnostic(path=self.path, line=line, column=column, code=code, message=message, hint=hint)


def parse(path: str, raw: bytes) -> Document:
    """One YAML file, whose top level is a mapping. Raises `Refusal` with its problems (the first 100)."""
    if len(raw) > MAX_BYTES:
        message, hint = say("this file is larger than 1 MiB"), say("divide it into several files")
        raise refusal(path, YAML_SIZE, message, hint)
    problems: list[Diagnostic] = []
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
        message = say("this file begins with a byte-order mark")
        hint = say("save it as UTF-8 without one, not as “UTF-8 with BOM”")
        problems.append(Diagnostic(path=path, line=1, column=1, code=YAML_BOM, message=message, hint=hint))
    try:
        text = _unified(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        line, column, message, hint = undecodable(raw, error.start)
        problems.append(Diagnostic(path=path, line=line, column=column, code=YAML_ENCODING, message=message, hint=hint))
        raise Refusal(problems) from None
    if FORBIDDEN.search(text) or text.startswith("%") or "\n%" in text:
        raise Refusal(islice(chain(problems, unwanted(path, text), _directives(path, text)), MAX_PROBLEMS))
    root = Builder(path, text, problems).build()
    if problems or root is None:
        raise Refusal(problems[:MAX_PROBLEMS])
    return Document(path, text, root.data)


def undecodable(raw: bytes, start: int) -> tuple[int, int, Message, Message]:
    """Line, column, message and hint for a file that is not UTF-8 from its byte `start` on."""
    before = _unified(raw[:start].decode("utf-8")).split("\n")
    hint = say("save the file as UTF-8; now it is perhaps in GBK, also called ANSI")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        hint = say("save the file as UTF-8; now it is in UTF-16")
    return len(before), len(before[-1]) + 1, say("this is not UTF-8 text"), hint


def _directives(path: str, text: str) -> Iterator[Diagnostic]:
    """Lines that begin with %."""
    message = say("lines that begin with % are not used here")
    hint = say("take the line out, or indent it if it belongs to a text")
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("%"):
            yield Diagnostic(path=path, line=number, column=1, code=YAML_SYNTAX, message=message, hint=hint)


def _unified(text: str) -> str:
    """The text with line ends as YAML counts them."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
