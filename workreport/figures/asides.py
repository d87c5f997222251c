"""What looks like a figure and is none: the closed list of reasons, and the forms of each. Pure.

What the reader leaves alone is not lost: each numeral that is in no figure is in an `Aside`, with the reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

from workreport.figures.numerals import CHINESE

Reason = Literal[
    "date", "document_number", "ordinal", "rank", "list_marker", "note_marker", "name", "capacity", "threshold",
    "duration", "denominator", "first_of_its_kind", "word", "unit_unknown", "unread",
]  # fmt: skip
REASONS: tuple[Reason, ...] = get_args(Reason)
"""Why a numeral is no figure. `unit_unknown`: a quantity, but of a unit that the table lacks; `unread`: nothing is known
of it. Both are for a person to settle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A run of a text with a numeral that states no quantity, and why."""

    start: int
    end: int
    text: str
    reason: Reason


Run = tuple[Reason, int]
"""Why, and where it ends."""

_CN = f"[{CHINESE}]"
_N = "[0-9]{1,4}"
_TO = "[-－—–~～至到、和与及/]{1,2}"
_YEAR = "(?:19|20)[0-9]{2}"
_CLOCK = "[0-9]{1,2}[时点:：][0-9]{1,2}(?:分|[:：][0-9]{2})?"
_DAY = rf"[0-9]{{1,2}}[日号](?:[上下]午)?(?:{_CLOCK})?"
_MONTH = rf"[0-9]{{1,2}}月(?:份|{_DAY}|[0-9]{{1,2}}{_TO}{_DAY})?"
_EVENT = "世界|国际|全国|全球|中国|亚洲|亚太|长三角|东盟|上海|北京|首届|专项|行动"
_HELD = (
    "(?![个家件项名人户万亿元吨亩台套座所条处米公平头只株辆户位场次名本])[^，。、；：,;:0-9“”]{0,14}?"
    "(?:大会|论坛|博览会|交易会|洽谈会|峰会|年会|展会|节(?![能约水目])|[锦公邀联]赛|大赛|马拉松|春晚)"
)
_BEGIN = "。！？；：:;!?"

# Years: 2023-01-04 10:30; 2025年1月至3月; 2021、2022年; 2021—2025年; 2024届.
_YEARS = re.compile(
    rf"{_YEAR}[-/.][0-9]{{1,2}}[-/.][0-9]{{1,2}}(?: ?[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?)?"
    rf"|{_YEAR}(?:年?度?{_TO}(?:19|20)?[0-9]{{2}}(?![0-9])){{0,8}}(?:学年|财年|年)(?:代|{_MONTH}(?:{_TO}(?:{_YEAR}年)?{_MONTH})?)?"
    rf"|{_YEAR}(?:{_TO}{_YEAR}(?![0-9])|(?=[级届版]|年?(?:{_EVENT})|{_HELD}))"
)
# What follows a number in digits and makes something else of it.
_FOLLOWS = re.compile(
    rf"(?P<date>月(?!球)(?:份|{_DAY}|[0-9]{{1,2}}{_TO}{_DAY})?(?:{_TO}(?:{_MONTH}|{_DAY}))?"
    rf"|{_TO}[0-9]{{1,2}}月(?!球)(?:份|{_DAY})?|日(?![均产处报照])|{_TO}[0-9]{{1,2}}日(?![均产处报照])|年代|世纪"
    rf"|后(?=[，。、人青干大群一年])|时[0-9]{{1,2}}分)"
    r"|(?P<ordinal>号(?!召)(?:(?:、|和|至|-)[0-9]{1,3}号(?!召))*|#|届|期(?![间货])|周年)"
    r"|(?P<rank>强(?![化度力势劲])|个?位次)"
    r"|(?P<name>(?:\+[0-9A-Za-zＮ]+)+|(?:\.[0-9]+)*版|\.[0-9]+(?:\.[0-9]+)+|代(?![表理替])|国道|省道|县道|高速|专线|厂|行动|专项"
    r"|高校|大(?![于概约])|人(?:制|[篮足排]球)|口之家|年一遇|[座门缸轮]?[型版](?![号图])|座(?=车型|轿车|客车|SUV|MPV)|井(?!盖|下|口|水)|车道(?=公路|高速|快速|标准|主干|道路|改)|(?:政务|便民|市民|民生|公共|服务|投诉|举报|求助|公益|政府|心理|援助|监督|热线)+(?:平台)?(?:热线)?|G(?:-A)?(?![A-Za-z])|星级?|A级?(?![A-Za-z])|D(?![A-Za-z]))"
    rf"|(?P<threshold>{_TO}[0-9]{{1,2}}级|(?:万亿|亿|万|千|百)*(?:美?元|万?吨|人|千瓦|平方米|亩|户)?(?:级(?![和以]上?市)|及以[上下]|[（(]含[）)]以[上下]))"
)
_SUMMED = frozenset("0123456789NX”’）")
_MARKS: dict[str, re.Pattern[str]] = {
    "第": re.compile(rf"第(?:[0-9]+(?:\.[0-9]+)?|{_CN}+)(?:[和、至-](?:[0-9]+|{_CN}+))*(?P<rank>位|名(?![校师]))?"),
    "前": re.compile(
        rf"前(?:[0-9]+|{_CN}+)(?:(?P<date>个?月|季度?)|(?P<duration>年|天|日|届|次|期)|(?P<rank>名|位|强|%|分之{_CN}+)?)"
    ),
    "“": re.compile(r"“[^“”]{0,30}”"),
    "‘": re.compile(r"‘[^‘’]{0,30}’"),
    "《": re.compile(r"《[^《》]{0,60}》"),
    "〔": re.compile(r"〔[0-9]{4}〕(?:第?[0-9]+号)?|〔[0-9]{1,3}〕"),
    "［": re.compile(r"［(?:[0-9]{4}］第?[0-9]+号|[0-9]{1,3}］)"),
    "[": re.compile(r"\[(?:[0-9]{4}\]第?[0-9]+号|[0-9]{1,3}\])"),
    "【": re.compile(r"【[0-9]{1,3}】"),
    "（": re.compile(rf"（(?:[0-9]{{1,3}}|{_CN}{{1,3}})）"),
    "(": re.compile(rf"\((?:[0-9]{{1,3}}|{_CN}{{1,3}})\)"),
}
MARKS = "".join(_MARKS)
"""The characters at which something may begin that holds a numeral and is no figure."""
_DIGITS_LIST = re.compile(r"[0-9]{1,2}(?:[.．](?![0-9])|、(?![0-9])|[）)])")
_CHINESE_LIST = re.compile(rf"{_CN}{{1,3}}、|{_CN}{{1,3}}是(?=[^否])|其{_CN}、")
_RANKED = re.compile(r"居|列|排|跃|升|位|保持|全国|全省|全市|全区|全州|全县|西部|中部|东部|全球|世界|同类|第一方阵")
_NUMERAL = re.compile(f"[0-9]|{_CN}|[双过破超][万亿]")
_SITE = re.compile(
    "[^，。、；：,;:的0-9]{1,10}?(?:园区?|带|街区?|广场|基地|小镇|公园|码头|大厦|巷|馆|古道|营地)(?=[，。、；：等”人]|$)"
)
_BRANDED = re.compile("”[\u4e00-\u9fff]{1,6}$")
_REASON: dict[str, Reason] = {
    "date": "date", "ordinal": "ordinal", "rank": "rank", "name": "name", "threshold": "threshold",
    "duration": "duration",
}  # fmt: skip


def at_mark(text: str, at: int) -> Run | None:
    """What begins at a mark, holds a numeral and is no figure."""
    mark = text[at]
    match = _MARKS[mark].match(text, at)
    if match is None:
        return None
    end = match.end()
    if mark == "第":
        if match["rank"] or (_RANKED.search(text, max(0, at - 8), at) and text[end : end + 1] in "，。、；,;（("):
            return "rank", end
        return "ordinal", end
    if mark == "前":
        if text[at - 1 : at] in ("目", "当", "年", "日", "此", "之", "以", "提", "底", "会", "月", "史", "学") and at:
            return None
        return _REASON[match.lastgroup or "rank"], end
    if mark in "“‘《":
        return ("name", end) if _NUMERAL.search(text, at, end) else None
    if mark in "（(":
        begins = not at or text[at - 1] in _BEGIN
        return "list_marker" if begins or not text[at + 1].isdigit() else "note_marker", end
    return "document_number" if end - at > 5 else "note_marker", end


def at_digits(text: str, start: int, end: int) -> Run | None:
    """What a number in digits belongs to that is no figure."""
    if end - start == 4 and text[start : start + 2] in ("19", "20") and (match := _YEARS.match(text, start)):
        return "date", match.end()
    before = text[start - 1 : start] if start else ""
    if (not before or before in _BEGIN) and (match := _DIGITS_LIST.match(text, start)):
        return "list_marker", match.end()
    if before == "+" and text[start - 2 : start - 1] in _SUMMED:
        return "name", end
    if before == "道" and text[start - 2 : start] in ("国道", "省道", "县道", "乡道"):
        return "name", end
    match = _FOLLOWS.match(text, end)
    if match is None or not match.lastgroup:
        return None
    group = match.lastgroup
    if group == "date" and text[end] == "日" and int(float(text[start:end].replace(",", ""))) > 31:
        return None
    if match[0] == "届" and text.endswith("连续", 0, start):
        return "duration", match.end()
    if group == "name" and text[end] in "GAD" and end - start > 2:
        return None
    return _REASON[group], match.end()


def names_noun(text: str, start: int, end: int) -> bool:
    """Whether a number without a measure word begins the name of a place: 青灯市集、168生态海岸带."""
    return end - start <= 4 and (not start or text[start - 1] in _BEGIN + "，、") and _SITE.match(text, end) is not None


def ends_name(text: str, start: int, end: int) -> bool:
    """Whether a number ends a name: “川字号”优品100."""
    return end - start <= 4 and _BRANDED.search(text, max(0, start - 8), start) is not None


def at_chinese(text: str, start: int) -> Run | None:
    """A list marker in Chinese numerals (一、, 一是), which begins a sentence or a clause."""
    if not start or text[start - 1] in _BEGIN + "，":
        match = _CHINESE_LIST.match(text, start)
        if match and not (match[0].endswith("、") and start and text[start - 1] == "，"):
            return "list_marker", match.end()
    return None
