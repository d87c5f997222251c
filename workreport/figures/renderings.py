"""What English calls the units of the table: which one stands beside a number, and what it may be the English of. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from workreport.figures.units import PlainUnit, Units

NO_UNIT = PlainUnit(zh="", one="", other="")
"""That of a number which counts nothing that the reader knows."""
_GENERAL = frozenset(
    ["item", "pair", "point", "time", "degree", "term", "quarter", "visit", "off", "rack", "tenth", "dose", "gold", "silver", "bronze", "time", "double", "twice", "-fold", "participation", "G", "P", "E"]
)  # fmt: skip
"""Words that stand beside numbers in other meanings too (5 access points, 3 old quarters): no sign of another unit."""
_ALSO: Mapping[str, tuple[str, ...]] = {
    "person": ("people", "resident"),
    "household": ("family", "families"),
    "yuan": ("RMB", "CNY", "¥"),
    "percent": ("per cent", "pct"),
    "percentage point": ("pp", "pps", "ppt"),
    "meter": ("metre",),
    "kilometer": ("kilometre",),
    "ton": ("tonne",),
    "liter": ("litre",),
    "square meter": ("square metre", "sq m", "sqm"),
    "square kilometer": ("square kilometre", "sq km"),
    "cubic meter": ("cubic metre",),
}
"""Other spellings and synonyms of a word of the table."""
_COUNTED: Mapping[str, str] = {
    **dict.fromkeys(("person", "people", "resident"), "人员者民众老师生工"),
    **dict.fromkeys(("household", "family", "familie"), "户家"),
}
"""By word: what in the Chinese behind a bare measure word says that it counts these."""


@dataclass(frozen=True, slots=True)
class Renderings:
    """The English words of all units."""

    pattern: re.Pattern[str]
    """Finds any of them, the longest first."""
    chinese: Mapping[str, frozenset[str]]
    """By word: the Chinese units that it may be the English of."""

    def words(self, text: str) -> Iterator[tuple[str, str, int]]:
        """Every word of a unit in `text`: as printed, as the table has it, and where it begins."""
        for match in self.pattern.finditer(text):
            yield match[0], _plain(match["word"]), match.start()


@lru_cache(maxsize=512)
def words_of(unit: PlainUnit) -> frozenset[str]:
    """Every English word for a unit, in lower case and without its plural."""
    words = {unit.one, unit.other, *unit.named} - {""}
    return frozenset(_plain(form) for word in words for form in (word, *_ALSO.get(_plain(word), ())))


@lru_cache(maxsize=16)
def renderings(units: Units) -> Renderings:
    """The words of a table of units."""
    chinese: dict[str, set[str]] = {}
    for unit in units.plain():
        for word in words_of(unit):
            chinese.setdefault(word, set()).add(unit.zh)
    longest = sorted(chinese, key=lambda word: (-len(word), word))
    pattern = "|".join(re.escape(word) for word in longest)
    # "8.3% points" is percentage points in other letters.
    return Renderings(
        pattern=re.compile(
            rf"(?<![A-Za-z])(?P<word>{pattern})(?:e?s|d)?(?![A-Za-z])(?!-?\s*(?:age )?points?\b)", re.IGNORECASE
        ),
        chinese={word: frozenset(names) for word, names in chinese.items()},
    )


def is_other(printed: str, word: str, unit: PlainUnit, chinese: frozenset[str], beside: str) -> bool:
    """Whether a word of a unit beside a number cannot be the English of `unit`.

    `chinese`: the units that it may be the English of; `beside`: the Chinese of the number and some of what follows.
    """
    if word in _GENERAL or word in words_of(unit) or printed.istitle():  # Jin, Li and Mu are names too
        return False
    if printed in beside or any(zh in beside for zh in chinese):
        return False
    return unit.one != "item" or not any(letter in beside for letter in _COUNTED.get(word, ""))


def _plain(word: str) -> str:
    """A word in lower case and without its plural."""
    word = word.casefold()
    return word[:-1] if len(word) > 2 and word.endswith("s") else word
