"""A version of the site that is kept, and what the site publishes of those that were. Pure.

What a citation names is the record of an item, by the version that it holds. So a version keeps its records and its tables
to the byte, and the texts that all quotes are from; the pages are made of them anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from workreport.charts import Chart
from workreport.content import SUMS, Content, Kept, sums
from workreport.exports.records import bodies, records
from workreport.exports.tables import exports, tables
from workreport.exports.zipped import zipped
from workreport.site import Site, Urls, urls

_RECORD = re.compile(r"[0-9]{4}/(?:metrics|commitments)/[a-z0-9-]+\.json")
_WHOLE = frozenset({urls.data("all.zip"), urls.data("workbook.xlsx")})
"""What holds once more what the others hold."""


def kept(site: Site, content: Content, charts: Iterable[Chart], base_url: str) -> bytes:
    """The zip of the site as it is now."""
    left_out = _WHOLE | {urls.record(link.id) for link in site.moved}  # these lead on, and say nothing
    files = {path: data for path, data in exports(site, charts, base_url) if path not in left_out}
    for cycle in content.cycles:
        for text in (cycle.source, *cycle.translations.values()):
            files[f"source/{text.path.rpartition('/')[2]}"] = text.text.encode()
    return zipped(dict(sorted({**files, SUMS: sums(files)}.items())), packed=True)


def current(site: Site, base_url: str) -> dict[str, str]:
    """The SHA-256 of each record as it is now, by its path."""
    paths = Urls(languages=site.languages, base_url=base_url)
    made = records(site, bodies(site, tables(site, base_url), paths))
    return {urls.record(item): _digest(data) for item, data in made.items()}


def records_of(version: Kept) -> dict[str, bytes]:
    """The records of a version, by path, in order."""
    return {path: data for path, data in sorted(version.files.items()) if _RECORD.fullmatch(path)}


def changed(version: Kept, now: Mapping[str, str]) -> dict[str, bytes]:
    """Its records that are no longer the site's."""
    return {path: data for path, data in records_of(version).items() if now.get(path) != _digest(data)}


def former(site: Site, base_url: str) -> Iterator[tuple[str, bytes]]:
    """Every file of former versions, with its path: each in a zip, and what has changed since on its own."""
    now = current(site, base_url) if site.versions else {}
    for version in site.versions:
        yield urls.kept(version.version), version.data
        for path, data in changed(version, now).items():
            yield urls.former(version.version, path), data


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()
