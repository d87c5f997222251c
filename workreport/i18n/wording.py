"""Figures and comparisons in words, in both languages. Pure; the only place that writes a number.

Chinese keeps the unit and the hedge as the report prints them; English converts 万 and 亿 and never
rounds. No sentence here claims progress on a goal: the source reports none.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from workreport.content import Change
from workreport.figures import Comparability, Printer, Quantity, difference, order
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
    unit, per = q.unit, ""
    if "/" in unit and unit.rpartition("/")[2] in ("万人", "千人", "百户", "万户", "人", "户", "亩"):
        unit, _, rate = unit.partition("/")
        per = f"每{rate}"
    if q.high is not None:
        body = f"{value}{'%' if unit == '%' else ''}～{number(q.high)}{unit}"
        return per + body + (q.hedge if q.hedge in ("左右", "上下") else "")
    if q.hedge in ("余", "多"):
        plain = q.plain_unit.partition("/")[0] if per else q.plain_unit
        scale = unit[: len(unit) - len(plain)] if plain else unit
        return f"{per}{value}{scale}{q.hedge}{plain}"
    body = f"{per}{value}{unit}"
    if q.bound == "exact":
        return body
    if q.hedge in ("左右", "上下", "以上", "以内", "以下"):
        return body + q.hedge
    words = {"about": "约", "at_least": "不低于", "more_than": "超过", "at_most": "不超过"}
    return (q.hedge or words[q.bound]) + body


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
_HEDGE_EN = {
    "exact": "",
    "about": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "no more than ",
    "range": "",
}


def figure_en(q: Quantity, printer: Printer) -> str:
    """A figure in English: more than 50,000 square meters, about 3.5%, at least 16,500, 3–5."""
    if q.kind in _IN_WORDS:
        return _IN_WORDS[q.kind][1]
    if q.kind == "growth" and not q.value:
        return "zero growth"
    scaled = q.factor != 1
    hedge = "more than " if q.hedge in ("余", "多") else _HEDGE_EN[q.bound]
    if q.high is not None:
        hedge = "about " if q.hedge in ("左右", "上下") else ""
        low, high = english_number(q.low_plain, scaled=scaled), english_number(q.high * q.factor, scaled=scaled)
        if low.rpartition(" ")[2] == high.rpartition(" ")[2] and " " in low:
            low = low.rpartition(" ")[0]
        text, last = f"{low}–{high}", q.high * q.factor
    else:
        text, last = english_number(q.low_plain, scaled=scaled), q.low_plain
    return hedge + _with_unit(text, last, q.plain_unit, printer)


def _with_unit(text: str, value: Decimal, unit: str, printer: Printer) -> str:
    name = printer.units[unit]
    if name.printed == "none" or not name.other:
        return text
    word = name.one if abs(value) == 1 else name.other
    return f"{text}{word}" if name.printed == "close" else f"{text} {word}"


def figure(q: Quantity, lang: Lang, printer: Printer, *, marked: bool = True) -> str:
    """A figure with its hedge, and with （预计） or (estimate) behind it unless `marked` is false."""
    if lang == "zh":
        return figure_zh(q) + ("（预计）" if q.estimate and marked else "")
    return figure_en(q, printer) + (" (estimate)" if q.estimate and marked else "")


def change(stated: Change, lang: Lang, printer: Printer) -> str:
    """Growth on the year before: 增长8.3%, up more than 10%, down 3 percentage points."""
    size = abs(stated.value)
    up = stated.value >= 0
    if lang == "zh":
        hedge = {"about": "约", "at_least": "不低于", "more_than": "超过", "at_most": "不超过"}.get(stated.bound, "")
        return f"{'增长' if up else '下降'}{hedge}{number(size)}{stated.unit}"
    return f"{'up' if up else 'down'} {_HEDGE_EN[stated.bound]}{_with_unit(number(size), size, stated.unit, printer)}"


def gap(outcome: Quantity, goal: Quantity, lang: Lang, printer: Printer) -> str:
    """The size of the difference, without a sign: 1.5 percentage points; 37; "" where there is none to state."""
    size = difference(outcome, goal)
    if not size:
        return ""
    vague = "about" in (outcome.bound, goal.bound)
    percent = goal.plain_unit == "%"
    if lang == "zh":
        return f"{'约' if vague else ''}{number(abs(size))}{'个百分点' if percent else goal.unit}"
    plain = abs(size) * goal.factor
    text = english_number(plain, scaled=goal.factor != 1)
    if percent:
        text += " percentage point" if plain == 1 else " percentage points"
    else:
        text = _with_unit(text, plain, goal.plain_unit, printer)
    return f"about {text}" if vague else text


def verdict(outcome: Quantity, goal: Quantity, years: tuple[int, int], lang: Lang, printer: Printer) -> str:
    """What a `same` comparison says of the goal: the same as in 2022; lower than in 2022 by 37; or why nothing.

    Of a goal that only bounds ("at least 520") it is the bound that is compared, and it is called so.
    """
    was = years[0]
    how = order(outcome, goal)
    size = gap(outcome, goal, lang, printer)
    end = {"at_least": ("下限", "a minimum "), "more_than": ("下限", "a minimum "), "at_most": ("上限", "a maximum ")}
    edge = end.get(goal.bound, ("", ""))[0 if lang == "zh" else 1]
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
    printer: Printer,
) -> str:
    """One comparison as sentences.

    `goal` is a figure or, for a goal in words, the words; `reason` is "" where the class needs none;
    `years` are the year of the outcome and the year of the goal.
    """
    was, will = years
    aim = goal if isinstance(goal, str) else figure(goal, lang, printer)
    if lang == "zh":
        if outcome is None:
            return f"{will}年目标：{aim}。报告没有可与之对照的{was}年数字。" + reason
        head = f"{was}年：{figure(outcome, lang, printer)}。{will}年目标：{aim}"
        if kind == "same" and isinstance(goal, Quantity):
            return f"{head}，{verdict(outcome, goal, years, lang, printer)}。"
        return f"{head}。{_CLASS_ZH[kind]}：{reason}"
    if outcome is None:
        tail = f" {reason}" if reason else ""
        return f"{will} goal: {aim}. The report gives no {was} figure to compare it with.{tail}"
    head = f"{was}: {figure(outcome, lang, printer)}. {will} goal: {aim}"
    if kind == "same" and isinstance(goal, Quantity):
        says = verdict(outcome, goal, years, lang, printer)
        return f"{head}{'; ' if says.startswith('no order') else ', '}{says}."
    return f"{head}. {_CLASS_EN[kind]}: {reason}"
