"""What every kind of chart says in one language: figures, axes, legend, description. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from workreport.charts.model import Chart, Entry, Kind, Mark, Role, Row
from workreport.content import Text
from workreport.figures import Quantity, side
from workreport.i18n import drafted, language, stated
from workreport.site import Comparison, Metric, Report, Site, Target

Item = Metric | Target


@dataclass(frozen=True, slots=True)
class Place:
    """Where a chart is, and what stands below it."""

    path: str
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

    def measured(self, c: Comparison) -> str:
        """What a comparison is of: the name of the measure, or the goal's title where growth is what is compared."""
        grows = c.of_change or (c.target.quantity is not None and c.target.quantity.kind == "growth")
        return self.say(c.target.title if grows or c.target.measure is None else c.target.measure.name)

    def named(self, rows: Sequence[Row]) -> str:
        """The labels of rows as one name: the first three, and how many there are where there are more."""
        n, titles = len(rows), self.words["chart_titles_join"].join(row.label for row in rows[:3])
        return self.word("chart_titles_more", titles=titles, n=n, more=n - 3) if n > 3 else titles

    def listed(self, rows: Sequence[Row], said: Sequence[str]) -> str:
        """A title of what rows say, the first and the last of more than two, after what kind of figures they are."""
        key = "chart_outcomes" if rows[0].sides[0].role == "outcome" else "chart_goals"
        ends = self.words["chart_titles_join"].join(said)
        if len(said) > 2:
            ends = self.language.count("chart_titles_ends", len(said) - 2, first=said[0], last=said[-1], all=len(said))
        return self.language.count(key, len(rows), title=ends, **self.years)

    def chart(
        self,
        kind: Kind,
        place: Place,
        *,
        name: str,
        title: str,
        head: tuple[str, ...],
        rows: Sequence[Row],
        quantities: Sequence[Quantity] = (),
        scale: Decimal = Decimal(1),
        drawn: Iterable[Item] = (),
        classed: str = "",
    ) -> Chart:
        """The chart of some rows. `quantities`: what stands on its axis, in units of `scale`; none without an axis."""
        percent = bool(quantities) and quantities[0].plain_unit == "%"
        items = tuple(drawn)
        meta = self.report.meta
        chart = Chart(
            path=place.path,
            lang=self.lang,
            kind=kind,
            name=name,
            title=title,
            note=place.note,
            caveats=(*drafted(items, self.language), *self.caveats(items, alone=len(rows) == 1)),
            classed=f"{self.words['class']}{self.language.colon}{classed}" if classed else "",
            description="",
            head=head,
            rows=tuple(rows),
            legend=self.legend(rows, kind),
            unit="" if percent or not quantities else self.caption(quantities, scale),
            percent=percent,
            source=self.word(
                "chart_source",
                named=self.language.together(
                    self.say(meta.called), meta.document_number, meta.issued and self.language.date(meta.issued)
                ),
            ),
            records=tuple(item.id for item in items),
        )
        said = (chart.spoken(row, self.language.colon, self.language.comma) for row in rows)
        lead = "" if kind == "figures" else self.language.count(f"chart_desc_{kind}", len(rows), **self.years)
        spoken = f"{self.language.semicolon.join(said)}{self.language.stop}"
        return replace(chart, description=f"{lead}{self.language.space if lead else ''}{spoken}")

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
        """What the glyphs mean; nothing where each says it itself, or there is one plain kind of glyph."""
        if kind == "figures":
            return ()
        marks = [mark for row in rows for mark in row.marks]
        found: dict[str, Entry] = {}
        for entry in (*self._entries(marks, "outcome"), *self._entries(marks, "goal")):
            found.setdefault(entry.text, entry)  # an arrow means the same on both: it is explained once
        entries = sorted(found.values(), key=lambda entry: entry.form in ("about", "up", "down"))
        if kind == "dumbbell":  # both ends are labelled
            return tuple(entry for entry in entries if entry.form != "final")
        return () if len(entries) < 2 and all(entry.form == "final" for entry in entries) else tuple(entries)

    def _entries(self, marks: Iterable[Mark], role: Role) -> Iterator[Entry]:
        own = [mark for mark in marks if mark.role == role]
        name = self.word("outcome_of" if role == "outcome" else "goal_of")
        if any(not m.estimate and m.high is None for m in own):
            yield Entry(role, "final", name)
        if any(m.estimate for m in own):
            yield Entry(role, "estimate", self.word("legend_estimate", name=name))
        if any(m.high is not None for m in own):
            yield Entry(role, "range", self.word("legend_range", name=name))
        if any(m.bound == "about" for m in own):
            yield Entry(role, "about", self.words["legend_about"])
        if any(side(m.bound) > 0 for m in own):
            yield Entry(role, "up", self.language.bounds.chart[1])
        if any(side(m.bound) < 0 for m in own):
            yield Entry(role, "down", self.language.bounds.chart[-1])
