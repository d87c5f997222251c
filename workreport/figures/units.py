"""Units: which there are, how Chinese writes them after a number, what English calls them.

Pure. One table is made from `content/units.yaml` and goes the whole way: the reader, parity, the gate, wording, charts
and exports ask the same object.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from workreport.figures.bounds import INSIDE


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A power of ten that Chinese writes before a unit: 万."""

    printed: str
    factor: Decimal
    name: Mapping[str, str]
    """By language, for the data files."""


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
    difference: str = ""
    """The unit that differences are stated in, where it is another: 个百分点 for %."""


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


def joined(after: str) -> bool:
    """Whether the next character makes one word with what stands before it (81金贸 is not 81 gold medals)."""
    return bool(after) and "\u4e00" <= after <= "\u9fff" and after not in "的牌枚"


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w)))) or "(?!)"


class Units:
    """The table of units.

    `rates` are what 每 may stand before (每万人): a unit over one of them (平方米/万人) is written that way round; any
    other unit with a slash (微克/立方米) is written as it is.
    """

    def __init__(self, scales: Iterable[Scale], units: Iterable[PlainUnit], rates: Iterable[str]) -> None:
        self._scales = {scale.printed: scale for scale in scales}
        self._plain = {unit.zh: unit for unit in units}
        self._rates = frozenset(rates)
        self._made: dict[str, Unit] = {}
        self.factors: Mapping[str, Decimal] = {scale.printed: scale.factor for scale in self._scales.values()}
        """What each scale multiplies by."""
        self._longest_first = sorted(self._scales, key=len, reverse=True)
        written = (zh for zh in self._plain if zh and zh.partition("/")[2] not in self._rates)
        self._after = re.compile(
            rf"\s*(?P<scale>{_any(self._scales)})?\s*(?P<more>[{''.join(INSIDE)}])?\s*(?P<unit>{_any(written)})?"
        )
        self._per = re.compile(rf"每({_any(self._rates)})\s*$")

    @property
    def names(self) -> Iterable[str]:
        """The plain units, as Chinese writes them."""
        return self._plain.keys()

    def unit(self, printed: str) -> Unit:
        """A unit as printed; one that the table does not have is its own plain unit and has no English."""
        if printed not in self._made:
            scale, plain = self._split(printed)
            known, per = self._plain.get(plain), plain.partition("/")[2]
            self._made[printed] = Unit(
                scale=scale,
                plain=known or PlainUnit(zh=plain, one="", other=""),
                per=per if per in self._rates else "",
                known=known is not None,
                difference=self.unit(known.difference) if known and known.difference else None,
            )
        return self._made[printed]

    def _split(self, printed: str) -> tuple[Scale | None, str]:
        for scale in self._longest_first:
            if printed.startswith(scale):
                return self._scales[scale], printed[len(scale) :]
        return None, printed

    def after(self, window: str) -> tuple[str, str, int]:
        """The unit that `window` begins with: (unit with its scale, 余 or 多, length used); unit may be ""."""
        match = self._after.match(window)
        if match is None:
            return "", "", 0
        scale, more, unit = match["scale"] or "", match["more"] or "", match["unit"] or ""
        if unit and self._plain[unit].alone and joined(window[match.end() : match.end() + 1]):
            unit = ""
        if not unit:
            if not scale:
                return "", "", 0
            return scale, more, match.end("more") if more else match.end("scale")
        return scale + unit, more, match.end("unit")

    def per(self, before: str) -> tuple[str, int] | None:
        """`每万人` at the end of `before`, which makes a rate of the number that follows: ("万人", offset of 每)."""
        match = self._per.search(before)
        return (match[1], match.start()) if match else None
