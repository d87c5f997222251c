"""Structured data for search engines: the open data as a schema.org Dataset, the report as a Report. Pure."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from workreport.exports import tables_in
from workreport.filenames import media_type
from workreport.i18n import language
from workreport.pages.voice import Voice
from workreport.site import Report, urls


def block(value: Any) -> Markup:
    """A value as JSON in a <script>: no character in it can end the block or open another."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def script(value: dict[str, Any]) -> Markup:
    """A value as the text of a JSON-LD block."""
    return block({"@context": "https://schema.org", **value})


def _government(name: str) -> dict[str, Any]:
    return {"@type": "GovernmentOrganization", "name": name}


def dataset(voice: Voice) -> Markup:
    """The Dataset of the data page."""
    site = voice.site
    up = voice.base_url or (".." if voice.translated else ".")
    tables = tables_in(site.languages)
    files = [f"{table.name}.{form}" for table in tables for form in ("csv", "json")] + ["workbook.xlsx", "all.zip"]
    value: dict[str, Any] = {
        "@type": "Dataset",
        "name": voice.plain(site.name),
        "description": voice.plain(site.tagline),
        "inLanguage": [language(lang).tag for lang in site.languages],
        "isAccessibleForFree": True,
        "version": site.version,
        "isBasedOn": [_report(voice, report) for report in site.reports],
        "temporalCoverage": f"{site.reports[0].outcome_year}/{site.newest.goal_year}",
        "keywords": [voice.plain(site.topics[topic]) for topic in site.used_topics],
        "variableMeasured": [
            {"@type": "PropertyValue", "name": field.name, "description": field.text(voice.language)}
            for field in tables[0].fields
        ],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name,
                "encodingFormat": media_type(name),
                "contentUrl": f"{up}/{urls.data(name)}",
            }
            for name in files
        ],
    }
    if voice.base_url:
        value["url"] = voice.address(urls.DATA)
    if site.release is not None:
        value["dateModified"] = site.release.published[:10]
        value["datePublished"] = site.releases[0].published[:10]
    if site.host.sponsor is not None:  # the issuer wrote the report; nobody else is known to have made the data
        value["publisher"] = _government(voice.plain(site.host.sponsor))
    if site.licence is not None:
        value["license"] = site.licence.address
    return script(value)


def _report(voice: Voice, report: Report) -> dict[str, Any]:
    value: dict[str, Any] = {
        "@type": "Report",
        "name": voice.plain(report.meta.title),
        "reportNumber": report.meta.document_number,
        "datePublished": report.meta.issued,
        "inLanguage": language(voice.site.source).tag,
        "author": _government(voice.plain(report.meta.issuer)),
    }
    if voice.base_url:
        value["url"] = voice.address(report.path)
    return value


def report_block(voice: Voice, report: Report) -> Markup:
    """The Report of the page that holds the whole report."""
    return script(_report(voice, report))
