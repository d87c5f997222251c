"""Text files: whatever their encoding, a line a paragraph or wrapped by hand. Pure."""

from __future__ import annotations

import codecs
import re
from dataclasses import replace

from workreport.draft.reading.line import Line, line_of

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_USUAL = ["gb18030", "big5", "utf_16_le", "utf_16_be"]
"""In what else Chinese offices keep text."""
_WIDE = 20
"""Characters that a line has at least where lines are wrapped."""


def decoded(raw: bytes, named: str = "") -> str:
    """The text of a file: by its mark, as UTF-8, as what it says itself (`named`), or as its bytes look.

    Raises UnicodeError where no encoding fits.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if named and codecs.lookup(named).name.startswith("gb"):
        named = "gb18030"  # gb2312 is what is said, and more is written
    if named:
        return raw.decode(named)
    from charset_normalizer import from_bytes

    best = from_bytes(raw, cp_isolation=_USUAL).best()
    if best is None:
        raise UnicodeError(raw[:20])
    return str(best)


def lines_of(text: str) -> list[Line]:
    """The lines of a text; those that reach the usual width, where most do, are full."""
    found: list[Line] = []
    blank = False
    for printed in re.split("\r\n|[\r\n\f\v\x85\u2028\u2029]", text):
        line = line_of([(printed, False)], gap=blank)
        if line:
            found.append(line)
        blank = line is None
    return full(found)


def full(lines: list[Line]) -> list[Line]:
    """The same lines, each with whether it reaches the edge; none does where lines are not wrapped."""
    widths = sorted(len(line.text) + 2 * line.indent for line in lines)
    long = [width for width in widths if width >= _WIDE]
    if not long:
        return lines
    edge = long[len(long) * 3 // 4]
    reach = sum(abs(width - edge) <= 2 for width in widths)
    if edge > 120 or reach < len(widths) / 3:
        return lines
    return [replace(line, full=len(line.text) + 2 * line.indent >= edge - 2) for line in lines]
