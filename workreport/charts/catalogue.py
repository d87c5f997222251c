"""Which charts there are: those that sections declare, and those that are made of every report's comparisons. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workreport.charts.families import drawable, families, family_chart, target_chart
from workreport.charts.kinds import bars, dumbbell, falls, share
from workreport.charts.model import Chart
from workreport.charts.writer import Item, Place, Writer
from workreport.content import ItemId
from workreport.site import Comparison, Declared, Report, Site


def charts(site: Site, lang: str) -> Mapping[str, Chart]:
    """Every chart of the site in one language, by path."""
    return {chart.path: chart for report in site.reports for chart in _of_report(site, report, lang)}


def _of_report(site: Site, report: Report, lang: str) -> Iterator[Chart]:
    writer = Writer(site, report, lang)
    if report.comparisons:
        yield falls(writer)
    for comparison in filter(drawable, report.comparisons):
        yield _compared(writer, Place(target_chart(comparison.target)), [comparison])
    for family in families(report):
        if len(family) > 1:
            yield _compared(writer, Place(family_chart(family)), family)
    items: Mapping[ItemId, Item] = {**site.metrics, **site.targets}
    for section in report.sections:
        for declared in section.charts:
            yield _declared(writer, declared, [items[item] for item in declared.items])


def _compared(writer: Writer, place: Place, chosen: Sequence[Comparison]) -> Chart:
    return dumbbell(writer.of(item for c in chosen for item in (c.metric, c.target) if item), place, chosen)


def _declared(writer: Writer, declared: Declared, drawn: Sequence[Item]) -> Chart:
    """A chart that a section declares."""
    place = Place(declared.path, writer.say(declared.note))
    if declared.kind == "dumbbell":
        return _compared(writer, place, [writer.site.comparisons[item] for item in declared.items])
    return (bars if declared.kind == "bars" else share)(writer.of(drawn), place, drawn)
