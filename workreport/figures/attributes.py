"""Quantities that only say what kind of thing a noun is, or where it ranks, or how long: 10亿元以上项目, 50户以上村寨. Pure.

What decides is whether the unit counts the noun behind it (20家以上企业: a figure) or measures it (亿元以上项目).
"""

from __future__ import annotations

import re

from workreport.figures import after
from workreport.figures.after import TIMES
from workreport.figures.asides import Reason
from workreport.figures.bounds import UP_TO
from workreport.figures.durations import is_level
from workreport.figures.item import Item

_MONEY = frozenset({"元", "美元", "欧元", "港元", "日元"})
_AGES = frozenset({"岁", "周岁"})
_AGED = re.compile("的?(?![的和与及或])[\u4e00-\u9fff]")
_HEADCOUNTS = frozenset({"人", "名", "户"})
_EXTENTS = frozenset(
    ("米", "公里", "千米", "海里", "平方米", "平方公里", "公顷", "亩", "立方米", "吨", "公斤", "千瓦", "兆瓦", "千伏", "蒸吨")
)  # fmt: skip
_COUNT = "[0-9]+[余多]?[个家户项只座条处款所]"
_CLASS = "企业|项目|产业|集群|园区|工程|主体|平台|单品|品牌|市场|商圈|[县镇乡村]|街道|楼宇|大单|板块|赛道|俱乐部|基金|客户|机构|公司|人口|群体|人群|家庭|农户"
_OF_CLASS = re.compile(rf"[级的]?[^，。、；：,;:的0-9]{{0,8}}?(?:{_CLASS})")
_OVER = "(?:产值|税收|营收|销售|投资|收入)?(?:超过|突破|超|过|破|逾)"
_ELIDED = re.compile(
    rf"(?:达到?|有|增至|增加到)?{_COUNT}|[，、]{_COUNT}{_OVER}[0-9.]{{1,8}}[万亿]{{0,2}}元[级的]?[^，。、；]{{0,12}}?(?:{_CLASS})"
    r"|[且、]?(?:低于|不足|不到|不超过|高于|超过)[0-9]|[0-9.]{1,8}[万亿]{0,2}元以下"
    rf"|(?:[、和][0-9.]{{1,8}}[万亿]{{0,2}}元(?:以上)?){{1,4}}[级的]?[^，。、；0-9]{{0,8}}?(?:{_CLASS})"
)
_NO_NOUN = "(?![的和与及或且并、用以由为占同比较增减下上降提达到至是在均将于内])(?!确保|实现|完成|支持|力争|其中)"
_NOUN = re.compile(_NO_NOUN + "[\u4e00-\u9fff“]")
_OF_MONEY = re.compile("[^，。、；]{0,4}?(?:资金|贷款|融资|债券|补助|补贴|收入|产值|投资|订单|销售|支出|税费|效益)")
_MONEY_OF = re.compile("(?:资金|贷款|融资|投资|成本|税收|收入|产值|销售额|营收|债券|支出|利润)[约近超达]{0,2}$")
_TOTALS = ("总投资", "总额", "总量", "总产值", "累计", "合计", "共")
"""Before an amount that is of all that are counted behind it together: 总投资超60亿元16个项目."""
_SPENDS = ("安排", "投入", "争取", "筹集", "下达", "拨付", "统筹", "整合", "落实", "发放")
_SPENT = re.compile("[^，。、；：0-9]{0,10}?(?:资金|经费|补助|补贴|贷款|债券|奖励)")
_COUNTED = re.compile(rf"[^，。、；：,;:0-9的]{{1,16}}{_COUNT}")
_SIZE = re.compile("(?:海拔|面积|人口|规模|高度|长度|深度|功率|容量|产能|吨位)$")
_PLACE = re.compile(
    f"的?{_NO_NOUN}"
    "[^，。、；：,;:0-9的]{0,14}?(?:村寨?|寨|[乡镇]|社区|安置[点区]|学校|中小学|幼儿园|企业|单位|机构|园区|场所|小区|图斑|村庄|集镇|养殖场"
    "|机组|船舶|地块|水库|河流|会议|活动|赛事)(?=[，。、；：“”（）的0-9全实建设配开覆达基完均都已]|$)"
)
_PHASE = re.compile("[^，。、；：,;:的和0-9]{1,14}?(?:[一二三四]期|生产线)")
_EXTENSION = re.compile("[^，。、；：,;:的和0-9]{0,14}?(?:扩建|技改|技术改造)")
_PLANT = re.compile("[^，。、；：,;:的0-9]{0,14}?(?:项目|生产线|基地|工程|装置|机组|[一二三四]期|工厂|电站|水厂)")
_OF_PROJECTS = re.compile("[^，。；：、0-9等][^，。；：]{0,80}?等[^，。；]{0,10}?(?:项目|工程)")
_OWNED = re.compile(
    "(?:^|[，。；：、])(?![^，。；：、]*(?:新增|完成|实现|达|增|产量|生产|出栏|种植|收购|储备|投放|加工))[^，。；：、0-9]*$"
)
_YIELDS = ("年产", "日产", "年加工", "年处理", "日处理", "年生产", "年屠宰", "年出栏", "单机")
_MASS = frozenset(
    {"吨", "立方米", "方", "千瓦", "兆瓦", "MW", "GW", "千升", "头", "辆", "台", "件", "平方米", "羽", "只", "套"}
)
_OUTPUTS = frozenset({"吨", "立方米", "方", "千瓦", "兆瓦", "MW", "GW", "千升", "千伏安"})
_CIRCLE = re.compile("[^，。、；：,;:0-9“”]{0,10}圈(?![养定])")
_WIDE = 30
"""Kilometers: a circle of so many is no walk round the corner, but a road round a town."""
_RANKED = re.compile("排名|排位|位次|名次|位列|由第|从第")
_MOVES = ("前移", "前进", "后移", "进位", "跃升", "晋升")


def of_quantity(text: str, item: Item, *, bare: bool, bounded: bool) -> Reason | None:
    """Why a number with its unit is no figure. `bare`: it is a 百, 千, 万 or 亿 alone; `bounded`: it has a hedge."""
    start, end, unit = item.number, item.end, item.unit
    if (unit in TIMES or (unit == "公里" and item.value < _WIDE)) and _CIRCLE.match(text, end):
        return "name"
    if unit in TIMES:
        return None if is_level(text, item) else "duration"
    if unit in ("位", "名") and _is_rank(text, item):
        return "rank"
    if unit in _AGES and (text[start - 1 : start] == "满" or (bounded and _AGED.match(text, end))):
        return "threshold"
    if bounded and unit in _MONEY and _ELIDED.match(text, end) and not text.endswith(_TOTALS, 0, item.start):
        return "threshold"
    follows = text[end : end + 1]
    if not ("\u4e00" <= follows <= "\u9fff" or follows == "“"):
        return None
    if bare and not unit:
        return _bare(text, item)
    if bounded and (_classifies_money(text, item) if unit in _MONEY else _classifies(text, item)):
        return "threshold"
    if unit == "千伏" or (unit in _MASS and _is_capacity(text, item)):
        return "capacity"
    return None


def _bare(text: str, item: Item) -> Reason | None:
    """百亿级产业, 过亿企业; but 上亿市值 and 过亿市场主体 are counts."""
    if text[item.end] == "级":
        return "threshold"
    if item.hedge == UP_TO or "亿" not in item.scale or after.counts_many(text, item.end):
        return None
    return "threshold" if _OF_CLASS.match(text, item.end) else None


def of_class(text: str, at: int) -> bool:
    """Whether a kind of enterprise, project or place follows, which an amount classifies: 百亿园区."""
    return _OF_CLASS.match(text, at) is not None


def _classifies_money(text: str, item: Item) -> bool:
    """Money counts nothing but money: 500万元以上固定资产投资 is a class of it, 争取50亿元以上资金 is not."""
    if _OF_CLASS.match(text, item.end):
        return not (_SPENT.match(text, item.end) and text.endswith(_SPENDS, 0, item.start))
    if not after.bounds(item.hedge) or not _NOUN.match(text, item.end):
        return False
    if _MONEY_OF.search(text, max(0, item.number - 6), item.number):
        return False  # 带动投资100亿元以上助力发展: what it counts stands before it
    of_money = _OF_MONEY.match(text, item.end) is not None
    return not of_money or not (item.number and "\u4e00" <= text[item.number - 1] <= "\u9fff")


def _classifies(text: str, item: Item) -> bool:
    """Whether people or an extent with 以上 or 以下 say which of what follows is meant."""
    if not after.bounds(item.hedge) or (item.unit not in _HEADCOUNTS and item.unit not in _EXTENTS):
        return False
    sized = _SIZE.search(text, max(0, item.number - 4), item.number) is not None
    of_noun = _NOUN.match(text, item.end) is not None
    return (of_noun and (sized or _COUNTED.match(text, item.end) is not None)) or _PLACE.match(
        text, item.end
    ) is not None


def _is_capacity(text: str, item: Item) -> bool:
    """What a plant is built for, in its name: 年产30万吨磷酸铁项目, 某地4万吨扩建."""
    start, end = item.number, item.end
    if text.endswith(_YIELDS, 0, start):
        return _PLANT.match(text, end) is not None
    if _PHASE.match(text, end) or (item.unit in _OUTPUTS and _EXTENSION.match(text, end)):
        return True
    return (
        item.unit in _OUTPUTS
        and not item.governed.says
        and _OF_PROJECTS.match(text, end) is not None
        and _OWNED.search(text, max(0, start - 30), start) is not None
    )


def _is_rank(text: str, item: Item) -> bool:
    """由第39位跃升至21位, 位次前移3位: ranks, and changes of one."""
    before = text[max(0, item.number - 24) : item.number]
    clause = re.split("[，。；：]", before)[-1]
    return clause.endswith(_MOVES) or (item.unit == "位" and _RANKED.search(clause) is not None)
