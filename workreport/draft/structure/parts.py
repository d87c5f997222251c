"""Which paragraphs look back, which look ahead, and what sections they make. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workreport.draft.outline import Stretch
from workreport.draft.structure.blocks import Laid
from workreport.draft.structure.numbers import bare, is_back, kind_of, looks_ahead

_YEAR = re.compile("(20[0-9]{2})年")
_OPENING = re.compile("现在[，,].{0,30}代表.{0,40}报告|请予?审议")
_AHEAD = re.compile(
    "(?:20[0-9]{2}年|今年|新的一年).{0,60}(?:总体要求|总体思路|工作思路|预期目标|指导思想|工作安排|开局之年|关键之年)"
)
_AFTER = re.compile("抄送|印发|公开")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Positions among the blocks: opening matter before `review`, its end `tasks`, and what follows `closed`."""

    review: int
    tasks: int
    closed: int
    sure: bool
    """Whether a heading opens the tasks; else their first sentence does."""


def parts(blocks: Sequence[Laid], begins: int) -> Parts | None:
    """The two parts of a report; None where nothing in it looks ahead."""
    top = _top(blocks)
    sure = True
    tasks = next((at for at in top if looks_ahead(bare(blocks[at].text)) and at >= begins), None)
    if tasks is None:
        sure = False
        tasks = next(
            (
                at
                for at, block in enumerate(blocks)
                if at > max(begins, len(blocks) // 5) and not block.level and _AHEAD.match(block.text)
            ),
            None,
        )
    if tasks is None:
        return None
    if not sure and tasks and blocks[tasks - 1].level:
        tasks -= 1
    opening = next((at for at in range(begins, tasks) if _OPENING.search(blocks[at].text[:120])), None)
    back = next((at for at in top if at < tasks and is_back(blocks[at].text)), None)
    review = back if back is not None else (opening + 1 if opening is not None else begins)
    closed = len(blocks)
    while closed > tasks and len(blocks[closed - 1].text) < 60 and _AFTER.search(blocks[closed - 1].text):
        closed -= 1
    return Parts(review=review, tasks=tasks, closed=closed, sure=sure)


def _top(blocks: Sequence[Laid]) -> list[int]:
    """The headings of parts: the highest of those that look back or ahead."""
    named = [
        at
        for at, block in enumerate(blocks)
        if block.level > 1 and (is_back(block.text) or looks_ahead(bare(block.text)))
    ]
    highest = min((blocks[at].level for at in named), default=0)
    return [at for at in named if blocks[at].level == highest]


def goal_year(blocks: Sequence[Laid], found: Parts, delivered: str | None) -> int | None:
    """The year of the goals: that of the heading over them, of the day of delivery, or the one behind that of the review."""
    for at in range(found.tasks, len(blocks)):
        if blocks[at].level == 2 and (years := _YEAR.findall(blocks[at].text)):
            return int(years[-1])
    if delivered:
        return int(delivered[:4])
    for at in range(found.review, found.tasks):
        if blocks[at].level and (years := _YEAR.findall(blocks[at].text)):
            return int(years[-1]) + 1
    first = _YEAR.match(blocks[found.tasks].text)
    return int(first[1]) if first else None


def stretches(blocks: Sequence[Laid], start: int, end: int, names: Sequence[str]) -> tuple[Stretch, ...]:
    """The sections of a part: a stretch of paragraphs under each heading below it, and what stands before the first.

    `names`: the id of each block, such as p12 or h3.
    """
    levels = sorted({blocks[at].level for at in range(start, end) if blocks[at].level and at > start})
    opened = [at for at in range(start, end) if blocks[at].level and blocks[at].level == blocks[start].level]
    below = [level for level in levels if level > (blocks[start].level or 1)]
    cut = set(opened)
    if below:
        # The level that most headings are of, of the two highest: a lone one divides nothing.
        level = next(
            (level for level in below if sum(blocks[at].level == level for at in range(start, end)) >= 2), below[0]
        )
        cut |= {at for at in range(start, end) if 0 < blocks[at].level <= level}
    found: list[Stretch] = []
    heading: Laid | None = None
    own: list[int] = []
    for at in [*range(start, end), None]:
        if at is None or at in cut:
            if own:
                found.append(_stretch(blocks, heading, own, names))
            own = []
            if at is not None:
                heading = blocks[at]
        elif not blocks[at].level:
            own.append(at)
    return tuple(found)


def _stretch(blocks: Sequence[Laid], heading: Laid | None, own: Sequence[int], names: Sequence[str]) -> Stretch:
    title = bare(heading.text) if heading else _words(blocks[own[0]].text)
    above = blocks[own[0] - 1] if own[0] else None
    below = blocks[own[-1] + 1] if own[-1] + 1 < len(blocks) else None
    if above and above.level and kind_of(above.text) and (below is None or 0 < below.level <= above.level):
        title = bare(above.text)  # what stands over exactly these paragraphs is what they are called
    return Stretch(title=title, first=names[own[0]], last=names[own[-1]])


def _words(text: str) -> str:
    """The first clause of a stretch that has no heading."""
    return re.split("[，。；：！？]", text, maxsplit=1)[0][:30]
