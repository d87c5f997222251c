"""Structured data for search engines: the open data as a schema.org Dataset, the report as a Report. Pure."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from workreport.exports import METRICS, TABLES
from workreport.filenames import media_type
from workreport.i18n import LANGUAGES, TAGS
from workreport.pages.voice import Voice
from workreport.site import Report, urls


def script(value: dict[str, Any]) -> Markup:
    """A value as the text of a JSON-LD block: no character in it can end the block or open another."""
    text = json.dumps({"@context": "https://schema.org", **value}, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def _government(name: str) -> dict[str, Any]:
    return {"@type": "GovernmentOrganization", "name": name}


def dataset(voice: Voice) -> Markup:
    """The Dataset of the data page."""
    site = voice.site
    up = voice.base_url or (".." if voice.translated else ".")
    files = [f"{table.name}.{form}" for table in TABLES for form in ("csv", "json")] + ["workbook.xlsx", "all.zip"]
    value: dict[str, Any] = {
        "@type": "Dataset",
        "name": voice.plain(site.name),
        "description": voice.plain(site.tagline),
        "inLanguage": list(TAGS.values()),
        "isAccessibleForFree": True,
        "version": site.version,
        "isBasedOn": [_report(voice, report) for report in site.reports],
        "temporalCoverage": f"{site.reports[0].outcome_year}/{site.newest.goal_year}",
        "keywords": [voice.plain(site.topics[topic]) for topic in site.used_topics],
        "variableMeasured": [
            {"@type": "PropertyValue", "name": field.name, "description": voice.plain(field.text)}
            for field in METRICS.fields
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
        value["publisher"] = _government(voice.text(site.host.sponsor))
    if site.licence is not None:
        value["license"] = site.licence.address
    return script(value)


def _report(voice: Voice, report: Report) -> dict[str, Any]:
    value: dict[str, Any] = {
        "@type": "Report",
        "name": voice.text(report.meta.title),
        "reportNumber": report.meta.document_number,
        "datePublished": report.meta.issued,
        "inLanguage": TAGS[LANGUAGES[0]],
        "author": _government(voice.text(report.meta.issuer)),
    }
    if voice.base_url:
        value["url"] = voice.address(report.path)
    return value


def report_block(voice: Voice, report: Report) -> Markup:
    """The Report of the page that holds the whole report."""
    return script(_report(voice, report))
