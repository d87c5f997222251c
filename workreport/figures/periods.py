"""Of which years a figure speaks, and on what basis, as far as a text says. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import merge
from typing import Literal, get_args

from workreport.figures.numerals import numeral_value

Basis = Literal["year_on_year", "annual_average", "cumulative", "comparable", "planned", "previous_period"]
BASES: tuple[Basis, ...] = get_args(Basis)
"""Year on year (同比), a yearly average (年均), a running total (累计), at comparable prices or scope (可比口径), planned
(计划投资, 力争), against the quarter or the month before (环比)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Years, both included. `first` is None where a text gives an end alone (到2027年), `last` where it gives a beginning."""

    first: int | None
    last: int | None

    @classmethod
    def alone(cls, year: int) -> Period:
        """One year: what a figure speaks of where nothing is said."""
        return cls(first=year, last=year)

    @property
    def years(self) -> int | None:
        """How many years; None where an end is open."""
        return None if self.first is None or self.last is None else self.last - self.first + 1

    def __str__(self) -> str:
        if self.first == self.last:
            return str(self.first)
        return f"{self.first or ''}-{self.last or ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A run of a text that names years."""

    start: int
    period: Period
    base: bool = False
    """Whether they are what something is measured against (比2020年, 是2015年的2倍)."""
    brief: bool = False
    """Whether they are so for their clause alone, as every base is (由2015年的80亿元提高到2022年的)."""
    until: int | None = None
    """Where the other end of a from–to begins, which they are not the years of: 由2017年的75岁提高到78岁."""
    relative: bool = False
    """Whether they were counted from the report's (过去五年)."""


_NUMBER = "(?:[一二两三四五六七八九十]{1,3}|[0-9]{1,2})"
_DATED = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})(?:年?[-—–~～至到]{1,2}(?P<last>(?:19|20)?[0-9]{2}))?年(?:[0-9]{1,2}月[份初底]?)?"
    r"(?P<since>以来|起|至今)?(?P<upon>[末底]?的?(?:基础上|相比))?"
    r"|十(?P<plan>[一二三四五六七])五”?(?:(?P<end>期?末)|(?P<under>以来)|期间|时期)"
)
_COUNTED = re.compile(
    rf"(?:过去|近|最近|这)的?(?P<ago>{_NUMBER})年|(?P<for>{_NUMBER})年(?:多?来(?!首|最)|间|累计|共|平均)"
    rf"|(?:今后|未来|接下来)的?(?P<ahead>{_NUMBER})年|(?P<now>今年|本年)"
)
_BASES: tuple[tuple[Basis, re.Pattern[str]], ...] = (
    # 年均浓度 is what is measured, and none of two that could be compared on another basis.
    ("annual_average", re.compile("年均(?!浓度|值|水平|气温|降水)|年平均|年度平均|平均每年|[两二三四五][0-9]?年平均|复合增")),
    ("previous_period", re.compile("环比|[比较]上[月季]")),
    ("comparable", re.compile("可比|同口径|不变价")),
    ("year_on_year", re.compile("同比|[比较](?:上年|去年|上一年)|(?:上年|去年)同期")),
    ("cumulative", re.compile("累计|累积|五年共|总计|历年")),
    # 目标 and 确保 are not here: 完成全年目标的132% is done, and what a report ensures is a goal without being said to be.
    ("planned", re.compile("(?:计划|规划)(?:总?投资|完成|实现|建|新|引进|用|开工|投入|总|面积)|拟(?:建|投|用|新|引进|开工)|力争")),
)  # fmt: skip
_ANY_BASIS = re.compile("|".join(pattern.pattern for _, pattern in _BASES))
_REACH = re.compile("[^，。；]{1,24}?[0-9][^，。；0-9]{1,14}?[到至为]")
_FROM, _AGAINST, _IS, _UNTIL = (frozenset(words) for words in ("从由自", "比较", "是为于", "到至"))
_BACK = ("恢复", "回升", "相当")
_APART = re.compile("[、0-9]")


def named(text: str, report: int | None = None, now: int | None = None) -> Iterator[Named]:
    """The runs of `text`, which has no white space, that name years, in their order.

    `report`: the year of the report, whose tasks are for it and whose review is of the year before; `now`: which of the
    two 今年 is. Without them what counts from the report (过去五年) names no years that are known.
    """
    found: Iterator[Named] = (one for match in _DATED.finditer(text) if (one := _dated(match, text)))
    if report is not None:
        counted = (_counted(match, report, now) for match in _COUNTED.finditer(text))
        found = merge(found, (one for one in counted if one), key=lambda one: one.start)
    return found


def governing(found: Iterable[Named], clause: int = 0) -> Period | None:
    """Which of the years that a sentence names speak of a figure at its end, in the clause that begins at `clause`."""
    scope = _Scope()
    for one in found:
        scope.take(one)
    return scope.period(clause)


def bases_in(text: str) -> frozenset[Basis]:
    """The bases that a text without white space names."""
    return frozenset(name for name, pattern in _BASES if pattern.search(text))


class Times:
    """The years and bases that a text names, asked for from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._named = named(text)
        self._next = next(self._named, None)
        self._scope = _Scope()
        self._begin = 0

    def at(self, sentence: int, clause: int, start: int) -> tuple[Period | None, Basis | None]:
        """What governs a figure that begins at `start`, in the sentence and the clause that begin there."""
        if sentence != self._begin:
            self._begin, self._scope = sentence, _Scope()
        while self._next is not None and self._next.start < start:
            if self._next.start >= sentence:
                self._scope.take(self._next)
            self._next = next(self._named, None)
        begin = max(clause, start - 60)
        basis = _basis(self._text[begin:start]) if _ANY_BASIS.search(self._text, begin, start) else None
        return self._scope.period(clause, start), basis


class _Scope:
    """What the years of a sentence, taken in their order, come to."""

    def __init__(self) -> None:
        self._current: Period | None = None
        self._brief: tuple[int, Period] | None = None
        self._until: int | None = None

    def take(self, one: Named) -> None:
        """The next run that names years."""
        if not one.brief:
            self._current, self._brief = one.period, None
            return
        first, last = one.period.first, self._current.last if self._current else None
        period = one.period
        if one.base and first is not None and last is not None and last > first:
            # 2025年比2020年: from the one to the other; what is measured against the year before speaks of its year.
            period = Period(first=last if last == first + 1 else first, last=last)
        self._brief, self._until = (one.start, period), one.until

    def period(self, clause: int, start: int | None = None) -> Period | None:
        """For a figure in the clause that begins at `clause`: the one at `start`, or at the end of what was read."""
        if not self._brief or self._brief[0] < clause:
            return self._current
        reached = self._until is not None and (start is None or start >= self._until)
        return self._current if reached else self._brief[1]


def _basis(words: str) -> Basis | None:
    """The basis that the words before a figure name: of several in a list, that of the last member."""
    last = max(match.start() for match in _ANY_BASIS.finditer(words))
    near = _APART.split(words[:last])[-1] + words[last:]
    return next((name for name, pattern in _BASES if pattern.search(near)), None)


def _counted(match: re.Match[str], report: int, now: int | None) -> Named | None:
    """今年, 过去五年, 今后五年."""
    if match["now"]:
        if now is None:
            return None
        period = Period(first=now, last=now)
    else:
        years = int(numeral_value(match["ago"] or match["for"] or match["ahead"]) or 0)
        if not years:
            return None
        first = report if match["ahead"] else report - years
        period = Period(first=first, last=first + years - 1)
    return Named(start=match.start(), period=period, relative=True)


def _dated(match: re.Match[str], text: str) -> Named | None:
    """2021—2025年, 到2030年, 比2020年, “十四五”期间."""
    start, end = match.span()
    before = text[start - 1] if start else ""
    if plan := match["plan"]:
        if text[max(0, start - 2) : start].rstrip("“")[-1:] in _AGAINST | _IS | _UNTIL or text.startswith(
            ("相比", "”相比"), end
        ):
            return None  # 较“十三五”时期: the years that a figure is measured against are not its own
        first = 2001 + 5 * int(numeral_value(plan) or 0)
        last: int | None = None if match["under"] else first + 4
        return Named(start=start, period=Period(first=last if match["end"] else first, last=last))
    year = int(match["year"])
    if printed := match["last"]:
        last = int(printed) if len(printed) == 4 else year // 100 * 100 + int(printed)
        return Named(start=start, period=Period(first=year, last=last))
    of, back = text[end : end + 1] == "的", text[max(0, start - 3) : start - 1] in _BACK
    if before in _AGAINST or match["upon"] or (of and (before in _IS or (before in _UNTIL and back))):
        return Named(start=start, period=Period(first=year, last=None), base=True, brief=True)
    if of and (before in _FROM or before in _UNTIL):
        reach = _REACH.match(text, end)
        until = reach.end() if reach and before in _FROM else None
        return Named(start=start, period=Period(first=year, last=year), brief=True, until=until)
    if before in _UNTIL:
        return Named(start=start, period=Period(first=None, last=year))
    since = match["since"] or before in _FROM
    return Named(start=start, period=Period(first=year, last=None if since else year))
