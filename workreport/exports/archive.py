"""What travels with the tables: the Frictionless datapackage, a workbook, a readme, and all of it in one zip. Pure."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from workreport.exports.fields import TABLES, Field, Table
from workreport.site import Site

Row = dict[str, Any]

_MINUTE = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip knows: the same site gives the same bytes whenever it is built."""
_WIDTHS = {"quote": 60, "title_zh": 32, "title_en": 40, "reason_zh": 40, "reason_en": 40, "url_zh": 30, "url_en": 30}
_TYPES = {"list": "string"}
_NAMES = {
    "metrics": "结果 metrics",
    "commitments": "承诺 commitments",
    "targets": "目标 targets",
    "comparisons": "对照 comparisons",
}


def version(site: Site) -> str:
    """The release's number, or that it is a draft; with the first digits of the content's digest."""
    return f"{site.release.version if site.release else 'draft'}+{site.digest[:8]}"


def download(site: Site, rows: Mapping[str, list[Row]], files: Mapping[str, bytes], base_url: str) -> dict[str, bytes]:
    """Every file of `data/` by name: the tables' `files`, and what is made from them."""
    package = datapackage(site, rows, files, base_url)
    made = {**files, "datapackage.json": package, "readme.txt": readme(site, base_url)}
    made["workbook.xlsx"] = workbook(site, rows)
    made["all.zip"] = _zip(made)
    return made


def _schema(table: Table) -> Row:
    return {
        "fields": [_field(field) for field in table.fields],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }


def _field(field: Field) -> Row:
    made: Row = {
        "name": field.name,
        "type": _TYPES.get(field.kind, field.kind),
        "description": f"{field.en} {field.zh}",
        "description_en": field.en,
        "description_zh": field.zh,
    }
    if field.kind == "boolean":
        made |= {"trueValues": ["true"], "falseValues": ["false"]}
    constraints: Row = {}
    if field.required:
        constraints["required"] = True
    if field.choices:
        constraints["enum"] = list(field.choices)
    if constraints:
        made["constraints"] = constraints
    return made


def datapackage(site: Site, rows: Mapping[str, list[Row]], files: Mapping[str, bytes], base_url: str) -> bytes:
    """The Frictionless Data Package of the CSV tables, for `data/datapackage.json`."""
    package: Row = {
        "profile": "tabular-data-package",
        "name": "open-work-report",
        "title": site.name.en,
        "title_zh": site.name.zh,
        "description": site.tagline.en,
        "description_zh": site.tagline.zh,
        "version": version(site),
    }
    if base_url:
        package["homepage"] = f"{base_url}/data.html"
    if site.release is not None:
        package["created"] = f"{site.release.published.replace(' ', 'T')}:00+08:00"
    if site.licence is not None:
        package["licenses"] = [
            {"name": site.licence.name, "title": site.licence.title.en, "path": site.licence.address}
        ]
    sources = []
    for report in site.reports:
        source: Row = {"title": f"{report.meta.title.zh} ({report.meta.document_number})"}
        if base_url:
            source["path"] = f"{base_url}/{report.path}"
        sources.append(source)
    package["sources"] = sources
    if site.host.sponsor is not None:
        package["contributors"] = [{"title": site.host.sponsor.zh, "role": "publisher"}]
    package["resources"] = [
        {
            "profile": "tabular-data-resource",
            "name": table.name,
            "path": f"{table.name}.csv",
            "title": table.en,
            "title_zh": table.zh,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": len(files[f"{table.name}.csv"]),
            "hash": "sha256:" + sha256(files[f"{table.name}.csv"]).hexdigest(),
            "rows": len(rows[table.name]),
            "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
            "schema": _schema(table),
        }
        for table in TABLES
    ]
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def readme(site: Site, base_url: str) -> bytes:
    """What the files are, in both languages, for whoever finds them without the site. CRLF, for every editor."""
    when_zh = f"{site.release.published[:10]}发布" if site.release else "草稿，尚未发布"
    when_en = f"published on {site.release.published[:10]}" if site.release else "a draft, not published yet"
    reports_zh = "；".join(f"{r.meta.issuer.zh}，{r.meta.title.zh}，{r.meta.document_number}" for r in site.reports)
    reports_en = "; ".join(f"{r.meta.issuer.en}, {r.meta.title.en}, {r.meta.document_number}" for r in site.reports)
    licence_zh = f"{site.licence.title.zh}（{site.licence.address}）" if site.licence else "发布单位尚未说明。"
    licence_en = f"{site.licence.title.en} ({site.licence.address})" if site.licence else "not stated by the publisher."
    lines = [
        site.name.zh,
        f"版本：{version(site)}（{when_zh}）",
        f"数据来源：{reports_zh}",
        f"开放条件：{licence_zh}",
        *([f"网址：{base_url}/data.html"] if base_url else []),
        "",
        *(f"{table.name}.csv、{table.name}.json：{table.zh}" for table in TABLES),
        "workbook.xlsx：以上四表和字段说明，供Excel和WPS使用",
        "datapackage.json：字段的类型、单位和说明（Frictionless Data Package）",
        "",
        "CSV为带BOM的UTF-8。数值的单位在unit一列，按报告所印（1.65，单位为万人）。引文为报告原句。",
        "报告只有上年的结果和当年的目标，没有当年的结果：不能据此判断目标的进展。",
        "英文为非官方译文，以中文为准。",
        "",
        "",
        site.name.en,
        f"Version: {version(site)} ({when_en})",
        f"Source: {reports_en}",
        f"Licence: {licence_en}",
        *([f"Address: {base_url}/en/data.html"] if base_url else []),
        "",
        *(f"{table.name}.csv, {table.name}.json: {table.en}" for table in TABLES),
        "workbook.xlsx: the four tables and the fields, for Excel and WPS",
        "datapackage.json: types, units and descriptions of the fields (Frictionless Data Package)",
        "",
        "The CSV files are UTF-8 with a byte-order mark. The unit of a value stands in the column unit, as the report",
        "prints it (1.65 with 万人: ten thousand persons). Quotes are the report's own words.",
        "A report gives the outcomes of the year before and the goals of the year, and no outcomes of that year: nothing",
        "here says how far a goal has come.",
        "The English is unofficial; the Chinese text prevails.",
        "",
    ]
    return ("\ufeff" + "\r\n".join(lines)).encode()


def workbook(site: Site, rows: Mapping[str, list[Row]]) -> bytes:
    """The four tables and their fields as an Excel workbook. No cell is ever a formula or a link."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    # A workbook carries a date; the report's is the one that a build on another day has too.
    made = datetime.fromisoformat(site.newest.meta.issued).replace(tzinfo=UTC)
    book.set_properties({"title": site.name.zh, "comments": version(site), "created": made})
    head = book.add_format({"bold": True, "bg_color": "#E8E8E8", "border": 1})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    top = book.add_format({"valign": "top"})
    for table in TABLES:
        sheet = book.add_worksheet(_NAMES[table.name])
        sheet.freeze_panes(1, 1)
        for column, field in enumerate(table.fields):
            sheet.write_string(0, column, field.name, head)
            width = _WIDTHS.get(field.name, 14)
            sheet.set_column(column, column, width, wrap if width > 30 else top)
            for line, row in enumerate(rows[table.name], 1):
                value = row[field.name]
                if isinstance(value, bool):
                    sheet.write_boolean(line, column, value)
                elif isinstance(value, int | float):
                    sheet.write_number(line, column, value)
                elif value:
                    sheet.write_string(line, column, ";".join(value) if isinstance(value, list) else value)
        sheet.autofilter(0, 0, len(rows[table.name]), len(table.fields) - 1)
    _dictionary(book.add_worksheet("字段 fields"), head, wrap)
    book.close()
    return out.getvalue()


def _dictionary(sheet: Any, head: Any, wrap: Any) -> None:
    """The sheet that says what each field holds."""
    sheet.freeze_panes(1, 0)
    for column, (title, width) in enumerate(
        (("table", 14), ("field", 16), ("type", 10), ("说明", 60), ("meaning", 60), ("choices", 30))
    ):
        sheet.write_string(0, column, title, head)
        sheet.set_column(column, column, width, wrap)
    line = 0
    for table in TABLES:
        for field in table.fields:
            line += 1
            cells = (table.name, field.name, field.kind, field.zh, field.en, ", ".join(field.choices))
            for column, text in enumerate(cells):
                sheet.write_string(line, column, text)


def _zip(files: Mapping[str, bytes]) -> bytes:
    """All files in one zip, the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _MINUTE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name], compresslevel=6)
    return out.getvalue()
