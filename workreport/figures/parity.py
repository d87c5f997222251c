"""Number parity: whether an English text carries the same quantities as the Chinese one.

Pure. The Chinese is read with the figure reader; in the English each quantity is looked for with its
value converted (1.65万人 is 16,500 people), its bound ("at least") and, where the unit has one, its name.
The other way round, every number printed in the English must have its origin in the Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from workreport.diagnostics import Code, Message, say
from workreport.figures.bounds import english_adds, english_lacks
from workreport.figures.chinese import read_figures
from workreport.figures.english import Number, months, read_numbers
from workreport.figures.figure import Figure
from workreport.figures.numerals import chinese_values, narrow, numerals
from workreport.figures.spelled import spelled
from workreport.figures.units import Units

ENGLISH_QUANTITY = Code("english-quantity", say("The English lacks a quantity of the Chinese."))
ENGLISH_NUMBER = Code("english-number", say("The English holds a number that the Chinese lacks."))
ENGLISH_BOUND = Code("english-bound", say("The English does not state a bound as the Chinese does."))
ENGLISH_UNIT = Code("english-unit", say("The English does not name a unit of the Chinese."))
ENGLISH_ESTIMATE = Code("english-estimate", say("The English does not call an estimate one."))
PARITY_CODES = (ENGLISH_QUANTITY, ENGLISH_NUMBER, ENGLISH_BOUND, ENGLISH_UNIT, ENGLISH_ESTIMATE)

_DIGIT = re.compile("[0-9]")
_SCALE = r"\s*([十百千]?(?:万亿|亿|万)|千|百)"
_EXPECTED = re.compile(r"\b(?:expect|estimat|forecast|project)(?:s|es|ed|ing|ions?)?\b", re.IGNORECASE)
_FIRST_ZH = re.compile("首[家个座条项]")
_FIRST = re.compile(r"\bfirst\b|\b1st\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mismatch:
    """One way in which the English and the Chinese differ."""

    code: Code
    message: Message
    hint: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """An English text beside its Chinese: what differs, and where each figure stands."""

    problems: list[Mismatch]
    runs: list[tuple[int, int] | None]
    """For each Chinese figure where its number or its word stands in the English; None where it is missing."""


def _names_the_disease(en: str, number: Number) -> bool:
    """COVID-19, which Chinese calls by no number."""
    return number.value == 19 and en[: number.start].endswith("COVID-")


def _left_out(
    zh: str, en: str, figures: Sequence[Figure], numbers: Sequence[Number], units: Units
) -> Iterator[Mismatch]:
    """Numerals of dates, names and ordinals that the English does not have: no quantities, but part of the record."""
    for start, end in numerals(zh):
        if any(figure.start < end and start < figure.end for figure in figures):
            continue
        value = Decimal(narrow(zh[start:end]))
        month = months()[int(value) - 1] if zh[end : end + 1] == "月" and value in range(1, 13) else ""
        scale = re.match(_SCALE, zh[end:])
        wanted = {value, value * units.factors.get(scale[1], Decimal(1)) if scale else value}
        if (month and month in en) or any(number.value in wanted or number.bare == value for number in numbers):
            continue
        yield Mismatch(
            code=ENGLISH_NUMBER,
            message=say("the Chinese has “{number}”, which the English does not", number=zh[start:end]),
            hint=say("write {text}", text=month or zh[start:end]),
        )


def _grouped(value: Decimal) -> str:
    return f"{value.normalize():,f}" if value else "0"


def parity(zh: str, en: str, units: Units) -> list[Mismatch]:
    """How the quantities of `en` differ from those of `zh`; empty where they are the same."""
    return match_figures(zh, en, units, read_figures(zh, units)).problems


def match_figures(zh: str, en: str, units: Units, figures: Sequence[Figure]) -> Alignment:
    """How the quantities of `en` differ from those of `zh`, whose `figures` these are, and where they stand."""
    problems = _firsts(zh, en)
    if not figures and not _DIGIT.search(en) and not _DIGIT.search(zh):
        return Alignment(problems=problems, runs=[])
    numbers = read_numbers(en)
    used: set[int] = set()
    runs: list[tuple[int, int] | None] = []
    for figure in figures:
        found, run = _check(figure, en, numbers, used)
        problems += found
        runs.append(run)
    allowed: set[Decimal] | None = None
    for index, number in enumerate(numbers):
        if not number.digits or index in used or _names_the_disease(en, number):
            continue
        if allowed is None:
            allowed = _origins(zh, units)
        if number.value in allowed or any(_converted(figure, number, en) for figure in figures):
            continue
        printed = en[number.start : number.end]
        problems.append(
            Mismatch(
                code=ENGLISH_NUMBER,
                message=say("the English has “{number}”, which the Chinese does not", number=printed),
                hint=say("write the quantity that the Chinese states, or take the number out"),
            )
        )
    problems += _left_out(zh, en, figures, numbers, units)
    return Alignment(problems=problems, runs=runs)


def _check(
    figure: Figure, en: str, numbers: list[Number], used: set[int]
) -> tuple[list[Mismatch], tuple[int, int] | None]:
    """What is wrong with the English of one Chinese figure, and where that stands; marks the numbers that it uses."""
    stated = figure.quantity
    estimate = (
        [
            Mismatch(
                code=ENGLISH_ESTIMATE,
                message=say("“{figure}” is an estimate (预计), and the English does not say so", figure=figure.text),
                hint=say("write “expected” or “is expected to”"),
            )
        ]
        if stated.estimate and not _EXPECTED.search(en)
        else []
    )
    if (words := spelled(figure, en)) is not None:
        wanted, match = words
        if match is None:
            return [_missing(figure.text, wanted)], None
        used.update(at for at, n in enumerate(numbers) if match.start() <= n.start < match.end())
        start, end = match.span()
        return estimate + _hedged(figure, match[0], en[max(0, start - 60) : start], en[end : end + 60]), (start, end)
    low, high = stated.low_plain, stated.high_plain
    arabic = any(character.isdigit() for character in figure.text)
    best: tuple[int, int, list[Mismatch]] | None = None
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
        problems = _dress(figure, en, index, last, numbers)
        if best is None or len(problems) < len(best[2]):
            best = (index, last, problems)
        if not problems:
            break
    if best is None:
        return [_missing(figure.text, _grouped(low) if high is None else f"{_grouped(low)}–{_grouped(high)}")], None
    first, last, problems = best
    used.update(range(first, last + 1))
    end = numbers[last].end
    return estimate + problems, (numbers[first].start, end + (en[end : end + 1] == "%"))


def _converted(figure: Figure, number: Number, en: str) -> bool:
    """Whether a number is a figure in the other unit that English may print besides (斤 in kilograms), rightly rounded."""
    to = figure.quantity.unit.plain.converts
    if to is None or not number.bare:
        return False
    named = en[number.end : number.end + 30].lstrip(" -").startswith((to.one, to.other))
    exponent = number.bare.normalize().as_tuple().exponent
    last = Fraction(number.value / number.bare) * Fraction(10) ** (exponent if isinstance(exponent, int) else 0)
    step = min(last, Fraction(number.value) / 100)
    stated = (figure.quantity.low_plain, figure.quantity.high_plain)
    return named and any(
        abs(Fraction(number.value) - Fraction(v) * to.factor) * 2 <= step for v in stated if v is not None
    )


def _firsts(zh: str, en: str) -> list[Mismatch]:
    """首家 and the like, which count nothing, but which the English must say too."""
    first = _FIRST_ZH.search(zh)
    return [_missing(first[0], "“first”")] if first and not _FIRST.search(en) else []


def _missing(text: str, write: str) -> Mismatch:
    return Mismatch(
        code=ENGLISH_QUANTITY,
        message=say("“{figure}” of the Chinese is missing in the English", figure=text),
        hint=say("write {text}", text=write),
    )


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


def _dress(figure: Figure, en: str, index: int, end: int, numbers: list[Number]) -> list[Mismatch]:
    """Whether the bound and the unit stand round the numbers from `index` to `end`."""
    first, last, stated = numbers[index], numbers[end], figure.quantity
    previous = max((n.end for n in numbers[:index] if n.digits), default=0)
    before = en[max(previous, first.start - 60) : first.start]
    following = min((n.start for n in numbers[index + 1 :] if n.digits and n.start >= last.end), default=len(en))
    after = en[last.end : min(following, last.end + 60)]
    printed = en[first.start : first.end]
    problems = _hedged(figure, printed, before, after)
    # 零增长 is a quantity without a printed unit: "zero growth" needs none either.
    # 5万余平方米: only the plain unit stands in one piece.
    plain = stated.unit.plain
    named = plain.zh in figure.text or "/" in plain.zh or "百分之" in figure.text
    around = (en[first.start : last.end] + after).lower()
    if named and plain.named and not any(name.lower() in around for name in plain.named):
        problems.append(
            Mismatch(
                code=ENGLISH_UNIT,
                message=say("the English of “{figure}” does not name the unit", figure=figure.text),
                hint=say("write “{unit}” after {number}", unit=plain.named[0], number=en[first.start : last.end]),
            )
        )
    return problems


def _hedged(figure: Figure, printed: str, before: str, after: str) -> list[Mismatch]:
    """Whether the words round what the English prints bound it as the Chinese does."""
    stated, problems = figure.quantity, list[Mismatch]()
    if word := english_lacks(stated.bound, stated.hedge, before, after):
        problems.append(
            Mismatch(
                code=ENGLISH_BOUND,
                message=say("the English of “{figure}” does not say “{word}”", figure=figure.text, word=word),
                hint=say("put “{word}” before {number}", word=word, number=printed),
            )
        )
    elif word := english_adds(stated.bound, before):
        problems.append(
            Mismatch(
                code=ENGLISH_BOUND,
                message=say(
                    "the English says “{word}” before {number}; the Chinese “{figure}” does not",
                    word=word,
                    number=printed,
                    figure=figure.text,
                ),
                hint=say("take the word out"),
            )
        )
    return problems


def _origins(zh: str, units: Units) -> set[Decimal]:
    """The numbers that may stand in the English of `zh` besides its figures: dates, names, ordinals."""
    values = chinese_values(zh)
    for match in re.finditer(rf"([0-9]+(?:\.[0-9]+)?)(?:{_SCALE})?", zh):
        value = Decimal(match[1])
        values.add(value)
        if match[2]:
            values.add(value * units.factors.get(match[2], Decimal(1)))
    for match in re.finditer(rf"(?<![0-9]){_SCALE}", zh):
        values.add(units.factors.get(match[1], Decimal(1)))
    return values
