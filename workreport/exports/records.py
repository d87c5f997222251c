"""One item as JSON: its row with all that must travel with it, so that the file can be read alone. Pure.

That is its version, its source, its caveats, the terms of use, and the comparisons that it is part of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from hashlib import sha256

from workreport.content import ItemId
from workreport.exports.rows import Row, addresses, each
from workreport.exports.written import record
from workreport.i18n import Language, classed, drafted, estimated, language, stated, status
from workreport.site import Commitment, Comparison, Metric, Quote, Report, Site, Urls, urls


def bodies(site: Site, rows: Mapping[str, list[Row]], paths: Urls) -> dict[ItemId, Row]:
    """What the file of each metric and commitment says; `rows` are those of `tables`."""
    targets = dict(zip(site.targets, rows["targets"], strict=True))
    beside = dict(zip(site.comparisons, rows["comparisons"], strict=True))
    made: dict[ItemId, Row] = {}
    for metric, row in zip(site.metrics.values(), rows["metrics"], strict=True):
        report = _report(site, metric)
        goals = site.compared_with.get(metric.id, ())
        made[metric.id] = {
            **row,
            "comparisons": [beside[c.target.id] for c in goals],
            **_caveats(site, partial(_of_metric, site, metric)),
            "source": _source(report, [metric.quote], site, paths),
        }
    for commitment, row in zip(site.commitments.values(), rows["commitments"], strict=True):
        report = _report(site, commitment)
        own = [
            {
                **targets[target],
                "comparison": beside[target],
                **_caveats(site, partial(_of_target, site, site.comparisons[target])),
            }
            for target in commitment.targets
        ]
        quotes = [commitment.quote, *(site.targets[target].quote for target in commitment.targets)]
        made[commitment.id] = {
            **row,
            "targets": own,
            **_caveats(site, partial(_of_commitment, site, report, commitment)),
            "source": _source(report, quotes, site, paths),
        }
    return made


def versioned(site: Site, made: Mapping[ItemId, Row]) -> dict[ItemId, str]:
    """The version of each: that of the release that it is of, and the first digits of the SHA-256 of what its file says
    before its version. It changes with the item and what it is compared with, and with nothing else."""
    numbers = {item: release.version for item, release in site.released.items()}
    return {item: f"{numbers.get(item, 'draft')}+{sha256(record(body)).hexdigest()[:8]}" for item, body in made.items()}


def records(site: Site, made: Mapping[ItemId, Row]) -> dict[ItemId, bytes]:
    """The JSON file of each metric and each commitment."""
    licence = site.licence
    terms = {
        "licence": {"name": licence.name, **each("title", licence.title, site), "address": licence.address}
        if licence
        else None
    }
    versions = versioned(site, made)
    return {item: record({**body, "version": versions[item], **terms}) for item, body in made.items()}


def _report(site: Site, item: Metric | Commitment) -> Report:
    report = site.report_of(item.id)
    assert report is not None  # every item of a site is of one of its reports
    return report


def _caveats(site: Site, of: Callable[[Language], Iterable[str]]) -> Row:
    """Sentences in a list for each language."""
    return {f"caveats_{lang}": list(dict.fromkeys(of(language(lang)))) for lang in site.languages}


def _of_metric(site: Site, metric: Metric, own: Language) -> Iterator[str]:
    yield from (*drafted([metric], own), *stated(metric, site, own), *estimated(metric, own))


def _of_target(site: Site, c: Comparison, own: Language) -> Iterator[str]:
    yield classed(c, own)
    yield from (*drafted([c.target], own), *stated(c.target, site, own))
    if c.metric:
        yield from _of_metric(site, c.metric, own)


def _of_commitment(site: Site, report: Report, commitment: Commitment, own: Language) -> Iterator[str]:
    yield status(site, report, own, [site.targets[target] for target in commitment.targets])
    yield from drafted([commitment], own)
    if commitment.note:
        yield commitment.note[own.code]


def _source(report: Report, quotes: Iterable[Quote], site: Site, paths: Urls) -> Row:
    """The report, and the sentences with their addresses."""
    ids = dict.fromkeys(sentence for quote in quotes for sentence in quote.sentences)
    return {
        **each("title", report.meta.called, site),
        "number": report.meta.document_number,
        **each("issuer", report.meta.issuer, site),
        "issued": report.meta.issued,
        "sentences": [{"id": sentence, **addresses(urls.anchor(report.path, sentence), paths)} for sentence in ids],
    }
