"""A number with all that belongs to it: unit, hedges, range, denominator. Pure."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from workreport.figures import after
from workreport.figures.asides import Reason, ends_name, names_noun
from workreport.figures.attributes import of_class, of_quantity
from workreport.figures.before import UP_VERBS, Backwards, Before
from workreport.figures.bounds import ROUGHLY, UP_TO, Bound
from workreport.figures.compose import compose
from workreport.figures.figure import Reading
from workreport.figures.item import CHANGES, Item
from workreport.figures.quantity import Kind
from workreport.figures.scope import Scope
from workreport.figures.tight import Tight
from workreport.figures.units import Tail, Units
from workreport.figures.words import CLAUSE

_DIGIT = re.compile("[0-9]")
_POINTS = frozenset({"个百分点", "个千分点", "个基点"})
_TIMES = frozenset({"年", "月", "天", "日", "次"})
"""每月 makes a rate of the number next to it alone: 每月800元, but not 每年新增5万人."""
_MARKS = re.compile("(?P<amount>[0-9十百千万亿]{1,12}(?:美?元|斤|吨|辆|人次)?)(?:的?大关|的?台阶|关口|门槛)")
_HAS = re.compile("拥有|享有|配有|配备")
_ALSO = re.compile("[、和及][^，。、；：,;:0-9达增到至超]{1,6}")
_REACHED = frozenset({"达到了", "达到", "达", *UP_VERBS})
_LEVEL = re.compile("$|[，。、；）]|的?规模|的?新?台阶")


class Phrases:
    """The quantities of one text, in the order in which the scanner finds them."""

    def __init__(self, whole: str, units: Units) -> None:
        self._tight = Tight(whole)
        self.text = self._tight.text
        self._units = units
        self._back = Backwards(self.text)
        self._scope = Scope(self.text, self._back)
        self._items: list[Item] = []
        self._left: list[tuple[int, int, Reason]] = []
        self._waiting: list[Item] = []
        self._per: tuple[str, int, int] | None = None
        self._classed = -1
        """Where the last threshold ends: 超10亿元、20亿元的企业 are two."""

    def reading(self) -> Reading:
        """All that was read."""
        self._give_up()
        return compose(self._tight, self._items, self._left, self._scope, self._units)

    def leave(self, start: int, end: int, reason: Reason) -> int:
        """A run that is no figure; returns its end."""
        self._left.append((start, end, reason))
        return end

    def word(
        self,
        start: int,
        end: int,
        value: int | Decimal,
        unit: str = "",
        *,
        kind: Kind = "level",
        bound: Bound = "exact",
    ) -> int:
        """A quantity that a word states (零增长, 翻一番, 过半); returns the offset after it."""
        before, hedge = Before(start=start), ""
        if bound == "exact" and kind != "all":
            before = self._back.read(start)
            bound, hedge, kind = before.bound or "exact", before.hedge, before.kind or kind
        if found := after.hedge(self.text, end, unit):
            bound, hedge, end = found
        self._items.append(
            Item(
                start=before.start, end=end, number=start, value=Decimal(value), unit=unit, bound=bound, hedge=hedge,
                kind=kind, governed=before,
            )
        )  # fmt: skip
        return end

    def denominator(self, at: int) -> int:
        """每万人: kept for the figure that follows in its clause; returns the offset after it."""
        found = self._units.per(self.text, at)
        if found is None:
            return at + 1
        per, end = found
        if _DIGIT.search(per):
            self.leave(at, end, "denominator")
        return self.per(per, at, end)

    def per(self, per: str, start: int, end: int) -> int:
        """What the figure that follows is over; returns the offset after it. 每人每月: over both."""
        if self._per is not None and self._per[2] == start:
            per, start = f"{self._per[0]}·{per}", self._per[1]
        self._per = (per, start, end)
        return end

    def quantity(
        self,
        start: int,
        end: int,
        value: Decimal,
        *,
        unit: str | None = None,
        scale: str = "",
        high: Decimal | None = None,
        bound: Bound | None = None,
        hedge: str = "",
        bare: bool = False,
        chinese: bool = False,
        allowed: frozenset[str] | None = None,
    ) -> int:
        """The number from `start` to `end`; returns the offset after what was read.

        `unit`: where the number itself says it (三分之二); `bare`: a 百, 千, 万 or 亿 alone, with `scale` where it is one;
        `chinese`: in Chinese numerals, which count only with a unit, one of `allowed` where nothing bounds them.
        """
        text = self.text
        before = self._back.read(start, bare=bare)
        tail = Tail(scale="", unit=unit, more="", end=end) if unit is not None else self._units.tail(text, end)
        if high is None and unit is None and text[start - 1 : start] not in ("由", "从"):
            found = after.second(text, tail, self._units)
            if found and found[0] > value:
                high, tail = found
        if bare and not (before.hedge or tail.more or bound or _reached(text, before, tail)):
            classified = tail.scale[-1:] in ("万", "亿") and of_class(text, tail.end)
            return self.leave(start, tail.end if classified else end, "threshold" if classified else "word")
        follows = after.hedge(text, tail.end, tail.unit)
        if chinese and not self._counts(tail, before, allowed, bounded=bool(bound or follows)):
            return self.leave(start, end, "word")
        item = Item(
            start=before.start, end=follows[2] if follows else tail.end, number=start, value=value, high=high,
            scale=scale + tail.scale, unit=tail.unit, governed=before,
        )  # fmt: skip
        item.bound, item.hedge = _bound(item, tail, before, follows, (bound, hedge) if bound else None)
        if bare and not tail.unit and (part := of_quantity(text, item, bare=True, bounded=True)):
            return self.leave(start, item.end, part)
        if not tail.unit and unit is None and (why := self._unitless(item, tail, bounded=follows is not None)):
            return item.end if why == "waits" else self.leave(start, tail.end if item.scale else end, why)
        listed = self._classed + 1 == start and text[self._classed] in "、和"
        if part := of_quantity(text, item, bare=bare, bounded=item.bound != "exact" or listed):
            self._give_up()
            self._classed = item.end if part == "threshold" else -1
            return self.leave(start, item.end, part)
        if tail.unit in ("个", "道") and (mark := _MARKS.match(text, tail.end)):
            item.start, item.bound, item.hedge = start, "exact", ""  # 跨过两个万亿元大关: past the amount
            self._settle(item)
            return self.leave(tail.end, mark.end("amount"), "threshold")
        self._settle(item)
        return item.end

    def _counts(self, tail: Tail, before: Before, allowed: frozenset[str] | None, *, bounded: bool) -> bool:
        """Whether a numeral in Chinese counts something."""
        if not tail.unit:
            return bool(tail.scale and (before.says or tail.more or bounded))
        return allowed is None or tail.unit in allowed or bool(before.hedge or tail.more)

    def _unitless(self, item: Item, tail: Tail, *, bounded: bool) -> Reason | Literal["waits", ""]:
        """Why a number without a unit is no quantity; "waits" where its list may give it one, "" where it needs none."""
        text, stop = self.text, tail.end
        if not tail.more and self._scope.waits(stop):
            if self._waiting and not self._scope.joined(self._waiting[-1], item):
                self._give_up()
            self._waiting.append(item)
            return "waits"
        follows = text[stop : stop + 1]
        if bounded:
            return ""
        if "\u4e00" <= follows <= "\u9fff":
            if item.scale and follows == "级":
                return "threshold"
            counts = item.hedge == UP_TO or after.counted(text, stop)
            if (item.scale or tail.more) and counts:
                return ""
            return "name" if not item.scale and names_noun(text, item.number, stop) else "unit_unknown"
        if item.scale:
            return ""
        whole = item.value == item.value.to_integral_value()
        if follows != " " and (item.governed.says or (not whole and not follows.isascii())):
            return ""
        return "name" if ends_name(text, item.number, stop) else "unread"

    def _settle(self, item: Item) -> None:
        """The unit goes to those of its list that wait for it; what the list shares comes to the item."""
        if self._waiting:
            waiting, self._waiting = self._waiting, []
            if self._scope.joined(waiting[-1], item):
                for member in waiting:
                    member.scale, member.unit = member.scale or item.scale, item.unit
                    self._place(member)
            else:
                self._waiting = waiting
                self._give_up()
        if item.unit in _POINTS:
            self._points(item)
        self._place(item)

    def _points(self, item: Item) -> None:
        """低0.3个和0.5个百分点: the 个 of those before is that of points."""
        members: list[Item] = []
        following = item
        while self._items and self._items[-1].unit == "个" and self._scope.joined(self._items[-1], following):
            following = self._items.pop()
            following.unit = item.unit
            members.append(following)
        for member in reversed(members):
            self._place(member)

    def _place(self, item: Item) -> None:
        self._scope.settle(item, self._items)
        if item.unit and item.unit not in CHANGES and "/" not in item.unit:
            self._over(item)
        self._items.append(item)

    def _over(self, item: Item) -> None:
        """Give an item the denominator that stands before it, or that of the item before it in its list."""
        previous = self._items[-1] if self._items else None
        if self._per is not None:
            per, begin, end = self._per
            self._per = None
            near = end == item.start or (per not in _TIMES and item.start - end <= 40)
            if near and not CLAUSE.search(self.text, end, item.start):
                item.unit, item.per = f"{item.unit}/{per}", per
                item.had = _HAS.search(self.text, end, item.start) is not None
                item.start = begin if end == item.start else item.start
        elif previous and previous.per:
            alike = previous.unit == f"{item.unit}/{previous.per}" and self._scope.joined(previous, item)
            if alike or self._has_too(previous, item):
                item.unit, item.per, item.had = f"{item.unit}/{previous.per}", previous.per, previous.had

    def _has_too(self, previous: Item, item: Item) -> bool:
        """每百户拥有汽车45辆、电脑60台: the denominator is that of all that is had."""
        return previous.had and _ALSO.fullmatch(self.text, previous.end, item.start) is not None

    def _give_up(self) -> None:
        """Those that wait for a unit get none."""
        self._left += [(item.number, item.end, "unread") for item in self._waiting]
        self._waiting = []


def _reached(text: str, before: Before, tail: Tail) -> bool:
    """Whether a scale without a number is one of it, which is reached: 达到万亿元规模, 迈上千亿元台阶."""
    if before.link in _REACHED:
        return bool(tail.unit) or _LEVEL.match(text, tail.end) is not None
    return before.link in ("为", "至", "到") and tail.unit == "元" and _LEVEL.match(text, tail.end) is not None


def _bound(
    item: Item,
    tail: Tail,
    before: Before,
    follows: tuple[Bound, str, int] | None,
    own: tuple[Bound, str] | None,
) -> tuple[Bound, str]:
    """What the words round the number say of it, and the word that does; what follows it says it before what precedes."""
    if own is not None:
        return own
    if follows:
        return ("range" if item.high is not None else follows[0]), follows[1]
    if item.high is not None:
        item.start = item.number
        return "range", ""
    if before.bound:
        return before.bound, before.hedge
    if tail.more:
        return ("about" if tail.more == ROUGHLY else "at_least"), tail.more
    return "exact", ""
