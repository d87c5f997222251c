"""Figures whose name stands elsewhere than beside them: given in turn, from one to another, said of each, won. Pure."""

from __future__ import annotations

import re

from workreport.draft.clauses import Clause
from workreport.draft.metrics.words import GROWTHS, HEADS, LED, RISE
from workreport.figures import Figure

_ENTRY = re.compile("[0-9][0-9.]*[^0-9.、和与及]*(?:[、和与及]|以及)")
_BOTH = re.compile("城乡")
"""城乡 is 城镇 and 农村, in this order."""
_LISTED = re.compile("[、和与及]|以及")
_YEAR = "(?P<year>(?:19|20)[0-9]{2}年)?(?:[底末初]|同期)?的?(?:不足|不到|约|近|超过?)?"
_CHANGED = "(?:大幅|逐步|稳步|显著|进一步|同比)?(?:提高|提升|增加|增长|上升|扩大|拓展|增|升|下降|降低|减少|压缩|缩短|压减|缩小|降|减|优化|调整|跃升|攀升|壮大|发展)+[到至为]"
_FROM = re.compile(f"(?P<subject>[^，。；：]{{2,30}}?)(?:已|均|也)?[从由]{_YEAR}")
_UPTO = re.compile(f"[^，。；：、0-9]{{0,3}}?{_CHANGED}")
_FROM_TO = re.compile(
    f"(?P<subject>[^，。；：]{{2,30}}?)(?:已|均|也)?[从由][^，。；：]{{1,24}}?{_CHANGED}[^，。；：、0-9]{{0,3}}{_YEAR}"
)
MEDALS = ("金", "银", "铜")
_CONTEST = re.compile(
    "(?:全国|全省|市|省)?(?:第[一二三四五六七八九十0-9]+届)?(?:全国|全省|市|省)?(?:大学生|学生|青年|农民|残疾人|少数民族传统体育)?"
    "(?:（青年）)?(?:运动会|[亚全省残大奥]运会|锦标赛|联赛)"
)


def in_turn(said: str, kind: str) -> str:
    """The subject of a figure in a list: 粮食、油料产量分别增长3%、5%; "" where there is no such list."""
    found = re.search("分别|依次", said)
    if not found:
        return ""
    subjects, says = LED.sub("", said[: found.start()]), said[found.end() :]
    number = len(_ENTRY.findall(says))
    parts = [part for part in _LISTED.split(subjects) if part]
    if len(parts) == 1 and number < 2 and (both := _BOTH.match(subjects)):
        parts = [side + subjects[both.end() :] for side in ("城镇", "农村")]
    if len(parts) < 2 or number >= len(parts):
        return ""
    head = HEADS.search(parts[-1])
    part = parts[number]
    if head and not part.endswith(head[0]):
        part += head[0]
    verb = RISE.search(says)
    return f"{part}{verb[0]}" if verb and kind in GROWTHS else part


def risen(said: str, after: str) -> str:
    """The title of either end of what rose or fell from one to the other (人口从3万人增加到5万人); "" where nothing did."""
    one = _FROM.fullmatch(said)
    if one is not None and _UPTO.match(after):
        return f"{one['year'] or '此前的'}{LED.sub('', one['subject'])}"
    other = _FROM_TO.fullmatch(said)
    return LED.sub("", other["subject"]) if other is not None else ""


def each(title: str, left: str, *, alone: bool) -> list[str]:
    parts = title.split("、")
    both = (
        alone
        and len(parts) > 1
        and "“" not in title
        and "（" not in title
        and re.search("(?<![人户平月日年])[均都](?!市)", left)
    )
    head = HEADS.search(parts[-1])
    tail = head[0] if head else ""
    return [one if HEADS.search(one) else one + tail for one in parts] if both else [title]


def won(around: tuple[Clause, ...], figure: Figure) -> tuple[str, int]:
    """The title of medals, which are named by where they were won, and how many clauses before their own that stands."""
    for back, clause in enumerate(reversed(around)):
        contest = _CONTEST.search(clause.text)
        if contest:
            return f"{contest[0]}{figure.quantity.unit.printed}牌", back
    return "", 0
