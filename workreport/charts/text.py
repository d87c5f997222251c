"""How wide a text is, and how it breaks into lines: the one model of text widths. Pure.

No font is at hand in a build, and readers have their own, so that widths are taken on the wide side: an em an
ideograph, and for Latin the shares of DejaVu Sans, the widest of the fonts that systems fall back to. The engine
measures by the same table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any

from workreport.i18n import language

_IDEOGRAPHS = 0x2E80
"""The first character that is a full em wide."""
_NARROW = "ijl.,:;'|!()[] "
_BROAD = "mw%@"
_LATIN = tuple(
    0.36 if chr(code) in _NARROW else 0.85 if chr(code).isupper() or chr(code) in _BROAD else 0.62
    for code in range(0x80)
)
_OTHER = 0.75
"""Of letters and signs between ASCII and the ideographs."""
_BOLD = 1.13
"""How much wider bold Latin is."""

TABLE: dict[str, Any] = {"latin": _LATIN, "other": _OTHER, "ideographs": _IDEOGRAPHS}
"""The widths in ems as data, for the engine."""

_BREAK = re.compile(r"[A-Za-z0-9.,%&'’()/\-–−]+|\s+|.", re.DOTALL)
_ROUNDING = 1e-6
"""Ems that sums of widths may be off."""
_NOT_FIRST = "，。、；：？！）》”’】％%…—;:?!"
_NOT_LAST = "（《“‘【"


@cache
def advance(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text in pixels at a size of type."""
    return _ems(text, bold) * size


def _ems(text: str, bold: bool) -> float:
    latin, width = _BOLD if bold else 1.0, 0.0
    for character in text:
        code = ord(character)
        if code >= _IDEOGRAPHS:
            width += 1
        else:
            width += (_LATIN[code] if code < 0x80 else _OTHER) * latin
    return width


Ems = Callable[[str, bool], float]
"""The width of a text in ems, in bold or not."""


@lru_cache(maxsize=4096)  # many charts name the same source
def wrap(
    text: str, lang: str, size: float, width: float, *, bold: bool = False, even: bool = True, ems: Ems = _ems
) -> tuple[str, ...]:
    """Text in lines no wider than `width`, all about as long: the fewest lines first, then the least width.

    Not `even`: as many lines, each as long as it can be, which is found ten times as fast. A line ends between the
    phrases of the language; where one is wider than a line, between characters of Chinese, never before closing or after
    opening punctuation, and at spaces. `ems`: how wide text is, where the type is known.
    """
    whole = width / size
    units = [
        (unit, ems(unit.rstrip(), bold), ems(unit, bold))
        for phrase in _phrases(text.strip(), lang)
        for unit in ((phrase,) if ems(phrase.rstrip(), bold) <= whole else _parts(phrase))
    ]
    lines, widest = _greedy(units, whole)
    if len(lines) < 2 or not even:
        return tuple(lines)
    low, high = sum(full for _, _, full in units) / len(lines), max(whole, widest)
    for _ in range(12):
        middle = (low + high) / 2
        tried, widest = _greedy(units, middle)
        if len(tried) <= len(lines) and widest <= high:
            high = middle
        else:
            low = middle
    return tuple(_greedy(units, high)[0])


@lru_cache(maxsize=4096)
def _phrases(text: str, lang: str) -> Sequence[str]:
    return language(lang).phrases(text)


def _parts(text: str) -> list[str]:
    """What a line may hold of a phrase that is wider than it."""
    units: list[str] = []
    for token in _BREAK.findall(text):
        if units and (token.isspace() or token in _NOT_FIRST or units[-1][-1] in _NOT_LAST):
            units[-1] += token
        else:
            units.append(token)
    return units


def _greedy(units: Sequence[tuple[str, float, float]], width: float) -> tuple[list[str], float]:
    """Lines, each as long as it can be, and how wide the widest is, in ems.

    Of each unit: its text, its width without the spaces at its end, and with them.
    """
    lines, line, at, widest = [], "", 0.0, 0.0
    for text, bare, full in units:
        if line and at + bare > width + _ROUNDING:
            lines.append(line.rstrip())
            line, at = "", 0.0
        if line or not text.isspace():
            line += text
            widest = max(widest, at + bare)
            at += full
    return ([*lines, line.rstrip()] if line else lines), widest
