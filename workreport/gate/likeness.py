"""Whether an outcome and a goal of one measure are counted alike, by their own words. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from workreport.content import Bounded, Found, Metric, Run, Target, dense, schema
from workreport.diagnostics import Message, listed, say
from workreport.gate.context import Stated
from workreport.gate.stages import amount, stages
from workreport.gate.wording import words_of

Item = Stated[Metric] | Stated[Target]
_AMOUNTS = {"stock": say("how many there are"), "flow": say("how many come")}
STOPS = "，。；：！？"
COMMON = words_of(
    "全年 新增 增长 增加 达到 以上 左右 预计 企业 项目 数量 工程 工作 发展 实现 建设 完成 提升 打造 引进 落地 实施 推进".replace(
        " ", "，"
    )
)
"""Words that stand in any report beside any figure, and name nothing that is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The words of a figure: its own, and those before them in their clause."""

    own: str
    before: str


def own_words(item: Item) -> str:
    """The words that speak of an item's figure, or of its goal in words, without white space; "" where they were refused."""
    if not isinstance(item.found, Found) or (item.value.of is not None and item.own is None):
        return ""
    return dense((item.own or item.found).of(item.found.block.text))


def differ(outcome: Stated[Metric], goal: Stated[Target], measure: schema.Measure) -> Message | None:
    """Why two figures of one measure count unlike things: the verbs are of other stages (建成, 建设), or one says how many
    there are and the other how many come; None where their words say neither."""
    was, will = _said(outcome), _said(goal)
    if (verbs := verbs_apart(was, will)) is not None:
        return say(
            "the verbs differ: {was} in the outcome, {will} in the goal",
            was=listed(f"“{verb}”" for verb in verbs[0]),
            will=listed(f"“{verb}”" for verb in verbs[1]),
        )
    if measure.type == "ratio" or not outcome.quantity or not goal.quantity:
        return None
    amounts = [
        amount(said.before + said.own, counted=item.quantity.unit.plain.counter)
        for item, said in ((outcome, was), (goal, will))
        if item.quantity
    ]
    if None in amounts or amounts[0] == amounts[1]:
        return None
    return say(
        "the outcome says {was}, the goal {will}",
        **{key: _AMOUNTS[found] for key, found in zip(("was", "will"), amounts, strict=True) if found},
    )


def strangers(outcome: Stated[Metric], goal: Stated[Target]) -> bool:
    """Whether an outcome and a goal have nothing in common: no measure, no word of what is counted, and no mention of the
    outcome in the reason."""
    if goal.value.measure is not None and goal.value.measure == outcome.value.measure:
        return False
    shared = {word for word in nouns(outcome) & nouns(goal) - COMMON if "的" not in word}
    reason = goal.value.baseline.reason
    return not shared and not (reason and outcome.value.title.source in reason.source)


def nouns(item: Item) -> frozenset[str]:
    """The words of an item's title, and of what its figure stands in, the figure itself aside: 亿元 is no common ground."""
    own = own_words(item)
    figures = (figure for figure in (item.figure, item.change) if figure)
    for figure in figures:
        own = own.replace(dense(figure.text), "，")
    return words_of(item.value.title.source) | words_of(own)


def clause_words(item: Item) -> str:
    """Those of them that stand in the figure's clause: 引进企业4家, without 建成全国首家样例产业园."""
    return _said(item).own if own_words(item) else ""


def said_of(text: str, own: Run, figure: Bounded | None) -> Said:
    """What a text says of a figure that has a run of its own: the words of this in the figure's clause, and those before it
    there. A goal in words has all of its run."""
    if figure is None:
        clause = _clause(text, own.start)
        return Said(own=dense(own.of(text)), before=dense(text[clause : max(own.start, clause)]))
    clause = _clause(text, figure.start)
    end = min((at for stop in STOPS if (at := text.find(stop, figure.end, own.end)) >= 0), default=own.end)
    return Said(own=dense(text[max(own.start, clause) : end]), before=dense(text[clause : max(own.start, clause)]))


def verbs_apart(was: Said, will: Said) -> tuple[list[str], list[str]] | None:
    """The verbs of an outcome and of a goal where they are of no common stage of the work; else None."""
    mine, theirs = _verbs(was), _verbs(will)
    if mine and theirs and not frozenset().union(*mine.values()) & frozenset().union(*theirs.values()):
        return [*mine], [*theirs]
    return None


def _clause(text: str, at: int) -> int:
    """Where the clause begins that `at` stands in."""
    return max(text.rfind(stop, 0, at) for stop in STOPS) + 1


def _said(item: Item) -> Said:
    assert isinstance(item.found, Found)
    return said_of(item.found.block.text, item.own or item.found, item.figure)


def _verbs(said: Said) -> dict[str, frozenset[str]]:
    """The verbs of a figure: in its own words, or else the last before them (新建停车场8处、公共停车泊位1008个)."""
    return dict(stages(said.own)) or dict([*stages(said.before).items()][-1:])
