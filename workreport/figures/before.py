"""What stands before a number and governs it: 同比增长约8%, 达到不低于1.65万人. Pure.

Read from the number towards the front, in one match of a bounded length: filler, hedge, link, hedge, adverbs, verb. A
link (到, 至, 为) after a verb of change makes a level of what follows: 提高到25%; after a noun of change it does not:
增速达到8%.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from workreport.figures.bounds import BEFORE, NO_HEDGE, UP_TO, Bound
from workreport.figures.quantity import Kind
from workreport.figures.words import any_of, backwards

RISE = (
    "增长", "增加", "上升", "提高", "提升", "上涨", "回升", "扩大", "新增", "净增", "增收", "增产", "增值", "上浮", "上调", "攀升",
    "跃升", "猛增", "激增", "递增", "多增", "走高", "反弹", "加快", "提速", "放大", "增至", "增效", "抬升", "拉升", "延长", "增", "涨", "升",
)  # fmt: skip
FALL = (
    "下降", "降低", "减少", "回落", "下滑", "压减", "缩减", "压缩", "削减", "缩短", "缩小", "收窄", "下跌", "下调", "下浮", "减免",
    "减征", "减收", "减产", "节约", "节省", "精简", "压降", "调减", "核减", "萎缩", "走低", "减排", "递减", "降耗", "消减", "放缓",
    "少增", "裁减", "降", "减", "跌",
)  # fmt: skip
_UP = ("增幅", "涨幅", "增速", "增长率", "增长速度", "增长幅度", "升幅", "上涨幅度", "提高幅度", "提升幅度", "增长比例")
_DOWN = (
    "降幅",
    "跌幅",
    "减幅",
    "下降幅度",
    "降低幅度",
    "减少幅度",
    "压减幅度",
    "压缩幅度",
    "下降率",
    "降低率",
    "压减比例",
    "压缩比例",
)
NOUNS = frozenset((*_UP, *_DOWN))
"""The nouns of change, after which a link makes no level."""
_BETTER = ("改善",)
_NOT_VERBS = {"降": ("霜降", "升降"), "增": ("倍增",), "升": ("攀升幅", "公升")}
KINDS: dict[str, Kind] = {
    **dict.fromkeys((*RISE, *_UP), "growth"),
    **dict.fromkeys((*FALL, *_DOWN), "decline"),
    **dict.fromkeys(_BETTER, "improvement"),
}
UP_VERBS = tuple(f"{verb}上" for verb in "迈跨登跃站踏冲攀升走爬")
"""Verbs of motion that reach a level: 迈上万亿元台阶, where 上 bounds nothing."""
_LINKS = (
    "达到了", "达到", "达", "到", "至", "为", "成", "在", "约为", "保持在", "稳定在", "控制在", "维持在", "保持", "实现", "超额",
    *UP_VERBS,
)  # fmt: skip
_TO: dict[str, str] = {**dict.fromkeys((*_UP, *_DOWN), ""), **dict.fromkeys(("增长", "下降"), "到至")}
"""The links that make a level of what follows a word of change; all of them after most verbs."""
_FILLERS = ("了", "达到", "达", "到", "有", "占", "为", "至", "在", "共", "需", "是", "按", "以", "近", "过")
_ADVERBS = (
    "均", "都", "也", "再", "又", "将", "了", "各", "同比", "环比", "平均", "分别", "幅度", "预计", "累计", "实际", "仅", "只", "共",
    "逐年", "每年", "年均", "总计", "合计", "可", "已", "就", "有望", "还", "力争", "确保", "速度", "比例", "至少", "不", "要",
)  # fmt: skip
_EACH = re.compile("别分|均|都|各")

_NO_HEDGE = {**NO_HEDGE, UP_TO: (*NO_HEDGE[UP_TO], *UP_VERBS)}
_HEDGES = backwards((word for word in BEFORE if word != UP_TO), _NO_HEDGE)
_ADVERB = f"(?:{backwards(_ADVERBS)})"
_BEFORE = re.compile(
    rf"(?:(?P<near>{_HEDGES})|(?P<filler>{backwards(_FILLERS)})(?P<far>{_HEDGES}))?(?P<link>{backwards(_LINKS)})?"
    rf"(?P<first>{_HEDGES})?(?:{_ADVERB}){{0,4}}(?P<verb>{backwards(KINDS, _NOT_VERBS)})?(?:{_ADVERB}){{0,3}}"
)
_UP_TO = re.compile(backwards([UP_TO], {UP_TO: _NO_HEDGE[UP_TO]}))
_FORWARD = re.compile(any_of(KINDS))
_APART = re.compile("高于|低于|快于|好于|优于|多于|少于|领先|高出|超出|超过|高|低|快")
_GAP = re.compile("高于|低于|快于|慢于|好于|优于|多于|少于|高出|低出|超出|快过")
_OBJECT = re.compile(
    rf"(?:{any_of(('压减', '压缩', '削减', '降低', '减少', '缩减', '节约', '节省', '缩短', '提升', '提高', '增加', '精简', '减免'))})"
    r"(?P<object>(?:[^到至达占为率比重，、。；：,;:0-9]|效率|利率){1,10})$"
)


@dataclass(slots=True)
class Before:
    """What stands directly before a number."""

    start: int
    """Where its hedge begins, or where the number does."""
    bound: Bound | None = None
    hedge: str = ""
    link: str = ""
    verb: str = ""
    """The verb or noun of change."""
    each: bool = False
    """Whether 分别, 均, 都 or 各 gives it to every member of a list."""

    @property
    def says(self) -> bool:
        """Whether there is anything that governs the number."""
        return bool(self.hedge or self.link or self.verb)

    @property
    def kind(self) -> Kind | None:
        """The change that it makes of a share or a multiple; None for none."""
        if not self.verb or (self.link and self.link[-1] in _TO.get(self.verb, "到至为成在")):
            return None
        return KINDS[self.verb]


class Backwards:
    """A text from its end, for reading what stands before its numbers."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._turned = text[::-1]

    def read(self, at: int, *, bare: bool = False) -> Before:
        """What stands before the number that begins at `at`. `bare`: it is a 百, 千, 万 or 亿 alone."""
        size = len(self._text)
        match = _BEFORE.match(self._turned, size - at)
        assert match is not None  # every part may be missing
        group = match.lastgroup and next((name for name in ("near", "far", "first") if match[name]), None)
        hedge = match[group][::-1] if group else ""
        start = size - match.end(group) if group else at
        if bare and not hedge and _UP_TO.match(self._turned, size - at):
            hedge, start = UP_TO, at - 1
        link = (match["link"] or match["filler"] or "")[::-1]
        return Before(
            start=start,
            bound=BEFORE[hedge] if hedge else None,
            hedge=hedge,
            link=link,
            verb=(match["verb"] or "")[::-1],
            each=_EACH.search(match[0]) is not None,
        )

    def apart(self, begin: int, at: int) -> bool:
        """Whether a number of points is how far two rates are apart: 高于GDP增速1个百分点."""
        return _GAP.search(self._text, max(begin, at - 24), at) is not None

    def change(self, begin: int, at: int, unit: str) -> Kind | None:
        """The change that governs a number from afar: 降低企业成本15%; a point (个百分点) is always one of something."""
        clause = self._text[max(begin, at - 24) : at]
        if "点" in unit:
            found: Kind | None = None
            last = -1
            for match in _FORWARD.finditer(clause):
                if match[0] not in NOUNS:  # 高于全省增速1个百分点
                    found, last = KINDS[match[0]], match.end()
            apart = [match.end() for match in _APART.finditer(clause)]
            return None if apart and apart[-1] > last else found
        object_of = _OBJECT.search(clause)
        return KINDS[clause[object_of.start() : object_of.start("object")]] if object_of else None
