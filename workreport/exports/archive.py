"""What travels with the tables: the datapackage, the workbook, a readme, and all of it in one zip. Pure."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from workreport.exports.datapackage import datapackage
from workreport.exports.fields import TABLES
from workreport.exports.workbook import workbook
from workreport.site import Site, urls

_MINUTE = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip knows: the same site gives the same bytes whenever it is built."""


def download(
    site: Site, rows: Mapping[str, list[dict[str, Any]]], files: Mapping[str, bytes], base_url: str
) -> dict[str, bytes]:
    """Every file of `data/` by name: the tables' `files`, and what is made from them."""
    package = datapackage(site, rows, files, base_url)
    made = {**files, "datapackage.json": package, "readme.txt": readme(site, base_url)}
    made["workbook.xlsx"] = workbook(site, rows)
    made["all.zip"] = _zip(made)
    return made


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
        f"版本：{site.version}（{when_zh}）",
        f"数据来源：{reports_zh}",
        f"开放条件：{licence_zh}",
        *([f"网址：{base_url}/{urls.DATA}"] if base_url else []),
        "",
        *(f"{table.name}.csv、{table.name}.json：{table.title.zh}" for table in TABLES),
        "workbook.xlsx：以上四表和字段说明，供Excel和WPS使用",
        "datapackage.json：字段的类型、单位和说明（Frictionless Data Package）",
        "",
        "CSV为带BOM的UTF-8。数值的单位在unit一列，按报告所印（1.65，单位为万人）。引文为报告原句。",
        "报告只有上年的结果和当年的目标，没有当年的结果：不能据此判断目标的进展。",
        "英文为非官方译文，以中文为准。",
        "",
        "",
        site.name.en,
        f"Version: {site.version} ({when_en})",
        f"Source: {reports_en}",
        f"Licence: {licence_en}",
        *([f"Address: {base_url}/en/{urls.DATA}"] if base_url else []),
        "",
        *(f"{table.name}.csv, {table.name}.json: {table.title.en}" for table in TABLES),
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
