"""Quantities that English spells rather than prints: all, double, dozens, two thirds, half, 70 percent for 七成. Pure."""

from __future__ import annotations

import re
from decimal import Decimal

from workreport.figures.bounds import MULTITUDES
from workreport.figures.figure import Figure

_ALL = re.compile(r"(?<!above )(?<!\bat )(?<!after )\b(?:all|every|entire\w*|fully|100%|100 percent)", re.IGNORECASE)
_TIMES = {
    2: r"doubl\w+|twice|two-?fold|times",
    4: r"quadrupl\w+|four-?fold|four times|doubl\w+ twice|times",
    8: r"eight-?fold|eight times|times",
    16: r"sixteen-?fold|sixteen times|times",
}
_SEVERAL = {
    "dozens": "dozens|scores|tens of",
    "hundreds": "hundreds|several hundred",
    "thousands": "thousands|several thousand",
}
_COUNT = ("", "one|an?", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_PART = {
    2: "hal(?:f|ves)", 3: "thirds?", 4: "(?:quarter|fourth)s?", 5: "fifths?", 6: "sixths?", 7: "sevenths?", 8: "eighths?",
    9: "ninths?", 10: "tenths?", 100: "hundredths?", 1000: "thousandths?",
}  # fmt: skip
_HALF = r"\bhalf\b|\bmajority\b"
_TENTHS = "(?:percent|%|in ten|out of ten|tenths?)"


def spelled(figure: Figure, en: str) -> tuple[str, re.Match[str] | None] | None:
    """What to write for a figure that English spells, and where it does; None for one that is found by its number."""
    read = figure.quantity
    if read.kind == "all":
        return "“all”", _ALL.search(en)
    if read.kind == "multiple" and "番" in figure.text:
        times = int(read.value)
        wanted = {2: "“double”", 4: "“quadruple”"}.get(times, f"“{times} times”")
        return wanted, re.search(rf"\b(?:{_TIMES.get(times, 'times')})", en, re.IGNORECASE)
    if read.bound == "several":
        word = MULTITUDES.get(int(read.low_plain), "")
        return f"“{word}”", re.search(rf"\b(?:{_SEVERAL.get(word, word)})\b", en, re.IGNORECASE)
    if "半" in figure.text and read.value == 50:
        return "“half”", re.search(rf"{_HALF}|\b50 ?(?:%|percent)", en, re.IGNORECASE)
    if read.plain_unit == "成" and read.high is None:
        return _tenths(read.value, en)
    if read.plain_unit[:1] == "/" and read.plain_unit[1:].isdigit():
        return _part(int(read.value), int(read.plain_unit[1:]), en)
    return None


def _tenths(value: Decimal, en: str) -> tuple[str, re.Match[str] | None]:
    """七成: 70 percent, seven in ten."""
    percent, count = f"{value * 10:f}", _COUNT[int(value)] if 0 < value < 10 and value == int(value) else "(?!)"
    found = re.search(rf"\b{re.escape(percent)} ?(?:%|percent)|\b(?:{count}|{value})[ -]{_TENTHS}", en, re.IGNORECASE)
    return f"{percent}%", found


def _part(count: int, whole: int, en: str) -> tuple[str, re.Match[str] | None]:
    """三分之二: two thirds, two-thirds, 2/3, two out of three."""
    words = _COUNT[count] if 0 < count < len(_COUNT) else "(?!)"
    part = _PART.get(whole, "(?!)")
    pattern = rf"\b(?:{words}|{count})[ -](?:{part})\b|\b{count}/{whole}\b"
    if count == 1:
        pattern += rf"|\b(?:{part})\b"
    wanted = part.removesuffix("?").replace("hal(?:f|ves)", "half").replace("(?:quarter|fourth)s", "quarters")
    spoken = f"“{_COUNT[count].partition('|')[0]} {wanted}”" if 0 < count < len(_COUNT) else f"{count}/{whole}"
    return spoken, re.search(pattern, en, re.IGNORECASE)
