"""The Frictionless Data Package: what the CSV files of the open data hold. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from workreport.exports.fields import TABLES, Field, Table
from workreport.filenames import media_type
from workreport.site import Site, urls

Row = dict[str, Any]


def datapackage(site: Site, rows: Mapping[str, list[Row]], files: Mapping[str, bytes], base_url: str) -> bytes:
    """The Frictionless Data Package of the CSV tables, for `data/datapackage.json`."""
    package: Row = {
        "profile": "tabular-data-package",
        "name": "open-work-report",
        "title": site.name.en,
        "title_zh": site.name.zh,
        "description": site.tagline.en,
        "description_zh": site.tagline.zh,
        "version": site.version,
    }
    if base_url:
        package["homepage"] = f"{base_url}/{urls.DATA}"
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
            "path": urls.table(table.name, "csv"),
            "title": table.title.en,
            "title_zh": table.title.zh,
            "format": "csv",
            "mediatype": media_type(urls.table(table.name, "csv")),
            "encoding": "utf-8",
            "bytes": len(files[urls.table(table.name, "csv")]),
            "hash": "sha256:" + sha256(files[urls.table(table.name, "csv")]).hexdigest(),
            "rows": len(rows[table.name]),
            "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
            "schema": _schema(table),
        }
        for table in TABLES
    ]
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _schema(table: Table) -> Row:
    return {
        "fields": [_field(field) for field in table.fields],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }


def _field(field: Field) -> Row:
    made: Row = {
        "name": field.name,
        "type": "string" if field.kind == "list" else field.kind,
        "description": f"{field.text.en} {field.text.zh}",
        "description_en": field.text.en,
        "description_zh": field.text.zh,
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
