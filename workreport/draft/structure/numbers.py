"""The numbers of headings, and the words of those that look back or ahead. Pure."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["part", "han", "paren", "digit"]
"""第一部分, 一、, （一）, 1."""
_HAN = "[一二三四五六七八九十]{1,3}"
_KINDS: tuple[tuple[Kind, str], ...] = (
    ("part", f"第{_HAN}(?:部分|篇|章|节)[：:、 ]?"),
    ("han", f"{_HAN}[、．.]"),
    ("paren", f"[（(]{_HAN}[）)][、．.]?"),
    ("digit", r"[0-9]{1,2}[．.、](?![0-9])"),
)
NUMBER = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS))
"""Its last group names the kind of number."""
_BACK = re.compile("回顾|总结(?!提升)|成就|成绩|成效|工作情况|完成情况|进展情况|过去[一五]年|这五年")
_AHEAD = re.compile(
    "安排|任务|部署|打算|建议|目标|考虑|重点(?!情况)|总体要求|计划|思路|今后|未来|取向|举措|(?:做好|推进|开展|政府).{0,12}工作"
)
_PLAIN = re.compile(
    r"(?:(?:过去|这|今后|未来|前)[一五]年|20[0-9]{2}年|今年|新的?一年|本届政府|上届政府|“?[一二三四五十]{2,3}五”?)"
)


def kind_of(text: str) -> Kind | None:
    """The kind of number that a text begins with."""
    match = NUMBER.match(text)
    return match.lastgroup if match else None  # type: ignore[return-value]


def bare(heading: str) -> str:
    """A heading without its number and what ends it."""
    return NUMBER.sub("", heading, count=1).strip().rstrip("。.：: ")


def is_back(heading: str) -> bool:
    """Whether a heading is over what was done. 2023年工作回顾; “十三五”时期发展成就和“十四五”时期主要任务 looks ahead."""
    if not _BACK.search(heading):
        return False
    return "回顾" in heading or not re.search("目标|任务|安排|打算|建议", heading)


def is_ahead(heading: str) -> bool:
    """Whether a heading without a number names what is to be done."""
    return not is_back(heading) and bool(_AHEAD.search(heading)) and bool(_PLAIN.search(heading))


def looks_ahead(heading: str) -> bool:
    """Whether a heading with a number opens what is to be done."""
    return not is_back(heading) and bool(_AHEAD.search(heading))
