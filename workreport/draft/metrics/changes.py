"""Growth that a sentence gives beside a level: 完成32.6亿元，增长1.36%. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from workreport.content import Block, dense
from workreport.figures import Figure

_LEVELS = ("level",)
_GROWTHS = ("growth", "decline", "improvement")
_AGAINST = (
    "(?:同比|环比|分别|均|各|都|比上年|较上年|比去年|较去年|比上年同期|较上年同期|比20[0-9]{2}年|较20[0-9]{2}年|上年|年均|按?可比口径|按?可比价格?|按?可比价格?计算|"
    "同口径|自然口径|名义|实际|预计|约|累计|平均|总体|上年同期|五年|又|再|大幅|稳步|快速|逆势|持续|两年平均|比上年末|较上年末|比年初|较年初|比疫情前|扣除价格因素)*"
)
_RISES = "(?:增长率?|增加|增速|增幅|上升|提高|提升|下降|降低|减少|回落|收窄|增|降|涨|下浮|上浮|净增)?(?:了|为|达到?|超过?|近|约|高达|超)*"
_BESIDE = re.compile(rf"[余多以上左右]*[，、（(；]?{_AGAINST}{_RISES}")
_REACHED = re.compile("[，、]?(?:达到?|总量达到?|规模达到?|突破|升至|增至|达成|总额达到?|为|完成|实现)(?:了|约|超)*")
_OF_EACH = re.compile(rf"[余多以上左右]*，(?:同比|比上年|较上年)?(?:均|都)(?:同比|比上年|较上年)?{_RISES}")
"""Growth that is said of each of a list: 甲企业3家、乙企业5家，均增长15%."""
_PASSED = ("突破", "超过", "超", "达", "逾", "跨过", "破", "近")
_JOIN = re.compile("[、和与及]|以及")
_TURNS = re.compile("分别|均|都|各")
_STOP = re.compile("[，。；：！？]")
_PART = re.compile("[。；！？;!?]")


def changes(block: Block, figures: Sequence[Figure], free: Sequence[Figure]) -> Mapping[int, Figure]:
    """By the `id` of a level: the growth beside it, with no other figure and no subject of its own between the two.

    Growth stands behind its level, or, where it is the first figure after a full stop or semicolon, before it
    (增长8%，达到600亿元).
    """
    text, found, used = block.text, dict[int, Figure](), set[int]()
    allowed = {id(one) for one in free}
    for one, other in turns(block, figures):
        if {id(one), id(other)} <= allowed:
            used |= {id(one), id(other)}
            if _TURNS.search(text, one.end, other.start):
                found[id(one)] = other
    for one, other in pairwise(figures):
        if not {id(one), id(other)} <= allowed or id(one) in used or id(other) in used:
            continue
        between = dense(text[one.end : other.start])
        unit = other.quantity.unit.printed
        if one.quantity.kind in _LEVELS and other.quantity.kind in _GROWTHS and one.quantity.high is None:
            # 增长: the verb stands before the number, and so between the two.
            if _BESIDE.fullmatch(between) and "；" not in between and unit != one.quantity.unit.printed:
                found[id(one)] = other
                used |= {id(one), id(other)}
        elif one.quantity.kind in _GROWTHS and other.quantity.kind in _LEVELS and _reaches(between, other):
            begin = max((match.end() for match in _PART.finditer(text, 0, other.start)), default=0)
            first = not any(begin <= third.start < one.start for third in figures)
            if begin <= one.start and first and unit != one.quantity.unit.printed:
                found[id(other)] = one
                used |= {id(one), id(other)}
    for number, other in enumerate(figures):
        if id(other) not in allowed or other.quantity.kind not in _GROWTHS or not number:
            continue
        begins = _list(block, figures, number, allowed)
        if begins < number - 1 and _OF_EACH.fullmatch(dense(text[figures[number - 1].end : other.start])):
            for one in figures[begins:number]:
                found[id(one)] = other
    return found


def _reaches(between: str, level: Figure) -> bool:
    return _REACHED.fullmatch(between) is not None or (between in ("，", "、") and level.quantity.hedge in _PASSED)


def turns(block: Block, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """The levels of a list and the growths of one that follows it, one by one: 为3万元、2万元，分别增长5%、7%."""
    joined = [
        one.quantity.kind == other.quantity.kind
        and one.quantity.unit == other.quantity.unit
        and _JOIN.fullmatch(dense(block.text[one.end : other.start])) is not None
        for one, other in pairwise(figures)
    ]
    lists: list[list[Figure]] = []
    for number, figure in enumerate(figures):
        if number and joined[number - 1]:
            lists[-1].append(figure)
        else:
            lists.append([figure])
    for levels, growths in pairwise(lists):
        if len(levels) < 2 or len(levels) != len(growths) or levels[0].quantity.kind not in _LEVELS:
            continue
        between = dense(block.text[levels[-1].end : growths[0].start])
        if growths[0].quantity.kind in _GROWTHS and _BESIDE.fullmatch(between):
            yield from zip(levels, growths, strict=True)


def _list(block: Block, figures: Sequence[Figure], number: int, allowed: set[int]) -> int:
    """The index of the first of the levels that stand in one list before the figure at `number`."""
    at = number - 1
    while at > 0 and figures[at - 1].quantity.kind in _LEVELS and id(figures[at - 1]) in allowed:
        between = dense(block.text[figures[at - 1].end : figures[at].start])
        if not between.startswith(("、", "和", "与")) or _STOP.search(between):
            break
        at -= 1
    return at if id(figures[number - 1]) in allowed and figures[number - 1].quantity.kind in _LEVELS else number
