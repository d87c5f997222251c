"""A problem is data: where it is, what it is called, what it says, and what to write instead.

Every refusal of the build is one or more `Diagnostic`s. Stages collect all that they find and raise
`Refusal` once; anything else that is raised is a fault of this program and shows its traceback.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from workreport.diagnostics.catalogue import into
from workreport.diagnostics.code import Code
from workreport.diagnostics.message import NOTHING, Message, say

_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Diagnostic:
    """One problem, tied to a place that an editor can open.

    `path` is as the user would type it, with forward slashes; `line` and `column` count from 1, and
    are 0 where the problem has no line (a missing file, a locked output folder).
    """

    path: str
    line: int = 0
    column: int = 0
    code: Code
    message: Message
    hint: Message = NOTHING

    def __str__(self) -> str:
        return self.text("en")

    def text(self, language: str) -> str:
        """The problem as it is printed; what programs read of it, `error[code]`, is the same in all languages."""
        place = f"{visible(self.path)}:{self.line}:{self.column}" if self.line else visible(self.path)
        text = f"{place}: error[{self.code}]: {visible(into(language, self.message))}"
        return f"{text}\n{visible(into(language, say('  hint: {hint}', hint=self.hint)))}" if self.hint else text


class Refusal(Exception):
    """The content, or the output folder, is refused. Holds every problem found, sorted."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = tuple(sorted(set(diagnostics)))
        super().__init__(self.diagnostics)

    @property
    def count(self) -> Message:
        """How many problems there are, in words: “1 problem”."""
        n = len(self.diagnostics)
        return say("{n} problems", n=n) if n != 1 else say("1 problem")

    def __str__(self) -> str:
        return self.text("en")

    def text(self, language: str) -> str:
        """All problems, as they are printed."""
        return "\n".join(diagnostic.text(language) for diagnostic in self.diagnostics)


def refusal(path: str, code: Code, message: Message, hint: Message = NOTHING) -> Refusal:
    """The refusal for one problem with a file or folder as a whole."""
    return Refusal([Diagnostic(path=path, code=code, message=message, hint=hint)])


def as_json(diagnostics: Iterable[Diagnostic], language: str) -> str:
    """The same problems for programs: a JSON list of objects with the fields of `Diagnostic`."""
    plain = [
        {
            "path": visible(d.path),
            "line": d.line,
            "column": d.column,
            "code": d.code.name,
            "message": visible(into(language, d.message)),
            "hint": visible(into(language, d.hint)),
        }
        for d in diagnostics
    ]
    return json.dumps(plain, ensure_ascii=False, indent=2)


def visible(text: str) -> str:
    """`text` for a terminal: what would move the cursor, turn the line round or not be text at all is spelled out."""
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text).replace("\n", "\\n")


def did_you_mean(word: str, known: Iterable[str]) -> Message:
    """ "did you mean “x”?", or an empty text where nothing known is near `word`."""
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return say("did you mean “{near}”?", near=near[0]) if near else NOTHING
