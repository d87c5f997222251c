"""What the words round a figure say of it: which stage of the work is counted, and whether there is so much or comes so much.

Pure. Tables of the verbs of official Chinese, by the stage that each is of: 引进 is an intention that was won, 注册 an entry in
a register, 落地 an arrival, 建成 an end and 建设 a way there. Two figures of one noun and of two stages count two things. A verb
that says more than one stage has all of them (新建 may be begun or built), and one that says none is not here (新增, 完成 alone).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal

Stage = Literal[
    "planned",
    "signed",
    "attracted",
    "registered",
    "settled",
    "building",
    "built",
    "opened",
    "renovated",
    "rated",
    "listed",
]
Amount = Literal["stock", "flow"]

_VERBS: Mapping[Stage, tuple[str, ...]] = {
    "planned": ("谋划", "策划", "规划", "储备"),
    "signed": ("签约", "签订", "签署"),
    "attracted": ("引进", "引入", "招引", "引育"),
    "registered": ("注册成立", "新注册", "注册", "登记"),
    "settled": ("落地", "落户", "入驻"),
    "building": (
        "开工建设",
        "启动建设",
        "加快建设",
        "推进建设",
        "建设",
        "开工",
        "动工",
        "启动",
        "推进",
        "实施",
        "打造",
        "新建",
    ),
    "built": ("建设完成", "完成建设", "建成", "竣工", "完工", "投用", "投入使用", "投产", "交付", "新建"),
    "opened": ("开街", "开业", "开办", "开园", "开馆", "运营", "投用", "投入使用"),
    "renovated": ("提升改造", "改造提升", "改造", "整修", "修缮", "更新", "提升"),
    "rated": ("被评为", "评为", "获评", "认定", "授予", "入选"),
    "listed": ("入库", "纳统", "纳入"),
}
_STAGES: Mapping[str, frozenset[Stage]] = {
    verb: frozenset(stage for stage, verbs in _VERBS.items() if verb in verbs)
    for verbs in _VERBS.values()
    for verb in verbs
}
_VERB = re.compile("完成[^，。；：！？]{0,20}?建设|" + "|".join(sorted(_STAGES, key=len, reverse=True)))
"""The longest first: 建设完成 is no 建设."""
_NOUN = re.compile(
    "注册(?:资金|资本|地)|建设(?:用地|项目|工程|单位|局|力度)|规划(?:区|建设|收官|纲要)|五年规划|建成区|实施(?:方案|办法)"
    "|登记(?:机关|在册)|(?:外汇|粮食|物资)储备|储备(?:库|用地|粮|规模)|提升工程|提升[至到]|运营(?:商|公司|里程)|打造成"
)
"""Names of things that hold a verb."""

_COMES = ("新增", "新建", "新设", "新开", "新注册", "新登记", "新引进", "净增")
_IS = ("总数", "存量", "保有量", "现有", "已有", "拥有")
_REACHES = ("达到", "达", "增至", "增加到", "增加至", "增长到", "扩大到", "发展到", "共有", "总量")
"""So many there are, where things are counted one by one; an amount of money is reached within a year too."""


def stages(words: str) -> Mapping[str, frozenset[Stage]]:
    """The verbs of a text without white space, each with the stages that it may be of."""
    taken = [match.span() for match in _NOUN.finditer(words)]
    return {
        match[0]: _STAGES.get(match[0], _STAGES["建成"])
        for match in _VERB.finditer(words)
        if not any(start <= match.start() < end for start, end in taken)
    }


def said(words: str) -> Amount | None:
    """Whether a text says outright that so many come (新增) or that there are so many (总数); None where it says neither."""
    if _any(_COMES, words):
        return "flow"
    return "stock" if _any(_IS, words) else None


def amount(words: str, *, counted: bool) -> Amount | None:
    """The same from all that hints at it. `counted`: the figure of the text counts things one by one (个, 家)."""
    hinted: Amount | None = "flow" if stages(words) else None
    return said(words) or ("stock" if counted and _any(_REACHES, words) else hinted)


def _any(found: Iterable[str], words: str) -> bool:
    return any(word in words for word in found)
