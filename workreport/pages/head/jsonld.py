"""Structured data for search engines, in the terms of schema.org: the data as a Dataset, reports, outcomes, promises. Pure.

A thing has one `@id` for all languages: its page in the first one and what it is. An outcome is an Observation; a goal is
none, and a promise is a Quotation of the report.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from workreport.exports import tables_in
from workreport.figures import Quantity, side
from workreport.filenames import media_type
from workreport.i18n import language
from workreport.pages.voice import Voice
from workreport.site import Commitment, Metric, Quote, Report, urls

Value = dict[str, Any]


def block(value: Any) -> Markup:
    """A value as JSON in a <script>: no character in it can end the block or open another."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def script(value: Value) -> Markup:
    """A value as the text of a JSON-LD block."""
    return block({"@context": "https://schema.org", **value})


def dataset(voice: Voice) -> Markup:
    """The Dataset of the data page."""
    site, at = voice.site, urls.DATA
    tables = tables_in(site.languages)
    files = [f"{table.name}.{form}" for table in tables for form in ("csv", "json")] + ["workbook.xlsx", "all.zip"]
    value: Value = {
        "@type": "Dataset",
        "@id": _id(voice, at, urls.DATA, "dataset"),
        **_named(voice, site.name),
        "description": voice.plain(site.tagline),
        "inLanguage": [language(lang).tag for lang in site.languages],
        "isAccessibleForFree": True,
        "version": site.version,
        "isBasedOn": [_report(voice, at, report) for report in site.reports],
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
                "contentUrl": f"{_root(voice, at)}{urls.data(name)}",
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


def report_block(voice: Voice, report: Report) -> Markup:
    """The Report of the page that holds the whole report."""
    return script(_report(voice, report.path, report))


def observation(voice: Voice, report: Report, metric: Metric) -> Markup:
    """The Observation of the page of a metric."""
    q, period, at = metric.quantity, metric.time.period, metric.path
    value: Value = {
        "@type": "Observation",
        "@id": _id(voice, at, at, "observation"),
        **_named(voice, metric.title),
        "identifier": metric.code,
        "description": voice.language.dated(voice.figure_marked(q), voice.about(metric)),
        **_value(q),
        "unitText": q.plain_unit,
        "observationDate": str(period.last or period.first),
        "subjectOf": _quotation(voice, at, report, metric.quote),
    }
    if period.first is not None and period.last is not None:
        value["observationPeriod"] = f"P{period.last - period.first + 1}Y"
    if code := q.unit.plain.code:
        value["unitCode"] = f"{'iso4217' if code.isupper() and len(code) == 3 else 'ucum'}:{code}"
    if metric.measure is not None:
        value["variableMeasured"] = {
            "@type": "StatisticalVariable",
            "@id": f"{_root(voice, at)}{urls.data('measures.json')}#{metric.measure.id}",
            "name": voice.plain(metric.measure.name),
        }
    if voice.base_url:
        value["url"] = voice.address(at)
    return script({name: said for name, said in value.items() if said != ""})


def promise(voice: Voice, report: Report, commitment: Commitment) -> Markup:
    """The Quotation of the page of a commitment."""
    at = commitment.path
    value: Value = {
        **_quotation(voice, at, report, commitment.quote),
        "@id": _id(voice, at, at, "quotation"),
        **_named(voice, commitment.title),
        "identifier": commitment.code,
    }
    if voice.base_url:
        value["url"] = voice.address(at)
    return script(value)


def _value(q: Quantity) -> Value:
    """The number in the plain unit, or its ends: of "at least 5" only the lower one is known. What counts tens and
    hundreds (数十) has none."""
    low = _number(q.low_plain)
    if q.bound == "several":
        return {}
    if q.high_plain is not None:
        return {"minValue": low, "maxValue": _number(q.high_plain)}
    return {{1: "minValue", 0: "value", -1: "maxValue"}[side(q.bound)]: low}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _quotation(voice: Voice, at: str, report: Report, quote: Quote) -> Value:
    return {
        "@type": "Quotation",
        "text": quote.text,
        "inLanguage": language(voice.site.source).tag,
        **_by("creator", voice, report),
        "isPartOf": {"@type": "Report", "@id": _id(voice, at, report.path, "report")},
    }


def _report(voice: Voice, at: str, report: Report) -> Value:
    value: Value = {
        "@type": "Report",
        "@id": _id(voice, at, report.path, "report"),
        **_named(voice, report.meta.called),
        **{
            name: known
            for name, known in (("reportNumber", report.meta.document_number), ("datePublished", report.meta.issued))
            if known
        },
        "inLanguage": language(voice.site.source).tag,
        **_by("author", voice, report),
    }
    if voice.base_url:
        value["url"] = voice.address(report.path)
    return value


def _named(voice: Voice, text: Any) -> Value:
    """A name in the page's language, and what it is called in the others."""
    others = [text[lang] for lang in voice.site.languages if lang != voice.lang]
    return {"name": voice.plain(text), **({"alternateName": others} if others else {})}


def _by(role: str, voice: Voice, report: Report) -> Value:
    """Who issued a report; nothing where that is not known."""
    return {role: _government(voice.plain(report.meta.issuer))} if report.meta.issuer else {}


def _government(name: str) -> Value:
    return {"@type": "GovernmentOrganization", "name": name}


def _id(voice: Voice, at: str, path: str, what: str) -> str:
    """What a thing is known by: the page at `path` of the first language, written on the page at `at`."""
    return urls.anchor(f"{_root(voice, at)}{path}", what)


def _root(voice: Voice, at: str) -> str:
    """From the page at `at` to the root of the site, or its address where that is known."""
    if voice.base_url:
        return f"{voice.base_url}/"
    return urls.up(at) + ("../" if voice.translated else "")
