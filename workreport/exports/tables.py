"""The open data: the same facts as the pages, as JSON and CSV. Pure; `dictionary` explains each column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workreport.charts import Chart
from workreport.content import ItemId
from workreport.exports.archive import download
from workreport.exports.around import correction_row, measure_row, place_rows, section_row, topic_rows, waiver_rows
from workreport.exports.dictionary import tables_in
from workreport.exports.records import bodies, records, versioned
from workreport.exports.rows import Row, commitment_row, comparison_row, each, metric_row, target_row
from workreport.exports.written import record, to_csv, to_json
from workreport.site import Site, Urls, urls


def figure_columns(site: Site) -> tuple[str, ...]:
    """What metrics and targets have in common: the columns of a chart's rows."""
    metrics, _, targets, *_ = tables_in(site.languages)
    return tuple(column for column in metrics.columns if column in targets.columns)


def tables(site: Site, base_url: str) -> dict[str, list[Row]]:
    """The rows of all tables, by the table's name."""
    paths = Urls(languages=site.languages, base_url=base_url)
    return {
        "metrics": [metric_row(m, site, paths) for m in site.metrics.values()],
        "commitments": [commitment_row(c, site, paths) for c in site.commitments.values()],
        "targets": [target_row(t, site, paths) for t in site.targets.values()],
        "comparisons": [comparison_row(c, site, paths) for c in site.comparisons.values()],
        "measures": [measure_row(measure, site) for measure in site.measures.values()],
        "sections": [section_row(section, site, paths) for report in site.reports for section in report.sections],
        "topics": [*topic_rows(site, paths)],
        "places": [*place_rows(site, paths)],
        "waivers": [row for report in site.reports for row in waiver_rows(report, paths)],
        "corrections": [correction_row(c, site, paths) for c in site.corrections],
    }


def versions(site: Site, base_url: str) -> dict[ItemId, str]:
    """The version of each metric and each commitment, for citations."""
    paths = Urls(languages=site.languages, base_url=base_url)
    return versioned(site, bodies(site, tables(site, base_url), paths))


def exports(site: Site, charts: Iterable[Chart], base_url: str) -> Iterator[tuple[str, bytes]]:
    """Every data file with its path: the tables and what travels with them, one JSON file for each metric and
    commitment, the rows of charts.
    """
    rows = tables(site, base_url)
    paths = Urls(languages=site.languages, base_url=base_url)
    files: dict[str, bytes] = {}
    for table in tables_in(site.languages):
        files[urls.table(table.name, "csv")] = to_csv(rows[table.name], table.columns)
        files[urls.table(table.name, "json")] = to_json(rows[table.name])
    for name, data in download(site, rows, files, base_url).items():
        yield urls.data(name), data
    for item, data in records(site, bodies(site, rows, paths)).items():
        yield urls.record(item), data
    columns = figure_columns(site)
    figures = dict(zip((*site.metrics, *site.targets), (*rows["metrics"], *rows["targets"]), strict=True))
    for chart in charts:
        if chart.records:
            yield urls.rows(chart.path), to_csv([figures[item] for item in chart.records], columns)
    for link in site.moved:
        # The page of such an id leads on; so does its record.
        moved = {
            "id": link.id.slug,
            "moved_to": urls.record(link.moved_to) if link.moved_to else "",
            **each("retired", link.retired, site),
        }
        yield urls.record(link.id), record(moved)
