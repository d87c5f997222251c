"""The data for the catalogues of portals: DCAT, version 3, as DCAT-AP asks for it. Pure.

https://www.w3.org/TR/vocab-dcat-3/. What is not known is left out. Addresses are relative to the file without a base URL.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256

from workreport.exports.rows import Row
from workreport.filenames import media_type
from workreport.i18n import language
from workreport.site import Site, urls

FILE = "dcat.json"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_LANGUAGES = "http://id.loc.gov/vocabulary/iso639-1/"
"""What DCAT names languages by."""
_YEARLY = "http://publications.europa.eu/resource/authority/frequency/ANNUAL"
_MEDIA = "https://www.iana.org/assignments/media-types/"
_SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"


def catalogue(site: Site, files: Mapping[str, bytes], base_url: str) -> bytes:
    """A catalogue with the one Dataset of the site; `files` are its distributions by name."""
    root = f"{base_url}/" if base_url else "../"
    about: Row = {
        "dct:title": _said(site, site.name),
        "dct:description": _said(site, site.tagline),
        "dct:language": [{"@id": f"{_LANGUAGES}{lang}"} for lang in site.languages],
    }
    if site.host.sponsor is not None:
        about["dct:publisher"] = {"@type": "foaf:Agent", "foaf:name": _said(site, site.host.sponsor)}
    if site.release is not None:
        about["dct:issued"] = _day(site.releases[0].published[:10])
        about["dct:modified"] = _day(site.release.published[:10])
    licence = {"dct:license": {"@id": site.licence.address}} if site.licence else {}
    dataset = {
        "@id": f"{root}{urls.anchor(urls.DATA, 'dataset')}",
        "@type": "dcat:Dataset",
        **about,
        "dcat:version": site.version,
        "dcat:keyword": [said for topic in site.used_topics for said in _said(site, site.topics[topic])],
        "dct:accrualPeriodicity": {"@id": _YEARLY},
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": {"@type": "xsd:gYear", "@value": str(site.reports[0].outcome_year)},
            "dcat:endDate": {"@type": "xsd:gYear", "@value": str(site.newest.goal_year)},
        },
        "dct:source": [{"@id": f"{root}{urls.anchor(report.path, 'report')}"} for report in site.reports],
        "dcat:landingPage": {"@id": f"{root}{urls.DATA}"},
        "dcat:distribution": [
            {
                "@id": f"{root}{urls.data(name)}",
                "@type": "dcat:Distribution",
                "dct:title": name,
                "dcat:accessURL": {"@id": f"{root}{urls.DATA}"},
                "dcat:downloadURL": {"@id": f"{root}{urls.data(name)}"},
                "dcat:mediaType": {"@id": f"{_MEDIA}{media_type(name)}"},
                "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(len(data))},
                "spdx:checksum": {
                    "@type": "spdx:Checksum",
                    "spdx:algorithm": {"@id": _SHA256},
                    "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": sha256(data).hexdigest()},
                },
                **licence,
            }
            for name, data in sorted(files.items())
        ],
    }
    made = {
        "@context": _CONTEXT,
        "@id": f"{root}{urls.anchor(urls.DATA, 'catalogue')}",
        "@type": "dcat:Catalog",
        **about,
        "foaf:homepage": {"@id": f"{root}{urls.HOME}"},
        "dcat:dataset": dataset,
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def _said(site: Site, text: Mapping[str, str]) -> list[Row]:
    """A text in each language."""
    return [{"@language": language(lang).tag, "@value": text[lang]} for lang in site.languages]


def _day(date: str) -> Row:
    return {"@type": "xsd:date", "@value": date}
