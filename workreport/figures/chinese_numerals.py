"""Quantities in Chinese numerals: 两个, 三百余家, 七成, 三分之二, 数十家, 近百万人, 动态为零. Pure.

Most Chinese numerals are parts of words and names (统一, 三农, 十大行动, 三亚); one is a count only before a unit that
counts (`_COUNTS`), or where a word bounds it.
"""

from __future__ import annotations

import re
from decimal import Decimal

from workreport.figures import asides
from workreport.figures.numerals import CHINESE, LONGEST, NUMBER_OF, numeral_value
from workreport.figures.phrase import Phrases
from workreport.figures.units import joined

_RUN = re.compile(
    rf"(?P<several>[数几])?(?P<numeral>[{CHINESE}]*)(?P<more>几(?![乎何]))?(?P<point>点[〇零一二三四五六七八九]+)?"
)
_PART = re.compile(
    rf"(?P<of>[{CHINESE}万]+)分之(?P<number>[{CHINESE}]+(?:点[〇零一二三四五六七八九]+)?|[0-9]+(?:\.[0-9]+)?)"
)
_PAIR = re.compile("(?P<low>[一二两三四五六七八])(?P<high>[二三四五六七八九])(?P<size>[十百千]?)$")
_YEAR = re.compile("[〇零一二三四五六七八九]{4}年(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)?")
_FOLLOWS = re.compile(
    r"(?P<date>月(?!饼)(?:[一二三四五六七八九十]{1,3}日)?|日(?!游|内|之)|季度|世纪)"
    r"|(?P<duration>年|天|个月|个季度|周(?!年|边)|小时|个小时|分钟|昼夜|日)|(?P<ordinal>届|期(?!间)|号|次全|次会|次党|中全会)|(?P<rank>强(?![化度力势劲])|甲)"
    r"|(?P<name>五(?=时期|规划|期间|以来|收官|开局|”|末|的)|大|化|级|代|线|农|元结构|通一平|位一体|个[^，。]{0,6}?(?:必须|确立|维护|自信|意识|坚持))"
)
_REASON: dict[str, asides.Reason] = {
    "date": "date", "duration": "duration", "ordinal": "ordinal", "rank": "rank", "name": "name",
}  # fmt: skip
_COUNTS = frozenset("个家件项处座条所场部套辆户名人亩吨倍成艘架篇幅支栋幢宗例起株头只斤岁元枚本张片块%") | {
    "户次", "人次", "场次", "项次", "艘次", "架次", "公里", "公顷", "平方米", "平方公里", "立方米", "千瓦", "美元", "个百分点",
}  # fmt: skip
"""Units of what is counted in Chinese numerals."""
_PLACES = re.compile(
    "八项规定|两个市场|两个大局|两个积极性|五项原则|三项世界杯|三项赛|三元[区里]|五家渠|五台[山县]|七台河|九台区|三门峡|七里河|八里河|五条[街路]|百家姓|千家万户|百[花年]|千[方百]|三支一扶|三支|一条龙|"
    "三个代表|两个一百年|千亩|千头|百场|百项|千户苗"
)


def read(phrases: Phrases, start: int) -> int:
    """What begins at `start` in Chinese numerals; returns the offset after what was read."""
    text = phrases.text
    first = text[start]
    if run := asides.at_chinese(text, start):
        return phrases.leave(start, run[1], run[0])
    if match := _PART.match(text, start):
        return _part(phrases, start, match)
    if text.startswith("千上", max(0, start - 2)) and first == "万":
        return start + 1  # 成千上万
    if first in "万亿":
        return (
            phrases.quantity(start, start + 1, Decimal(1), bare=True, scale=first) if _alone(text, start) else start + 1
        )
    match = _RUN.match(text, start)
    assert match is not None
    numeral, end = match["numeral"], match.end("numeral")
    if match["several"]:
        return _several(phrases, start, match)
    if numeral in ("零", "〇"):
        return _zero(phrases, start, end)
    if numeral == "一" and text[end : end + 1] == "半":
        return phrases.word(start, end + 1, 50, "%")
    if len(numeral) > LONGEST:
        return phrases.leave(start, end, "word")
    if year := _YEAR.match(text, start):
        return phrases.leave(start, year.end(), "date")
    if (follows := _FOLLOWS.match(text, end)) and not match["more"]:
        return phrases.leave(start, follows.end(), _REASON[follows.lastgroup or "name"])
    if (numeral in ("一", "二") and text[end : end + 1] not in ("成", "倍")) or _PLACES.match(text, start):
        return phrases.leave(start, end, "word")
    if set(numeral) <= {"百", "千"} or (numeral == "十" and text[end : end + 1] in ("万", "亿")):
        return _multitude(phrases, start, end, numeral)
    if (
        (pair := _PAIR.fullmatch(numeral))
        and (low := numeral_value(pair["low"]))
        and (high := numeral_value(pair["high"]))
        and low < high
    ):
        size = (numeral_value(pair["size"]) if pair["size"] else None) or 1
        return phrases.quantity(start, end, low * size, high=high * size, chinese=True)
    value = numeral_value(numeral)
    if value is not None and match["point"]:
        value += Decimal("0." + "".join(str(NUMBER_OF[digit]) for digit in match["point"][1:]))
        end = match.end()
    if value is None:
        return phrases.leave(start, end, "word")
    if match["more"]:
        return phrases.quantity(start, match.end("more"), value, bound="at_least", hedge="几", chinese=True)
    return phrases.quantity(start, end, value, chinese=True, allowed=_COUNTS)


def _part(phrases: Phrases, start: int, match: re.Match[str]) -> int:
    """百分之三十, 三分之二."""
    whole, number, end = match["of"], match["number"], match.end()
    head, _, point = number.partition("点")
    value, of = numeral_value(head), numeral_value(whole) if "万" not in whole else Decimal(10_000)
    if value is None or of is None or len(number) > LONGEST:
        return phrases.leave(start, end, "word")
    if point:
        value += Decimal("0." + "".join(str(NUMBER_OF[digit]) for digit in point))
    unit = {Decimal(100): "%", Decimal(1000): "‰"}.get(of, f"/{of}")
    return phrases.quantity(start, end, value, unit=unit)


def _several(phrases: Phrases, start: int, match: re.Match[str]) -> int:
    """数十家, 几百, 数万人: a multitude of the number, which it is not."""
    text, numeral, end = phrases.text, match["numeral"], match.end("numeral")
    if not numeral and text[end : end + 1] not in ("万", "亿"):
        return start + 1
    if numeral.strip("十百千") or (
        match["several"] == "数" and text[start - 1 : start] in "多少人次总倍参系指基函" and start
    ):
        return start + 1
    value = numeral_value(numeral) if numeral else Decimal(1)
    if value is None:
        return end
    return phrases.quantity(start, end, value, bound="several", hedge=match["several"], chinese=True)


def _multitude(phrases: Phrases, start: int, end: int, numeral: str) -> int:
    """近百家, 超千亿元, 千余人: of a 百 or 千 that no number stands before."""
    value = numeral_value(numeral)
    if value is None:
        return phrases.leave(start, end, "word")
    if phrases.text[end : end + 1] in ("万", "亿"):
        return phrases.quantity(start, end, Decimal(1), bare=True, chinese=True, scale=numeral)
    return phrases.quantity(start, end, value, bare=True, chinese=True)


def _alone(text: str, at: int) -> bool:
    return text[at - 1 : at] not in ("百", "千", "十") or not at


def _zero(phrases: Phrases, start: int, end: int) -> int:
    """零增长; and 零 as a result: 动态为零, 归零, 清零. 零就业家庭 is a name."""
    text = phrases.text
    if text.startswith("增长", end):
        return phrases.word(start, end + 2, 0, "%", kind="growth")
    if text[start - 1 : start] in ("为", "归", "清") and start and not joined(text[end : end + 1]):
        return phrases.word(start - 1, end, 0)
    return phrases.leave(start, end, "word")
