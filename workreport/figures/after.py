"""What follows a number and its unit: hedges, the upper end of a range, a noun of growth, people that are counted. Pure."""

from __future__ import annotations

import re
from decimal import Decimal

from workreport.figures.bounds import AFTER, WITHIN, Bound
from workreport.figures.numerals import CHINESE, LONGEST, NUMBER, numeral_value
from workreport.figures.units import Tail, Units
from workreport.figures.words import any_of

TIMES = frozenset(
    ("年", "个年头", "个学期", "学期", "个季度", "季度", "个月", "个星期", "周", "天", "日", "昼夜", "个昼夜", "工作日", "个工作日", "小时",
     "个小时", "分钟", "秒", "毫秒", "微秒")
)  # fmt: skip
"""Units of time."""
_DASHES = "-－—–~～至到"
_SECOND = re.compile(rf"[{_DASHES}](?P<number>{NUMBER}|[{CHINESE}]+)")
_FIRST = frozenset("".join(word[0] for word in AFTER) + "多")
_HEDGE = re.compile(
    rf"(?P<word>{any_of(word for word in AFTER if word != WITHIN)}|内(?![^，。、；完办]))|多(?=[，。、；）,;的])"
)
_GROWTH = re.compile(
    "的?(?:年均|较快|稳定|高速|中高速|平均|速度|左右的|以上的){0,2}(?:增长|增速|增幅|涨幅|速度增长)(?![到至为极点])"
)
_PEOPLE = (
    "人口|人民|居民|群众|农民|牧民|渔民|市民|村民|公民|国民|职工|员工|工人|民工|学生|师生|新生|考生|毕业生|在校生|大学生|学子|学员|"
    "儿童|儿女|孩子|老人|老年人|残疾人|妇女|青年|青少年|党员|干部|人才|医生|教师|老师|专家|志愿者|游客|旅客|乘客|观众|用户|客户|粉丝|"
    "网友|家庭|主体|农户|商户|个体户|灾民|移民|劳动力|大军|军民|官兵|同胞|代表|委员|参保人|对象|人员|人就|市场|中国人"
)
_HEAD = "[^，。、；：,;:的0-9“”（）]{0,12}?"
_MANY = re.compile(rf"{_HEAD}(?:{_PEOPLE})")
_COUNTED = re.compile(rf"{_HEAD}(?:{_PEOPLE}|企业)|目标|大关|关口|规模|门槛|新?台阶|级?规模")


def hedge(text: str, at: int, unit: str) -> tuple[Bound, str, int] | None:
    """The hedge that begins at `at`, where a unit ends: (bound, word, offset after it)."""
    if text[at : at + 1] not in _FIRST:
        return None
    match = _HEDGE.match(text, at)
    if match is None:
        return None
    word = match["word"] or "多"
    if word == WITHIN and unit not in TIMES:
        return None
    return AFTER.get(word, "at_least"), word, match.end()


def second(text: str, tail: Tail, units: Units) -> tuple[Decimal, Tail] | None:
    """The upper end of a range whose lower end has `tail`, and its unit: 3-5家, 5%～8%."""
    if text[tail.end : tail.end + 1] not in _DASHES:
        return None
    match = _SECOND.match(text, tail.end)
    if match is None or len(match["number"]) > LONGEST:
        return None
    high, other = numeral_value(match["number"]), units.tail(text, match.end())
    if high is None or not other.printed or (tail.printed and tail.printed != other.printed):
        return None
    return high, other


def grows(text: str, at: int) -> bool:
    """Whether a noun of growth follows: 5%以上的增长."""
    return _GROWTH.match(text, at) is not None


def bounds(hedge: str) -> bool:
    """Whether a hedge stands behind its unit, at a distance from the number: 以上, 以下."""
    return hedge in AFTER


def counts_many(text: str, at: int) -> bool:
    """Whether people or the like follow, of whom a bare scale is a count: 过亿市民."""
    return _MANY.match(text, at) is not None


def counted(text: str, at: int) -> bool:
    """Whether what is counted follows a scale without a measure word: 3万群众, 万亿目标."""
    return _COUNTED.match(text, at) is not None
