"""What was probably meant by a value that is not written as its field needs it. Pure."""

from __future__ import annotations

import re
import unicodedata

_SIGNS = str.maketrans("“”‘’【】、", "\"\"''[],")
_DATE = re.compile(r"([0-9]{4})(?:[-/.]|年)([0-9]{1,2})(?:[-/.]|月)([0-9]{1,2})日?")


def half_width(text: str) -> str:
    """`text` with the signs, letters and digits that YAML and codes are written in."""
    return unicodedata.normalize("NFKC", text.translate(_SIGNS))


def meant(text: str, pattern: str) -> str:
    """What of the form `pattern` was meant: with other signs, small letters, hyphens, or as a date; "" if nothing."""
    half = half_width(text).strip("\"' ")
    date = _DATE.fullmatch(half)
    entries = [entry.strip() for entry in half.split(",")]
    for near in (
        half,
        re.sub(r"[\s_-]+", "-", half.lower()),
        f"{date[1]}-{date[2]:0>2}-{date[3]:0>2}" if date else "",
    ):
        if re.search(pattern, near):
            return near
    return ", ".join(entries) if all(re.search(pattern, entry) for entry in entries) else ""


def number(text: str) -> str:
    """The number that was typed in quotes, with commas or in full-width digits; "" if it is none."""
    half = half_width(text).replace(",", "").strip()
    return half if re.fullmatch(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?", half) else ""
