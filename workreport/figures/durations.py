"""Times that are levels (审批时限压缩至3天) beside those that only last (连续35年, 三年行动). Pure."""

from __future__ import annotations

import re

from workreport.figures.item import Item

_HEADS = "天数|时间|时限|年限|时长|寿命|周期|工期|耗时|用时|日数|机时"
_HEAD = re.compile(rf"(?:{_HEADS})[^，。；]{{0,4}}$")
_FROM = re.compile(rf"(?:{_HEADS})[^，。；：0-9]{{0,6}}(?:从|由)[^，。；：]{{0,30}}$")
_FIRST = re.compile("(?:从|由)(?:(?:19|20)[0-9]{2}年的?|原来的?|过去的?|目前的?|平均){0,2}$")
_SECOND = re.compile(
    "[^，。；：0-9]{0,8}(?:到|至|为)[^，。；：0-9]{0,6}(?:(?:19|20)[0-9]{2}年的?)?[^，。；：0-9]{0,4}[0-9]"
)
_REACHED = re.compile("[到至为](?:(?:目前|现在|如今)的?)?平均$")
_SPAN = re.compile("[^，。；]{2}到(?:开工|竣工|投产|投用|办结|验收|交付|落地|达产|拿证)(?:仅用|只需|仅需|用时|平均)?$")
_BROUGHT = ("到", "至", "为", "达", "了", "在")
"""How a link ends after which a time is what something was brought to; 实现1小时通勤 is none."""


def is_level(text: str, item: Item) -> bool:
    """Whether a number of a unit of time is a level and not merely how long something lasts."""
    start = item.number
    back = max(0, start - 44)
    if any(pattern.search(text, back, start) for pattern in (_HEAD, _FROM, _REACHED, _SPAN)):
        return True
    if _FIRST.search(text, back, start) and _SECOND.match(text, item.end):
        return True
    link, verb = item.governed.link, item.governed.verb
    if item.unit == "年":
        return bool(link and verb) or item.value != item.value.to_integral_value()
    return link[-1:] in _BROUGHT or bool(verb)
