"""What every kind of chart says in one language: figures, axes, legend, description. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from workreport.charts.model import Chart, Entry, Kind, Mark, Role, Row
from workreport.figures import BOUND_WORDS, Quantity, side
from workreport.i18n import WORDS, Lang, change, figure
from workreport.site import Metric, Pair, Report, Site, Target

Item = Metric | Target


@dataclass(frozen=True, slots=True)
class Heading:
    """How a chart is called."""

    path: str
    title: str
    note: str = ""


class Writer:
    """The words of the charts of one report in one language."""

    def __init__(self, site: Site, report: Report, lang: Lang) -> None:
        self.site = site
        self.report = report
        self.lang = lang
        self.words = WORDS[lang]
        self.index = 0 if lang == "zh" else 1
        self.years = {"was": report.outcome_year, "will": report.goal_year}
        self._colon, self._comma, self._between, self._stop = (
            ("：", "，", "；", "。") if lang == "zh" else (": ", ", ", "; ", ".")
        )

    def say(self, pair: Pair | None) -> str:
        """The text in the chart's language; "" for none."""
        return pair[self.index] if pair else ""

    def word(self, key: str, **values: object) -> str:
        """A text of the frame with its gaps filled; the years fill theirs."""
        return self.words[key].format(**{**self.years, **values})

    def figure(self, q: Quantity) -> str:
        """A figure with its hedge, and （预计）."""
        return figure(q, self.lang, self.site.units)

    def change(self, item: Item) -> str:
        """The change on the year before; "" where the sentence gives none."""
        own = item.change if isinstance(item, Metric) else None
        return change(own, self.lang, self.site.units) if own else ""

    def figure_grown(self, q: Quantity, item: Item) -> str:
        """A figure as rows print it, with its change."""
        grown = self.change(item)
        return f"{self.figure(q)}{self._comma}{grown}" if grown else self.figure(q)

    def scale(self, quantities: Sequence[Quantity]) -> Decimal:
        """By what the axis divides plain values: Chinese counts in 万 or 亿, English in millions or billions."""
        largest = max(max(q.low_plain, q.high_plain or q.low_plain) for q in quantities)
        if self.lang == "zh":
            factors = [q.factor for q in quantities]
            return max((f for f in factors if f <= largest), default=min(factors))
        if any(q.factor != 1 for q in quantities):
            for size in (10**9, 10**6):
                if largest >= size:
                    return Decimal(size)
        return Decimal(1)

    def caption(self, quantities: Sequence[Quantity], scale: Decimal) -> str:
        """What the axis counts: 单位：万平方米; million square meters."""
        unit = quantities[0].unit.plain
        if self.lang == "zh":
            name = next((q.unit.zh for q in quantities if q.factor == scale), unit.zh)
            return self.word("chart_unit", unit=name) if name else ""
        sizes = {Decimal(10**9): "billion ", Decimal(10**6): "million "}
        name = (sizes.get(scale, "") + ("" if unit.print == "none" else unit.other)).strip()
        return self.word("chart_unit", unit=name) if name else ""

    def spoken(self, row: Row) -> str:
        """A row as a sentence has it."""
        return f"{row.label}{self._colon}{row.value}" + (f"{self._comma}{row.says}" if row.says else "")

    def chart(
        self,
        kind: Kind,
        heading: Heading,
        *,
        head: tuple[str, ...],
        rows: Sequence[Row],
        quantities: Sequence[Quantity] = (),
        scale: Decimal = Decimal(1),
        drawn: Iterable[Item] = (),
    ) -> Chart:
        """The chart of some rows. `quantities`: what stands on its axis, in units of `scale`; none without an axis."""
        percent = bool(quantities) and quantities[0].plain_unit == "%"
        said = self._between.join(map(self.spoken, rows))
        one = f"chart_desc_{kind}_one"
        stated = self.word(one if len(rows) == 1 and one in self.words else f"chart_desc_{kind}", n=len(rows))
        meta = self.report.meta
        return Chart(
            path=heading.path,
            lang=self.lang,
            kind=kind,
            title=heading.title,
            note=heading.note,
            description=f"{stated}{'' if self.lang == 'zh' else ' '}{said}{self._stop}",
            head=head,
            rows=tuple(rows),
            legend=self.legend(rows, kind),
            unit="" if percent or not quantities else self.caption(quantities, scale),
            percent=percent,
            source=self.word("chart_source", title=self.say(Pair.of(meta.title)), number=meta.document_number),
            records=tuple(item.id for item in drawn),
        )

    def legend(self, rows: Sequence[Row], kind: Kind) -> tuple[Entry, ...]:
        """What the glyphs mean; nothing where there is one plain kind of glyph."""
        marks = [mark for row in rows for mark in row.marks]
        found: dict[str, Entry] = {}
        for entry in (*self._entries(marks, "outcome"), *self._entries(marks, "goal")):
            found.setdefault(entry.text, entry)  # an arrow means the same on both: it is explained once
        entries = sorted(found.values(), key=lambda entry: entry.form in ("up", "down"))
        plain = len(entries) < 2 and all(entry.form == "final" for entry in entries)
        return () if plain and kind != "dumbbell" else tuple(entries)

    def _entries(self, marks: Iterable[Mark], role: Role) -> Iterator[Entry]:
        own = [mark for mark in marks if mark.role == role]
        name = self.word("outcome_of" if role == "outcome" else "goal_of")
        if any(not m.estimate and m.high is None for m in own):
            yield Entry(role, "final", name)
        if any(m.estimate for m in own):
            yield Entry(role, "estimate", self.word("legend_estimate", name=name))
        if any(m.high is not None for m in own):
            yield Entry(role, "range", self.word("legend_range", name=name))
        if any(side(m.bound) > 0 for m in own):
            yield Entry(role, "up", BOUND_WORDS[self.lang].chart[1])
        if any(side(m.bound) < 0 for m in own):
            yield Entry(role, "down", BOUND_WORDS[self.lang].chart[-1])
