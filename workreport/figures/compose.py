"""From what was read of a text to its figures and asides, by the offsets of the whole text. Pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from workreport.figures.asides import Aside, Reason
from workreport.figures.figure import Figure, Reading
from workreport.figures.item import Item
from workreport.figures.periods import Times
from workreport.figures.quantity import Quantity
from workreport.figures.scope import Scope
from workreport.figures.tight import Tight
from workreport.figures.units import Units

_STOP = re.compile("[。！？!?]")
_ESTIMATE = re.compile("预计|预估|估计")


def compose(
    tight: Tight, items: list[Item], left: Iterable[tuple[int, int, Reason]], scope: Scope, units: Units
) -> Reading:
    """The figures of a text, and the runs that are none; where two share a character, the first figure counts."""
    figures = list(_figures(tight, sorted(items, key=lambda item: item.start), scope, units))
    return Reading(figures=figures, asides=list(_asides(tight, figures, left)))


def _figures(tight: Tight, items: list[Item], scope: Scope, units: Units) -> Iterator[Figure]:
    if not items:
        return
    text = tight.text
    stops = [0, *(match.end() for match in _STOP.finditer(text))]
    estimates = [-1, *(match.start() for match in _ESTIMATE.finditer(text))]
    times = Times(text)
    last = 0
    for item in items:
        if item.start < last:
            continue
        last = item.end
        sentence = stops[bisect_right(stops, item.start) - 1]
        period, basis = times.at(sentence, max(sentence, scope.clause(item.start)), item.start)
        start, end = tight.run(item.start, item.end)
        quantity = Quantity(
            value=item.value,
            high=item.high,
            unit=units.unit(item.printed),
            bound=item.bound,
            hedge=item.hedge,
            estimate=estimates[bisect_right(estimates, item.start) - 1] >= sentence,
            kind=item.kind,
        )
        printed = text[item.start : item.end]
        yield Figure(start=start, end=end, text=printed, quantity=quantity, period=period, basis=basis)


def _asides(tight: Tight, figures: list[Figure], left: Iterable[tuple[int, int, Reason]]) -> Iterator[Aside]:
    at = reached = 0
    for begin, stop, reason in sorted(left):
        start, end = tight.run(begin, stop)
        while at < len(figures) and figures[at].end <= start:
            at += 1
        inside = at < len(figures) and figures[at].start < end  # part of a figure after all: 每10万人3张
        if not inside and start >= reached:
            reached = end
            yield Aside(start=start, end=end, text=tight.text[begin:stop], reason=reason)
