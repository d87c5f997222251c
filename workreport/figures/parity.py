"""Number parity: whether an English text carries the same quantities as the Chinese one.

Pure. The Chinese is read with the figure reader; in the English each quantity is looked for with its
value converted (1.65万人 is 16,500 people), its bound ("at least") and, where the unit has one, its name.
The other way round, every number in the English, in digits or in words, must have its origin in the Chinese, and
numbers of one kind must stand in its order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from workreport.diagnostics import say
from workreport.figures.chinese import read_figures
from workreport.figures.dates import in_a_date, missing_dates, month_at
from workreport.figures.dress import dressed, hedged, loose
from workreport.figures.english import Number, read_numbers, spoken
from workreport.figures.english_bounds import WINDOW
from workreport.figures.figure import Figure
from workreport.figures.mismatch import ENGLISH_ESTIMATE, ENGLISH_NUMBER, Mismatch, missing
from workreport.figures.numerals import chinese_values, narrow, numerals
from workreport.figures.renderings import Renderings, renderings
from workreport.figures.reordered import reordered
from workreport.figures.spelled import spelled
from workreport.figures.units import Units
from workreport.figures.wording import wording

_SCALE = r"\s*([十百千]?(?:万亿|亿|万)|千|百)"
_EXPECTED = re.compile(r"\b(?:expect|estimat|forecast|project)(?:s|es|ed|ing|ions?)?\b", re.IGNORECASE)
_FIRST_ZH = re.compile("首[家个座条项]")
_FIRST = re.compile(r"\bfirst\b|\b1st\b", re.IGNORECASE)

_LISTED = re.compile("^[（(]?[一二三四五六七八九十]+(?:[）)]、?|、)")
"""The number of a heading, which English prints in digits."""
_NUMBERED = re.compile(r"(?:\bNos?\.|№|\bLine|\bPhase|\bArticle|\bPM) ?$")
_ORDINAL = ("st", "nd", "rd", "th")

Run = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """An English text beside its Chinese: what differs, and where each figure stands."""

    problems: list[Mismatch]
    runs: list[Run | None]
    """For each Chinese figure where its number or its word stands in the English; None where it is missing."""


def parity(zh: str, en: str, units: Units) -> list[Mismatch]:
    """How `en` differs from `zh` in what a machine can tell; empty where it finds nothing."""
    return match_figures(zh, en, units, read_figures(zh, units)).problems


def match_figures(zh: str, en: str, units: Units, figures: Sequence[Figure]) -> Alignment:
    """How `en` differs from `zh`, whose `figures` these are, and where they stand in it."""
    problems = _firsts(zh, en)
    numbers = read_numbers(en)
    used: set[int] = set()
    runs: list[Run | None] = []
    in_digits: list[tuple[Figure, Run]] = []
    words = renderings(units)
    for figure in figures:
        found, run, printed = _check(figure, zh, en, numbers, used, words)
        problems += found
        runs.append(run)
        if run and printed:
            in_digits.append((figure, run))
    problems += reordered(zh, en, in_digits)
    problems += _others(zh, en, figures, numbers, used, units)
    problems += _left_out(zh, en, figures, numbers, units)
    problems += wording(zh, en)
    return Alignment(problems=problems, runs=runs)


def _check(
    figure: Figure, zh: str, en: str, numbers: list[Number], used: set[int], words: Renderings
) -> tuple[list[Mismatch], Run | None, bool]:
    """What is wrong with the English of one Chinese figure, where that stands, and whether it is a number rather than a
    word; marks the numbers that it uses."""
    estimate = _estimate(figure, en)
    if (word := spelled(figure, en)) is not None:
        wanted, match = word
        if match is None:
            return [missing(figure.text, wanted)], None, False
        used.update(at for at, n in enumerate(numbers) if match.start() <= n.start < match.end())
        start, end = match.span()
        following = min((n.start for n in numbers if n.digits and n.start >= end), default=len(en))
        before, after = en[max(0, start - WINDOW) : start], en[end : min(following, end + WINDOW)]
        return estimate + hedged(figure, zh, match[0], before, after), (start, end), False
    best: tuple[Run, list[Mismatch]] | None = None
    for run in _candidates(figure, en, numbers, used):
        problems = dressed(figure, zh, en, run, numbers, words)
        if best is None or len(problems) < len(best[1]):
            best = (run, problems)
        if not problems:
            break
    if best is None:
        low, high = figure.quantity.low_plain, figure.quantity.high_plain
        write = _grouped(low) if high is None else f"{_grouped(low)}–{_grouped(high)}"
        return [missing(figure.text, write)], None, False
    (first, last), problems = best
    used.update(range(first, last + 1))
    end = numbers[last].end
    return estimate + problems, (numbers[first].start, end + (en[end : end + 1] == "%")), True


def _candidates(figure: Figure, en: str, numbers: list[Number], used: set[int]) -> Iterator[Run]:
    """The numbers of the English that a figure may be: the indexes of the first and the last of a range."""
    low, high = figure.quantity.low_plain, figure.quantity.high_plain
    arabic = any(character.isdigit() for character in figure.text)
    for index, number in enumerate(numbers):
        if index in used:
            continue
        if high is None:
            if number.value == low and (number.digits or not arabic or low <= 12) and not _names(figure, number, en):
                yield index, index
        elif (last := _range_end(index, numbers, en, low, high)) is not None:
            yield index, last


def _names(figure: Figure, number: Number, en: str) -> bool:
    """Whether a number counts nothing: No. 13, Line 10, the 18th, 5G."""
    if not number.digits:
        return False
    after = en[number.end : number.end + 2]
    generation = after[:1] == "G" and figure.quantity.plain_unit != "G" and not after[1:].isalpha()
    return after in _ORDINAL or generation or _NUMBERED.search(en, 0, number.start) is not None


def _estimate(figure: Figure, en: str) -> list[Mismatch]:
    if not figure.quantity.estimate or _EXPECTED.search(en):
        return []
    return [
        Mismatch(
            code=ENGLISH_ESTIMATE,
            message=say("“{figure}” is an estimate (预计), and the English does not say so", figure=figure.text),
            hint=say("write “expected” or “is expected to”"),
        )
    ]


def _others(
    zh: str, en: str, figures: Sequence[Figure], numbers: Sequence[Number], used: set[int], units: Units
) -> Iterator[Mismatch]:
    """What is wrong with the numbers of the English that are no figure of the Chinese: they stand nowhere in it, or what
    stands round them does not.
    """
    allowed = _origins(zh, units) | {value for figure in figures for value in _values(figure)}
    for index, number in enumerate(numbers):
        if not number.digits or index in used or _names_the_disease(en, number):
            continue
        if number.value in allowed:
            yield from loose(zh, en, index, numbers, renderings(units))
        elif not any(_converted(figure, number, en) for figure in figures):
            yield _made_up(en[number.start : number.end])
    said = allowed if not _LISTED.search(zh) else _origins(_LISTED.sub("", zh), units)
    words = [number for index, number in enumerate(numbers) if not number.digits and index not in used]
    yield from map(_made_up, spoken(en, words, said, zh))


def _made_up(printed: str) -> Mismatch:
    return Mismatch(
        code=ENGLISH_NUMBER,
        message=say("the English has “{number}”, which the Chinese does not", number=printed),
        hint=say("write the quantity that the Chinese states, or take the number out"),
    )


def _left_out(
    zh: str, en: str, figures: Sequence[Figure], numbers: Sequence[Number], units: Units
) -> Iterator[Mismatch]:
    """Numerals of dates, names and ordinals that the English does not have: no quantities, but part of the record."""
    for start, end in numerals(zh):
        if any(figure.start < end and start < figure.end for figure in figures) or in_a_date(zh, start):
            continue
        value = Decimal(narrow(zh[start:end]))
        month = month_at(zh, end, value)
        scale = re.match(_SCALE, zh[end:])
        wanted = {value, value * units.factors.get(scale[1], Decimal(1)) if scale else value}
        if (month and month in en) or any(number.value in wanted or number.bare == value for number in numbers):
            continue
        yield Mismatch(
            code=ENGLISH_NUMBER,
            message=say("the Chinese has “{number}”, which the English does not", number=zh[start:end]),
            hint=say("write {text}", text=month or zh[start:end]),
        )
    for printed, write in missing_dates(zh, en, list(numbers)):
        yield Mismatch(
            code=ENGLISH_NUMBER,
            message=say("the Chinese has “{number}”, which the English does not", number=printed),
            hint=say("write {text}", text=write),
        )


def _names_the_disease(en: str, number: Number) -> bool:
    """COVID-19, which Chinese calls by no number."""
    return number.value == 19 and en[: number.start].endswith("COVID-")


def _grouped(value: Decimal) -> str:
    return f"{value.normalize():,f}" if value else "0"


def _values(figure: Figure) -> list[Decimal]:
    high = figure.quantity.high_plain
    return [figure.quantity.low_plain, *([] if high is None else [high])]


def _converted(figure: Figure, number: Number, en: str) -> bool:
    """Whether a number is a figure in the other unit that English may print besides (斤 in kilograms), rightly rounded."""
    to = figure.quantity.unit.plain.converts
    if to is None or not number.bare:
        return False
    named = re.match(rf"(?:–[0-9.,]+(?: [a-z]+illion)?)?[ -]*(?:{to.one}|{to.other})", en[number.end : number.end + 60])
    exponent = number.bare.normalize().as_tuple().exponent
    last = Fraction(number.value / number.bare) * Fraction(10) ** (exponent if isinstance(exponent, int) else 0)
    step = min(last, Fraction(number.value) / 100)
    return named is not None and any(
        abs(Fraction(number.value) - Fraction(v) * to.factor) * 2 <= step for v in _values(figure)
    )


def _firsts(zh: str, en: str) -> list[Mismatch]:
    """首家 and the like, which count nothing, but which the English must say too."""
    first = _FIRST_ZH.search(zh)
    return [missing(first[0], "“first”")] if first and not _FIRST.search(en) else []


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


def _origins(zh: str, units: Units) -> set[Decimal]:
    """The numbers that may stand in the English of `zh` besides its figures: dates, names, ordinals."""
    values = chinese_values(zh)
    for match in re.finditer(rf"([0-9]+(?:\.[0-9]+)?)(?:{_SCALE})?", narrow(zh)):
        value = Decimal(match[1])
        values.add(value)
        if match[2]:
            values.add(value * units.factors.get(match[2], Decimal(1)))
    for match in re.finditer(rf"(?<![0-9]){_SCALE}", zh):
        values.add(units.factors.get(match[1], Decimal(1)))
    return values
