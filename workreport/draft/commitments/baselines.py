"""What a goal is compared with: the outcome that names the same thing, and how far the two may be compared. Pure.

Wrong is worse than none. Outcome and goal are tied by the nouns of their titles alone; `same` asks for one unit, one basis,
one stage of the work and one measure, which is drafted with it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from workreport.draft.commitments.cores import apart, core, plain, tie
from workreport.draft.commitments.outcomes import Outcome
from workreport.draft.commitments.targets import Goal
from workreport.draft.drafted import Tree
from workreport.figures import Figure
from workreport.gate import amount, verbs_apart

_NEW = re.compile("新(?=增|建|设|开|注册|登记|引进|认定|签|盘活|改|培育)|净增")
_GROWS = ("growth", "decline", "improvement")
_MONEY = ("值", "收入", "投资", "额", "支出", "税收", "产值", "内资", "外资")


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What is drafted of one comparison."""

    baseline: Tree
    measure: Tree | None = None
    """Of measures.yaml, without its id, where the two are `same`."""
    outcome: str | None = None
    """The id of the metric."""


NONE = Basis(baseline={"comparability": "no_baseline"})


def baseline(goal: Goal, known: Sequence[Outcome], year: int) -> Basis:
    """What the goal of `year` is compared with among the outcomes of the year before."""
    ranked = [(_rank(goal, one), one) for one in known]
    ties = [(rank, one) for rank, one in ranked if rank]
    if not ties:
        return NONE
    best = max(rank for rank, _ in ties)
    first = [one for rank, one in ties if rank == best]
    return _compared(goal, first[0], year, best) if len(first) == 1 else NONE


def _rank(goal: Goal, outcome: Outcome) -> int:
    """How near an outcome is to a goal: 0 where it is a stranger."""
    if outcome.figure.quantity.kind == "all" or (goal.figure and goal.figure.quantity.kind in ("all", "multiple")):
        return 0
    counted = goal.figure is not None and goal.figure.quantity.unit.plain.counter
    tied = tie(goal.title, outcome.title, counted=counted)
    if tied is None or _apart(goal, outcome):
        return 0
    alike = goal.figure is not None and _side(goal, outcome) is not None
    return {"equal": 4, "wider": 2, "other": 1}[tied] + (alike and tied != "other")


def _apart(goal: Goal, outcome: Outcome) -> bool:
    """Whether two figures are of kinds that nobody lays side by side: an area and how many."""
    if goal.figure is None:
        return False
    one, other = goal.figure.quantity, outcome.figure.quantity
    if {one.kind, other.kind} & {*_GROWS}:
        return False
    counters = one.unit.plain.counter, other.unit.plain.counter
    return counters[0] != counters[1] or (
        not any(counters) and one.plain_unit != other.plain_unit and "元" not in one.plain_unit
    )


def _side(goal: Goal, outcome: Outcome) -> Figure | None:
    """The figure of an outcome that is of the unit and the kind of the goal's: its own, or its growth."""
    assert goal.figure is not None
    wanted = goal.figure.quantity
    for figure in (outcome.figure, outcome.change):
        if figure and figure.quantity.kind == wanted.kind and figure.quantity.unit.like(wanted.unit):
            return figure
    return None


def _compared(goal: Goal, outcome: Outcome, year: int, rank: int) -> Basis:
    name = f"{year - 1}/{outcome.id}"
    stated, meant = f"{year - 1}年报告的是{outcome.title}", f"{year}年目标是{goal.title}"
    if goal.figure is None:
        words = goal.tree["words"]["zh"]
        reason = f"{stated}，有数字；{meant}“{words}”，没有数字。"
        return _basis(name, "qualitative", reason)
    figure = _side(goal, outcome)
    if figure is None and {goal.figure.quantity.kind, outcome.figure.quantity.kind} & {*_GROWS}:
        return _basis(name, "basis_differs", f"{stated}，{meant}，一个是变化幅度，一个是水平。")
    unsure = f"{stated}；{meant}，报告没有说明两者的范围是否相同。"
    if rank < 4 or figure is None or outcome.dated or "period" in goal.tree:
        return _basis(name, "scope_differs", unsure)
    if _measured(goal.figure) != _measured(figure):
        if figure.quantity.kind not in _GROWS:
            return _basis(name, "scope_differs", unsure)
        return _basis(name, "basis_differs", f"{stated}，{meant}，两者的口径不同。")
    was, will = outcome.said, goal.said
    words = [said.before + said.own for said in (was, will)]
    amounts = {amount(text, counted=goal.figure.quantity.unit.plain.counter) for text in words} - {None}
    nouns = (core(goal.title), plain(goal.title), plain(outcome.title))
    noun = next((one for one in nouns if one in outcome.own and one in goal.own), None)
    verbs = verbs_apart(was, will)
    differ = verbs is None and apart(goal.title, outcome.title)
    new = {bool(_NEW.search(text)) for text in words}
    if noun is None or len(amounts) > 1 or len(new) > 1 or differ:
        return _basis(name, "scope_differs", unsure)
    change = {"figure": "change"} if figure is outcome.change else {}
    measure = {"name": {"zh": noun}, "counted": [noun], **_kept(goal.figure, outcome, amounts)}
    if verbs is None:
        return Basis(baseline={"metric": name, **change, "comparability": "same"}, measure=measure, outcome=outcome.id)
    if not all("建" in verb for own in verbs for verb in own):
        return _basis(name, "scope_differs", unsure)
    reason = f"{stated}，{meant}，报告没有说明是否在年内建成；两者统计的都是{noun}。"
    tree = {"metric": name, **change, "comparability": "same", "reason": {"zh": reason}}
    return Basis(baseline=tree, measure=measure, outcome=outcome.id)


def _basis(name: str, kind: str, reason: str) -> Basis:
    return Basis(baseline={"metric": name, "comparability": kind, "reason": {"zh": reason}})


def _measured(figure: Figure) -> str | None:
    """The basis that counts beside another, as the gate has it."""
    basis = None if figure.basis == "planned" else figure.basis
    return "year_on_year" if basis is None and figure.quantity.kind in _GROWS else basis


def _kept(figure: Figure, outcome: Outcome, amounts: Collection[str | None]) -> dict[str, str]:
    """Unit and type of the measure that both are of."""
    quantity = figure.quantity
    level = next((one for one in (quantity, outcome.figure.quantity) if one.kind not in _GROWS), None)
    if level is None:
        money = core(outcome.title).endswith(_MONEY)
        return {"unit": "元", "type": "flow"} if money else {"unit": "%", "type": "ratio"}
    ratio = level.plain_unit == "%" or "/" in level.plain_unit
    return {"unit": level.plain_unit, "type": "ratio" if ratio else str(next(iter(amounts), "flow"))}
