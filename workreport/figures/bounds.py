"""Bounds: what the words round a number say of it, and every such word.

Pure: how Chinese writes a bound before, after and inside a number; how each language of the site prints it in a
sentence, on a label and in a chart. What an English text may say for one is in `english_bounds`. A further language adds
its `BoundWords` to `BOUND_WORDS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Bound = Literal["exact", "about", "at_least", "more_than", "at_most", "range", "several"]
BOUNDS: tuple[Bound, ...] = get_args(Bound)
"""All bounds in the order in which pages list them. `several`: a multitude of the number (数十家 is several tens), which
is not the number itself."""

_SIDES: Mapping[Bound, int] = {"at_least": 1, "more_than": 1, "at_most": -1}


def side(bound: Bound) -> int:
    """Where the value may lie: 1 from the number up, -1 from it down, 0 where the bound is not open."""
    return _SIDES.get(bound, 0)


# How Chinese writes them.

INSIDE = ("余", "多")
"""Between the number and its unit (5万余平方米): rounded down, so at least that."""
ROUGHLY = "来"
"""Between the number and its unit (20来个)."""
SEVERAL = ("数", "几")
"""Before 十, 百, 千, 万 and 亿 (数十家)."""

BEFORE: Mapping[str, Bound] = {
    **dict.fromkeys(
        ("不超过", "不高于", "不多于", "不大于", "不超", "未超过", "未超", "至多", "最多", "最高", "低于", "少于", "小于", "不足", "不到",
         "未达到", "低至"), "at_most"
    ),
    **dict.fromkeys(
        ("不低于", "不少于", "不小于", "不下于", "不下", "不止", "至少", "最少", "最低", "起码", "上"), "at_least"
    ),
    **dict.fromkeys(
        ("超过", "突破", "高于", "大于", "多于", "超出", "超越", "越过", "跨过", "迈过", "逾", "超", "破", "过"), "more_than"
    ),
    **dict.fromkeys(
        ("大约", "约", "接近", "将近", "近", "约合", "大概", "差不多", "约计"), "about"
    ),
}  # fmt: skip
"""Words before a number."""
AFTER: Mapping[str, Bound] = {
    **dict.fromkeys(("左右", "上下"), "about"),
    **dict.fromkeys(("以上", "之上", "有余"), "at_least"),
    **dict.fromkeys(("以内", "以下", "之内", "之下", "内"), "at_most"),
}
"""Words after its unit."""
NO_HEDGE: Mapping[str, tuple[str, ...]] = {
    "约": (
        "签约",
        "合约",
        "契约",
        "条约",
        "公约",
        "预约",
        "节约",
        "制约",
        "集约",
        "履约",
        "续约",
        "解约",
        "违约",
        "特约",
    ),
    "近": ("最近", "附近", "邻近", "靠近", "临近", "就近", "亲近", "周近"),
    "超": ("赶超", "反超"),
    "过": (
        "经过",
        "通过",
        "不过",
        "度过",
        "渡过",
        "走过",
        "去过",
        "办过",
        "做过",
        "有过",
        "来过",
        "开过",
        "得过",
        "受过",
    ),
    "破": ("打破", "侦破", "攻破"),
    "上": (
        "以上",
        "之上",
        "线上",
        "网上",
        "规上",
        "限上",
        "路上",
        "会上",
        "手上",
        "加上",
        "基础上",
        "马上",
        "晚上",
        "向上",
        "历史上",
    ),
}
"""Words that merely end like a hedge: 累计签约 21.6 万人 is exact."""
SHORT_OF = ("低于", "少于", "小于", "不足", "不到", "未达到")
"""Words of `at_most` that leave the number itself out."""
OPEN_BELOW = ("以下", "之下")
"""Words of `at_most` that leave open whether the number itself is meant."""
NEARING = ("近", "接近", "将近")
"""Words of `about` that come to the number from below."""
UP_TO = "上"
"""Bounds only a bare multitude: 上百家, but not 线上20家."""
WITHIN = "内"
"""Bounds only a time: 3个工作日内, but not 10个内."""


def after_number(hedge: str) -> Bound | None:
    """What a hedge means that stands after the number (左右, 以上); None for any other."""
    return AFTER.get(hedge)


MULTITUDES: Mapping[int, str] = {
    10: "dozens",
    100: "hundreds",
    10**3: "thousands",
    10**4: "tens of thousands",
    10**5: "hundreds of thousands",
    10**6: "millions",
    10**7: "tens of millions",
    10**8: "hundreds of millions",
    10**9: "billions",
    10**10: "tens of billions",
    10**11: "hundreds of billions",
    10**12: "trillions",
}
"""What English says for a multitude of a number (数十家)."""


# How each language of the site prints them.


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundWords:
    """How one language prints bounds."""

    before: Mapping[Bound, str]
    """Before a number in a sentence, with the space that follows it; a bound that is not here prints nothing."""
    rounded_down: str
    """Before a number that the report prints with 余 or 多, where the language has no such word inside a number."""
    short_of: str
    """Before a number that the report says is not reached (不到, 低于), where the language does not print that word."""
    nearing: str
    """Before a number that the report says is nearly reached (近, 接近), likewise."""
    label: Mapping[Bound, str]
    """The entry of a list that explains the bounds."""
    chart: Mapping[int, str]
    """By side: what an arrow in a chart means."""
    data: str
    """The description of the field in the data files."""

    def printed(self, bound: Bound, hedge: str) -> str:
        """What stands before a number in a sentence, with the space that follows it. `hedge`: the word of the report."""
        special = (
            self.rounded_down if hedge in INSIDE
            else self.short_of if bound == "at_most" and hedge in SHORT_OF
            else self.nearing if bound == "about" and hedge in NEARING
            else ""
        )  # fmt: skip
        return special or self.before.get(bound, "")


BOUND_WORDS: Mapping[str, BoundWords] = {
    "zh": BoundWords(
        before={"about": "约", "at_least": "不低于", "more_than": "超过", "at_most": "不超过"},
        rounded_down="",
        short_of="",
        nearing="",
        label={
            "exact": "没有界限词",
            "about": "左右、约",
            "at_least": "以上、不低于；余、多",
            "more_than": "超过、高于",
            "at_most": "以内、以下",
            "range": "从几到几",
            "several": "数十、几百：不是确数",
        },
        chart={1: "不低于或高于此数", -1: "不超过此数"},
        data="界限：exact为确数，about为左右、约，at_least为以上、不低于、余、多，more_than为超过、高于，at_most为以内、以下，range为区间，several为数十、几百之类，数值只是其数量级。",
    ),
    "en": BoundWords(
        before={"about": "about ", "at_least": "at least ", "more_than": "more than ", "at_most": "no more than "},
        rounded_down="more than ",
        short_of="under ",
        nearing="nearly ",
        label={
            "exact": "no bounding word",
            "about": "about; 近 is printed as “nearly”",
            "at_least": "at least; 余 and 多 are printed as “more than”",
            "more_than": "more than",
            "at_most": "no more than; 低于 and 不到 are printed as “under”",
            "range": "a range",
            "several": "dozens, hundreds …: not the number itself",
        },
        chart={1: "at least, or more than", -1: "no more than"},
        data="What the words round the number say: exact; about (左右, 约); at_least (以上, 不低于, 余, 多); more_than (超过, 高于); "
        "at_most (以内, 以下); range; several (数十, 几百), whose value is what is counted in.",
    ),
}
"""By language."""
