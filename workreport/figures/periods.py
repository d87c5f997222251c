"""Of which years a figure speaks, and on what basis, as far as its sentence says. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

Basis = Literal["year_on_year", "annual_average", "cumulative", "comparable", "planned", "previous_period"]
BASES: tuple[Basis, ...] = get_args(Basis)
"""Year on year (同比), a yearly average (年均), a running total (累计), at comparable prices or scope (可比口径), planned
(计划, 力争), against the quarter or the month before (环比)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Years, both included. `first` is None where the sentence gives an end alone (到2027年)."""

    first: int | None
    last: int | None


_TIME = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})(?:年?[-—–~～至到]{1,2}(?P<last>(?:19|20)?[0-9]{2}))?年(?P<since>以来)?"
    r"|十(?P<plan>[一二三四五六七])五”?(?P<end>末)?"
)
_PLANS = {"一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026, "六": 2031, "七": 2036}
_FROM, _AGAINST, _TO, _UNTIL = (frozenset(words) for words in ("从由自", "比较", "到是为于至", "到至"))
_BACK = ("恢复", "回升", "相当")
_BASES: tuple[tuple[Basis, re.Pattern[str]], ...] = (
    ("annual_average", re.compile("年均|年平均|年度平均|平均每年|[两二三四五][0-9]?年平均|复合增")),
    ("previous_period", re.compile("环比|比上月|比上季|较上月|较上季")),
    ("comparable", re.compile("可比|同口径|不变价")),
    ("year_on_year", re.compile("同比|[比较](?:上年|去年|上一年|上一年度)|(?:上年|去年)同期|(?<![0-9])年增长")),
    ("cumulative", re.compile("累计|累积|五年共|总计|历年")),
    ("planned", re.compile("(?<!度)计划(?![的内单])|拟|力争|目标|确保|争取|预期")),
)
_ANY_BASIS = re.compile("|".join(pattern.pattern for _, pattern in _BASES))


class Times:
    """The years that a text names, asked for from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._named = _TIME.finditer(text)
        self._next = next(self._named, None)
        self._begin = 0
        self._current: Period | None = None
        self._base: tuple[int, Period] | None = None

    def at(self, sentence: int, clause: int, start: int) -> tuple[Period | None, Basis | None]:
        """What governs a figure that begins at `start`, in the sentence and the clause that begin there."""
        if sentence != self._begin:
            self._begin, self._current = sentence, None
        while self._next is not None and self._next.start() < start:
            if self._next.start() >= sentence:
                self._name(self._next)
            self._next = next(self._named, None)
        basis: Basis | None = None
        begin = max(clause, start - 60)
        if _ANY_BASIS.search(self._text, begin, start):
            words = self._text[begin:start]
            basis = next((name for name, pattern in _BASES if pattern.search(words)), None)
        based = self._base is not None and self._base[0] >= clause
        return self._base[1] if based and self._base else self._current, basis

    def _name(self, match: re.Match[str]) -> None:
        """Take one expression of time: a base (比2020年, 是2015年的…) is one for its clause alone."""
        start, end = match.span()
        before = self._text[start - 1 : start] if start else ""
        if match["plan"]:
            first = _PLANS[match["plan"]]
            self._current = Period(first=first + 4 if match["end"] else first, last=first + 4)
            return
        year, last = int(match["year"]), match["last"]
        if last:
            self._current = Period(first=year, last=int(last) if len(last) == 4 else year // 100 * 100 + int(last))
        elif (before in _FROM or (before in _UNTIL and self._text[max(0, start - 3) : start - 1] not in _BACK)) and (
            self._text[end : end + 1] == "的"
        ):
            self._base = (start, Period(first=year, last=year))
        elif before in _AGAINST or (before in _TO and self._text[end : end + 1] == "的"):
            self._base = (start, Period(first=year, last=None))
        elif before in _UNTIL:
            self._current = Period(first=None, last=year)
        elif match["since"] or before in _FROM:
            self._current = Period(first=year, last=None)
        else:
            self._current = Period(first=year, last=year)
