"""What a metric is a part of, and what a share is a share of, where the sentence says so. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from workreport.content import Run, dense
from workreport.figures import Figure
from workreport.gate import COMMON, words_of

if TYPE_CHECKING:
    from workreport.draft.metrics.draft import Item

_SHARE = re.compile(
    "占(?!比)(?P<whole>[^，。；：、0-9占“”]{2,24}?)的?(?:比重|比例|份额)?(?:首次|已|均|约)*(?:达到?|为|提高到|提升到|提升至|提高至|"
    "上升到|上升至|升至|降至|增加到|超过?|突破|近|逾|的|保持在|稳定在|接近)*$"
)
_STOP = re.compile("[，；。：]")
_MEASURED = re.compile("(?:的?(?:比重|比例|份额))+$")


def whole_of(figure: Figure, text: str) -> str:
    """What a percentage is a share of: 占一般公共预算支出比重达70%; "" where its clause does not say."""
    if figure.quantity.unit.printed != "%" or figure.quantity.kind != "level":
        return ""
    begin = max(text.rfind(stop, 0, figure.start) for stop in "，。；：！？、") + 1
    share = _SHARE.search(dense(text[begin : figure.start]))
    return _MEASURED.sub("", share["whole"]) if share else ""


def part_of(item: Item, made: Sequence[tuple[Item, dict[str, object]]], text: str) -> str:
    """The id of the metric of which another says 其中 in the same sentence; "" where none is certain."""
    wholes = [(one, tree) for one, tree in made if one.sentence == item.sentence]
    if not wholes:
        return ""
    for one, tree in reversed(wholes):
        between = dense(text[one.figure.end : item.figure.start])
        if "其中" not in between:
            continue
        near = not _STOP.search(between.rsplit("其中", 1)[1])
        parts = [str(tree["title"]["zh"]) for _, tree in wholes if tree.get("part_of")]  # type: ignore[index]
        if not near and not any(item.title.startswith(f"{part}的") for part in parts):
            continue
        one_of, own = one.figure.quantity, item.figure.quantity
        if not one_of.unit.like(own.unit) or "%" in (one_of.plain_unit, own.plain_unit):
            continue
        level = one_of.kind == own.kind == "level" and own.low_plain <= (one_of.high_plain or one_of.low_plain)
        shared = (_nouns(one, text) & _nouns(item, text)) - COMMON
        return str(tree["id"]) if level and shared else ""
    return ""


def _nouns(item: Item, text: str) -> frozenset[str]:
    begin = max(text.rfind(stop, 0, item.figure.start) for stop in "，。；：！？、") + 1
    return words_of(item.title) | words_of(dense(Run(begin, item.figure.start).of(text)))
