"""Feeds of releases and corrections, read by a feed reader."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from html import unescape
from pathlib import Path

import feedparser
import pytest

from tests.unit.published import ADDRESS

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.mark.parametrize("lang", ["", "en/"])
def test_feeds(published_site: Path, lang: str) -> None:
    raw = (published_site / f"{lang}feed.xml").read_bytes()
    feed = feedparser.parse(raw)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert feed.feed.id == f"{ADDRESS}/{lang}feed.xml"
    assert feed.feed.updated == "2026-12-20T16:30:00+08:00"
    assert [entry.id.rpartition("/")[2] for entry in feed.entries] == [
        "about.html#release-1-1", "corrections.html#c2", "corrections.html#c1", "about.html#release-1-0"
    ]  # fmt: skip
    assert feed.feed.language == ("en" if lang else "zh-Hans")
    for entry in feed.entries:
        page, _, anchor = entry.link.removeprefix(f"{ADDRESS}/").partition("#")
        assert f'id="{anchor}"' in (published_site / page).read_text("utf-8")
        assert entry.summary
    text = feed.entries[2].summary
    assert (" · It reads: " if lang else " · 改为：") in text, "what it read and what it reads are told apart"
    assert ("New jobs <i>&" if lang else "新增就业 <i>&") in unescape(text), "as typed, and no markup"
    # RFC 4287: what a feed and an entry must have, once.
    root = ElementTree.fromstring(raw)
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1
    assert root.find(f"{ATOM}author/{ATOM}name") is not None


def test_a_topic_has_its_own_feed(published_site: Path) -> None:
    ids = {
        topic: [
            entry.id.rpartition("#")[2]
            for entry in feedparser.parse((published_site / f"topics/{topic}.xml").read_bytes()).entries
        ]
        for topic in ("jobs", "parks")
    }
    assert ids == {"jobs": ["c2", "c1", "release-1-0"], "parks": ["c2", "release-1-0"]}
    page = (published_site / "corrections.html").read_text("utf-8")
    for topic in ids:
        assert f'href="topics/{topic}.xml"' in page
    assert 'type="application/atom+xml" href="../../feed.xml"' in (
        published_site / "2022/metrics/parks.html"
    ).read_text("utf-8")
    assert 'type="application/atom+xml" href="../topics/jobs.xml" title="订阅 – 就业"' in (
        published_site / "topics/jobs.html"
    ).read_text("utf-8")
