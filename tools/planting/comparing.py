"""False comparisons: a metric that is none, another class, another reason, a direction, a part of a stranger."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tools.planting.document import Edit
from tools.planting.folder import Folder, Item
from tools.planting.mutant import Plants, kind

_REASON = {"zh": "两年的统计口径不同。", "en": "The two years are counted in different ways."}


def _compared(folder: Folder, *classes: str) -> tuple[Item, ...]:
    return tuple(
        item
        for item in folder.targets
        if item.get("baseline", "metric") and (not classes or item.text("baseline", "comparability") in classes)
    )


def _metric(folder: Folder, target: Item) -> Item | None:
    year, _, name = target.text("baseline", "metric").partition("/")
    return next((item for item in folder.metrics if item.year == year and item.text("id") == name), None)


def _plain(unit: str) -> str:
    return unit.lstrip("万亿")


def _strangers(folder: Folder, target: Item) -> Iterator[Item]:
    """Other metrics of the year and the unit of a target's baseline."""
    metric = _metric(folder, target)
    if metric:
        for other in folder.metrics:
            if (
                other.year == metric.year
                and other != metric
                and _plain(other.text("unit")) == _plain(metric.text("unit"))
            ):
                yield other


def _rebased(folder: Folder, *classes: str) -> Plants:
    for target in _compared(folder, *classes):
        for other in list(_strangers(folder, target))[:2]:
            ref = f"{other.year}/{other.text('id')}"
            what = f"{target.text('title', 'zh')} beside {other.text('title', 'zh')}"
            yield what, (target.put("baseline", "metric", ref),)


@kind("same, with a wrong metric of its unit")
def same_wrong(folder: Folder) -> Plants:
    yield from _rebased(folder, "same")


@kind("another class, with a wrong metric")
def other_wrong(folder: Folder) -> Plants:
    yield from _rebased(folder, "scope_differs", "basis_differs", "qualitative")


@kind("no baseline, where there is one")
def baseline_gone(folder: Folder) -> Plants:
    for target in _compared(folder):
        reason = {"zh": "报告对2022年没有给出这项数字。", "en": "The report gives no such figure for 2022."}
        yield target.text("title", "zh"), (target.put("baseline", {"comparability": "no_baseline", "reason": reason}),)


@kind("a baseline given to a target that has none")
def baseline_added(folder: Folder) -> Plants:
    for target in folder.targets:
        unit = target.text("unit")
        if target.text("baseline", "comparability") != "no_baseline" or not unit:
            continue
        years = [metric for metric in folder.metrics if int(metric.year) + 1 == int(target.year)]
        for metric in [metric for metric in years if _plain(metric.text("unit")) == _plain(unit)][:1]:
            ref = f"{metric.year}/{metric.text('id')}"
            what = f"{target.text('title', 'zh')} beside {metric.text('title', 'zh')}"
            yield what, (target.put("baseline", {"metric": ref, "comparability": "same"}),)


@kind("the reason of another comparison")
def reason_of_another(folder: Folder) -> Plants:
    reasoned = [target for target in folder.targets if target.get("baseline", "reason")]
    for one, other in zip(reasoned, reasoned[1:] + reasoned[:1], strict=True):
        if one.get("baseline", "reason") != other.get("baseline", "reason"):
            what = f"{one.text('title', 'zh')}: {other.text('baseline', 'reason', 'zh')[:50]}"
            yield what, (one.put("baseline", "reason", other.get("baseline", "reason")),)


def _same(target: Item, *more: Edit) -> tuple[Edit, ...]:
    return (target.put("baseline", {"metric": target.text("baseline", "metric"), "comparability": "same"}), *more)


@kind("scope_differs or basis_differs turned to same")
def turned_to_same(folder: Folder) -> Plants:
    for target in _compared(folder, "scope_differs", "basis_differs"):
        yield target.text("title", "zh"), _same(target)


@kind("scope_differs or basis_differs turned to same, both given one measure")
def turned_with_measure(folder: Folder) -> Plants:
    for target in _compared(folder, "scope_differs", "basis_differs"):
        metric = _metric(folder, target)
        measure = metric.text("measure") if metric else ""
        if measure and measure != target.text("measure"):
            yield target.text("title", "zh"), _same(target, target.put("measure", measure))


@kind("the outcome's growth for its value, or the reverse")
def figure_of_baseline(folder: Folder) -> Plants:
    for target in _compared(folder):
        metric = _metric(folder, target)
        if metric and metric.get("change"):
            turned = target.get("baseline", "figure") == "change"
            edit = target.cut("baseline", "figure") if turned else target.put("baseline", "figure", "change")
            yield f"{target.text('title', 'zh')}: {'the value' if turned else 'the change'}", (edit,)


@kind("scope_differs for basis_differs, or the reverse")
def turned_between(folder: Folder) -> Plants:
    for target in _compared(folder, "scope_differs", "basis_differs"):
        old = target.text("baseline", "comparability")
        new = "basis_differs" if old == "scope_differs" else "scope_differs"
        yield target.text("title", "zh"), (target.put("baseline", "comparability", new),)


@kind("same turned to scope_differs with a made-up reason")
def turned_from_same(folder: Folder) -> Plants:
    for target in _compared(folder, "same"):
        new = {"metric": target.text("baseline", "metric"), "comparability": "scope_differs", "reason": _REASON}
        yield target.text("title", "zh"), (target.put("baseline", new),)


@kind("direction flipped")
def direction_flipped(folder: Folder) -> Plants:
    opposite = {"higher": "lower", "lower": "higher"}
    for measure in folder.listed("measures.yaml", "measures"):
        old = measure.text("direction", "better")
        if old:
            yield f"{measure.text('id')}: {opposite[old]}", (measure.put("direction", "better", opposite[old]),)


@kind("a direction given to a measure that has none")
def direction_added(folder: Folder) -> Plants:
    for measure in folder.listed("measures.yaml", "measures"):
        if not measure.get("direction"):
            yield measure.text("id"), (measure.put("direction", {"better": "higher"}),)


@kind("measure of another item of its unit")
def measure_of_another(folder: Folder) -> Plants:
    measures = folder.listed("measures.yaml", "measures")
    for item in (*folder.metrics, *folder.targets):
        mine = item.text("measure")
        unit = next((measure.text("unit") for measure in measures if measure.text("id") == mine), None)
        others = [m.text("id") for m in measures if m.text("unit") == unit and m.text("id") != mine]
        if mine and others:
            yield f"{item.text('title', 'zh')}: {others[0]}", (item.put("measure", others[0]),)


@kind("type of a measure altered")
def measure_type(folder: Folder) -> Plants:
    for measure in folder.listed("measures.yaml", "measures"):
        new = {"stock": "flow", "flow": "stock", "ratio": "flow"}.get(measure.text("type"))
        if new:
            yield f"{measure.text('id')}: {new}", (measure.put("type", new),)


@kind("part_of replaced by another of its unit")
def part_replaced(folder: Folder) -> Plants:
    for item in folder.metrics:
        if not item.get("part_of"):
            continue
        others = [o for o in folder.metrics if o.document is item.document and o != item]
        for other in [
            o for o in others if o.text("id") != item.text("part_of") and o.text("unit") == item.text("unit")
        ][:3]:
            yield f"{item.text('title', 'zh')} of {other.text('title', 'zh')}", (item.put("part_of", other.text("id")),)


@kind("part_of added to a stranger")
def part_added(folder: Folder) -> Plants:
    for item, other in pairwise(folder.metrics):
        alike = item.document is other.document and item.text("unit") == other.text("unit")
        if alike and not item.get("part_of") and other.text("part_of") != item.text("id"):
            what = f"{item.text('title', 'zh')} of {other.text('title', 'zh')}"
            yield what, (item.put("part_of", other.text("id")),)


@kind("the whole of a share replaced by that of another")
def whole_replaced(folder: Folder) -> Plants:
    shares = [item for item in (*folder.metrics, *folder.targets) if item.get("whole")]
    for one, other in zip(shares, shares[1:] + shares[:1], strict=True):
        if one.get("whole") != other.get("whole"):
            yield f"{one.text('title', 'zh')} of {other.text('whole', 'zh')}", (one.put("whole", other.get("whole")),)


@kind("period of a figure altered")
def period_altered(folder: Folder) -> Plants:
    for item in folder.figures:
        if not item.get("period"):
            year = int(item.year)
            yield (
                f"{item.text('title', 'zh')}: {year - 4} to {year}",
                (item.put("period", {"from": year - 4, "to": year}),),
            )


@kind("basis of a figure altered")
def basis_altered(folder: Folder) -> Plants:
    for item in folder.figures:
        old = item.text("basis")
        new = "annual_average" if old != "annual_average" else "cumulative"
        yield f"{item.text('title', 'zh')}: {old} → {new}", (item.put("basis", new),)


def _series(folder: Folder) -> Iterator[tuple[Item, str, list[str]]]:
    for chart in folder.charts:
        for field in ("metrics", "targets"):
            if chart.get(field):
                yield chart, field, chart.get(field)


@kind("chart: a series dropped")
def chart_dropped(folder: Folder) -> Plants:
    for chart, field, series in _series(folder):
        if len(series) > 1:
            yield f"{chart.text('id')} without {series[-1]}", (chart.put(field, series[:-1]),)


@kind("chart: a series replaced")
def chart_replaced(folder: Folder) -> Plants:
    for chart, field, series in _series(folder):
        items = folder.metrics if field == "metrics" else folder.targets
        others = [i.text("id") for i in items if i.document is chart.document and i.text("id") not in series]
        if others:
            yield f"{chart.text('id')}: {series[0]} → {others[0]}", (chart.put(field, [others[0], *series[1:]]),)


@kind("chart: the order of its series changed")
def chart_order(folder: Folder) -> Plants:
    for chart, field, series in _series(folder):
        if len(series) > 1:
            yield f"{chart.text('id')}: {series[::-1]}", (chart.put(field, series[::-1]),)
