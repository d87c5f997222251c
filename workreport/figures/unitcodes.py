"""The codes of units over something: {person}/(10*4.{person}) for 人/万人. Pure.

After the Unified Code for Units of Measure (https://ucum.org/ucum): a denominator of several parts stands in brackets, 10*4
is ten thousand, and what is counted stands in braces. Money has codes of ISO 4217, which UCUM cannot divide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

UNNAMED = {"人口": "{person}", "月": "mo"}
"""The codes of denominators that are no units, as far as they have one."""
_MONEY = re.compile("[A-Z]{3}")


def over(code: str, below: Sequence[str], factor: Decimal) -> str:
    """The code of a unit over others, the first of which is counted by the `factor`; "" where one of them has none."""
    if not code or _MONEY.fullmatch(code) or not all(below) or "1" in below:
        return ""
    parts = [*([f"10*{factor.adjusted()}"] if factor != 1 else []), *below]
    whole = ".".join(parts)
    return f"{code}/({whole})" if "." in whole or "/" in whole else f"{code}/{whole}"
