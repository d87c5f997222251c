"""What the members of a list share, and what governs them: verb, bound and unit. Pure.

分别增长6%、14.1%和19.3%: each grows. 分别超过3亿元、5亿元: each is more than that. 高4.2和0.7个百分点, 20万、30万亩: the
unit of the last is that of all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from workreport.figures import after
from workreport.figures.before import NOUNS, Backwards
from workreport.figures.item import Item
from workreport.figures.words import CLAUSE

_NEXT = re.compile(r"(?:[、和与及或]|以及)(?=[0-9])")
_BETWEEN = re.compile("[、，和与及或,；]|以及")
_ELLIPTIC = re.compile("(?:[、和与及]|以及)[^，。、；：,;:率比占重度达为至到在0-9]{1,10}")
_HIGHER = re.compile("[，、；]并?(?:力争|争取|确保|努力|奋力|冲刺)(?:达到|达|实现|完成|在)?")


class Scope:
    """What the words of one text govern."""

    def __init__(self, text: str, back: Backwards) -> None:
        self._text = text
        self._back = back
        self._clauses: list[int] = []

    def clause(self, at: int) -> int:
        """Where the clause begins that `at` is in."""
        if not self._clauses:
            self._clauses = [0, *(match.end() for match in CLAUSE.finditer(self._text))]
        return self._clauses[bisect_right(self._clauses, at) - 1]

    def waits(self, end: int) -> bool:
        """Whether a number that ends at `end` may take the unit of the next one."""
        return _NEXT.match(self._text, end) is not None

    def joined(self, one: Item, other: Item) -> bool:
        """Whether two numbers stand in one list with nothing but its sign between them."""
        return other.start - one.end <= 2 and _BETWEEN.fullmatch(self._text, one.end, other.start) is not None

    def settle(self, item: Item, items: Sequence[Item]) -> None:
        """Give an item what its list shares with it, and its kind; `items` are those before it."""
        previous = items[-1] if items else None
        listed = previous is not None and not item.governed.says and self.joined(previous, item)
        if previous is not None and listed and item.bound == "exact" and previous.governed.each:
            item.governed.each = True
            if previous.hedge and previous.hedge == previous.governed.hedge:
                item.bound, item.hedge, item.governed.hedge = previous.bound, previous.hedge, previous.hedge
        if item.changes:
            self._kind(item, previous, listed=listed)

    def _kind(self, item: Item, previous: Item | None, *, listed: bool) -> None:
        """Whether the number is a level or a change."""
        governed = item.governed
        kind = governed.kind
        begin = max(previous.end if previous is not None else 0, self.clause(item.start))
        if "点" in item.unit and self._back.apart(begin, item.start):
            item.kind = "level"
            return
        if "点" in item.unit and governed.verb in NOUNS and not governed.link:
            kind, governed.verb = None, ""  # 高于全省增速1个百分点 grows by nothing
        if kind is None and not governed.link and not governed.verb:
            if previous is not None and previous.printed == item.printed and (listed or self._elided(previous, item)):
                item.kind = previous.kind
                return
            kind = self._back.change(begin, item.start, item.unit)
        if kind is None and previous is not None and self._raised(previous, item):
            kind = previous.kind
        if kind is None and item.unit != "倍" and after.grows(self._text, item.end):
            kind = "growth"
        sign = self._text[item.number - 1 : item.number]
        if sign == "-" and kind in (None, "growth"):
            kind = "decline"
        elif sign == "+" and kind is None:
            kind = "growth"
        item.kind = kind or ("multiple" if item.unit == "倍" else "level")

    def _raised(self, previous: Item, item: Item) -> bool:
        """Whether a goal is set once more, higher: 增长12%，力争达到13%."""
        return (
            previous.kind in ("growth", "decline")
            and previous.printed == item.printed
            and item.start - previous.end <= 12
            and _HIGHER.fullmatch(self._text, previous.end, item.start) is not None
        )

    def _elided(self, previous: Item, item: Item) -> bool:
        """Whether the verb of a change is left out before its next subject: 工业增长5%、农业3%."""
        return (
            previous.kind in ("growth", "decline", "improvement")
            and item.start - previous.end <= 12
            and _ELLIPTIC.fullmatch(self._text, previous.end, item.start) is not None
        )
