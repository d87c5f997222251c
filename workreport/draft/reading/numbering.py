"""The numbers that Word writes before paragraphs by itself: they are printed, and stand in no text."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_CHINESE = ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographTraditional")
_RAW = ("decimal", "decimalEnclosedParen", "decimalFullWidth")


class Numbering:
    """Counts as Word does, paragraph by paragraph in the order of the text."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        kinds = {kind.get(qn("w:abstractNumId")): kind for kind in root.iter(qn("w:abstractNum"))}
        for number in root.iter(qn("w:num")):
            named = number.find(qn("w:abstractNumId"))
            kind = kinds.get(named.get(qn("w:val"))) if named is not None else None
            if kind is not None:
                self._levels[number.get(qn("w:numId"))] = {
                    int(level.get(qn("w:ilvl"))): (
                        _value(level, "numFmt", "decimal"),
                        _value(level, "lvlText", ""),
                        int(_value(level, "start", "1")),
                    )
                    for level in kind.iter(qn("w:lvl"))
                }

    def of(self, paragraph: Paragraph) -> str:
        """The number before a paragraph, as it is printed; "" where it has none, or a mere bullet."""
        own = self._place(paragraph)
        if own is None:
            return ""
        name, depth = own
        levels = self._levels.get(name, {})
        if depth not in levels:
            return ""
        counts = self._counts[name]
        form, pattern, start = levels[depth]
        counts[depth] = counts.get(depth, start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        if form not in (*_CHINESE, *_RAW):
            return ""

        def count(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            said, _, first = levels.get(level, ("decimal", "", 1))
            value = counts.get(level, first)
            return _chinese(value) if said in _CHINESE else str(value)

        return re.sub("%([1-9])", count, pattern)

    def _place(self, paragraph: Paragraph) -> tuple[str, int] | None:
        """The list and the level of a paragraph, its own or its style's."""
        style: Any = paragraph.style
        for element in (paragraph._p, *([style.element] if style is not None else [])):
            properties = element.find(qn("w:pPr"))
            numbers = properties.find(qn("w:numPr")) if properties is not None else None
            if numbers is not None:
                return _value(numbers, "numId", "0"), int(_value(numbers, "ilvl", "0"))
        return None


def _value(element: Any, name: str, otherwise: str) -> str:
    found = element.find(qn(f"w:{name}"))
    return otherwise if found is None else found.get(qn("w:val"), otherwise)


def _chinese(value: int) -> str:
    from cn2an import an2cn  # type: ignore[import-untyped]

    words: str = an2cn(value, "low")
    return words.removeprefix("一") if 10 <= value < 20 else words
