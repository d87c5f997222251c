"""Names found in texts: where a text uses the terms of the glossary, and which places it is about. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from workreport.content import Run
from workreport.site.items import Term


@dataclass(frozen=True, slots=True)
class Mention(Run):
    """A run of a text that names a term or a place."""

    id: str
    """Of what it names."""


class Finder:
    """Finds names in texts, given as all the forms of each by its id.

    Chinese names are found with or without spaces inside, as sources print them; English ones as whole words, upper or
    lower case. Of names that overlap the first counts, and then the longest: 金贸产业园 is not found in 金贸产业园站.
    """

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self._ids: dict[str, str] = {}
        written = []
        for identifier, forms in names.items():
            for form in forms:
                if form.strip():
                    self._ids.setdefault(_key(form), identifier)
                    written.append(form)
        self._order = {identifier: at for at, identifier in enumerate(names)}
        self._names = _names(written)

    def runs(self, text: str, ids: Collection[str] | None = None) -> list[Mention]:
        """Every run of `text` that is a name, or that of one of `ids`, in order."""
        # A regular expression takes more letters for the same than case folding does (ı and i): those are no name.
        found = (Mention(m.start(), m.end(), self._ids.get(_key(m[0]), "")) for m in self._names.finditer(text))
        return [run for run in found if run.id and (ids is None or run.id in ids)]

    def used(self, text: str) -> list[str]:
        """The ids of the names that `text` uses, each once, in the order in which the names were given."""
        return sorted({run.id for run in self.runs(text)}, key=self._order.__getitem__)


def term_finder(terms: Mapping[str, Term], lang: str) -> Finder:
    """Finds terms in the texts of one language: in a translation in any form that it may take."""
    return Finder(
        {term.id: (term.name[lang], *(() if lang == term.name.source_lang else term.also)) for term in terms.values()}
    )


def first_runs(runs: Iterable[Mention], seen: set[str]) -> list[Mention]:
    """The first run of each name that is not in `seen`, to which it is added."""
    found = []
    for run in runs:
        if run.id not in seen:
            seen.add(run.id)
            found.append(run)
    return found


def _key(name: str) -> str:
    """A name without spaces and case, by which it is known."""
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
