"""The open data: the same facts as the pages, as JSON and CSV. Pure; fields are those of DESIGN section 7."""

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
from workreport.exports.fields import METRICS, TABLES, TARGETS
from workreport.i18n import LANGUAGES, number
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
        "unit": q.unit.zh if q else "",
        "unit_en": q.unit.en if q else "",
        "bound": q.bound if q else "",
        "estimate": q.estimate if q else False,
    }


def metric_row(m: Metric, site: Site, paths: Urls) -> Row:
    """A metric as one record."""
    return {
        "id": m.id.slug,
        "kind": "outcome",
        "year": m.year,
        "section": m.section.id.slug,
        "title_zh": m.title.zh,
        "title_en": m.title.en,
        **_figure(m, site),
        "change": _number(m.change.value) if m.change else None,
        "change_unit": m.change.unit.zh if m.change else "",
        "change_bound": m.change.bound if m.change else "",
        "direction": m.direction,
        "part_of": m.part_of.slug if m.part_of else "",
        "quote": m.quote.text,
        "paragraph": m.quote.block,
        "url_zh": paths.link(m.path, "zh"),
        "url_en": paths.link(m.path, "en"),
        "code": m.code,
    }


def target_row(t: Target, site: Site, paths: Urls) -> Row:
    """A target as one record; `words_zh` and `words_en` are filled where it has no number."""
    return {
        "id": t.id.slug,
        "kind": "target",
        "year": t.year,
        "section": t.section.id.slug,
        "commitment": t.commitment.slug,
        "title_zh": t.title.zh,
        "title_en": t.title.en,
        **_figure(t, site),
        "change": None,
        "change_unit": "",
        "words_zh": t.words.zh if t.words else "",
        "words_en": t.words.en if t.words else "",
        "direction": t.direction,
        "quote": t.quote.text,
        "paragraph": t.quote.block,
        "url_zh": paths.link(t.path, "zh"),
        "url_en": paths.link(t.path, "en"),
    }


def commitment_row(c: Commitment, paths: Urls) -> Row:
    """A commitment as one record."""
    return {
        "id": c.id.slug,
        "year": c.year,
        "section": c.section.id.slug,
        "title_zh": c.title.zh,
        "title_en": c.title.en,
        "quote": c.quote.text,
        "paragraph": c.quote.block,
        "targets": [target.slug for target in c.targets],
        "topics": list(c.topics),
        "places": list(c.places),
        "url_zh": paths.link(c.path, "zh"),
        "url_en": paths.link(c.path, "en"),
        "code": c.code,
    }


def comparison_row(c: Comparison) -> Row:
    """A comparison as one record; `change` and `difference` are filled only within class `same`."""
    return {
        "target": c.target.id.brief,
        "metric": c.metric.id.brief if c.metric else "",
        "comparability": c.comparability,
        "change": c.order,
        "difference": _number(c.difference),
        "reason_zh": c.reason.zh if c.reason else "",
        "reason_en": c.reason.en if c.reason else "",
    }


_FIGURES = tuple(column for column in METRICS.columns if column in TARGETS.columns)
"""What metrics and targets have in common: the columns of a chart's rows."""


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
    paths = Urls(languages=LANGUAGES, base_url=base_url)
    return {
        "metrics": [metric_row(m, site, paths) for m in site.metrics.values()],
        "commitments": [commitment_row(c, paths) for c in site.commitments.values()],
        "targets": [target_row(t, site, paths) for t in site.targets.values()],
        "comparisons": [comparison_row(c) for c in site.comparisons.values()],
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
    """The version of each metric and each commitment, for citations: that of the site's release, and the first digits
    of the SHA-256 of the item's JSON file. It changes with the item and with nothing else but a release.
    """
    release = site.release.version if site.release else "draft"
    files = records(site, tables(site, base_url))
    return {item: f"{release}+{sha256(data).hexdigest()[:8]}" for item, data in files.items()}


def exports(site: Site, charts: Iterable[Chart], base_url: str) -> Iterator[tuple[str, bytes]]:
    """Every data file with its path: the tables and what travels with them, one JSON file for each metric and
    commitment, the rows of charts.
    """
    rows = tables(site, base_url)
    files: dict[str, bytes] = {}
    for table in TABLES:
        files[urls.table(table.name, "csv")] = to_csv(rows[table.name], table.columns)
        files[urls.table(table.name, "json")] = _json(rows[table.name])
    for name, data in download(site, rows, files, base_url).items():
        yield urls.data(name), data
    for item, data in records(site, rows).items():
        yield urls.record(item), data
    figures = dict(zip((*site.metrics, *site.targets), (*rows["metrics"], *rows["targets"]), strict=True))
    for chart in charts:
        if chart.records:
            yield urls.rows(chart.path), to_csv([figures[item] for item in chart.records], _FIGURES)
    for link in site.moved:
        # The page of such an id leads on; so does its record.
        moved = {
            "id": link.id.slug,
            "moved_to": urls.record(link.moved_to) if link.moved_to else "",
            "retired_zh": link.retired.zh if link.retired else "",
            "retired_en": link.retired.en if link.retired else "",
        }
        yield urls.record(link.id), _record(moved)
