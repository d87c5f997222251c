"""The Data Package, version 2 (https://datapackage.org): what the CSV files of the open data hold. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from workreport.exports.dictionary import tables_in
from workreport.exports.fields import Field, Table
from workreport.filenames import media_type
from workreport.i18n import language
from workreport.site import Site, urls

Row = dict[str, Any]

_PROFILE = "https://datapackage.org/profiles/2.0/{}.json"
_TYPES = {"list": "string"}
"""A list is a text joined by ; here: few programs know the type list, which version 2 brought."""


def datapackage(site: Site, rows: Mapping[str, list[Row]], files: Mapping[str, bytes], base_url: str) -> bytes:
    """The Frictionless Data Package of the CSV tables, for `data/datapackage.json`."""
    languages = _languages(site)
    package: Row = {
        "$schema": _PROFILE.format("datapackage"),
        "name": "open-work-report",
        **_said("title", site.name, languages),
        **_said("description", site.tagline, languages),
        "version": site.version,
    }
    if base_url:
        package["homepage"] = f"{base_url}/{urls.DATA}"
    if site.release is not None:
        package["created"] = f"{site.release.published.replace(' ', 'T')}:00+08:00"
    if site.licence is not None:
        package["licenses"] = [
            {"name": site.licence.name, "title": site.licence.title[languages[0]], "path": site.licence.address}
        ]
    sources = []
    for report in site.reports:
        number = report.meta.document_number
        source: Row = {"title": f"{report.meta.called.source} ({number})" if number else report.meta.called.source}
        if report.meta.issued:
            source["version"] = report.meta.issued
        if base_url:
            source["path"] = f"{base_url}/{report.path}"
        sources.append(source)
    package["sources"] = sources
    if site.host.sponsor is not None:
        package["contributors"] = [{"title": site.host.sponsor.source, "roles": ["publisher"]}]
    package["resources"] = [
        {
            "$schema": _PROFILE.format("dataresource"),
            "type": "table",
            "name": table.name,
            "path": urls.table(table.name, "csv"),
            **_said("title", {lang: table.title(language(lang)) for lang in languages}, languages),
            "format": "csv",
            "mediatype": media_type(urls.table(table.name, "csv")),
            "encoding": "utf-8",
            "bytes": len(files[urls.table(table.name, "csv")]),
            "hash": "sha256:" + sha256(files[urls.table(table.name, "csv")]).hexdigest(),
            "rows": len(rows[table.name]),
            "dialect": {
                "$schema": _PROFILE.format("tabledialect"),
                "delimiter": ",",
                "lineTerminator": "\r\n",
                "quoteChar": '"',
                "doubleQuote": True,
            },
            "schema": _schema(table, languages),
        }
        for table in tables_in(site.languages)
    ]
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _schema(table: Table, languages: Sequence[str]) -> Row:
    made: Row = {
        "$schema": _PROFILE.format("tableschema"),
        "fields": [_field(field, languages) for field in table.fields],
        "primaryKey": ["key"],
        "missingValues": [""],
    }
    # A list refers too, but a foreign key is one value: its description says whose keys it holds.
    keys = [
        {
            "fields": [field.name],
            "reference": {"resource": "" if field.refers == table.name else field.refers, "fields": ["key"]},
        }
        for field in table.fields
        if field.refers and field.kind != "list"
    ]
    return {**made, "foreignKeys": keys} if keys else made


def _languages(site: Site) -> tuple[str, ...]:
    """The package speaks the first language that the reports are translated into; all others beside it."""
    source, *others = site.languages
    return (*others[:1], source, *others[1:])


def _said(key: str, text: Mapping[str, str], languages: Sequence[str]) -> Row:
    """A text in the language of the package under its key, and in each other under title_zh."""
    first, *others = languages
    return {key: text[first], **{f"{key}_{lang}": text[lang] for lang in others}}


def _field(field: Field, languages: Sequence[str]) -> Row:
    said = {lang: field.text(language(lang)) for lang in languages}
    made: Row = {
        "name": field.name,
        "type": _TYPES.get(field.kind, field.kind),
        "description": " ".join(said.values()),
        **{f"description_{lang}": text for lang, text in said.items()},
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
