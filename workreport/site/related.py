"""Which commitments belong beside one another: those that name the same place, use the same term, share topics. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from workreport.content import ItemId
from workreport.site.items import Commitment

MOST = 5
"""How many are listed beside one."""

_WEIGHTS = {"place": 6, "term": 4, "topic": 1}
_COMMON = 40
"""What more commitments than this share says little, and comparing them all would take long."""


def related(commitments: Sequence[Commitment]) -> Mapping[ItemId, tuple[Commitment, ...]]:
    """For each commitment, by its id, up to MOST others that share the most with it; equal ones in the report's order.

    A shared place counts most, then a shared term, then a shared topic. What shares one topic alone counts only where
    it shares the section too, so that a list says more than the topic's page does.
    """
    holders: dict[tuple[str, str], list[int]] = {}
    for index, commitment in enumerate(commitments):
        for kind, names in (("place", commitment.places), ("term", commitment.terms), ("topic", commitment.topics)):
            for name in names:
                holders.setdefault((kind, name), []).append(index)
    found = {}
    for index, commitment in enumerate(commitments):
        scores: Counter[int] = Counter()
        for kind, names in (("place", commitment.places), ("term", commitment.terms), ("topic", commitment.topics)):
            for name in names:
                others = holders[kind, name]
                for other in others if len(others) <= _COMMON else _around(others, index):
                    scores[other] += _WEIGHTS[kind]
        own = [
            (-score, other)
            for other, score in scores.items()
            if other != index and (score > 1 or commitments[other].section.id == commitment.section.id)
        ]
        found[commitment.id] = tuple(commitments[other] for _, other in sorted(own)[:MOST])
    return found


def _around(holders: Sequence[int], index: int) -> Sequence[int]:
    """Those of many holders that stand nearest in the report."""
    at = bisect_left(holders, index)
    return holders[max(0, at - _COMMON // 2) : at + _COMMON // 2]
