"""Where a text uses the terms of the glossary, so that a page can explain each of them once. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from workreport.site.resolve import Term


class Run(NamedTuple):
    """A run of a text that is a term's name."""

    start: int
    end: int
    term: str
    """The term's id."""


class Finder:
    """Finds the terms of a glossary in the texts of one language.

    Chinese names are found with or without spaces inside, as sources print them; English ones in any form that the
    rendering takes, whole words, upper or lower case. Of names that overlap the first counts, and then the longest.
    """

    def __init__(self, terms: Mapping[str, Term], lang: str) -> None:
        self._ids: dict[str, str] = {}
        names: list[str] = []
        for term in terms.values():
            forms = [form for form in ((term.name.zh,) if lang == "zh" else term.forms) if form.strip()]
            for form in forms:
                self._ids.setdefault(_key(form), term.id)
            names += forms
        self._names = _names(names)

    def runs(self, text: str, ids: Collection[str] | None = None) -> list[Run]:
        """Every run of `text` that names a term, or one of `ids`, in order."""
        # A regular expression takes more letters for the same than case folding does (ı and i): those are no name.
        found = (Run(m.start(), m.end(), self._ids.get(_key(m[0]), "")) for m in self._names.finditer(text))
        return [run for run in found if run.term and (ids is None or run.term in ids)]


def first_runs(runs: Iterable[Run], seen: set[str]) -> list[Run]:
    """The first run of each term that is not in `seen`, to which it is added."""
    found = []
    for run in runs:
        if run.term not in seen:
            seen.add(run.term)
            found.append(run)
    return found


def _key(name: str) -> str:
    """A name without spaces and case, by which its term is known."""
    return "".join(name.split()).casefold()


def _names(names: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the names, the longest first."""
    patterns = sorted({(name[0].isascii(), _pattern(name)) for name in names}, key=lambda p: (-len(p[1]), p))
    found = [pattern for latin, pattern in patterns if not latin]
    words: dict[str, list[str]] = {}
    for latin, pattern in patterns:
        if latin:
            head = pattern[: 2 if pattern[0] == "\\" else 1]
            words.setdefault(head.casefold(), []).append(pattern[len(head) :])
    if words:
        # Tried where a word begins, and by the first letter: five times as fast as one name after the other.
        heads = (f"{head}(?:{'|'.join(rests)})" for head, rests in words.items())
        found.append(rf"(?<![A-Za-z])(?i:{'|'.join(heads)})(?![A-Za-z])")
    return re.compile("|".join(found) or r"(?!)")


def _pattern(name: str) -> str:
    if name[0].isascii():
        return r"\s+".join(re.escape(word) for word in name.split())
    letters = r"\s*".join(re.escape(letter) for letter in "".join(name.split()))
    # Without a letter that has two cases the engine can look for the first character, ten times as fast.
    return letters if name == name.swapcase() else f"(?i:{letters})"
