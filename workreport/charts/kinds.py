"""The kinds of charts: bars from zero, shares of a whole, an arrow from an outcome to a goal. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from workreport.charts.families import both, falls_chart
from workreport.charts.model import Chart, Mark, Role, Row, Side
from workreport.charts.telling import arrow_tells, bars_tell, shares_tell, together
from workreport.charts.writer import Item, Place, Writer
from workreport.figures import CLASSES
from workreport.site import Comparison, Metric, Report


def bars(writer: Writer, place: Place, items: Sequence[Item]) -> Chart:
    """Figures of one unit from zero, the largest first."""
    pairs = [(item, item.quantity) for item in items if item.quantity is not None]
    pairs.sort(key=lambda pair: -(pair[1].high_plain or pair[1].low_plain))
    scale = writer.language.axis_scale([q for _, q in pairs])
    grown = any(writer.change(item) for item, _ in pairs)
    rows = [
        Row(
            label=writer.say(item.title),
            value=writer.figure_grown(q, item),
            sides=(_side(writer, item, writer.figure(q)),),
            marks=(Mark.of(q, _role(item), scale),),
            path=item.path,
            cells=(writer.say(item.title), writer.figure(q), *((writer.change(item) or "—",) if grown else ())),
        )
        for item, q in pairs
    ]
    head = (writer.words["chart_item"], writer.words["figure"], *((writer.words["change"],) if grown else ()))
    tell = together(items) and bars_tell(rows)
    return writer.chart(
        "bars" if tell else "figures",
        place,
        name=writer.named(rows),
        title=writer.listed(rows, [writer.word("chart_stated", label=r.label, figure=r.sides[0].figure) for r in rows]),
        head=head,
        rows=rows,
        quantities=[q for _, q in pairs] if tell else (),
        scale=scale,
        drawn=(item for item, _ in pairs),
    )


def share(writer: Writer, place: Place, items: Sequence[Item]) -> Chart:
    """Parts of a whole: percentages of 100, or a figure that is part of another."""
    rows: list[Row] = []
    drawn: list[Item] = []
    said: list[str] = []
    for item in items:
        q = item.quantity
        assert q is not None
        part_of = item.part_of if isinstance(item, Metric) else None
        whole = writer.site.metrics[part_of] if part_of else None
        drawn += [item, whole] if whole else [item]
        label, value = writer.say(item.title), writer.figure_grown(q, item)
        size, of = Decimal(100), writer.say(item.whole)
        said.append(writer.word("chart_stated", label=label, figure=writer.figure(q)))
        if q.plain_unit != "%":
            assert whole is not None
            size, of = whole.quantity.low_plain, writer.figure(whole.quantity)
            value = writer.word("share_of", part=writer.figure(q), whole=of)
            said[-1] = f"{label}{writer.language.comma}{value}"
            of = f"{writer.say(whole.title)} {of}"
        rows.append(
            Row(
                label=label,
                value=value,
                sides=(_side(writer, item, value),),
                marks=(Mark.of(q, _role(item), Decimal(1)),),
                whole=size,
                path=item.path,
                cells=(label, writer.figure(q), of or "—"),
            )
        )
    return writer.chart(
        "share" if together(items) and shares_tell(rows) else "figures",
        place,
        name=writer.named(rows),
        title=writer.listed(rows, said),
        head=(writer.words["chart_item"], writer.words["figure"], writer.words["whole"]),
        rows=rows,
        drawn=drawn,
    )


def dumbbell(writer: Writer, place: Place, chosen: Sequence[Comparison]) -> Chart:
    """An arrow from the outcome to the goal of each comparison, each from zero on a scale of its own."""
    rows: list[Row] = []
    drawn: list[Item] = []
    quantities = [q for c in chosen for q in both(c)]
    if len({(q.kind, q.plain_unit) for q in quantities}) > 1:
        quantities = []
    scale = writer.language.axis_scale(quantities) if quantities else Decimal(1)
    for c in chosen:
        was, will = both(c)
        own = writer.of([item for item in (c.metric, c.target) if item])
        sides = (_side(own, c.metric or c.target, own.figure(was)), _side(own, c.target, own.figure(will)))
        label, says = own.measured(c), own.language.verdict(was, will, (own.years["was"], own.years["will"]))
        rows.append(
            Row(
                label=label,
                value=own.word("chart_pair", outcome=sides[0].figure, goal=sides[1].figure),
                sides=sides,
                says=says,
                marks=(Mark.of(was, "outcome", scale), Mark.of(will, "goal", scale)),
                path=c.target.path,
                cells=(label, *(side.figure for side in sides), says),
            )
        )
        assert c.metric is not None
        drawn += [c.metric, c.target]
    name, (first, *more) = writer.named(rows), rows
    figures = {"outcome": first.sides[0].figure, "goal": first.sides[1].figure}
    title = writer.word("chart_target", title=name) if more else writer.word("chart_finding", name=name, **figures)
    head = (writer.words["col_target"], writer.word("outcome_of"), writer.word("goal_of"), writer.words["col_says"])
    return writer.chart(
        "dumbbell" if any(map(arrow_tells, rows)) else "figures",
        place,
        name=name,
        title=title,
        head=head,
        rows=rows,
        quantities=quantities,
        scale=scale,
        drawn=drawn,
        classed=writer.words["class_same"],
    )


def falls(writer: Writer) -> Chart:
    """How the goals of a report fall: each count within the number of all goals."""
    report = writer.report
    n = len(report.comparisons)
    rows = []
    for key, k, query in _tally(report):
        text, count = writer.words[key], writer.word("of_n", k=k, n=n)
        rows.append(
            Row(
                label=text,
                value=count,
                sides=(Side("count", "", count),),
                marks=(Mark(role="count", low=Decimal(k)),),
                whole=Decimal(n),
                path=f"{report.compare_path}?{query}",
                cells=(text, count),
            )
        )
    title = writer.word("falls_title")
    return writer.chart(
        "share" if shares_tell(rows) else "figures",
        Place(falls_chart(report)),
        name=title,
        title=title,
        head=(writer.words["chart_item"], writer.words["chart_count"]),
        rows=rows,
    )


def _tally(report: Report) -> Iterator[tuple[str, int, str]]:
    """How many goals fall where: the key of the words, the number, and what asks the page of comparisons for them."""
    same = [c for c in report.comparisons if c.comparability == "same"]
    for how in ("higher", "equal", "lower", "open"):
        if k := sum((c.order or "open") == how for c in same):
            yield f"order_{how}", k, f"order={how}"
    for kind in CLASSES[1:]:
        if k := sum(c.comparability == kind for c in report.comparisons):
            yield f"class_{kind}", k, f"class={kind}"


def _side(writer: Writer, item: Item, figure: str) -> Side:
    return Side(_role(item), writer.word("outcome_of" if isinstance(item, Metric) else "goal_of"), figure)


def _role(item: Item) -> Role:
    return "outcome" if isinstance(item, Metric) else "goal"
