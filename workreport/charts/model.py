"""Which charts there are, and what each says in words: rows with their marks, a legend, a description, a table.

Pure. A `Chart` is in one language and knows no pixels; `options` turns it into what ECharts draws, `pages` prints its
title and table. Values are exact; nothing is computed that the report does not state.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from workreport.content import ItemId
from workreport.figures import CLASSES, Bound, Quantity, like
from workreport.i18n import WORDS, Lang, change, figure, verdict
from workreport.site import Comparison, Declared, Metric, Pair, Report, Site, Target, urls

Role = Literal["outcome", "goal", "count"]
Kind = Literal["bars", "share", "dumbbell"]


class Mark(NamedTuple):
    """A value to draw, in the unit of the axis; `high` is the upper end of a range."""

    role: Role
    low: Decimal
    high: Decimal | None
    bound: Bound
    estimate: bool


class Row(NamedTuple):
    """One line of a chart: what is drawn, what it says, and its line of the table."""

    label: str
    value: str
    marks: tuple[Mark, ...]
    whole: Decimal | None
    """The full length of a share; None on an axis."""
    path: str
    cells: tuple[str, ...]


class Entry(NamedTuple):
    """An entry of the legend: a glyph as `options` draws it, and its words."""

    role: Role
    form: Literal["final", "estimate", "range", "up", "down"]
    text: str


class Chart(NamedTuple):
    """A chart in one language."""

    path: str
    """Of its files within the language, without suffix: 2022/charts/enterprises. Also its identity."""
    lang: Lang
    kind: Kind
    title: str
    note: str
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


def charts(site: Site, lang: Lang) -> Mapping[str, Chart]:
    """Every chart of the site in one language, by path."""
    return {chart.path: chart for chart in _Charts(site, lang).all()}


def target_chart(target: Target) -> str:
    """The path of the chart of one comparison."""
    return urls.chart(target.year, f"target-{target.id.slug}")


def falls_chart(report: Report) -> str:
    """The path of the chart that shows how the goals of a report fall."""
    return urls.chart(report.goal_year, "all-targets")


def families(report: Report) -> Iterator[tuple[Comparison, ...]]:
    """The comparisons of class `same` that may share an axis: one unit, one basis, one order of size."""
    found: list[list[Comparison]] = []
    for comparison in report.comparisons:
        if not drawable(comparison):
            continue
        for family in found:
            if all(_together(comparison, other) for other in family):
                family.append(comparison)
                break
        else:
            found.append([comparison])
    yield from map(tuple, found)


def drawable(comparison: Comparison) -> bool:
    """Whether both sides of a comparison may stand on one axis."""
    return (
        comparison.comparability == "same" and comparison.metric is not None and comparison.target.quantity is not None
    )


def family_chart(family: Sequence[Comparison]) -> str:
    """The path of the chart of several comparisons on one axis."""
    first = family[0].target
    return target_chart(first) if len(family) == 1 else urls.chart(first.year, f"with-{first.id.slug}")


SIZES = Decimal(20)
"""How many times the smallest value the largest of an axis may be, before the small ones vanish in it."""


def _together(one: Comparison, other: Comparison) -> bool:
    a, b = _both(one), _both(other)
    if not like(a[0], b[0]) or a[0].kind != b[0].kind or a[0].plain_unit != b[0].plain_unit:
        return False
    sizes = [q.low_plain for q in (*a, *b) if q.low_plain > 0]
    return not sizes or max(sizes) <= SIZES * min(sizes)


def _both(comparison: Comparison) -> tuple[Quantity, Quantity]:
    assert comparison.metric is not None
    assert comparison.target.quantity is not None
    return comparison.metric.quantity, comparison.target.quantity


def tally(report: Report, lang: Lang) -> Iterator[tuple[str, int]]:
    """How many goals fall where, each with its words; what is empty is left out."""
    words = WORDS[lang]
    same = [c for c in report.comparisons if c.comparability == "same"]
    for how in ("higher", "equal", "lower", ""):
        if k := sum(c.order == how for c in same):
            yield words["order_" + (how or "open")], k
    for kind in CLASSES[1:]:
        if k := sum(c.comparability == kind for c in report.comparisons):
            yield words["class_" + kind], k


class _Charts:
    """The charts of one language."""

    def __init__(self, site: Site, lang: Lang) -> None:
        self.site = site
        self.lang = lang
        self.words = WORDS[lang]
        self.index = 0 if lang == "zh" else 1

    def all(self) -> Iterator[Chart]:
        for report in self.site.reports:
            if report.comparisons:
                yield self.falls(report)
            for comparison in report.comparisons:
                if drawable(comparison):
                    title = self.title(comparison.target.title, report)
                    yield self.dumbbell(report, target_chart(comparison.target), title, "", [comparison])
            for family in families(report):
                if len(family) > 1:
                    title = self.title(self.together([c.target.title for c in family]), report)
                    yield self.dumbbell(report, family_chart(family), title, "", family)
            for section in (*report.review, *report.tasks):
                for declared in section.charts:
                    yield self.declared(report, declared)

    def say(self, pair: Pair | None) -> str:
        return pair[self.index] if pair else ""

    def word(self, key: str, **values: object) -> str:
        return self.words[key].format(**values)

    def count(self, key: str, n: int, **values: object) -> str:
        return self.word(f"{key}_one" if n == 1 and f"{key}_one" in self.words else key, n=n, **values)

    def title(self, title: Pair, report: Report) -> str:
        return self.word("chart_target", title=self.say(title), was=report.outcome_year, will=report.goal_year)

    def together(self, titles: Sequence[Pair]) -> Pair:
        """Several titles as one: the first three, and how many there are where there are more."""
        first, n = titles[:3], len(titles)
        more = Pair(f"等{n}项", f" and {n - 3} more") if n > 3 else Pair("", "")
        return Pair("、".join(t.zh for t in first) + more.zh, ", ".join(t.en for t in first) + more.en)

    def figure(self, q: Quantity, item: Metric | Target) -> str:
        """A figure as rows print it: with its hedge, （预计）, and its change on the year before."""
        text = figure(q, self.lang, self.site.printer)
        grown = self.change(item)
        return f"{text}{'，' if self.lang == 'zh' else ', '}{grown}" if grown else text

    def change(self, item: Metric | Target) -> str:
        own = item.change if isinstance(item, Metric) else None
        return change(own, self.lang, self.site.printer) if own else ""

    def source(self, report: Report) -> str:
        meta = report.meta
        return self.word(
            "chart_source", title=self.say(Pair(meta.title.zh, meta.title.en)), number=meta.document_number
        )

    def declared(self, report: Report, declared: Declared) -> Chart:
        path, title, note = declared.path, self.say(declared.title), self.say(declared.note)
        if declared.kind == "dumbbell":
            chosen = [self.site.comparisons[i] for i in declared.items]
            return self.dumbbell(report, path, title, note, chosen)
        table: Mapping[ItemId, Metric | Target] = {**self.site.metrics, **self.site.targets}
        items = [table[i] for i in declared.items]
        make = self.bars if declared.kind == "bars" else self.share
        return make(report, path, title, note, items)

    def bars(self, report: Report, path: str, title: str, note: str, items: Iterable[Metric | Target]) -> Chart:
        """Figures of one unit from zero, largest first."""
        pairs = [(item, item.quantity) for item in items if item.quantity is not None]
        pairs.sort(key=lambda pair: -(pair[1].high_plain or pair[1].low_plain))
        scale = self.scale([q for _, q in pairs])
        grown = any(self.change(item) for item, _ in pairs)
        rows = []
        for item, q in pairs:
            plain = figure(q, self.lang, self.site.printer)
            cells = (self.say(item.title), plain, *((self.change(item) or "—",) if grown else ()))
            rows.append(
                Row(
                    self.say(item.title), self.figure(q, item), (mark(q, _role(item), scale),), None, _path(item), cells
                )
            )
        head = (self.words["chart_item"], self.words["figure"], *((self.words["change"],) if grown else ()))
        return self.chart(
            report, path, "bars", title, note, head, rows, [q for _, q in pairs], scale, [i for i, _ in pairs]
        )

    def share(self, report: Report, path: str, title: str, note: str, items: Iterable[Metric | Target]) -> Chart:
        """Parts of a whole: percentages of 100, or a figure that is part of another."""
        rows: list[Row] = []
        drawn: list[Metric | Target] = []
        for item in items:
            q = item.quantity
            assert q is not None
            whole_metric = self.site.metrics[item.part_of] if isinstance(item, Metric) and item.part_of else None
            if q.plain_unit == "%":
                whole, of = Decimal(100), self.say(item.whole)
                value = self.figure(q, item)
            else:
                assert whole_metric is not None
                whole = whole_metric.quantity.low_plain
                of = figure(whole_metric.quantity, self.lang, self.site.printer)
                value = self.word("share_of", part=figure(q, self.lang, self.site.printer), whole=of)
                of = f"{self.say(whole_metric.title)} {of}"
            cells = (self.say(item.title), figure(q, self.lang, self.site.printer), of or "—")
            marks = (mark(q, _role(item), Decimal(1)),)
            rows.append(Row(self.say(item.title), value, marks, whole, _path(item), cells))
            drawn.append(item)
            if whole_metric is not None:
                drawn.append(whole_metric)
        head = (self.words["chart_item"], self.words["figure"], self.words["whole"])
        return self.chart(report, path, "share", title, note, head, rows, [], Decimal(1), drawn)

    def dumbbell(self, report: Report, path: str, title: str, note: str, chosen: Sequence[Comparison]) -> Chart:
        """Outcome and goal of each comparison on one axis."""
        years = (report.outcome_year, report.goal_year)
        quantities = [q for c in chosen for q in _both(c)]
        scale = self.scale(quantities)
        rows: list[Row] = []
        drawn: list[Metric | Target] = []
        for c in chosen:
            was, will = _both(c)
            marks = (mark(was, "outcome", scale), mark(will, "goal", scale))
            texts = (figure(was, self.lang, self.site.printer), figure(will, self.lang, self.site.printer))
            says = verdict(was, will, years, self.lang, self.site.printer)
            value = self.word("chart_pair", was=years[0], will=years[1], outcome=texts[0], goal=texts[1])
            label = self.say(c.target.title)
            rows.append(Row(label, value, marks, None, c.target.commitment_path, (label, *texts, says)))
            assert c.metric is not None
            drawn += [c.metric, c.target]
        head = (
            self.words["col_target"],
            self.word("outcome_of", was=years[0]),
            self.word("goal_of", will=years[1]),
            self.words["col_says"],
        )
        return self.chart(report, path, "dumbbell", title, note, head, rows, quantities, scale, drawn)

    def falls(self, report: Report) -> Chart:
        """How the goals fall: each count within the number of all goals."""
        years = {"was": report.outcome_year, "will": report.goal_year}
        n = len(report.comparisons)
        rows = []
        for text, k in tally(report, self.lang):
            count = self.word("of_n", k=k, n=n)
            counted = (Mark("count", Decimal(k), None, "exact", False),)
            rows.append(Row(text, count, counted, Decimal(n), report.compare_path, (text, count)))
        head = (self.words["chart_item"], self.words["chart_count"])
        title = self.word("falls_title", **years)
        return self.chart(report, falls_chart(report), "share", title, "", head, rows, [], Decimal(1), [])

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
        unit = quantities[0].plain_unit
        if self.lang == "zh":
            name = next((q.unit for q in quantities if q.factor == scale), unit)
            return self.word("chart_unit", unit=name) if name else ""
        names = self.site.printer.units[unit]
        sizes = {Decimal(10**9): "billion ", Decimal(10**6): "million "}
        name = (sizes.get(scale, "") + ("" if names.printed == "none" else names.other)).strip()
        return self.word("chart_unit", unit=name) if name else ""

    def chart(
        self,
        report: Report,
        path: str,
        kind: Kind,
        title: str,
        note: str,
        head: tuple[str, ...],
        rows: Sequence[Row],
        quantities: Sequence[Quantity],
        scale: Decimal,
        drawn: Iterable[Metric | Target],
    ) -> Chart:
        percent = bool(quantities) and quantities[0].plain_unit == "%"
        years = {"was": report.outcome_year, "will": report.goal_year}
        stop = "；" if self.lang == "zh" else "; "
        colon = "：" if self.lang == "zh" else ": "
        said = stop.join(
            f"{row.label}{colon}{row.value}"
            + (f"{'，' if self.lang == 'zh' else ', '}{row.cells[3]}" if kind == "dumbbell" else "")
            for row in rows
        )
        stated = self.count(f"chart_desc_{kind}", len(rows), **years)
        return Chart(
            path,
            self.lang,
            kind,
            title,
            note,
            f"{stated}{'' if self.lang == 'zh' else ' '}{said}{'。' if self.lang == 'zh' else '.'}",
            head,
            tuple(rows),
            self.legend(rows, kind, years),
            "" if percent or not quantities else self.caption(quantities, scale),
            percent,
            self.source(report),
            tuple(item.id for item in drawn),
        )

    def legend(self, rows: Sequence[Row], kind: Kind, years: Mapping[str, int]) -> tuple[Entry, ...]:
        """What the glyphs mean; nothing where there is one plain kind of glyph."""
        marks = [m for row in rows for m in row.marks if m.role != "count"]
        found: list[Entry] = []
        for role in ("outcome", "goal"):
            own = [m for m in marks if m.role == role]
            key, year = (
                ("outcome_of", {"was": years["was"]}) if role == "outcome" else ("goal_of", {"will": years["will"]})
            )
            name = self.word(key, **year)
            assert role in ("outcome", "goal")
            if any(not m.estimate and m.high is None for m in own):
                found.append(Entry(role, "final", name))
            if any(m.estimate for m in own):
                found.append(Entry(role, "estimate", self.word("legend_estimate", name=name)))
            if any(m.high is not None for m in own):
                found.append(Entry(role, "range", self.word("legend_range", name=name)))
            if any(m.bound in ("at_least", "more_than") for m in own):
                found.append(Entry(role, "up", self.words["legend_up"]))
            if any(m.bound == "at_most" for m in own):
                found.append(Entry(role, "down", self.words["legend_down"]))
        # An arrow means the same on an outcome and on a goal: it is explained once.
        found = [e for i, e in enumerate(found) if e.text not in {f.text for f in found[:i]}]
        found.sort(key=lambda entry: entry.form in ("up", "down"))
        plain = len(found) < 2 and all(e.form == "final" for e in found)
        return () if plain and kind != "dumbbell" else tuple(found)


def mark(q: Quantity, role: Role, scale: Decimal) -> Mark:
    """A quantity as a mark on an axis in units of `scale`."""
    high = None if q.high_plain is None else q.high_plain / scale
    return Mark(role, q.low_plain / scale, high, q.bound, q.estimate)


def _role(item: Metric | Target) -> Role:
    return "outcome" if isinstance(item, Metric) else "goal"


def _path(item: Metric | Target) -> str:
    return item.path if isinstance(item, Metric) else item.commitment_path
