"""The open data: the same facts as the pages, as JSON and CSV. Pure; `fields` explains each column."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from hashlib import sha256
from typing import Any

from workreport.charts import Chart
from workreport.content import ItemId
from workreport.exports.archive import download
from workreport.exports.fields import tables_in
from workreport.i18n import language, number
from workreport.site import Commitment, Comparison, Metric, Site, Target, Urls, urls

Row = dict[str, Any]


def _number(value: Decimal | None) -> int | float | None:
    """A JSON number; whole ones without a point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _figure(item: Metric | Target, site: Site) -> Row:
    q = item.quantity
    return {
        "value": _number(q.value) if q else None,
        "value_high": _number(q.high) if q else None,
        "unit": str(q.unit) if q else "",
        **{f"unit_{lang}": language(lang).unit_name(q.unit) if q else "" for lang in site.languages[1:]},
        "bound": q.bound if q else "",
        "estimate": q.estimate if q else False,
        "period_from": item.time.period.first,
        "period_to": item.time.period.last,
        "basis": item.time.basis or "",
    }


def _direction(item: Metric | Target) -> str:
    """Whether higher or lower is better, where a rule says so."""
    direction = item.measure.direction if item.measure else None
    return direction.better if direction else ""


def _each(key: str, text: Mapping[str, str] | None, site: Site) -> Row:
    """A text in a column for each language; empty ones where there is none."""
    return {f"{key}_{lang}": text[lang] if text else "" for lang in site.languages}


def _addresses(path: str, paths: Urls) -> Row:
    """The address of a page in a column for each language."""
    return {f"url_{lang}": paths.link(path, lang) for lang in paths.languages}


def metric_row(m: Metric, site: Site, paths: Urls) -> Row:
    """A metric as one record."""
    return {
        "id": m.id.slug,
        "kind": "outcome",
        "year": m.year,
        "section": m.section.id.slug,
        **_each("title", m.title, site),
        **_figure(m, site),
        "change": _number(m.change.value) if m.change else None,
        "change_unit": str(m.change.unit) if m.change else "",
        "change_bound": m.change.bound if m.change else "",
        "change_basis": (m.change_time.basis or "") if m.change else "",
        "direction": _direction(m),
        "part_of": m.part_of.slug if m.part_of else "",
        "quote": m.quote.text,
        "paragraph": m.quote.block,
        **_addresses(m.path, paths),
        "code": m.code,
    }


def target_row(t: Target, site: Site, paths: Urls) -> Row:
    """A target as one record; its words are filled in where it has no number."""
    return {
        "id": t.id.slug,
        "kind": "target",
        "year": t.year,
        "section": t.section.id.slug,
        "commitment": t.commitment.slug,
        **_each("title", t.title, site),
        **_figure(t, site),
        "change": None,
        "change_unit": "",
        **_each("words", t.words, site),
        "direction": _direction(t),
        "quote": t.quote.text,
        "paragraph": t.quote.block,
        **_addresses(t.path, paths),
    }


def commitment_row(c: Commitment, site: Site, paths: Urls) -> Row:
    """A commitment as one record."""
    return {
        "id": c.id.slug,
        "year": c.year,
        "section": c.section.id.slug,
        **_each("title", c.title, site),
        "quote": c.quote.text,
        "paragraph": c.quote.block,
        "targets": [target.slug for target in c.targets],
        "topics": list(c.topics),
        "places": list(c.places),
        **_addresses(c.path, paths),
        "code": c.code,
    }


def comparison_row(c: Comparison, site: Site) -> Row:
    """A comparison as one record; `change` and `difference` are filled only within class `same`."""
    return {
        "target": c.target.id.brief,
        "metric": c.metric.id.brief if c.metric else "",
        "comparability": c.comparability,
        "change": c.order,
        "difference": _number(c.difference.value) if c.difference else None,
        "difference_bound": c.difference.bound if c.difference else "",
        **_each("reason", c.reason, site),
    }


def figure_columns(site: Site) -> tuple[str, ...]:
    """What metrics and targets have in common: the columns of a chart's rows."""
    metrics, _, targets, _ = tables_in(site.languages)
    return tuple(column for column in metrics.columns if column in targets.columns)


def _json(rows: list[Row]) -> bytes:
    """A table as a JSON list, one record a line, so that a changed record is a changed line."""
    return ("[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n").encode()


def _record(row: Row) -> bytes:
    """One record as JSON, one field a line."""
    fields = ",\n".join(f" {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in row.items())
    return f"{{\n{fields}\n}}\n".encode()


_FORMULA = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula. In a CSV a text goes behind an apostrophe then, which a
spreadsheet takes for the mark of a text; numbers stay numbers."""


def _cell(value: object) -> str:
    """A value in a CSV cell: lists joined by ;, nothing for None, true and false in lower case."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number(Decimal(repr(value)))
    if isinstance(value, int):
        return str(value)
    text = ";".join(value) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def to_csv(rows: list[Row], columns: tuple[str, ...]) -> bytes:
    """Records as CSV in UTF-8 with a byte-order mark, so that Excel and WPS read the Chinese."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def tables(site: Site, base_url: str) -> dict[str, list[Row]]:
    """The rows of the four tables, by the table's name."""
    paths = Urls(languages=site.languages, base_url=base_url)
    return {
        "metrics": [metric_row(m, site, paths) for m in site.metrics.values()],
        "commitments": [commitment_row(c, site, paths) for c in site.commitments.values()],
        "targets": [target_row(t, site, paths) for t in site.targets.values()],
        "comparisons": [comparison_row(c, site) for c in site.comparisons.values()],
    }


def records(site: Site, rows: Mapping[str, list[Row]]) -> dict[ItemId, bytes]:
    """The JSON file of each metric and each commitment; `rows` are those of `tables`."""
    targets = dict(zip(site.targets, rows["targets"], strict=True))
    beside = dict(zip(site.comparisons, rows["comparisons"], strict=True))
    made = {item: _record(row) for item, row in zip(site.metrics, rows["metrics"], strict=True)}
    for commitment, row in zip(site.commitments.values(), rows["commitments"], strict=True):
        own = [{**targets[target], "comparison": beside[target]} for target in commitment.targets]
        made[commitment.id] = _record({**row, "targets": own})
    return made


def versions(site: Site, base_url: str) -> dict[ItemId, str]:
    """The version of each metric and each commitment, for citations: that of the release that it is of, and the first
    digits of the SHA-256 of the item's JSON file. It changes with the item and with nothing else.
    """
    files = records(site, tables(site, base_url))
    numbers = {item: release.version for item, release in site.released.items()}
    return {item: f"{numbers.get(item, 'draft')}+{sha256(data).hexdigest()[:8]}" for item, data in files.items()}


def exports(site: Site, charts: Iterable[Chart], base_url: str) -> Iterator[tuple[str, bytes]]:
    """Every data file with its path: the tables and what travels with them, one JSON file for each metric and
    commitment, the rows of charts.
    """
    rows = tables(site, base_url)
    files: dict[str, bytes] = {}
    for table in tables_in(site.languages):
        files[urls.table(table.name, "csv")] = to_csv(rows[table.name], table.columns)
        files[urls.table(table.name, "json")] = _json(rows[table.name])
    for name, data in download(site, rows, files, base_url).items():
        yield urls.data(name), data
    for item, data in records(site, rows).items():
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
            **_each("retired", link.retired, site),
        }
        yield urls.record(link.id), _record(moved)
