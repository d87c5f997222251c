"""The kinds of charts: bars from zero, shares of a whole, an outcome and a goal on one axis. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from workreport.charts.families import both, falls_chart
from workreport.charts.model import Chart, Mark, Role, Row
from workreport.charts.writer import Heading, Item, Writer
from workreport.figures import CLASSES
from workreport.site import Comparison, Metric, Report


def bars(writer: Writer, heading: Heading, items: Iterable[Item]) -> Chart:
    """Figures of one unit from zero, the largest first."""
    pairs = [(item, item.quantity) for item in items if item.quantity is not None]
    pairs.sort(key=lambda pair: -(pair[1].high_plain or pair[1].low_plain))
    scale = writer.language.axis_scale([q for _, q in pairs])
    grown = any(writer.change(item) for item, _ in pairs)
    rows = [
        Row(
            label=writer.say(item.title),
            value=writer.figure_grown(q, item),
            marks=(Mark.of(q, _role(item), scale),),
            path=_path(item),
            cells=(writer.say(item.title), writer.figure(q), *((writer.change(item) or "—",) if grown else ())),
        )
        for item, q in pairs
    ]
    head = (writer.words["chart_item"], writer.words["figure"], *((writer.words["change"],) if grown else ()))
    quantities = [q for _, q in pairs]
    return writer.chart(
        "bars", heading, head=head, rows=rows, quantities=quantities, scale=scale, drawn=(item for item, _ in pairs)
    )


def share(writer: Writer, heading: Heading, items: Iterable[Item]) -> Chart:
    """Parts of a whole: percentages of 100, or a figure that is part of another."""
    rows: list[Row] = []
    drawn: list[Item] = []
    for item in items:
        q = item.quantity
        assert q is not None
        part_of = item.part_of if isinstance(item, Metric) else None
        whole = writer.site.metrics[part_of] if part_of else None
        drawn += [item, whole] if whole else [item]
        value, size, of = writer.figure_grown(q, item), Decimal(100), writer.say(item.whole)
        if q.plain_unit != "%":
            assert whole is not None
            size, of = whole.quantity.low_plain, writer.figure(whole.quantity)
            value = writer.word("share_of", part=writer.figure(q), whole=of)
            of = f"{writer.say(whole.title)} {of}"
        rows.append(
            Row(
                label=writer.say(item.title),
                value=value,
                marks=(Mark.of(q, _role(item), Decimal(1)),),
                whole=size,
                path=_path(item),
                cells=(writer.say(item.title), writer.figure(q), of or "—"),
            )
        )
    head = (writer.words["chart_item"], writer.words["figure"], writer.words["whole"])
    return writer.chart("share", heading, head=head, rows=rows, drawn=drawn)


def dumbbell(writer: Writer, heading: Heading, chosen: Sequence[Comparison]) -> Chart:
    """Outcome and goal of each comparison on one axis."""
    quantities = [q for c in chosen for q in both(c)]
    scale = writer.language.axis_scale(quantities)
    years = (writer.years["was"], writer.years["will"])
    rows: list[Row] = []
    drawn: list[Item] = []
    for c in chosen:
        was, will = both(c)
        texts = (writer.figure(was), writer.figure(will))
        label, says = writer.say(c.target.title), writer.language.verdict(was, will, years)
        rows.append(
            Row(
                label=label,
                value=writer.word("chart_pair", outcome=texts[0], goal=texts[1]),
                says=says,
                marks=(Mark.of(was, "outcome", scale), Mark.of(will, "goal", scale)),
                path=c.target.commitment_path,
                cells=(label, *texts, says),
            )
        )
        assert c.metric is not None
        drawn += [c.metric, c.target]
    head = (writer.words["col_target"], writer.word("outcome_of"), writer.word("goal_of"), writer.words["col_says"])
    return writer.chart("dumbbell", heading, head=head, rows=rows, quantities=quantities, scale=scale, drawn=drawn)


def falls(writer: Writer) -> Chart:
    """How the goals of a report fall: each count within the number of all goals."""
    report = writer.report
    n = len(report.comparisons)
    rows = []
    for key, k in _tally(report):
        text, count = writer.words[key], writer.word("of_n", k=k, n=n)
        counted = (Mark(role="count", low=Decimal(k)),)
        rows.append(
            Row(label=text, value=count, marks=counted, whole=Decimal(n), path=report.compare_path, cells=(text, count))
        )
    head = (writer.words["chart_item"], writer.words["chart_count"])
    return writer.chart("share", Heading(falls_chart(report), writer.word("falls_title")), head=head, rows=rows)


def _tally(report: Report) -> Iterator[tuple[str, int]]:
    """How many goals fall where, each with the key of its words; what is empty is left out."""
    same = [c for c in report.comparisons if c.comparability == "same"]
    for how in ("higher", "equal", "lower", ""):
        if k := sum(c.order == how for c in same):
            yield "order_" + (how or "open"), k
    for kind in CLASSES[1:]:
        if k := sum(c.comparability == kind for c in report.comparisons):
            yield "class_" + kind, k


def _role(item: Item) -> Role:
    return "outcome" if isinstance(item, Metric) else "goal"


def _path(item: Item) -> str:
    return item.path if isinstance(item, Metric) else item.commitment_path
