"""Counts of the site's own: “五个方面：…”, “共12项承诺”. They are in no report and have to be true all the same. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from workreport.content import schema
from workreport.figures import Figure
from workreport.gate.own_words import OwnText

_BARE = frozenset("个项类种条点大张部分") | {"", "部分", "方面"}
_LISTED = re.compile("方面|部分|类|点|环节|领域|层面|问题")
_OPENS = re.compile("[^，。；！？：\n]{0,4}[：:]([^。；！？\n]+)")
_BEFORE = re.compile("[^，。；！？：\n]*$")
_JOINED = re.compile("以及|[和与及、]")
_PARTS = re.compile("[、，]")
_OWN: Mapping[str, str] = {
    "承诺": "commitments",
    "预计数": "estimates",
    "估计数": "estimates",
    "图": "charts",
    "目标": "targets",
    "指标": "figures",
    "结果": "metrics",
    "数字": "figures",
}
_NOUN = re.compile(rf"(?:[都均]?[是为]|的)?({'|'.join(_OWN)})")
_ENDS = re.compile("[，。；！？、：\n）]|$")


def counted(text: str, figure: Figure, own: OwnText) -> bool | None:
    """Whether a count of the site's own is true; None where the figure is no such count."""
    quantity = figure.quantity
    if quantity.bound != "exact" or quantity.unit.scale or quantity.plain_unit not in _BARE:
        return None
    value, after = int(quantity.value), text[figure.end :].replace("*", "")
    if quantity.plain_unit in ("方面", "部分") or _LISTED.match(after):
        return value in {size for low, high in _lists(text, figure) for size in range(low, high + 1)}
    sizes = dict(_sizes(own))
    if noun := _NOUN.match(after):
        return value == sizes[_OWN[noun[1]]] if _OWN[noun[1]] in sizes else None
    stated = {size for kind, size in sizes.items() if kind != "charts"}
    return (value in stated or None) if _ENDS.match(after) else None


def _lists(text: str, figure: Figure) -> Iterator[tuple[int, int]]:
    """How many things stand listed after the count and before it, at the least and at the most: 和 may join two or none."""
    if after := _OPENS.match(text[figure.end :]):
        yield len(after[1].split("、")), len(_PARTS.split(after[1])) + len(re.findall("以及|[和与及]", after[1]))
    before = _BEFORE.search(text[: figure.start])
    if before and "、" in before[0]:
        yield len(before[0].split("、")), len(_JOINED.split(before[0]))


def _sizes(own: OwnText) -> Iterator[tuple[str, int]]:
    """How many of each kind a text may count: of its section, its chart or its commitment."""
    section = own.section
    if isinstance(section, schema.ReviewSection):
        yield "metrics", len(section.metrics)
        yield "figures", len(section.metrics)
        yield "estimates", sum(metric.estimate for metric in section.metrics)
        yield "charts", len(section.charts)
    elif isinstance(section, schema.TasksSection):
        targets = [target for commitment in section.commitments for target in commitment.targets]
        yield "commitments", len(section.commitments)
        yield "targets", len(targets)
        yield "figures", sum(target.value is not None for target in targets)
        yield "estimates", sum(target.estimate for target in targets)
        yield "charts", len(section.charts)
    elif own.items:
        items = [item.value for item in own.items]
        stated = [item for item in items if not isinstance(item, schema.Commitment)]
        yield "targets", sum(isinstance(item, schema.Target) for item in items)
        yield "metrics", sum(isinstance(item, schema.Metric) for item in items)
        yield "figures", sum(item.value is not None for item in stated)
        yield "estimates", sum(item.estimate for item in stated)
