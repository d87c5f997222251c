"""Number parity: whether an English text carries the same quantities as the Chinese one.

Pure. The Chinese is read with the figure reader; in the English each quantity is looked for with its
value converted (1.65万人 is 16,500 people), its bound ("at least") and, where the unit has one, its name.
The other way round, every number printed in the English must have its origin in the Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from workreport.diagnostics import Code
from workreport.figures.chinese import Figure, Units, chinese_values, numerals, read_figures

ENGLISH_QUANTITY = Code("english-quantity", "The English lacks a quantity of the Chinese.")
ENGLISH_NUMBER = Code("english-number", "The English holds a number that the Chinese lacks.")
ENGLISH_BOUND = Code("english-bound", "The English does not state a bound as the Chinese does.")
ENGLISH_UNIT = Code("english-unit", "The English does not name a unit of the Chinese.")
ENGLISH_ESTIMATE = Code("english-estimate", "The English does not call an estimate one.")

_NUMBER = re.compile(
    r"(?<![\w.,])(?P<money>US\$|¥)?(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
    r"(?:[\s-]+(?P<scale>hundred|thousand|million|billion|trillion)\b)?"
    r"|(?<=PM)(?P<name>[0-9]+(?:\.[0-9]+)?)"
)
_DIGIT = re.compile("[0-9]")
_DIGITS = str.maketrans("０１２３４５６７８９．", "0123456789.")
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_WORDS = {
    word: value
    for value, words in {
        0: ("zero", "no"),
        1: ("one", "a", "single"),
        2: ("two", "both", "twice", "double"),
        3: ("three",),
        4: ("four",),
        5: ("five",),
        6: ("six",),
        7: ("seven",),
        8: ("eight",),
        9: ("nine",),
        10: ("ten",),
        11: ("eleven",),
        12: ("twelve", "dozen"),
        13: ("thirteen",),
        14: ("fourteen",),
        15: ("fifteen",),
        16: ("sixteen",),
        17: ("seventeen",),
        18: ("eighteen",),
        19: ("nineteen",),
        20: ("twenty",),
        30: ("thirty",),
        40: ("forty",),
        50: ("fifty",),
        100: ("hundred",),
        1000: ("thousand",),
        10000: ("ten thousand", "10,000"),
    }.items()
    for word in words
}
_WORD = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})\b", re.IGNORECASE)

_MORE = r"more than|over|above|exceed\w*|surpass\w*|beyond|greater than|upward\w* of|higher than"
_LEAST = r"at least|no less than|no fewer than|not less than|no lower than|not lower than|minimum of"
_MOST = r"no more than|at most|within|not exceed\w*|up to|no higher than|not more than|below|under|at or below"
_ABOUT = r"about|around|approximately|roughly|nearly|almost|close to|some"
_BEFORE: Mapping[str, re.Pattern[str]] = {
    "about": re.compile(rf"\b(?:{_ABOUT})\b", re.IGNORECASE),
    "at_least": re.compile(rf"\b(?:{_LEAST})\b", re.IGNORECASE),
    "rounded_down": re.compile(rf"\b(?:{_MORE}|{_LEAST})\b", re.IGNORECASE),
    "more_than": re.compile(rf"\b(?:{_MORE})\b", re.IGNORECASE),
    "at_most": re.compile(rf"\b(?:{_MOST})\b", re.IGNORECASE),
}
_AFTER: Mapping[str, re.Pattern[str]] = {
    "about": re.compile(r"\b(?:or so|or thereabouts)\b"),
    "at_least": re.compile(r"\b(?:or more|or above|or higher|and above)\b"),
    "rounded_down": re.compile(r"-odd\b|\bplus\b"),
    "more_than": re.compile(r"(?!)"),
    "at_most": re.compile(r"\b(?:or less|or below|or lower|or fewer)\b"),
}
# Directly before a number that the Chinese does not hedge, one of these adds a hedge.
_ADDED = re.compile(
    rf"\b(?:{_LEAST}|no more than|not more than|at most|up to|more than|over|about|around|approximately|roughly|"
    r"nearly|almost)\s+(?:US\$|¥)?$",
    re.IGNORECASE,
)
_EXPECTED = re.compile(r"\b(?:expect|estimat|forecast|project)(?:s|ed|ing|ion)?\b", re.IGNORECASE)
_ALL = re.compile(r"\b(?:all|every|entire\w*|fully|100%|100 percent)", re.IGNORECASE)
_FIRST = re.compile(r"\bfirst\b|\b1st\b", re.IGNORECASE)
_DOUBLE = re.compile(r"\b(?:doubl\w+|twice|two-?fold|tripl\w+|quadrupl\w+|times)\b", re.IGNORECASE)


class Mismatch(NamedTuple):
    """One way in which the English and the Chinese differ."""

    code: Code
    message: str
    hint: str


class Number(NamedTuple):
    """A number printed in English: its offsets and its value with million and billion worked in."""

    start: int
    end: int
    value: Decimal
    bare: Decimal
    """The number as printed, before million or billion."""
    digits: bool


class Measures(NamedTuple):
    """What parity needs to know of units: the reader's table, the scales, and each unit's English names."""

    units: Units
    scales: Mapping[str, Decimal]
    named: Mapping[str, tuple[str, ...]]

    def split(self, unit: str) -> tuple[Decimal, str]:
        """A unit as printed (万人) as its factor and its plain unit (10000, 人)."""
        for scale in sorted(self.scales, key=len, reverse=True):
            if unit.startswith(scale):
                return self.scales[scale], unit[len(scale) :]
        return Decimal(1), unit

    def plain(self, value: Decimal, unit: str) -> Decimal:
        """The value in the plain unit: 16500 for 1.65 with 万人."""
        return value * self.split(unit)[0]


def read_numbers(text: str) -> list[Number]:
    """Every number in an English text, in digits or in words, in the order of their offsets."""
    found = []
    for match in _NUMBER.finditer(text):
        if match["name"]:
            value = Decimal(match["name"])
            found.append(Number(*match.span("name"), value, value, True))
            continue
        value = Decimal(match["number"].replace(",", ""))
        factor = _SCALES.get(match["scale"] or "", 1)
        found.append(Number(*match.span(), value * factor, value, True))
    for match in _WORD.finditer(text):
        value = Decimal(_WORDS[match[0].lower()])
        found.append(Number(*match.span(), value, value, False))
    found.sort()
    return found


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def _names_the_disease(en: str, number: Number) -> bool:
    """COVID-19, which Chinese calls by no number."""
    return number.value == 19 and en[: number.start].endswith("COVID-")


def _left_out(
    zh: str, en: str, figures: Sequence[Figure], numbers: Sequence[Number], measures: Measures
) -> Iterator[Mismatch]:
    """Numerals of dates, names and ordinals that the English does not have: no quantities, but part of the record."""
    for start, end in numerals(zh):
        if any(figure.start < end and start < figure.end for figure in figures):
            continue
        value = Decimal(zh[start:end].translate(_DIGITS))
        month = _MONTHS[int(value) - 1] if zh[end : end + 1] == "月" and value in range(1, 13) else ""
        scale = re.match(r"\s*(万亿|亿|万)", zh[end:])
        wanted = {value, value * measures.scales.get(scale[1], Decimal(1)) if scale else value}
        if (month and month in en) or any(number.value in wanted or number.bare == value for number in numbers):
            continue
        yield Mismatch(
            ENGLISH_NUMBER,
            f"the Chinese has “{zh[start:end]}”, which the English does not",
            f"write {month or zh[start:end]}",
        )


def _grouped(value: Decimal) -> str:
    return f"{value.normalize():,f}" if value else "0"


class Alignment(NamedTuple):
    """An English text beside its Chinese: what differs, and where each figure stands."""

    problems: list[Mismatch]
    runs: list[tuple[int, int] | None]
    """For each Chinese figure where its number or its word stands in the English; None where it is missing."""


def parity(zh: str, en: str, measures: Measures) -> list[Mismatch]:
    """How the quantities of `en` differ from those of `zh`; empty where they are the same."""
    return match_figures(zh, en, measures, read_figures(zh, measures.units)).problems


def match_figures(zh: str, en: str, measures: Measures, figures: Sequence[Figure]) -> Alignment:
    """How the quantities of `en` differ from those of `zh`, whose `figures` these are, and where they stand."""
    if not figures and not _DIGIT.search(en) and not _DIGIT.search(zh):
        return Alignment([], [])
    numbers = read_numbers(en)
    used: set[int] = set()
    problems: list[Mismatch] = []
    runs: list[tuple[int, int] | None] = []
    for figure in figures:
        found, run = _check(figure, en, numbers, used, measures)
        problems += found
        runs.append(run)
    allowed: set[Decimal] | None = None
    for index, number in enumerate(numbers):
        if not number.digits or index in used or _names_the_disease(en, number):
            continue
        if allowed is None:
            allowed = _origins(zh, measures)
        if number.value in allowed:
            continue
        printed = en[number.start : number.end]
        problems.append(
            Mismatch(
                ENGLISH_NUMBER,
                f"the English has “{printed}”, which the Chinese does not",
                "write the quantity that the Chinese states, or take the number out",
            )
        )
    problems += _left_out(zh, en, figures, numbers, measures)
    return Alignment(problems, runs)


def _check(
    figure: Figure, en: str, numbers: list[Number], used: set[int], measures: Measures
) -> tuple[list[Mismatch], tuple[int, int] | None]:
    """What is wrong with the English of one Chinese figure, and where that stands; marks the numbers that it uses."""
    estimate = (
        [
            Mismatch(
                ENGLISH_ESTIMATE,
                f"“{figure.text}” is an estimate (预计), and the English does not say so",
                "write “expected” or “is expected to”",
            )
        ]
        if figure.estimate and not _EXPECTED.search(en)
        else []
    )
    if figure.kind in ("all", "first") or (figure.kind == "multiple" and "番" in figure.text):
        wanted = {"all": _ALL, "first": _FIRST}.get(figure.kind, _DOUBLE)
        match = wanted.search(en)
        if match:
            return estimate, match.span()
        word = {"all": "all", "first": "first"}.get(figure.kind, "double")
        return [
            Mismatch(ENGLISH_QUANTITY, f"“{figure.text}” of the Chinese is missing in the English", f"write “{word}”")
        ], None
    low = measures.plain(figure.value, figure.unit)
    high = measures.plain(figure.high, figure.unit) if figure.high is not None else None
    arabic = any(character.isdigit() for character in figure.text)
    best: tuple[int, list[Mismatch]] | None = None
    for index, number in enumerate(numbers):
        if index in used:
            continue
        last = index
        if high is None:
            if number.value != low or (arabic and not number.digits and low > 12):
                continue
        else:
            following = _range_end(index, numbers, en, low, high)
            if following is None:
                continue
            last = following
        problems = _dress(figure, en, number, numbers[last], index, numbers, measures)
        if best is None or len(problems) < len(best[1]):
            best = (index, problems)
            chosen = last
        if not problems:
            break
    if best is None:
        target = _grouped(low) if high is None else f"{_grouped(low)}–{_grouped(high)}"
        return [
            Mismatch(ENGLISH_QUANTITY, f"“{figure.text}” of the Chinese is missing in the English", f"write {target}")
        ], None
    used.update(range(best[0], chosen + 1))
    end = numbers[chosen].end
    return estimate + best[1], (numbers[best[0]].start, end + (en[end : end + 1] == "%"))


def _range_end(index: int, numbers: list[Number], en: str, low: Decimal, high: Decimal) -> int | None:
    """The index of the upper end of the range that begins at `index`, or None. 3–5 million counts too."""
    if index + 1 >= len(numbers):
        return None
    first, second = numbers[index], numbers[index + 1]
    between = en[first.end : second.start].strip().strip("%").strip()
    if between not in ("–", "-", "to", "—", "and") or second.value != high:
        return None
    shared = first.bare * second.value / second.bare if second.bare else first.value
    return index + 1 if low in (first.value, shared) else None


def _dress(
    figure: Figure, en: str, first: Number, last: Number, index: int, numbers: list[Number], measures: Measures
) -> list[Mismatch]:
    """Whether the bound and the unit stand round the number."""
    problems = []
    digits_before = [n.end for n in numbers[:index] if n.digits]
    previous = digits_before[-1] if digits_before else 0
    before = en[max(previous, first.start - 60) : first.start]
    digits_after = [n.start for n in numbers[index + 1 :] if n.digits and n.start >= last.end]
    following = digits_after[0] if digits_after else len(en)
    after = en[last.end : min(following, last.end + 60)]
    bound = "rounded_down" if figure.hedge in ("余", "多") else figure.bound
    if bound in _BEFORE:
        if not (_BEFORE[bound].search(before) or _AFTER[bound].search(after)):
            word = {
                "about": "about",
                "at_least": "at least",
                "rounded_down": "more than",
                "more_than": "more than",
                "at_most": "no more than",
            }[bound]
            problems.append(
                Mismatch(
                    ENGLISH_BOUND,
                    f"the English of “{figure.text}” does not say “{word}”",
                    f"put “{word}” before {en[first.start : first.end]}",
                )
            )
    else:
        added = _ADDED.search(before)
        if added:
            problems.append(
                Mismatch(
                    ENGLISH_BOUND,
                    f"the English says “{added[0].strip()}” before {en[first.start : first.end]}; the Chinese "
                    f"“{figure.text}” does not",
                    "take the word out",
                )
            )
    # 零增长 is a quantity without a printed unit: "zero growth" needs none either.
    # 5万余平方米: only the plain unit stands in one piece.
    plain = measures.split(figure.unit)[1]
    printed = plain in figure.text or "/" in plain or "百分之" in figure.text
    names = measures.named.get(plain, ()) if printed else ()
    around = (en[first.start : last.end] + after).lower()
    if names and not any(name.lower() in around for name in names):
        problems.append(
            Mismatch(
                ENGLISH_UNIT,
                f"the English of “{figure.text}” does not name the unit",
                f"write “{names[0]}” after {en[first.start : last.end]}",
            )
        )
    return problems


def _origins(zh: str, measures: Measures) -> set[Decimal]:
    """The numbers that may stand in the English of `zh` besides its figures: dates, names, ordinals."""
    values = chinese_values(zh)
    for match in re.finditer(r"([0-9]+(?:\.[0-9]+)?)\s*(万亿|亿|万)?", zh):
        value = Decimal(match[1])
        values.add(value)
        if match[2]:
            values.add(value * measures.scales.get(match[2], Decimal(1)))
    for match in re.finditer(r"(?<![0-9])\s*(万亿|亿|万)", zh):
        values.add(measures.scales.get(match[1], Decimal(1)))
    return values
