"""Which charts there are: those that sections declare, and those that are made of every report's comparisons. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workreport.charts.families import drawable, families, family_chart, target_chart
from workreport.charts.kinds import bars, dumbbell, falls, share
from workreport.charts.model import Chart
from workreport.charts.writer import Heading, Item, Writer
from workreport.content import ItemId
from workreport.site import Comparison, Declared, Metric, Report, Site


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
            yield _compared(writer, family_chart(family), _together(writer, [c.target for c in family]), family)
    items: Mapping[ItemId, Item] = {**site.metrics, **site.targets}
    for section in report.sections:
        for declared in section.charts:
            yield _declared(writer, declared, items)


def _compared(writer: Writer, path: str, title: str, chosen: Sequence[Comparison]) -> Chart:
    own = writer.of(item for c in chosen for item in (c.metric, c.target) if item)
    return dumbbell(own, Heading(path, own.word("chart_target", title=title)), chosen)


def _together(writer: Writer, items: Sequence[Item]) -> str:
    """Several titles as one: the first three, and how many there are where there are more."""
    n, titles = len(items), writer.word("chart_titles_join").join(writer.say(item.title) for item in items[:3])
    return writer.word("chart_titles_more", titles=titles, n=n, more=n - 3) if n > 3 else titles


def _declared(writer: Writer, declared: Declared, items: Mapping[ItemId, Item]) -> Chart:
    """A chart that a section declares, under a title made of what it draws."""
    drawn = [items[item] for item in declared.items]
    title, note = _together(writer, drawn), writer.say(declared.note)
    if declared.kind == "dumbbell":
        chosen = [writer.site.comparisons[item] for item in declared.items]
        own = writer.of([*drawn, *(c.metric for c in chosen if c.metric)])
        return dumbbell(own, Heading(declared.path, own.word("chart_target", title=title), note), chosen)
    own = writer.of(drawn)
    key = "chart_outcomes" if isinstance(drawn[0], Metric) else "chart_goals"
    said = own.language.count(key, len(drawn), title=title, **own.years)
    return (bars if declared.kind == "bars" else share)(own, Heading(declared.path, said, note), drawn)
