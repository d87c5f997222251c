"""Figures and comparisons in words, in both languages. Pure; the only place that writes a number.

Chinese keeps the unit and the hedge as the report prints them; English converts 万 and 亿 and never
rounds. No sentence here claims progress on a goal: the source reports none.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from workreport.content import Change
from workreport.figures import (
    BOUND_WORDS,
    INSIDE,
    Comparability,
    PlainUnit,
    Quantity,
    Units,
    after_number,
    difference,
    order,
    side,
)
from workreport.i18n.words import Lang


def number(value: Decimal) -> str:
    """A number in plain notation, without an exponent or idle zeros: 1.65, 16500, 0."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def grouped(value: Decimal) -> str:
    """A number with thousands separators: 16,500."""
    sign, text = ("−", number(-value)) if value < 0 else ("", number(value))
    whole, dot, rest = text.partition(".")
    return f"{sign}{int(whole):,}{dot}{rest}"


def english_number(plain: Decimal, *, scaled: bool) -> str:
    """A plain number as English prints it; millions and billions only where Chinese used 万 or 亿."""
    if scaled and abs(plain) >= 10**9:
        return f"{grouped(plain / 10**9)} billion"
    if scaled and abs(plain) >= 10**6:
        return f"{grouped(plain / 10**6)} million"
    return grouped(plain)


_IN_WORDS = {"all": ("全部", "all")}
"""Quantities that the report states in a word and that read best as one."""


def figure_zh(q: Quantity) -> str:
    """A figure in Chinese: 5万余平方米, 3.5%左右, 不低于1.65万人, 3～5家."""
    if q.kind in _IN_WORDS:
        return _IN_WORDS[q.kind][0]
    if q.kind == "growth" and not q.value:
        return "零增长"
    value = number(q.value)
    scale, plain = q.unit.zh[: len(q.unit.zh) - len(q.plain_unit)], q.plain_unit
    per = ""
    if q.unit.per:
        plain, per = plain.removesuffix(f"/{q.unit.per}"), f"每{q.unit.per}"
    follows = after_number(q.hedge)
    if q.high is not None:
        after = q.hedge if follows == "about" else ""
        return f"{per}{value}{'%' if plain == '%' else ''}～{number(q.high)}{scale}{plain}{after}"
    if q.hedge in INSIDE:
        return f"{per}{value}{scale}{q.hedge}{plain}"
    body = f"{per}{value}{scale}{plain}"
    if q.bound == "exact":
        return body
    return body + q.hedge if follows else (q.hedge or BOUND_WORDS["zh"].before[q.bound]) + body


def date(iso: str, lang: Lang) -> str:
    """2023-01-09 in words: 2023年1月9日, 9 January 2023."""
    year, month, day = (int(part) for part in iso.split("-"))
    return f"{year}年{month}月{day}日" if lang == "zh" else f"{day} {_MONTHS[month - 1]} {year}"


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def figure_en(q: Quantity) -> str:
    """A figure in English: more than 50,000 square meters, about 3.5%, at least 16,500, 3–5."""
    if q.kind in _IN_WORDS:
        return _IN_WORDS[q.kind][1]
    if q.kind == "growth" and not q.value:
        return "zero growth"
    scaled = q.factor != 1
    words = BOUND_WORDS["en"]
    hedge = words.rounded_down if q.hedge in INSIDE else words.before.get(q.bound, "")
    if q.high is not None:
        hedge = words.before["about"] if after_number(q.hedge) == "about" else ""
        low, high = english_number(q.low_plain, scaled=scaled), english_number(q.high * q.factor, scaled=scaled)
        if low.rpartition(" ")[2] == high.rpartition(" ")[2] and " " in low:
            low = low.rpartition(" ")[0]
        text, last = f"{low}–{high}", q.high * q.factor
    else:
        text, last = english_number(q.low_plain, scaled=scaled), q.low_plain
    return hedge + _with_unit(text, last, q.unit.plain)


def _with_unit(text: str, value: Decimal, unit: PlainUnit) -> str:
    if unit.print == "none" or not unit.other:
        return text
    word = unit.one if abs(value) == 1 else unit.other
    return f"{text}{word}" if unit.print == "close" else f"{text} {word}"


def figure(q: Quantity, lang: Lang, units: Units, *, marked: bool = True) -> str:
    """A figure with its hedge, and with （预计） or (estimate) behind it unless `marked` is false."""
    if lang == "zh":
        return figure_zh(q) + ("（预计）" if q.estimate and marked else "")
    return figure_en(q) + (" (estimate)" if q.estimate and marked else "")


def change(stated: Change, lang: Lang, units: Units) -> str:
    """Growth on the year before: 增长8.3%, up more than 10%, down 3 percentage points."""
    size = abs(stated.value)
    up = stated.value >= 0
    hedge = BOUND_WORDS[lang].before.get(stated.bound, "")
    if lang == "zh":
        return f"{'增长' if up else '下降'}{hedge}{number(size)}{stated.unit}"
    return f"{'up' if up else 'down'} {hedge}{_with_unit(number(size), size, units.unit(stated.unit).plain)}"


def gap(outcome: Quantity, goal: Quantity, lang: Lang, units: Units) -> str:
    """The size of the difference, without a sign: 1.5 percentage points; 37; "" where there is none to state."""
    size = difference(outcome, goal)
    if not size:
        return ""
    vague = BOUND_WORDS[lang].before["about"] if "about" in (outcome.bound, goal.bound) else ""
    percent = goal.plain_unit == "%"
    if lang == "zh":
        return f"{vague}{number(abs(size))}{'个百分点' if percent else goal.unit}"
    plain = abs(size) * goal.factor
    text = english_number(plain, scaled=goal.factor != 1)
    if percent:
        text += " percentage point" if plain == 1 else " percentage points"
    else:
        text = _with_unit(text, plain, goal.unit.plain)
    return vague + text


def verdict(outcome: Quantity, goal: Quantity, years: tuple[int, int], lang: Lang, units: Units) -> str:
    """What a `same` comparison says of the goal: the same as in 2022; lower than in 2022 by 37; or why nothing.

    Of a goal that only bounds ("at least 520") it is the bound that is compared, and it is called so.
    """
    was = years[0]
    how = order(outcome, goal)
    size = gap(outcome, goal, lang, units)
    edge = BOUND_WORDS[lang].edge.get(side(goal.bound), "")
    within = goal.high is not None and outcome.high is None and outcome.bound in ("exact", "about")
    if lang == "zh":
        if how == "equal":
            return f"与{was}年相同"
        if how:
            return f"{edge}{'高' if how == 'higher' else '低'}于{was}年" + (f"，相差{size}" if size else "")
        if within:
            return f"{was}年的结果在此范围之内"
        return f"报告对{was}年只给出{'范围' if outcome.high is not None else '界限'}，故不写高低"
    if how == "equal":
        return f"the same as in {was}"
    if how:
        return f"{edge}{how} than in {was}" + (f" by {size}" if size else "")
    if within:
        return f"a range that includes the {was} outcome"
    only = "a range" if outcome.high is not None else "only a limit"
    return f"no order is stated, since the report gives {only} for {was}"


_CLASS_ZH: Mapping[Comparability, str] = {
    "basis_differs": "基准不同",
    "scope_differs": "口径不同",
    "qualitative": "目标以文字表述",
}
_CLASS_EN: Mapping[Comparability, str] = {
    "basis_differs": "Not the same basis",
    "scope_differs": "Not the same scope",
    "qualitative": "The goal is stated in words",
}


def comparison(
    kind: Comparability,
    outcome: Quantity | None,
    goal: Quantity | str,
    reason: str,
    years: tuple[int, int],
    lang: Lang,
    units: Units,
) -> str:
    """One comparison as sentences.

    `goal` is a figure or, for a goal in words, the words; `reason` is "" where the class needs none;
    `years` are the year of the outcome and the year of the goal.
    """
    was, will = years
    aim = goal if isinstance(goal, str) else figure(goal, lang, units)
    if lang == "zh":
        if outcome is None:
            return f"{will}年目标：{aim}。报告没有可与之对照的{was}年数字。" + reason
        head = f"{was}年：{figure(outcome, lang, units)}。{will}年目标：{aim}"
        if kind == "same" and isinstance(goal, Quantity):
            return f"{head}，{verdict(outcome, goal, years, lang, units)}。"
        return f"{head}。{_CLASS_ZH[kind]}：{reason}"
    if outcome is None:
        tail = f" {reason}" if reason else ""
        return f"{will} goal: {aim}. The report gives no {was} figure to compare it with.{tail}"
    head = f"{was}: {figure(outcome, lang, units)}. {will} goal: {aim}"
    if kind == "same" and isinstance(goal, Quantity):
        says = verdict(outcome, goal, years, lang, units)
        return f"{head}{'; ' if says.startswith('no order') else ', '}{says}."
    return f"{head}. {_CLASS_EN[kind]}: {reason}"
