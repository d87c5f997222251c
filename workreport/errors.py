"""A problem is data: where it is, what it is called, what it says, and what to write instead.

Every refusal of the build is one or more `Diagnostic`s. Stages collect all that they find and raise
`Refusal` once; anything else that is raised is a fault of this program and shows its traceback.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from typing import NamedTuple


class Diagnostic(NamedTuple):
    """One problem, tied to a place that an editor can open.

    `path` is as the user would type it, with forward slashes; `line` and `column` count from 1, and
    are 0 where the problem has no line (a missing file, a locked output folder).
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        text = f"{place}: error[{self.code}]: {self.message}"
        return f"{text}\n  hint: {self.hint}" if self.hint else text


class Refusal(Exception):
    """The content, or the output folder, is refused. Holds every problem found, sorted."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = tuple(sorted(set(diagnostics)))
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        return "\n".join(str(diagnostic) for diagnostic in self.diagnostics)


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """The same problems for programs: a JSON list of objects with the fields of `Diagnostic`."""
    return json.dumps([d._asdict() for d in diagnostics], ensure_ascii=False, indent=2)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """ "did you mean “x”?", or an empty text where nothing known is near `word`."""
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"did you mean “{near[0]}”?" if near else ""
