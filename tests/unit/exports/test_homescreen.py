"""What phones ask for when a reader keeps the site on the home screen."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
from PIL import Image

from tests import mini
from workreport.build import build


@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_site_has_a_manifest_in_each_language(published_site: Path, lang: str) -> None:
    path = published_site / lang / "manifest.json"
    said = json.loads(path.read_text("utf-8"))
    page = (published_site / lang / "2022/metrics/parks.html").read_text("utf-8")
    assert '<link rel="manifest" href="../../manifest.json">' in page
    assert "manifest-src &#39;self&#39;" in page
    assert said["name"] in unescape(page)
    assert said["lang"] == ("en" if lang else "zh-Hans")
    assert said["display"] == "browser", "nothing works without a network, so nothing looks as if it did"
    for address in (said["start_url"], said["scope"]):
        assert (path.parent / address).exists()
        assert not re.match(r"[a-z]+:|/", address), "the site may lie anywhere"
    assert [icon["type"] for icon in said["icons"]] == ["image/svg+xml", "image/png"]
    for icon in said["icons"]:
        picture = path.parent / icon["src"]
        assert picture.is_file()
        if icon["type"] == "image/png":
            with Image.open(picture) as found:
                assert icon["sizes"] == f"{found.width}x{found.height}"
        else:
            assert icon["sizes"] == "any"


def test_a_site_without_an_address_has_none(tmp_path: Path) -> None:
    """It may be opened from disk, where browsers refuse a manifest and say so."""
    options = mini.options(mini.CONTENT, tmp_path / "site", charts=False)
    build(options)
    assert not (options.output / "manifest.json").exists()
    assert "manifest.json" not in (options.output / "index.html").read_text("utf-8")
