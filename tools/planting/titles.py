"""False titles and plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tools.planting.folder import Folder, Item
from tools.planting.mutant import Plants, kind
from tools.planting.numbers import falsified, multitudes, numbers, reworded

OPPOSITES = (
    ("增加", "减少", r"\b(increase|add|raise)", "reduce"),
    ("新增", "减少", r"\b(create|add|increase)", "reduce"),
    ("增长", "下降", r"\bgrowth\b", "decline"),
    ("增长", "下降", r"\b(grow|increase)\b", "reduce"),
    ("提高", "降低", r"\b(raise|increase|improve)", "lower"),
    ("提升", "降低", r"\b(raise|improve|upgrade|enhance)", "lower"),
    ("加强", "削弱", r"\b(strengthen|step up)", "weaken"),
    ("强化", "弱化", r"\b(strengthen|intensify)", "weaken"),
    ("加快", "放慢", r"\b(speed up|accelerate)", "slow down"),
    ("加大", "减少", r"\b(step up|increase)", "cut back"),
    ("扩大", "缩小", r"\b(expand|extend)", "reduce"),
    ("拓展", "缩小", r"\b(expand|extend)", "reduce"),
    ("新建", "拆除", r"\b(build|new)\b", "demolish"),
    ("建设", "拆除", r"\b(build|construct)\b", "demolish"),
    ("建成", "拆除", r"\b(build|complete|built)\b", "demolish"),
    ("引进", "迁出", r"\b(bring in|introduce|attract)", "drive away"),
    ("推进", "停止", r"\b(advance|push ahead|promote|move ahead)", "stop"),
    ("促进", "阻止", r"\b(promote|advance)", "hinder"),
    ("完善", "取消", r"\b(improve|refine|complete)\b", "abolish"),
    ("实施", "取消", r"\b(carry out|implement)", "abolish"),
    ("降低", "提高", r"\b(lower|reduce|cut)", "raise"),
    ("防范", "放任", r"\b(prevent|guard against)", "allow"),
)  # fmt: skip
"""What stands in Chinese, its opposite, what may stand for it in English, and the opposite of that."""


def _titled(folder: Folder) -> Iterator[Item]:
    yield from (*folder.metrics, *folder.commitments, *folder.targets)


def _both(folder: Folder, fields: tuple[str, ...]) -> Iterator[tuple[Item, str, str, str]]:
    for item in _titled(folder):
        for field in fields:
            zh, en = item.text(field, "zh"), item.text(field, "en")
            if zh and en:
                yield item, field, zh, en


@kind("title: the same false number in both languages")
def title_number(folder: Folder) -> Plants:
    for item, field, zh, en in _both(folder, ("title",)):
        for new_zh, new_en in falsified(zh, en):
            yield f"{zh} → {new_zh}", (item.put(field, "zh", new_zh), item.put(field, "en", new_en))


@kind("title: a number that the quote lacks added in both languages")
def title_number_added(folder: Folder) -> Plants:
    for item, field, zh, en in _both(folder, ("title",)):
        if not numbers(zh):
            new = f"{zh}27处"
            yield f"{zh} → {new}", (item.put(field, "zh", new), item.put(field, "en", f"{en} at 27 sites"))


@kind("title: a number made up in English alone")
def title_number_english(folder: Folder) -> Plants:
    for item, field, _, en in _both(folder, ("title",)):
        yield f"{en} at nine sites", (item.put(field, "en", f"{en} at nine sites"),)


@kind("title, plain words: number words altered in both languages")
def title_words(folder: Folder) -> Plants:
    for item, field, zh, en in _both(folder, ("title", "plain")):
        for new_zh, new_en in reworded(zh, en):
            yield f"{zh} → {new_zh}", (item.put(field, "zh", new_zh), item.put(field, "en", new_en))
        for new in multitudes(zh):
            yield f"{zh} → {new}", (item.put(field, "zh", new),)


@kind("plain words: the same false number in both languages")
def plain_number(folder: Folder) -> Plants:
    for item, field, zh, en in _both(folder, ("plain",)):
        for new_zh, new_en in falsified(zh, en):
            yield f"{zh} → {new_zh}", (item.put(field, "zh", new_zh), item.put(field, "en", new_en))


@kind("title: its bound left out in both languages")
def title_bound(folder: Folder) -> Plants:
    bounds = (("不低于", r"at least |no less than |not less than "), ("以上", r"at least |or more |more than "),
              ("超过", r"more than |over "), ("以内", r"no more than |within |at most "), ("左右", r"about |around "),
              ("力争", r"strive to |strive for "), ("不超过", r"no more than |not more than "), ("余", "more than "))  # fmt: skip
    for item, field, zh, en in _both(folder, ("title",)):
        for han, english in bounds:
            new_en = re.sub(english, "", en, count=1, flags=re.IGNORECASE)
            if han in zh and new_en != en and numbers(zh):
                edits = (item.put(field, "zh", zh.replace(han, "", 1)), item.put(field, "en", new_en))
                yield f"{zh} without {han}", edits
                break


def _swapped(folder: Folder, items: tuple[Item, ...], field: str) -> Plants:
    for one, other in pairwise(items):
        together = one.document is other.document and one.loc[:-1] == other.loc[:-1]
        if together and one.get(field) and other.get(field) and one.get(field) != other.get(field):
            what = f"{one.text(field, 'zh')} ⇄ {other.text(field, 'zh')}"
            yield what, folder.swap(one, other, field)


@kind("titles of two metrics swapped")
def titles_metrics(folder: Folder) -> Plants:
    yield from _swapped(folder, folder.metrics, "title")


@kind("titles of two commitments swapped")
def titles_commitments(folder: Folder) -> Plants:
    yield from _swapped(folder, folder.commitments, "title")


@kind("titles of two targets of a commitment swapped")
def titles_targets(folder: Folder) -> Plants:
    yield from _swapped(folder, folder.targets, "title")


@kind("plain words of two commitments swapped")
def plain_swapped(folder: Folder) -> Plants:
    yield from _swapped(folder, folder.commitments, "plain")


def _opposite(folder: Folder, field: str) -> Plants:
    for item, _, zh, en in _both(folder, (field,)):
        for han, other, pattern, opposite in OPPOSITES:
            found = re.search(pattern, en, re.IGNORECASE)
            if han in zh and found:
                new_zh = zh.replace(han, other, 1)
                new_en = (
                    en[: found.start()]
                    + (opposite.capitalize() if found[0][0].isupper() else opposite)
                    + en[found.end() :]
                )
                yield f"{zh} → {new_zh}", (item.put(field, "zh", new_zh), item.put(field, "en", new_en))
                break


@kind("title: the opposite verb in both languages")
def title_opposite(folder: Folder) -> Plants:
    yield from _opposite(folder, "title")


@kind("plain words: the opposite verb in both languages")
def plain_opposite(folder: Folder) -> Plants:
    yield from _opposite(folder, "plain")


def _negated(item: Item, field: str, zh: str, en: str) -> Plants:
    new = f"不{zh}"
    yield new, (item.put(field, "zh", new), item.put(field, "en", f"Do not {en[:1].lower()}{en[1:]}"))


@kind("title: negated in both languages")
def title_negated(folder: Folder) -> Plants:
    for item in folder.commitments:
        zh, en = item.text("title", "zh"), item.text("title", "en")
        if zh and en:
            yield from _negated(item, "title", zh, en)


@kind("plain words: negated in both languages")
def plain_negated(folder: Folder) -> Plants:
    for item in folder.commitments:
        zh, en = item.text("plain", "zh"), item.text("plain", "en")
        if zh and en:
            yield from _negated(item, "plain", zh, en)


@kind("title: negated in English alone")
def title_negated_english(folder: Folder) -> Plants:
    for item in folder.commitments:
        en = item.text("title", "en")
        new = f"Do not {en[:1].lower()}{en[1:]}"
        yield new, (item.put("title", "en", new),)
