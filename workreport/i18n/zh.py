"""Chinese: units and hedges stand as the report prints them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from workreport.figures import INSIDE, ROUGHLY, Bound, Quantity, Unit, after_number
from workreport.i18n.language import Language, number
from workreport.i18n.phrases import phrases

_SIZES = {Decimal(1): "", Decimal(10): "十", Decimal(100): "百", Decimal(1000): "千"}
"""How 数 and 几 are followed: 数十, 数百; 数万人 has its size in its unit."""


class Chinese(Language):
    """Simplified Chinese."""

    code = "zh"
    tag = "zh-Hans"
    open_graph = "zh_CN"
    han = True
    colon = "："
    comma = "，"
    semicolon = "；"
    stop = "。"
    separator = "、"
    space = ""
    date_form = "y年M月d日"

    def figure_words(self, q: Quantity) -> str:
        """5万余平方米, 3.5%左右, 不低于1.65万人, 3～5家."""
        value, scale, plain, per = number(q.value), q.unit.scale.printed if q.unit.scale else "", q.plain_unit, ""
        if q.unit.per:
            plain, per = plain.removesuffix(f"/{q.unit.per}"), f"每{q.unit.per.replace('·', '每')}"
        follows = after_number(q.hedge)
        if q.high is not None:
            after = q.hedge if follows == "about" else ""
            return f"{per}{value}{'%' if plain == '%' else ''}～{number(q.high)}{scale}{plain}{after}"
        if q.bound == "several":
            return f"{per}{q.hedge or '数'}{_SIZES.get(q.value, value)}{scale}{plain}"
        if q.hedge in INSIDE or q.hedge == ROUGHLY:
            return f"{per}{value}{scale}{q.hedge}{plain}"
        body = f"{value}{scale}{plain}"
        if q.bound != "exact":
            body = body + q.hedge if follows else (q.hedge or self.bounds.before[q.bound]) + body
        return f"{per}{body}"

    def hedge(self, q: Quantity) -> str:
        """余, 左右, 不低于."""
        return q.hedge or self.bounds.before.get(q.bound, "")

    def size(self, value: Decimal, unit: Unit, *, bound: Bound = "exact") -> str:
        """8.3%, 约1.5个百分点."""
        return f"{self.bounds.before.get(bound, '')}{number(value)}{unit}"

    def phrases(self, text: str) -> Sequence[str]:
        """加强, 城市, 精细化, 管理."""
        return phrases(text)

    def unit_name(self, unit: Unit) -> str:
        """万人."""
        return unit.printed

    def axis_scale(self, quantities: Sequence[Quantity]) -> Decimal:
        """The largest of the report's own scales that the values reach."""
        largest = max(q.high_plain or q.low_plain for q in quantities)
        factors = [q.factor for q in quantities]
        return max((factor for factor in factors if factor <= largest), default=min(factors))

    def axis_unit(self, quantities: Sequence[Quantity], scale: Decimal) -> str:
        """万平方米."""
        return next((q.unit.printed for q in quantities if q.factor == scale), quantities[0].plain_unit)
