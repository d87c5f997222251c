"""What every kind of chart says in one language: figures, axes, legend, description. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from workreport.charts.model import Chart, Entry, Kind, Mark, Role, Row
from workreport.content import Text
from workreport.figures import Quantity, side
from workreport.i18n import language, stated
from workreport.site import Metric, Report, Site, Target

Item = Metric | Target


@dataclass(frozen=True, slots=True)
class Heading:
    """How a chart is called."""

    path: str
    title: str
    note: str = ""


class Writer:
    """The words of the charts of one report in one language."""

    def __init__(self, site: Site, report: Report, lang: str) -> None:
        self.site = site
        self.report = report
        self.lang = lang
        self.language = language(lang)
        self.words = self.language.words
        self.years = {"was": str(report.outcome_year), "will": str(report.goal_year)}

    def of(self, items: Iterable[Item]) -> Writer:
        """The same with the years that the items of a chart speak of, which has one period for outcomes and one for goals."""
        own = Writer(self.site, self.report, self.lang)
        for item in items:
            own.years["was" if isinstance(item, Metric) else "will"] = self.language.years(item.time.period)
        return own

    def say(self, text: Text | None) -> str:
        """The text in the chart's language; "" for none."""
        return text[self.lang] if text else ""

    def word(self, key: str, **values: object) -> str:
        """A text of the frame with its gaps filled; the years fill theirs."""
        return self.language.word(key, **{**self.years, **values})

    def figure(self, q: Quantity) -> str:
        """A figure with its hedge, and （预计）."""
        return self.language.figure(q)

    def change(self, item: Item) -> str:
        """The change on the year before; "" where the sentence gives none."""
        own = item.change if isinstance(item, Metric) else None
        if own is None or not isinstance(item, Metric):
            return ""
        time = item.change_time
        return self.language.change(own, None if time.usual else time.period, time.basis)

    def figure_grown(self, q: Quantity, item: Item) -> str:
        """A figure as rows print it, with its change."""
        grown = self.change(item)
        return f"{self.figure(q)}{self.language.comma}{grown}" if grown else self.figure(q)

    def caption(self, quantities: Sequence[Quantity], scale: Decimal) -> str:
        """What the axis counts: 单位：万平方米; Unit: million square meters."""
        unit = self.language.axis_unit(quantities, scale)
        return self.word("chart_unit", unit=unit) if unit else ""

    def spoken(self, row: Row) -> str:
        """A row as a sentence has it."""
        return f"{row.label}{self.language.colon}{row.value}" + (f"{self.language.comma}{row.says}" if row.says else "")

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
        items = tuple(drawn)
        said = self.language.semicolon.join(map(self.spoken, rows))
        stated = self.language.count(f"chart_desc_{kind}", len(rows), **self.years)
        meta = self.report.meta
        return Chart(
            path=heading.path,
            lang=self.lang,
            kind=kind,
            title=heading.title,
            note=heading.note,
            caveats=self.caveats(items, alone=len(rows) == 1),
            description=f"{stated}{self.language.space}{said}{self.language.stop}",
            head=head,
            rows=tuple(rows),
            legend=self.legend(rows, kind),
            unit="" if percent or not quantities else self.caption(quantities, scale),
            percent=percent,
            source=self.word("chart_source", title=self.say(meta.title), number=meta.document_number),
            records=tuple(item.id for item in items),
        )

    def caveats(self, items: Sequence[Item], *, alone: bool) -> tuple[str, ...]:
        """What belongs to the figures of items; whose it is, unless they are of one row or it belongs to all."""
        found: dict[str, list[str]] = {}
        for item in items:
            for text in stated(item, self.site, self.language):
                found.setdefault(text, []).append(self.say(item.title))
        return tuple(
            text
            if alone or len(titles) == len(items)
            else f"{self.language.listed([*dict.fromkeys(titles)])}{self.language.colon}{text}"
            for text, titles in found.items()
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
            yield Entry(role, "up", self.language.bounds.chart[1])
        if any(side(m.bound) < 0 for m in own):
            yield Entry(role, "down", self.language.bounds.chart[-1])
