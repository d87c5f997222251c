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
_FESTIVAL = re.compile("([二三五六七九])月\\1(?![日十个])")
_PER = re.compile(
    "(?P<per>[十百千万](?:(?:人口|人)(?!大会|计划|工程|行动|大军|次|以上|规模|团队|企业|项目|[、，。])"
    "(?=[^，。；：、0-9“”]{0,16}?(?:拥有|享有|数|量|率|面积|床位|病床|托位|学位|均))|户(?=(?:居民|家庭)?(?:平均)?拥有)))"
)
"""An indicator for so many people, without 每: 千人床位数, 万人拥有公交车."""
_NUMERALS = (*CHINESE, *"0123456789万亿数几上近超过逾约余多")
_BOUNDING = "超过破近约逾达上足到满数几较跨站迈为至"
"""What a bare 万 or 亿 is a number behind."""
_CLASSED = re.compile(f"[{CHINESE}]{{0,4}}[百千万亿]{{1,2}}(?:元|吨|千瓦|人|亩|斤)?级(?![和以]上?市)")
_TITLE = re.compile("[二三四五六七八九十]{1,2}项(?:规定|原则|准则|纪律|禁令|制度)")
"""The title of a rule that is to be kept; where one is being made, it is a count."""
_MAKES = (
    "出台",
    "制定",
    "建立",
    "完善",
    "健全",
    "新增",
    "形成",
    "推出",
    "修订",
    "印发",
    "创新",
    "定了",
    "立了",
    "台了",
)
_CLEARING = re.compile("(?:加快|推进|推动|促进|开展|打好|全力|攻坚)[^，。；：]{0,16}$")
"""Where 清零 is what is being done, not its result."""
_BOTH = ("双过", "双破", "双超", "三过")
_FOLLOWS = re.compile(
    r"(?P<date>月(?!饼)(?:[一二三四五六七八九十]{1,3}日)?|日(?!游|内|之)|季度|世纪)"
    r"|(?P<duration>年|天|个月|个季度|周(?!年|边)|小时|个小时|分钟|昼夜|日)"
    rf"|(?P<ordinal>届|期(?!间)|号|(?:次[、和]?[{CHINESE}]){{0,6}}次(?:全体会议|全会|会议|党代会|代表大会)"
    rf"|(?:中[、和]?[{CHINESE}]){{0,6}}中全会)|(?P<rank>强(?![化度力势劲])|甲)"
    r"|(?P<name>五(?=时期|规划|期间|以来|收官|开局|”|末|的)|大|化|级|代|线|农|元结构|通一平|位一体|个[^，。]{0,6}?(?:必须|确立|维护|自信|意识|坚持)"
    r"|次?产(?:业(?!链|园|基|集|带|化|项)|(?=融合|联动|协同|深度|互动|并举|增加|占|结构|比重|投资|[，。、；“”（]))|年一遇|人制|口之家|车道|座城|井(?!盖|下|口|水))"
)
_REASON: dict[str, asides.Reason] = {
    "date": "date", "duration": "duration", "ordinal": "ordinal", "rank": "rank", "name": "name",
}  # fmt: skip
_COUNTS = frozenset("个家件项处座条所场部套辆户名人亩吨倍成折艘架篇幅支栋幢宗例起株头只斤岁元枚本张片块%") | {
    "户次", "人次", "场次", "项次", "艘次", "架次", "公里", "公顷", "平方米", "平方公里", "立方米", "千瓦", "美元", "个百分点",
}  # fmt: skip
"""Units of what is counted in Chinese numerals."""
_PLACES = re.compile(
    "两个市场|两个大局|两个积极性|五项原则|三项世界杯|三项赛|三元[区里]|五家渠|五台[山县]|七台河|九台区|三门峡|七里河|八里河|五条[街路]|百家姓|千家万户|百[花年]|千[方百]|三支一扶|三支|一条龙|"
    "三个代表|两个一百年|千亩|千头|百场|百项|千户苗"
)


def read(phrases: Phrases, start: int) -> int:
    """What begins at `start` in Chinese numerals; returns the offset after what was read."""
    text = phrases.text
    first = text[start]
    if run := asides.at_chinese(text, start):
        return phrases.leave(start, run[1], run[0])
    if (per := _PER.match(text, start)) and text[start - 1 : start] not in _NUMERALS:
        return phrases.per(per["per"], start, phrases.leave(start, per.end("per"), "denominator"))
    if (
        first == "万"
        and text[start + 1 : start + 2] in tuple("人户名辆")
        and text[start - 1 : start] not in tuple(_BOUNDING)
    ):
        return start + 1
    if classed := _CLASSED.match(text, start):
        return phrases.leave(start, classed.end(), "threshold")
    if (title := _TITLE.match(text, start)) and not text.endswith(_MAKES, 0, start):
        return phrases.leave(start, title.end(), "name")
    if match := _PART.match(text, start):
        return _part(phrases, start, match)
    if text.startswith("千上", max(0, start - 2)) and first == "万":
        return start + 1  # 成千上万
    if first in "万亿" and text[start - 2 : start] in _BOTH:
        return phrases.leave(start - 2, start + 1, "name")
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
    if year := _YEAR.match(text, start) or _FESTIVAL.match(text, start):
        return phrases.leave(start, year.end(), "date")
    if (follows := _FOLLOWS.match(text, end)) and not match["more"]:
        running = follows[0] in ("届", "季度") and text.endswith("连续", 0, start)
        reason = "duration" if running else _REASON[follows.lastgroup or "name"]
        return phrases.leave(start, follows.end(), reason)
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
    follows = text[end : end + 1]
    result = (
        text[start - 1 : start] in ("为", "归", "清") and start and not joined(follows) and follows not in tuple("“‘《")
    )
    if result and not (text[start - 1] == "清" and _CLEARING.search(text, max(0, start - 24), start - 1)):
        return phrases.word(start - 1, end, 0)
    return phrases.leave(start, end, "word")
