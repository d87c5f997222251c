"""American English: 万 and 亿 are converted, never rounded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from workreport.figures import MULTITUDES, Bound, PlainUnit, Quantity, Unit, after_number
from workreport.i18n.language import Language

_PHRASE = re.compile(r"[0-9][0-9.,–-]*(?: (?:hundred|thousand|million|billion|trillion|percentage))? [^ ]+ ?|[^ ]+ ?| ")
_SIZES = {10**9: "billion", 10**6: "million"}


def _rounded(value: Fraction) -> Decimal:
    """To three digits."""
    return Decimal(f"{Decimal(f'{float(value):.3g}'):f}")


class English(Language):
    """American English, with dates as 9 January 2023."""

    code = "en"
    tag = "en"
    open_graph = "en_US"
    colon = ": "
    comma = ", "
    semicolon = "; "
    stop = "."
    separator = ", "
    space = " "
    date_form = "d MMMM y"

    def phrases(self, text: str) -> Sequence[str]:
        """Each word; a number with its size and the word that it counts: 7 billion yuan."""
        return _PHRASE.findall(text)

    def grouped(self, value: Decimal) -> str:
        """A number with thousands separators: 16,500."""
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self.locale, decimal_quantization=False).replace("-", "−")

    def compact(self, plain: Decimal, *, scaled: bool) -> str:
        """A plain number; in millions and billions only where Chinese used 万 or 亿."""
        for size, name in _SIZES.items():
            if scaled and abs(plain) >= size:
                return f"{self.grouped(plain / size)} {name}"
        return self.grouped(plain)

    def figure_words(self, q: Quantity) -> str:
        """More than 50,000 square meters, about 3.5%, at least 16,500, 3–5, dozens."""
        if q.bound == "several" and q.low_plain in MULTITUDES:
            return self._with_unit(MULTITUDES[int(q.low_plain)], q.low_plain, q.unit.plain, of="of ")
        scaled = q.factor != 1
        hedge = self._before(q)
        text, last = self.compact(q.low_plain, scaled=scaled), q.low_plain
        if q.high_plain is not None:
            hedge = self.bounds.printed("about", q.hedge) if after_number(q.hedge) == "about" else ""
            low, high, last = text, self.compact(q.high_plain, scaled=scaled), q.high_plain
            if " " in low and low.rpartition(" ")[2] == high.rpartition(" ")[2]:
                low = low.rpartition(" ")[0]
            text = f"{low}–{high}"
        return hedge + self._with_unit(text, last, q.unit.plain) + self._besides(q)

    def _besides(self, q: Quantity) -> str:
        """(80,000 hectares), where the unit is one that is converted; rounded to three digits, and then said so."""
        to = q.unit.plain.converts
        if to is None:
            return ""
        exact = [Fraction(v) * to.factor for v in (q.low_plain, q.high_plain) if v is not None]
        rounded = [_rounded(value) for value in exact]
        about = self.bounds.before["about"] if exact != [Fraction(value) for value in rounded] else ""
        text = "–".join(self.compact(value, scaled=q.factor != 1) for value in rounded)
        return f" ({about}{text} {to.one if rounded == [1] else to.other})"

    def hedge(self, q: Quantity) -> str:
        """About, at least, more than."""
        return self._before(q).strip()

    def _before(self, q: Quantity) -> str:
        return self.bounds.printed(q.bound, q.hedge)

    def size(self, value: Decimal, unit: Unit, *, bound: Bound = "exact") -> str:
        """8.3%, about 1.5 percentage points."""
        plain = value * unit.factor
        text = self._with_unit(self.compact(plain, scaled=unit.factor != 1), plain, unit.plain)
        return self.bounds.before.get(bound, "") + text

    def unit_name(self, unit: Unit) -> str:
        """Ten thousand people."""
        return f"{unit.scale.name[self.code] if unit.scale else ''} {unit.plain.other}".strip()

    def axis_scale(self, quantities: Sequence[Quantity]) -> Decimal:
        """Millions or billions, where Chinese used 万 or 亿 and the values reach them."""
        largest = max(q.high_plain or q.low_plain for q in quantities)
        scaled = any(q.factor != 1 for q in quantities)
        return next((Decimal(size) for size in _SIZES if scaled and largest >= size), Decimal(1))

    def axis_unit(self, quantities: Sequence[Quantity], scale: Decimal) -> str:
        """Million square meters."""
        unit = quantities[0].unit.plain
        return f"{_SIZES.get(int(scale), '')} {'' if unit.print == 'none' else unit.other}".strip()

    def _with_unit(self, text: str, value: Decimal, unit: PlainUnit, of: str = "") -> str:
        if unit.print == "none" or not unit.other:
            return text
        one = self.locale.plural_form(abs(value).normalize()) == "one"
        return f"{text}{'' if unit.print == 'close' and not of else ' '}{of}{unit.one if one else unit.other}"
