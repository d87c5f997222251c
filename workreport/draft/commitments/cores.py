"""Whether two titles name one thing: their nouns without deeds, measures and general words. Pure."""

from __future__ import annotations

import re
from typing import Literal

from workreport.gate import VERBS

_VERBS = f"(?>{VERBS}|评为|认定|入库|登记|注册|落地|引入|盘活|建|修|办|完成|安装|发放|开街|运营|获批|获评|入选|累计|实现)(?!业|型|性|者|员|用地|资金|单位)"
_DEED = re.compile(
    rf"^(?:(?:全[国省市州县区]|我[省市州县区]|本[省市州县区]|区内|城乡|年内|全年|各类|新增?的?|被?(?:{_VERBS})+的?))+"
)
_NEUTRAL = re.compile("新增|增加|实现|完成|累计|达到")
"""Deeds that say nothing of which."""
_MEASURES = re.compile(
    "(?:同比|年均|平均)?(?:增长|增速|下降|降低|改善|增幅|降幅|提高|减少)$|(?:数量|总数|总量|数|人数|户数|面积|额|规模|情况|的个数|的总数)$"
)
_LEVELS = re.compile("(?:及以上|及以下|以上|以下|级)(?=[^，]{2})|年均|平均|同比|[（(](?![改扩])[^）)]*[）)]|[的]")
_QUOTED = re.compile("“([^”]{2,})”")
_GENERAL = re.compile(
    "企业|项目|工程|任务|人数|数量|面积|投资|收入|学校|公园|道路|小区|社区|街道|品牌|平台|基地|中心|设施"
    "|学位|岗位|资金|人员|机构|产业|产值|总投资|总投资额|注册资金|增加值|营业收入|重点项目|重大项目|服务|活动|产品|基金|场所|线路|就业|举措|措施|清单|任务清单|事项|机制|行动|人才|贷款|用地|政策|政策措施|办法"
)
"""Nouns that name too little to be one thing without a word before them."""
_EMPTY = re.compile(
    "(?:总|年)?(?:产值|产量|产能|投资|收入|营收|销售额|交易额|增加值|装机|装机总量|面积|参保率|覆盖率|占比|比重|比例|规模|资金)"
)
"""Measures of anything: what they are of stands elsewhere in the text."""
_RATIO = re.compile("占(?!地)|比[重例率]|率$|人均(?!可支配)|每万|每千")
"""A share, a rate or an average: beside an amount it is another thing."""
_HEAD = 2

Tie = Literal["equal", "wider", "other"]


def core(title: str) -> str:
    """The noun of a title: what remains of 新增义务教育学位数量 is 义务教育学位."""
    return plain(_LEVELS.sub("", title))


def plain(title: str) -> str:
    """A title without its deed and what only measures, word for word as it is printed."""
    noun = _MEASURES.sub("", _MEASURES.sub("", title))
    stripped = _DEED.sub("", noun)
    return stripped if len(stripped) > 1 else noun


def apart(one: str, other: str) -> bool:
    """Whether two titles name deeds that have no character in common: 治理的耕地, 修复的耕地."""
    mine, theirs = ({*"".join(re.findall(_VERBS, _NEUTRAL.sub("", _deed(title))))} for title in (one, other))
    return bool(mine and theirs and mine.isdisjoint(theirs))


def _deed(title: str) -> str:
    found = _DEED.match(title)
    return found[0] if found else ""


def tie(one: str, other: str, *, counted: bool) -> Tie | None:
    """How two titles are tied: they name one thing, one names more than the other (京冀企业, 京津冀企业), or another thing of
    one kind (实际利用外资, 实际利用内资); None where they are strangers. `counted`: of things that are counted one by one another
    kind is another thing."""
    mine, theirs = core(one), core(other)
    if any(len(noun) < _HEAD or _EMPTY.fullmatch(noun) for noun in (mine, theirs)):
        return None
    if {*_RATIO.findall(one)} != {*_RATIO.findall(other)}:
        return None
    if mine == theirs:
        return None if _GENERAL.fullmatch(mine) and one != other else "equal"
    short, long = sorted((mine, theirs), key=len)
    start = _shared(short, long)
    end = _shared(short[start:][::-1], long[start:][::-1])
    if start + end == len(short) or (short in long and len(short) > _HEAD + 1):
        return None if _GENERAL.fullmatch(short) else "wider"
    terms = set(_QUOTED.findall(one)) & set(_QUOTED.findall(other))
    if terms and mine[-_HEAD:] == theirs[-_HEAD:]:
        return "wider"
    left = max(len(short), len(long)) - start - end
    if not counted and start > 2 and end > 0 and left <= _HEAD:
        return "other"
    return None


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
