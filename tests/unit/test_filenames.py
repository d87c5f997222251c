"""Files are what their suffixes say."""

from __future__ import annotations

from pathlib import Path

from tests.mini import CONTENT
from workreport.content.load import load
from workreport.exports.tables import exports
from workreport.filenames import MEDIA_TYPES, content_type, media_type
from workreport.gate.verify import verify
from workreport.site.resolve import resolve


def test_texts_are_utf_8() -> None:
    assert content_type("2022/index.html") == "text/html; charset=utf-8"
    assert content_type("SHA256SUMS") == "text/plain; charset=utf-8"
    assert content_type("data/all.zip") == "application/zip"
    assert media_type("data/metrics.csv") == "text/csv"
    assert media_type("a.b/c.unknown") == "application/octet-stream"


def test_every_data_file_has_a_media_type() -> None:
    site = resolve(verify(load(CONTENT)))
    assert {Path(path).suffix[1:] for path, _ in exports(site, (), "")} <= MEDIA_TYPES.keys()
