"""A language of the site: its words, and figures, changes, comparisons and dates in them.

Pure. A further language is a file of words, its `BoundWords`, and a class with what its numbers and units need (English
takes the names of units from units.yaml); the sentences are made here. Nothing that a language says claims progress on
a goal: the source reports none.
"""

from __future__ import annotations

import datetime
import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache, cached_property
from typing import TYPE_CHECKING, ClassVar, Literal

from workreport.figures import (
    BOUND_WORDS,
    Basis,
    Bound,
    BoundWords,
    Comparability,
    Period,
    Quantity,
    Unit,
    difference,
    numbers,
    order,
)

if TYPE_CHECKING:
    from babel import Locale


def number(value: Decimal) -> str:
    """A number in plain notation, without an exponent or idle zeros: 1.65, 16500, 0."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


class Language(ABC):
    """What pages, charts and exports ask of a language."""

    code: ClassVar[str]
    """Its key in texts, and its folder where it is not the first."""
    tag: ClassVar[str]
    """Its BCP 47 tag."""
    open_graph: ClassVar[str]
    """Its tag as Open Graph writes it."""
    han: ClassVar[bool] = False
    """Whether it is written in Chinese characters."""
    colon: ClassVar[str]
    comma: ClassVar[str]
    semicolon: ClassVar[str]
    stop: ClassVar[str]
    separator: ClassVar[str]
    """Between the members of a list."""
    space: ClassVar[str]
    """Between two sentences."""
    date_form: ClassVar[str]
    """As CLDR writes patterns."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = words
        self.date = cache(self._date)

    def name_of(self, code: str) -> str:
        """What it calls a language."""
        return self.words.get(f"language_{code}") or self.locale.languages.get(code, code)

    @property
    def bounds(self) -> BoundWords:
        """How it prints bounds."""
        return BOUND_WORDS[self.code]

    @cached_property
    def locale(self) -> Locale:
        """What CLDR knows of it."""
        from babel import Locale  # slow to import, and `check` needs none of it

        return Locale.parse(self.code)

    @abstractmethod
    def figure_words(self, q: Quantity) -> str:
        """A figure that is no word of its own: its number, its unit and its hedge."""

    @abstractmethod
    def hedge(self, q: Quantity) -> str:
        """The word round a figure that bounds it, as `figure_words` prints it; "" for none."""

    @abstractmethod
    def size(self, value: Decimal, unit: Unit, *, bound: Bound = "exact") -> str:
        """A change or a difference, without a sign: 8.3%, more than 10%, 3 percentage points."""

    @abstractmethod
    def unit_name(self, unit: Unit) -> str:
        """What data files call a unit."""

    @abstractmethod
    def axis_scale(self, quantities: Sequence[Quantity]) -> Decimal:
        """By what an axis divides plain values, so that its ticks read well."""

    @abstractmethod
    def axis_unit(self, quantities: Sequence[Quantity], scale: Decimal) -> str:
        """What an axis counts in units of `scale`; "" where the rows say it."""

    def together(self, *parts: str | None) -> str:
        """What is known of several things, in one line."""
        return self.comma.join(part for part in parts if part)

    def word(self, key: str, **values: object) -> str:
        """A text of the frame, filled in."""
        return self.words[key].format(**values)

    def count(self, key: str, n: int, **values: object) -> str:
        """A text that counts, in the form for `n`; a single thing has a form of its own in any language."""
        form = "one" if n == 1 else self.locale.plural_form(n)
        return self.words.get(f"{key}_{form}", self.words[key]).format(n=n, **values)

    def phrases(self, text: str) -> Sequence[str]:
        """The runs of a title that stay on one line, which together are the title; by itself, whatever stands between spaces."""
        return [part for part in re.split(r"(?<= )", text) if part]

    def listed(self, members: Sequence[str]) -> str:
        """Several things in a row."""
        return self.separator.join(members)

    def _date(self, iso: str) -> str:
        """2023-01-09 in words: 2023年1月9日, 9 January 2023."""
        from babel.dates import format_date

        return format_date(datetime.date.fromisoformat(iso), self.date_form, locale=self.locale)

    def figure(self, q: Quantity, *, marked: bool = True) -> str:
        """A figure with its hedge, and with （预计） or (estimate) behind it unless `marked` is false."""
        if q.kind == "all":
            text = self.words["figure_all"]
        elif q.kind == "growth" and not q.value:
            text = self.words["figure_zero_growth"]
        else:
            text = self.figure_words(q)
        return self.word("figure_estimate", figure=text) if q.estimate and marked else text

    def change(self, stated: Quantity, period: Period | None = None, basis: Basis | None = None) -> str:
        """Growth on the year before, below zero for a decline: 增长8.3%, up more than 10%, down 3 percentage points.

        `period`: where it is another than the page says anyway; `basis`: 可比口径增长1.36%, up 1.36% (on a comparable basis).
        """
        size = self.size(abs(stated.value), stated.unit, bound=stated.bound)
        change = self.word("change_up" if stated.value >= 0 else "change_down", size=size)
        about = self.about(period, basis)
        return self.word("change_about", change=change, about=about) if about else change

    def years(self, period: Period) -> str:
        """Years as a label has them, without 年: 2022, 2017—2021; the end alone where there is no beginning."""
        if period.first in (None, period.last):
            return str(period.last)
        return self.word("period_years", first=period.first, last=period.last)

    def about(self, period: Period | None, basis: Basis | None) -> str:
        """What is said of a figure's time: 2017—2021年，累计; by 2030; "" where there is nothing to say."""
        said = []
        if period is not None:
            key = "period_until" if period.first is None else "period_in"
            said.append(self.word(key, years=self.years(period)))
        if basis is not None:
            said.append(self.words[f"basis_{basis}"])
        return self.comma.join(said)

    def dated(self, figure: str, about: str) -> str:
        """A figure with what is said of its time, in brackets."""
        return self.word("figure_about", figure=figure, about=about) if about else figure

    def gap(self, outcome: Quantity, goal: Quantity) -> str:
        """The size of the difference, without a sign: 1.5 percentage points; 37; "" where there is none to state."""
        size = difference(outcome, goal)
        if size is None or not size.value:
            return ""
        unit = goal.unit.difference or goal.unit
        if size.bound in ("at_least", "at_most"):  # without the sign it may be larger in either
            return self.word("gap_at_least", size=self.size(abs(size.value), unit))
        return self.size(abs(size.value), unit, bound=size.bound)

    def verdict(self, outcome: Quantity, goal: Quantity, years: tuple[str, str]) -> str:
        """What a `same` comparison says of the goal: the same as in 2022; lower than in 2022 by 37; or why nothing: the
        number is the same as for 2022, and the report says “at least”."""
        how, size = order(outcome, goal), self.gap(outcome, goal)
        key = f"verdict_{how}{'_by' if size and how != 'equal' else ''}"
        if not how:
            key = f"verdict_{_open(outcome, goal)}"
        return self.word(key, was=years[0], size=size, words=self._hedges(outcome, goal))

    def _hedges(self, *stated: Quantity) -> str:
        """The words round some figures that keep them from being compared, each once, in quotation marks."""
        found = dict.fromkeys(f"“{word}”" for q in stated if (word := self.hedge(q)))
        return ("" if self.han else self.separator).join(found)

    def comparison(
        self,
        kind: Comparability,
        outcome: Quantity | None,
        goal: Quantity | str,
        reason: str,
        years: tuple[str, str],
        bases: tuple[Basis | None, Basis | None] = (None, None),
    ) -> str:
        """One comparison as sentences.

        `goal` is a figure or, for a goal in words, the words; `reason` is "" where the class needs none;
        `years` are those of the outcome and of the goal, `bases` their bases.
        """
        says = {
            "was": years[0],
            "will": years[1],
            "goal": goal if isinstance(goal, str) else self.dated(self.figure(goal), self.about(None, bases[1])),
            "outcome": self.dated(self.figure(outcome), self.about(None, bases[0])) if outcome else "",
        }
        if outcome is None:
            return self.word("beside_no_baseline", **says) + (f"{self.space}{reason}" if reason else "")
        beside = self.word("beside", **says)
        if kind == "same" and isinstance(goal, Quantity):
            settled = order(outcome, goal) or _open(outcome, goal) == "within"
            verdict = self.verdict(outcome, goal, years)
            said = self.word("beside_same" if settled else "beside_open", beside=beside, verdict=verdict)
            return said + (f"{self.space}{reason}" if reason else "")
        return self.word(f"beside_{kind}", beside=beside, reason=reason)


def _open(outcome: Quantity, goal: Quantity) -> Literal["within", "range", "vague", "alike", "above", "below"]:
    """Why no order is stated."""
    if goal.high is not None and outcome.high is None and outcome.bound in ("exact", "about"):
        return "within"
    if outcome.high is not None:
        return "range"
    if goal.high is not None or "several" in (outcome.bound, goal.bound):
        return "vague"
    return numbers(outcome, goal)
