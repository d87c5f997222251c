"""Which charts there are: those that sections declare, and those that are made of every report's comparisons. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workreport.charts.families import drawable, families, family_chart, target_chart
from workreport.charts.kinds import bars, dumbbell, falls, share
from workreport.charts.model import Chart
from workreport.charts.writer import Heading, Item, Writer
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
        yield _compared(writer, target_chart(comparison.target), writer.say(comparison.target.title), [comparison])
    for family in families(report):
        if len(family) > 1:
            yield _compared(writer, family_chart(family), _together(writer, family), family)
    items: Mapping[ItemId, Item] = {**site.metrics, **site.targets}
    for section in report.sections:
        for declared in section.charts:
            yield _declared(writer, declared, items)


def _compared(writer: Writer, path: str, title: str, chosen: Sequence[Comparison]) -> Chart:
    own = writer.of(item for c in chosen for item in (c.metric, c.target) if item)
    return dumbbell(own, Heading(path, own.word("chart_target", title=title)), chosen)


def _together(writer: Writer, family: Sequence[Comparison]) -> str:
    """Several titles as one: the first three, and how many there are where there are more."""
    n, titles = len(family), writer.language.listed([writer.say(c.target.title) for c in family[:3]])
    return writer.word("chart_titles_more", titles=titles, n=n, more=n - 3) if n > 3 else titles


def _declared(writer: Writer, declared: Declared, items: Mapping[ItemId, Item]) -> Chart:
    heading = Heading(declared.path, writer.say(declared.title), writer.say(declared.note))
    drawn = [items[item] for item in declared.items]
    if declared.kind == "dumbbell":
        chosen = [writer.site.comparisons[item] for item in declared.items]
        return dumbbell(writer.of([*drawn, *(c.metric for c in chosen if c.metric)]), heading, chosen)
    return (bars if declared.kind == "bars" else share)(writer.of(drawn), heading, drawn)
