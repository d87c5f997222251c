"""Units: which there are, how Chinese writes them after a number, what English calls them.

Pure. One table is made from `units.yaml` beside this module and that of the content folder, and goes the whole way: the
reader, parity, the gate, wording, charts and exports ask the same object.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from workreport.figures.bounds import INSIDE, ROUGHLY
from workreport.figures.unitcodes import UNNAMED, over
from workreport.figures.words import any_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A power of ten that Chinese writes before a unit: 万."""

    printed: str
    factor: Decimal
    name: Mapping[str, str]
    """By language, for the data files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """What English prints a unit in besides: 斤 also in kilograms, of which one is half."""

    one: str
    other: str
    factor: Fraction
    """How many of it make one of the unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainUnit:
    """A unit without a scale (人, 平方米/万人) and its English."""

    zh: str
    one: str
    other: str
    print: Literal["spaced", "close", "none"] = "spaced"
    named: tuple[str, ...] = ()
    """English texts must name the unit with one of these words."""
    alone: bool = False
    """Counts only where no word is joined to it: 81金, but not 81金贸."""
    counter: bool = False
    """A bare measure word (个, 家), which says nothing of what is counted."""
    words: tuple[str, ...] = ()
    """Words that begin with it and are no unit: 家庭, 家长."""
    converts: Conversion | None = None
    """What English prints it in besides, where a conversion is meant."""
    difference: str = ""
    """The unit that differences are stated in, where it is another: 个百分点 for %."""
    code: str = ""
    """In UCUM, or for money in ISO 4217; "" where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit as the report prints it: 万人 is 人 by 10,000."""

    scale: Scale | None
    plain: PlainUnit
    per: str
    """What a rate is per (万人 for 平方米/万人), which Chinese writes before the number; "" for other units."""
    known: bool
    """Whether the table has it."""
    difference: Unit | None = None
    """The unit that its differences are stated in, where it is another."""

    @property
    def printed(self) -> str:
        """As the report prints it."""
        return (self.scale.printed if self.scale else "") + self.plain.zh

    def __str__(self) -> str:
        return self.printed

    @property
    def factor(self) -> Decimal:
        """How many of the plain unit it is."""
        return self.scale.factor if self.scale else Decimal(1)

    def like(self, other: Unit) -> bool:
        """Whether both count in one unit; bare counters (个, 家, 项 …) say nothing of what is counted."""
        return self.plain == other.plain or (self.plain.counter and other.plain.counter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """What follows a number: its unit with the scale, 余 or 多 inside it, and the offset after it."""

    scale: str
    unit: str
    more: str
    end: int

    @property
    def printed(self) -> str:
        """The unit with its scale."""
        return self.scale + self.unit


_UNNAMED = {
    "人口": ("person", "people"),
    "生": ("student", "students"),
    "月": ("month", "months"),
    "季": ("quarter", "quarters"),
    "学期": ("term", "terms"),
}
"""Denominators that are no units."""
_TIMED = re.compile("[·/]")
"""Before the time of a denominator: 元/人·年."""
_MOST_MORE = 2
"""Denominators of one unit after its first."""
_TIMES = ("年", "季度", "天", "日", "次")
"""What 每 may stand before besides rates: 每次20元."""


def joined(after: str) -> bool:
    """Whether the next character makes one word with what stands before it (81金贸 is not 81 gold medals)."""
    return bool(after) and "\u4e00" <= after <= "\u9fff" and after not in "的牌枚"


class Units:
    """The table of units.

    `rates` are what 每 may stand before (每万人): a unit over one of them (平方米/万人) is written that way round; any
    other unit with a slash (微克/立方米) is written as it is. A unit over a rate needs no entry of its own.
    """

    def __init__(self, scales: Iterable[Scale], units: Iterable[PlainUnit], rates: Iterable[str]) -> None:
        self._scales = {scale.printed: scale for scale in scales}
        self._plain = {unit.zh: unit for unit in units}
        self._rates = frozenset(rates)
        self._made: dict[str, Unit] = {}
        self.factors: Mapping[str, Decimal] = {scale.printed: scale.factor for scale in self._scales.values()}
        """What each scale multiplies by."""
        self._longest_first = sorted(self._scales, key=len, reverse=True)
        no = {zh: unit.words for zh, unit in self._plain.items() if unit.words}
        names = [zh for zh in self._plain if zh and not self._over(zh)]
        within = [f"个多{zh[1:]}" for zh in names if zh[0] == "个" and len(zh) > 1]
        latin = re.compile(r"[A-Za-z]$")
        unit = any_of([*(zh for zh in names if not latin.search(zh)), *within], no)
        short = any_of(zh for zh in names if latin.search(zh))
        # 3千米 is three kilometers: where a unit begins with the scale, it is the unit.
        scale = any_of(self._scales, {s: [zh for zh in names if zh.startswith(s)] for s in self._scales})
        more = f"[{''.join(INSIDE)}{ROUGHLY}]"
        self._after = re.compile(
            rf"(?P<more>{more})?(?P<scale>{scale})?(?P<late>{more})?(?P<unit>{unit}|(?:{short})(?![A-Za-z]))?"
        )
        self._pair = re.compile(rf"[（(](?:{unit})(?:[、/](?:{unit})){{0,3}}[）)]")
        per = f"(?:{scale})?(?:{any_of([*self._rates, *names, *_UNNAMED])})"
        self._over_one = re.compile(rf"/(?P<per>{per})|每(?P<each>{per})(?=[，。、；：）)的以左/·每]|$)")
        self._over_more = re.compile(rf"[/·每](?P<per>{per})")
        listed = [zh.partition("/")[2] for zh in self._plain if "/" in zh and not self._over(zh)]
        over = any_of([*self._rates, *listed, *_UNNAMED, *_TIMES])
        number = "[0-9〇零一二两三四五六七八九十百千万亿]"
        self._per = re.compile(rf"每(?P<per>{number}*(?:{over}))")
        self._words = {zh: re.compile(any_of(unit.words)) for zh, unit in self._plain.items() if unit.words}

    def _over(self, zh: str) -> bool:
        per = zh.partition("/")[2]
        return per in self._rates or per.lstrip("".join(self._scales)) in self._rates

    @property
    def names(self) -> Iterable[str]:
        """The plain units, as Chinese writes them."""
        return self._plain.keys()

    def plain(self) -> Iterable[PlainUnit]:
        """The plain units."""
        return self._plain.values()

    def unit(self, printed: str) -> Unit:
        """A unit as printed; one that the table does not have is its own plain unit and has no English."""
        made = self._made.get(printed)
        if made is None:
            made = self._made[printed] = self._make(printed)
        return made

    def _make(self, printed: str) -> Unit:
        scale, plain = self._split(printed)
        known, per = self._plain.get(plain) or self._rate(plain), plain.partition("/")[2]
        return Unit(
            scale=scale,
            plain=known or PlainUnit(zh=plain, one="", other=""),
            per=per if self._over(plain) else "",
            known=known is not None,
            difference=self.unit(known.difference) if known and known.difference else None,
        )

    def _rate(self, plain: str) -> PlainUnit | None:
        """A unit over what 每 may stand before (张/千人), or a part of a whole (/3, a third), made of what the table has."""
        one, opened, pair = plain.rstrip("）)").replace("(", "（").partition("（")
        if opened and one in self._plain and all(other in self._plain for other in re.split("[、/]", pair)):
            return replace(self._plain[one], zh=plain, words=())
        over, slash, per = plain.partition("/")
        if not over and slash and per.isdigit():
            return PlainUnit(zh=plain, one=f"/{per}", other=f"/{per}", print="close")
        if not over and slash and per[:-1].isdigit() and per[-1] in self._scales:
            per = f"per {int(per[:-1]) * self._scales[per[-1]].factor:,}"
            return PlainUnit(zh=plain, one=per, other=per)
        if not over and plain == "∶1":
            return PlainUnit(zh=plain, one=" to 1", other=" to 1", print="close")
        of = self._plain.get(over)
        if of is None or not slash or not (self._over(plain) or all(map(self._is_over, _TIMED.split(per)))):
            return None
        counted = of.print == "none"
        per_what = self._per_what(per)
        return PlainUnit(
            zh=plain,
            one=per_what if counted else f"{of.one} {per_what}",
            other=per_what if counted else f"{of.other} {per_what}",
            named=of.named,
            code=self._code_over(of.code, per),
        )

    def _code_over(self, code: str, per: str) -> str:
        of, *times = _TIMED.split(per)
        scale, plain = self._split(of)
        below = [self._plain[name].code if name in self._plain else UNNAMED.get(name, "") for name in (plain, *times)]
        return over(code, below, scale.factor if scale else Decimal(1))

    def _per_what(self, per: str) -> str:
        """A denominator in English: per 1,000 people, per person per year."""
        of, *times = _TIMED.split(per)
        scale, plain = self._split(of)
        known = self._plain.get(plain)
        one, other = (known.one, known.other) if known else _UNNAMED.get(plain, (plain, plain))
        size = f"{scale.factor:,} {other}" if scale else one
        named = [self._plain[time].one if time in self._plain else _UNNAMED[time][0] for time in times]
        return " ".join(f"per {what}" for what in (size, *named))

    def _is_over(self, per: str) -> bool:
        """Whether a unit may be over it: 万人, 月."""
        return self._split(per)[1] in self._rates | self._plain.keys() | _UNNAMED.keys()

    def _split(self, printed: str) -> tuple[Scale | None, str]:
        if printed in self._plain:
            return None, printed
        for scale in self._longest_first:
            if printed.startswith(scale):
                return self._scales[scale], printed[len(scale) :]
        return None, printed

    def tail(self, text: str, at: int) -> Tail:
        """What follows a number that ends at `at` of `text`, which has no white space."""
        match = self._after.match(text, at)
        assert match is not None  # every part may be missing
        more, scale, late, unit = match.group("more", "scale", "late", "unit")
        if not (scale or unit):
            end = at + 1 if more in INSIDE and more else at
            return Tail(scale="", unit="", more=(more or "") if end > at else "", end=end)
        end = match.end()
        if (
            unit
            and self._plain.get(unit)
            and self._plain[unit].alone
            and joined(text[end : end + 1])
            and text[end] != "好"
        ):
            end -= len(unit)
            unit = None
        if not unit and late == ROUGHLY:
            end -= 1
            late = None
        if unit and unit.startswith("个多"):
            unit, late = "个" + unit[2:], "多"
        if unit:
            unit, end = self._with_rest(text, unit, end)
        return Tail(scale=scale or "", unit=unit or "", more=more or late or "", end=end)

    def _with_rest(self, text: str, unit: str, end: int) -> tuple[str, int]:
        """A unit with the units that go with it: 户（套）, 元/人·月, 微克每立方米."""
        if text[end : end + 1] in ("（", "(") and (pair := self._pair.match(text, end)):
            unit, end = unit + pair[0], pair.end()
        if "/" not in unit:
            if text[end : end + 1] not in ("/", "每") or not (over := self._over_one.match(text, end)):
                return unit, end
            unit, end = f"{unit}/{over['per'] or over['each']}", over.end()
        for _ in range(_MOST_MORE):
            if text[end : end + 1] not in ("/", "每", "·") or not (over := self._over_more.match(text, end)):
                break
            unit, end = unit + over[0].replace("每", "·"), over.end()
        return unit, end

    def per(self, text: str, at: int) -> tuple[str, int] | None:
        """`每万人` at `at`, which makes a rate of a number that follows: ("万人", offset after it)."""
        match = self._per.match(text, at)
        return (match["per"], match.end()) if match else None
