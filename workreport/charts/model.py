"""A chart: what it says in words, and what it draws. Pure.

A chart is in one language and knows no pixels: `layout` turns it into what ECharts draws, `pages` prints its title and
its table. Values are exact; nothing is computed that the report does not state.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from workreport.content import ItemId
from workreport.figures import Bound, Quantity

Role = Literal["outcome", "goal", "count"]
Kind = Literal["bars", "share", "dumbbell", "figures"]
"""`figures`: in large type, since a drawing of them would show nothing (`telling`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A value to draw, in the unit of the axis."""

    role: Role
    low: Decimal
    high: Decimal | None = None
    """The upper end of a range."""
    bound: Bound = "exact"
    estimate: bool = False

    @classmethod
    def of(cls, q: Quantity, role: Role, scale: Decimal) -> Mark:
        """A quantity on an axis in units of `scale`."""
        high = None if q.high_plain is None else q.high_plain / scale
        return cls(role=role, low=q.low_plain / scale, high=high, bound=q.bound, estimate=q.estimate)

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """The least and the greatest number that it draws; the same where it is no range."""
        return self.low, self.low if self.high is None else self.high


@dataclass(frozen=True, slots=True)
class Side:
    """A figure with what it is: 2022年结果, 41个."""

    role: Role
    label: str
    figure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a chart: what is drawn, what it says, and its line of the table."""

    label: str
    value: str
    sides: tuple[Side, ...]
    """The figures one by one: those of `marks`."""
    says: str = ""
    """What may be said of the two sides of a comparison."""
    marks: tuple[Mark, ...]
    whole: Decimal | None = None
    """The full length of a share; None on an axis."""
    path: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the legend: a glyph as the rows draw it, and its words."""

    role: Role
    form: Literal["final", "estimate", "range", "about", "up", "down"]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart in one language."""

    path: str
    """Of its files within the language, without suffix: 2022/charts/enterprises. Also its identity."""
    lang: str
    kind: Kind
    name: str
    """What it is of, without figures."""
    title: str
    """What it shows, in figures."""
    note: str
    caveats: tuple[str, ...]
    """What belongs to its figures: of what they are a share or a part, and what the editors note of them."""
    classed: str
    """How its outcomes and goals compare, for a file that stands alone; "" where it has only one of the two."""
    description: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    legend: tuple[Entry, ...]
    unit: str
    """The caption of the axis; "" where ticks or rows say it."""
    percent: bool
    source: str
    records: tuple[ItemId, ...]
    """The metrics and targets that it draws."""

    def spoken(self, row: Row, colon: str, comma: str) -> str:
        """A row as a sentence has it."""
        return f"{row.label}{colon}{row.value}" + (f"{comma}{row.says}" if row.says else "")
