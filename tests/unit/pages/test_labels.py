"""What pages say of themselves to machines: the labels of government sites, and Open Graph."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from tests.unit.published import ADDRESS

LABELS = ["SiteName", "SiteDomain", "SiteIDCode", "ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"]
ARTICLE = ["ArticleTitle", "PubDate", "ContentSource", "Keywords", "Image", "Url"]


def labels(page: Path) -> list[tuple[str, str]]:
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', page.read_text("utf-8"))
    return [(name, unescape(value)) for name, value in found]


def pages(site: Path) -> list[Path]:
    return sorted(p for p in site.rglob("*.html") if "embed" not in p.parts)


def test_every_label_stands_once_and_is_not_empty(site: Path, draft: Path) -> None:
    for root in (site, draft):
        for page in pages(root):
            names = [name.lower() for name, _ in labels(page)]
            assert len(set(names)) == len(names), page
            assert all(value.strip() for _, value in labels(page)), page


def test_the_labels_of_the_site_are_on_every_page(site: Path) -> None:
    for page in pages(site):
        found = dict(labels(page))
        assert [name for name in found if name in LABELS] == LABELS, page
        english = page.relative_to(site).parts[0] == "en"
        assert found["SiteName"] == ("Sample District Government" if english else "样例区人民政府")
        assert (found["SiteDomain"], found["SiteIDCode"]) == ("www.example.org", "1234567890")
    assert dict(labels(site / "index.html"))["ColumnType"] == "首页"
    assert dict(labels(site / "2023/report.html"))["ColumnType"] == "政策文件"
    assert dict(labels(site / "2023/compare.html"))["ColumnType"] == "数据发布"


@pytest.mark.parametrize(
    "path", ["2022/metrics/new-jobs.html", "en/2023/commitments/new-jobs.html", "2023/report.html", "data.html"]
)
def test_a_content_page_has_its_labels(site: Path, draft: Path, path: str) -> None:
    found = dict(labels(site / path))
    assert [name for name in found if name in ARTICLE] == ARTICLE
    first = "2026-12-01 09:00" if path == "data.html" else "2026-12-20 16:30"
    assert found["PubDate"] == first, "the release's that first had the page, not the report's"
    assert found["Url"] == f"{ADDRESS}/{path}"
    assert f'<link rel="canonical" href="{found["Url"]}">' in (site / path).read_text("utf-8")
    assert found["og:url"] == found["Url"]
    assert (site / found["og:image"].removeprefix(f"{ADDRESS}/")).is_file()
    unknown = dict(labels(draft / path))
    assert [name for name in unknown if name in ARTICLE] == ["ArticleTitle", "ContentSource", "Keywords"]


def test_a_page_that_leads_to_others_is_no_article(site: Path) -> None:
    for path in ("index.html", "2023/index.html", "search.html", "404.html", "codes.html"):
        assert not {name for name, _ in labels(site / path)} & set(ARTICLE)
