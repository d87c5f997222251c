"""How wide a text is, and how it breaks into lines: the one model of text widths. Pure.

No font is at hand in a build, and readers have their own, so that widths are taken on the wide side: an em an
ideograph, and for Latin the shares of DejaVu Sans, the widest of the fonts that systems fall back to. The engine
measures by the same table.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

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
_NOT_FIRST = "，。、；：？！）》”’】％%…—;:?!"
_NOT_LAST = "（《“‘【"


@cache
def advance(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text in pixels at a size of type."""
    return _ems(text, 0.0, bold) * size


def _ems(text: str, width: float, bold: bool) -> float:
    """The width in ems of a text that goes on where `width` ends."""
    latin = _BOLD if bold else 1.0
    for character in text:
        code = ord(character)
        if code >= _IDEOGRAPHS:
            width += 1
        else:
            width += (_LATIN[code] if code < 0x80 else _OTHER) * latin
    return width


@lru_cache(maxsize=1024)  # many charts name the same source
def wrap(text: str, size: float, width: float, *, bold: bool = False, even: bool = True) -> tuple[str, ...]:
    """Text in lines no wider than `width`, all about as long: the fewest lines first, then the least width.

    Not `even`: as many lines, each as long as it can be, which is found ten times as fast.

    Chinese breaks between characters, never before closing or after opening punctuation; Latin at spaces.
    """
    lines = _greedy(text, size, width, bold)
    if len(lines) < 2 or not even:
        return tuple(lines)
    low, high = advance(text, size, bold=bold) / len(lines), width
    for _ in range(12):
        middle = (low + high) / 2
        tried = _greedy(text, size, middle, bold)
        if len(tried) <= len(lines) and max(advance(line, size, bold=bold) for line in tried) <= width:
            high = middle
        else:
            low = middle
    return tuple(_greedy(text, size, high, bold))


def _greedy(text: str, size: float, width: float, bold: bool) -> list[str]:
    units: list[str] = []
    for token in _BREAK.findall(text.strip()):
        if units and (token in _NOT_FIRST or (units[-1][-1] in _NOT_LAST and not token.isspace())):
            units[-1] += token
        else:
            units.append(token)
    # The line's width is carried on and not measured anew for each unit: a text may be very long.
    lines = [""]
    bare = whole = 0.0  # ems of the line, without the spaces at its end and with them
    for unit in units:
        grown = _ems(unit, whole, bold)
        if lines[-1] and (bare if unit.isspace() else grown) * size > width:
            lines.append("")
        if not lines[-1]:
            unit = unit.lstrip()
            bare, grown = 0.0, _ems(unit, 0.0, bold)
        lines[-1] += unit
        whole = grown
        if not unit.isspace():
            bare = grown
    return [line.rstrip() for line in lines if line.strip()]
