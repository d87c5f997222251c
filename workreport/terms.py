"""Where a text uses the terms of the glossary, so that a page can explain each of them once. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from workreport.i18n import Lang
from workreport.resolve import Term


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

    def __init__(self, terms: Mapping[str, Term], lang: Lang) -> None:
        self._ids: dict[str, str] = {}
        patterns: list[str] = []
        for term in terms.values():
            forms = [form for form in ((term.name.zh,) if lang == "zh" else term.forms) if form.strip()]
            for form in forms:
                self._ids.setdefault(_key(form), term.id)
            patterns += [_pattern(form) for form in forms]
        self._names = re.compile("|".join(sorted(patterns, key=lambda p: (-len(p), p))) or r"(?!)")

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


def _pattern(name: str) -> str:
    if name[0].isascii():
        words = r"\s+".join(re.escape(word) for word in name.split())
        return rf"(?<![A-Za-z])(?i:{words})(?![A-Za-z])"
    letters = r"\s*".join(re.escape(letter) for letter in "".join(name.split()))
    # Without a letter that has two cases the engine can look for the first character, ten times as fast.
    return letters if name == name.swapcase() else f"(?i:{letters})"
