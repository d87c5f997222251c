"""Dates and spans of years: whether the English of a text has those of the Chinese, day with month, first with last. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from workreport.figures.english import Number
from workreport.figures.numerals import narrow, numeral_value

_DAY = re.compile("([0-9]{1,2})月([0-9]{1,2})日")
_SPAN = re.compile("([12][0-9]{3})年?[-－—–~～至到]+([12][0-9]{3})年?")
_YEARS = re.compile(
    "(?<![〇零一二两三四五六七八九十百千第初零])([二两三四五六七八九]|[二三四]?十[一二三四五六七八九]?)年(?![级代度月初中底末前])"
)
_OTHERWISE = {2: "biennial", 3: "triennial", **dict.fromkeys((10, 20, 30, 40), "decade")}


@cache
def months() -> tuple[str, ...]:
    """The names of the months, January first."""
    from babel.dates import get_month_names  # slow to import, and only dates need it

    return tuple(get_month_names("wide", locale="en").values())


def month_at(zh: str, end: int, value: Decimal) -> str:
    """The name of the month whose number ends at `end`; "" where none does."""
    return months()[int(value) - 1] if zh[end : end + 1] == "月" and value in range(1, 13) else ""


def in_a_date(zh: str, at: int) -> bool:
    """Whether a numeral belongs to a day of a month, which is looked for as a whole."""
    return any(match.start() <= at < match.end() for match in _DAY.finditer(narrow(zh)))


def missing_dates(zh: str, en: str, numbers: list[Number]) -> Iterator[tuple[str, str]]:
    """What of the Chinese the English does not have: (as the Chinese prints it, what to write)."""
    text = narrow(zh)
    for match in _DAY.finditer(text):
        month, day = int(match[1]), int(match[2])
        if month in range(1, 13):
            name = months()[month - 1]
            written = rf"\b{name[:3]}[a-z]*\.? {day}(?:st|nd|rd|th)?\b|\b{day}(?:st|nd|rd|th)? {name[:3]}|-{month:02}-{day:02}\b"
            if not re.search(written, en):
                yield match[0], f"{name} {day}"
    for match in _SPAN.finditer(text):
        if match[1] in en and not re.search(rf"{match[1]}\b.{{1,8}}?\b(?:{match[2]}|{match[2][2:]})\b", en):
            yield match[0], f"{match[1]}–{match[2]}"
    for match in _YEARS.finditer(text):
        value = numeral_value(match[1]) or Decimal(0)
        otherwise = _OTHERWISE.get(int(value))
        if not any(number.value == value for number in numbers) and not (otherwise and otherwise in en.lower()):
            yield match[0], f"{value} years"
