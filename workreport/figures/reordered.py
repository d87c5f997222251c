"""Numbers of one kind that stand in another order in English than in Chinese, where nothing beside them says why. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workreport.diagnostics import say
from workreport.figures.figure import Figure
from workreport.figures.mismatch import ENGLISH_ORDER, Mismatch
from workreport.figures.renderings import words_of
from workreport.figures.vocabulary import found, topics

_STOP_ZH = re.compile("[，。；：、！？（）]")
_OF = re.compile("^[^，。；：、！？]*[的中内里][^，。；：、！？]*$")
"""12个街道的160个社区: 160 communities in 12 subdistricts."""
_OUT_OF = re.compile(r"\W*(?:\w+ ){0,3}(?:of|among|in) (?:the |all |its |a total of |these )*")
"""8 of the 11."""
_STOP_EN = re.compile(r"[,;:.()](?=\s|$)|\band\b|\bincluding\b|\bwith\b")


def reordered(zh: str, en: str, figures: Sequence[tuple[Figure, tuple[int, int]]]) -> list[Mismatch]:
    """The first two figures, given with their runs in `en`, that changed places: 17 groups and 13 headquarters became 13
    groups and 17 headquarters. Figures of different units are told apart by those; others by what they count.
    """
    for index, (first, run) in enumerate(figures):
        for second, other in figures[index + 1 :]:
            if other[0] >= run[0] or first.quantity.low_plain == second.quantity.low_plain:
                continue
            if _OF.search(zh[first.end : second.start]) or _OUT_OF.fullmatch(en[other[1] : run[0]]):
                continue
            if _kind(first) == _kind(second) and not _each_with_its_own(zh, en, (first, run), (second, other)):
                return [
                    Mismatch(
                        code=ENGLISH_ORDER,
                        message=say(
                            "the English has “{second}” before “{first}”, the Chinese after it",
                            first=first.text,
                            second=second.text,
                        ),
                        hint=say("exchange the numbers if they are mixed up, or keep the order of the Chinese"),
                    )
                ]
    return []


def _kind(figure: Figure) -> frozenset[str]:
    """Figures of one kind cannot be told apart by their units: percentages, or all that English only
    counts. One without a unit (5000万以上) is an amount, not a count."""
    plain = figure.quantity.unit.plain
    return words_of(plain) if plain.named else frozenset((plain.zh and "counted",))


def _each_with_its_own(
    zh: str, en: str, first: tuple[Figure, tuple[int, int]], second: tuple[Figure, tuple[int, int]]
) -> bool:
    """Whether the words beside both numbers are those beside the Chinese figures, and not those beside the other."""
    here, there = (topics(_part(zh, figure.start, figure.end, _STOP_ZH)) for figure, _ in (first, second))
    own, others = here - there, there - here
    near_first, near_second = (_part(en, *run, _STOP_EN) for _, run in (first, second))
    return (
        any(found(topic, near_first) for topic in own)
        and any(found(topic, near_second) for topic in others)
        and not any(found(topic, near_second) for topic in own)
        and not any(found(topic, near_first) for topic in others)
    )


def _part(text: str, start: int, end: int, stop: re.Pattern[str]) -> str:
    """The part of a clause round a run, up to the next stops."""
    before = [match.end() for match in stop.finditer(text, 0, start)]
    after = stop.search(text, end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]
