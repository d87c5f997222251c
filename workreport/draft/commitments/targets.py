"""The goals of a promise: one a figure, and what it says in words. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workreport.content import Found, Run, dense
from workreport.draft.drafted import Tree
from workreport.draft.figure import fields, period, spoken_at, stated_alone
from workreport.draft.nouns import counted
from workreport.figures import Figure, Period, Units, read_figures
from workreport.gate import Said, Setting, proposed, said_of, words_of

_GOAL = re.compile(
    "(?P<what>[^，。；：]{2,40}?)(?P<words>(?:增[长速幅])?(?:均|都)?(?:高于|快于|优于|好于|不低于|不高于|低于)(?:全[国省市州县区][^，。；：、]{0,4}平均[^，。；：、]{0,8})"
    "|(?:均|都)?(?:与|同)[^，。；：、]{2,14}(?:同步(?:增长|提高)?|基本同步))$"
)
"""A goal that is measured against others: 高于全市平均增长水平, 与经济增长同步."""
_TAIL = re.compile("(?:数量|总数|人数|面积|占比|比例)?(?:增长|增速|上升|提高|提升|下降|降低|减少)?$")
STOPS = "，。；：！？"
_JOINS = re.compile("以及|及(?!以)|[、和与，]")
_OF_ALL = re.compile("(?<![人年户平月日])均|都(?![市])")
_IN_TURN = re.compile("分别")
_SCOPE = re.compile("城镇|农村|城乡|城市|乡镇|乡村|村级|镇级|县级|市级|区级|省级|国家级|全省|全市|男性?|女性?")
_HEADS = "收入|投资|总值|总额|额|值|率|增速|水平|产量|消费"
_AND = re.compile(
    f"(?<=收入)[和与及、](?=[^，]*(?:{_HEADS})$)|(?<={'|'.join(['投资', '总值', '总额'])})[和与及、](?=[^，]*(?:{_HEADS})$)"
)
_LEAD = re.compile("^(?:力争|确保|实现|争取|努力|保持|推动|促使|使|让|，)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A target to be, before it has its baseline and its id."""

    title: str
    figure: Figure | None
    """None of a goal in words."""
    tree: Tree
    """Its fields but `id`, `title` and `baseline`."""
    own: str
    """The run that speaks of it, without white space."""
    said: Said
    """What its clause says of it."""


def goals(quote: Found, free: Sequence[Figure], units: Units, setting: Setting) -> tuple[list[Goal], list[Figure]]:
    """The goals of a promise in the order of its text, and the figures that no title or run could be found for.

    `free`: the figures of the block that no waiver accounts for. What is left gets one, so that the others are read again
    without it.
    """
    inside = [figure for figure in free if quote.holds(figure)]
    left: list[Figure] = []
    while True:
        found = [(figure, _number(quote, inside, free, figure, units, setting)) for figure in inside]
        lost = [figure for figure, goal in found if goal is None]
        if not lost:
            break
        left += lost
        inside, free = ([figure for figure in some if figure not in lost] for some in (inside, free))
    stated = [goal for _, goal in found if goal is not None]
    numbers = [one for goal in stated for one in _each(goal, alone=len(inside) == 1)]
    return (numbers or ([] if left else list(_words(quote, setting)))), left


def _number(
    quote: Found, inside: Sequence[Figure], free: Sequence[Figure], figure: Figure, units: Units, setting: Setting
) -> Goal | None:
    text, own = quote.block.text, proposed(quote.block, free, figure, quote)
    run = quote.inside(own)
    known = units.unit(figure.quantity.unit.printed).known
    if not isinstance(run, Run) or not known or not stated_alone(quote.of(text), quote.start, figure, units):
        return None
    if not run.holds(figure) or any(run.meets(other) for other in inside if other is not figure):
        return None
    wide = _clause(quote, inside, figure)
    title = counted(
        dense(text[wide.start : figure.start]),
        dense(text[figure.end : wide.end]),
        figure.quantity.kind,
        shared=dense(text[max(quote.start, _begin(text, figure.start)) : wide.start]),
    )
    named = words_of(title) & words_of(dense(f"{text[run.start : figure.start]}，{text[figure.end : run.end]}"))
    if len(title) < 2 or not named or read_figures(title, units):
        return None
    if "、" not in title and _IN_TURN.search(dense(text[wide.start : figure.start])):
        return None  # 城乡居民收入分别增长6%、8%: which of the two is not said
    of = {"of": " ".join(own.split())} if len(inside) > 1 else {}
    return Goal(
        title=title,
        figure=figure,
        own=dense(own if len(inside) > 1 else quote.of(text)),
        said=said_of(text, run if len(inside) > 1 else quote, figure),
        tree={**of, **_fields(figure, setting)},
    )


def _begin(text: str, at: int) -> int:
    """Where the clause begins that `at` stands in."""
    return max(text.rfind(stop, 0, at) for stop in STOPS) + 1


def _clause(quote: Found, inside: Sequence[Figure], figure: Figure) -> Run:
    """What of its clause speaks of a figure: all of it, or its part of a list that counts several things."""
    text = quote.block.text
    start = max(quote.start, _begin(text, figure.start))
    end = min((at for stop in STOPS if (at := text.find(stop, figure.end, quote.end)) >= 0), default=quote.end)
    for other in inside:
        if start < other.end <= figure.start:
            mark = _JOINS.search(text, other.end, figure.start)
            start = mark.end() if mark else other.end
        elif figure.end <= other.start < end:
            marks = [*_JOINS.finditer(text, figure.end, other.start)]
            here = _JOINS.match(text, figure.end)
            end = figure.end if here else marks[-1].start() if marks else other.start
    return Run(start, end)


def _each(goal: Goal, *, alone: bool) -> Iterator[Goal]:
    """A goal, or one of each of its subjects where it is said of all of them: 进出口额、出口额均增长4%以上."""
    parts = goal.title.split("、")
    tail = _TAIL.search(parts[-1])
    assert goal.figure is not None
    said = (goal.said.before + goal.said.own).split(goal.figure.text)[0]
    if _IN_TURN.search(said) and len(parts) > 1:
        yield replace(goal, title=_first(parts, tail[0] if tail else ""))
        return
    if len(parts) < 2 or not alone or not _OF_ALL.search(said) or "“" in goal.title:
        yield goal
        return
    measure = tail[0] if tail else ""
    for part in parts:
        yield replace(goal, title=part if part.endswith(measure) else part + measure)


def _first(parts: Sequence[str], measure: str) -> str:
    """What the first of several figures is of: 城镇、农村居民收入分别增长6%、8%."""
    scope = _SCOPE.match(parts[-1])
    first = parts[0] + parts[-1][scope.end() :] if scope and _SCOPE.fullmatch(parts[0]) else parts[0]
    return first if first.endswith(measure) else first + measure


def _fields(figure: Figure, setting: Setting) -> dict[str, object]:
    """What a figure states; that a goal is planned goes without saying."""
    own = fields(figure, setting)
    return {key: value for key, value in own.items() if (key, value) != ("basis", "planned")}


def _words(quote: Found, setting: Setting) -> Iterator[Goal]:
    """Goals in words."""
    clause = dense(quote.of(quote.block.text)).rsplit("，", 1)[-1]
    goal = _GOAL.search(clause)
    at = quote.inside(goal["words"]) if goal else None
    if goal is None or not isinstance(at, Run):
        return
    for what in _AND.split(_LEAD.sub("", goal["what"])):
        if len(what) > 1:
            said = said_of(quote.block.text, quote, None)
            tree = {"words": {"zh": goal["words"]}, **period(spoken_at(at.start, setting), Period.alone(setting.year))}
            yield Goal(title=what, figure=None, own=clause, said=said, tree=tree)
