"""Numerals of Chinese texts: where they stand and what they are worth. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

CHINESE = "〇零一二两三四五六七八九十百千"
NUMBER_OF = {
    digit: index for digits in ("零一二三四五六七八九", "〇一二三四五六七八九") for index, digit in enumerate(digits)
}
"""What a digit is worth."""
NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
"""A number in digits, as a pattern."""
LONGEST = 24
"""Digits; anything longer is a code, not a quantity."""
_WIDE = str.maketrans("０１２３４５６７８９．％﹪／＋", "0123456789.%%/+")
_WIDE_ANY = re.compile("[０-９．％﹪／＋]")
_GROUPED = re.compile("(?<=[0-9])，(?=[0-9]{3}(?![0-9]))")
_ARABIC = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_RUN = re.compile(rf"[{CHINESE}]{{1,{LONGEST}}}")
_WHOLE = re.compile(
    r"(?:[一二两三四五六七八九]?千)?零?(?:[一二两三四五六七八九]?百)?零?(?:[一二三四五六七八九]?十)?[一二两三四五六七八九]?|[零〇]"
)


def narrow(text: str) -> str:
    """Full-width digits and marks as plain ones, one for one, so that offsets stay."""
    if _WIDE_ANY.search(text):
        text = text.translate(_WIDE)
    return _GROUPED.sub(",", text) if "，" in text else text


@lru_cache(maxsize=2048)
def numeral_value(numeral: str) -> Decimal | None:
    """The value of a numeral in digits or Chinese (16,500; 两; 二百五十), or None where it has none."""
    if numeral[0] in "0123456789":
        return Decimal(numeral.replace(",", ""))
    if len(numeral) == 1:
        return Decimal(2) if numeral == "两" else Decimal(int(unicodedata.numeric(numeral)))
    if len(numeral) > LONGEST:
        return None
    # Only numerals of two or more characters need the library, whose import is slow.
    import cn2an  # type: ignore[import-untyped]

    try:
        value = Decimal(cn2an.cn2an(numeral, "normal"))
    except (ValueError, KeyError, IndexError, TypeError, OverflowError):
        return None
    return value


def numerals(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of every numeral in Arabic digits ([0-9]+ with optional decimals), quantity or not."""
    for match in _ARABIC.finditer(narrow(text)):
        yield match.span()


def chinese_values(text: str) -> set[Decimal]:
    """Every value that a run of Chinese numerals in `text` may stand for, names and ordinals included.

    Used where a translation may print an ordinal in digits (第十八届, the 18th). A run that is one numeral has its own
    value alone; one that is several in a row (“十四五”, the 14th; “八五”, the eighth) has those of its parts.
    """
    values: set[Decimal] = set()
    for match in _RUN.finditer(text):
        run = match[0]
        sizes = [len(run)] if _WHOLE.fullmatch(run) else range(1, min(len(run), 6) + 1)
        for size in sizes:
            for index in range(len(run) - size + 1):
                value = numeral_value(run[index : index + size])
                if value is not None:
                    values.add(value)
    return values
