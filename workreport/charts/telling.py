"""What is worth drawing: figures that belong together, and that differ so much that one sees it. Pure.

All else is said in figures. A bar that is full, two that are alike, and lengths that nobody would set side by side tell
a reader less than the numbers do.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from workreport.charts.model import Row
from workreport.charts.writer import Item

_SEEN = Decimal("0.08")
"""The least difference that a drawing shows, as a share of its length: an arrow of 14 pixels where it is narrowest."""
_LEAST = Decimal("0.01")
"""How long the shortest bar has to be beside the longest: two pixels where they are narrowest."""
_FULL = Decimal("0.02")
"""How near to nothing or to the whole a share may be, before its bar looks empty or full."""


def together(items: Sequence[Item]) -> bool:
    """Whether the report itself sets figures side by side: in one sentence, or as one measure of several periods."""
    shared = set(items[0].quote.sentences).intersection(*(item.quote.sentences for item in items))
    measures = {item.measure.id if item.measure else None for item in items}
    return bool(shared) or (len(measures) == 1 and None not in measures)


def bars_tell(rows: Sequence[Row]) -> bool:
    """Whether bars on one axis differ, and none is so short that it vanishes beside the longest."""
    found = [mark.ends[1] for row in rows for mark in row.marks]
    return _differ(found) and min(found) >= _LEAST * max(found)


def shares_tell(rows: Sequence[Row]) -> bool:
    """Whether a share is neither nothing nor all of its whole; of several, whether they differ."""
    found = [mark.ends[1] / row.whole for row in rows for mark in row.marks if row.whole]
    if len(found) == 1:
        return _FULL <= found[0] <= 1 - _FULL
    return len(set(found)) > 1 and max(found) - min(found) >= _FULL


def arrow_tells(row: Row) -> bool:
    """Whether a goal stands elsewhere than its outcome."""
    return _differ([end for mark in row.marks for end in mark.ends])


def _differ(values: Sequence[Decimal]) -> bool:
    return max(values) - min(values) >= _SEEN * max(values) > 0
