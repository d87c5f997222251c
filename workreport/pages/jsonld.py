"""Structured data for search engines: the open data as a schema.org Dataset, the report as a Report. Pure."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from workreport.exports import METRICS, TABLES, version
from workreport.i18n import LANGUAGES, TAGS, Lang
from workreport.site import Report, Site

_MIME = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}


def script(value: dict[str, Any]) -> Markup:
    """A value as the text of a JSON-LD block: no character in it can end the block or open another."""
    text = json.dumps({"@context": "https://schema.org", **value}, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def _address(base_url: str, lang: Lang, path: str) -> str:
    """The absolute address of a page."""
    return f"{base_url}/{path if lang == LANGUAGES[0] else f'{lang}/{path}'}"


def _government(report: Report, index: int) -> dict[str, Any]:
    return {
        "@type": "GovernmentOrganization",
        "name": (report.meta.issuer.zh, report.meta.issuer.en)[index],
    }


def dataset(site: Site, lang: Lang, base_url: str) -> Markup:
    """The Dataset of the data page."""
    index = LANGUAGES.index(lang)
    up = base_url or ("." if lang == LANGUAGES[0] else "..")
    newest = site.newest
    files = [f"{table.name}.{form}" for table in TABLES for form in ("csv", "json")] + ["workbook.xlsx", "all.zip"]
    value: dict[str, Any] = {
        "@type": "Dataset",
        "name": site.name[index],
        "description": site.tagline[index],
        "inLanguage": list(TAGS.values()),
        "isAccessibleForFree": True,
        "version": version(site),
        "isBasedOn": [_report(site, report, lang, base_url) for report in site.reports],
        "temporalCoverage": f"{site.reports[0].outcome_year}/{newest.goal_year}",
        "keywords": [site.topics[topic][index] for topic in site.used_topics],
        "variableMeasured": [
            {"@type": "PropertyValue", "name": field.name, "description": (field.zh, field.en)[index]}
            for field in METRICS.fields
        ],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name,
                "encodingFormat": _MIME[name.rpartition(".")[2]],
                "contentUrl": f"{up}/data/{name}",
            }
            for name in files
        ],
    }
    if base_url:
        value["url"] = _address(base_url, lang, "data.html")
    if site.release is not None:
        value["dateModified"] = site.release.published[:10]
        value["datePublished"] = site.releases[0].published[:10]
    if site.host.sponsor is not None:  # the issuer wrote the report; nobody else is known to have made the data
        sponsor = site.host.sponsor
        value["publisher"] = {"@type": "GovernmentOrganization", "name": (sponsor.zh, sponsor.en)[index]}
    if site.licence is not None:
        value["license"] = site.licence.address
    return script(value)


def _report(site: Site, report: Report, lang: Lang, base_url: str) -> dict[str, Any]:
    index = LANGUAGES.index(lang)
    value: dict[str, Any] = {
        "@type": "Report",
        "name": (report.meta.title.zh, report.meta.title.en)[index],
        "reportNumber": report.meta.document_number,
        "datePublished": report.meta.issued,
        "inLanguage": TAGS[LANGUAGES[0]],
        "author": _government(report, index),
    }
    if base_url:
        value["url"] = _address(base_url, lang, report.path)
    return value


def report_block(site: Site, report: Report, lang: Lang, base_url: str) -> Markup:
    """The Report of the page that holds the whole report."""
    return script(_report(site, report, lang, base_url))
