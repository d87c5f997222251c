"""What a published site says of itself: labels, footer, feeds, addresses for crawlers, corrections; and what a draft leaves out."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from tests import ROOT, mini
from tests.unit.published import ADDRESS, CORRECTIONS, content, published
from workreport.build import build
from workreport.release.entry import dated

pytestmark = pytest.mark.slow


@pytest.fixture
def site(published_site: Path) -> Path:
    return published_site


@pytest.fixture
def draft(unpublished_site: Path) -> Path:
    """Neither a host nor a release nor an address."""
    return unpublished_site


def labels(page: Path) -> list[tuple[str, str]]:
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', page.read_text("utf-8"))
    return [(name, unescape(value)) for name, value in found]


def pages(site: Path) -> list[Path]:
    return sorted(p for p in site.rglob("*.html") if "embed" not in p.parts)


def test_a_draft_says_so_and_leaves_out_what_is_not_known(draft: Path) -> None:
    names = {path.relative_to(draft).as_posix() for path in draft.rglob("*") if path.is_file()}
    assert not {name for name in names if name.endswith((".xml", "robots.txt"))}
    for page in pages(draft):
        text = page.read_text("utf-8")
        english = page.relative_to(draft).parts[0] == "en"
        assert ("Draft, not published: may change." if english else "草稿：尚未正式发布") in text, page
        for word in ("SiteName", "SiteIDCode", "PubDate", "og:", "canonical", "atom+xml", "beian"):
            assert word not in text, (page, word)


def test_the_footer_has_what_the_rules_want(site: Path) -> None:
    for page in pages(site):
        footer = page.read_text("utf-8").partition('<footer class="footer">')[2]
        for part in ("1234567890", "样ICP备00000000号", "样公网安备00000000000000号", "https://badge.example.org/1",
                     "https://error.example.org/1", "accessibility.html#contact", "sitemap.html"):  # fmt: skip
            assert part in re.sub("</?span[^>]*>", "", footer), (page, part)
        pictures = re.findall(r'<img src="([^"]*?)(assets/[^"]+)" alt="([^"]*)">', footer)
        english = page.relative_to(site).parts[0] == "en"
        assert [alt for _, _, alt in pictures] == ["", "Government website badge" if english else "党政机关网站标识"]
        for up, name, _ in pictures:
            folder = site if up == f"{ADDRESS}/" else page.parent / up  # the 404 page is shown at any address
            assert (folder / name).is_file()
    zh = (site / "index.html").read_text("utf-8")
    assert "主办单位 样例区人民政府办公室" in zh
    assert '<span lang="zh-Hans">样</span>ICP' in (site / "en/index.html").read_text("utf-8")


def test_every_page_leads_to_the_version_and_its_date(site: Path) -> None:
    for page in pages(site):
        footer = page.read_text("utf-8").partition('<footer class="footer">')[2]
        english = page.relative_to(site).parts[0] == "en"
        words = "Version and date of publication" if english else "版本和发布日期"
        assert re.search(f'<a href="[^"]*about\\.html#releases">{words}</a>', footer), page
        assert "20 December 2026" not in footer, "a release must not change every page"
        assert "2026年12月20日" not in footer
    for path, version in (("about", "第1.1版"), ("en/about", "Version 1.1")):
        newest = (site / f"{path}.html").read_text("utf-8").partition('id="releases"')[2].partition("</section>")[0]
        assert version in newest


def test_what_is_cited_and_framed_is_of_the_release_that_has_it(tmp_path: Path) -> None:
    """A later release that does not touch a page leaves it, its citations and its frames as they were."""
    folder = content(tmp_path / "content")
    record = folder / "permalinks.yaml"
    record.write_text(dated(record.read_text("utf-8"), "2026-12-01"), "utf-8")
    build(mini.options(folder, tmp_path / "site", charts=False))
    corrected = (tmp_path / "site/2022/metrics/new-jobs.html").read_text("utf-8")
    assert re.search(r"本条版本1\.1\+[0-9a-f]{8}（2026-12-20发布）", corrected), (
        "of the release that tells of its correction"
    )
    assert re.search(
        r"本条版本1\.0\+[0-9a-f]{8}（2026-12-01发布）", (tmp_path / "site/2022/metrics/parks.html").read_text("utf-8")
    )
    frame = (tmp_path / "site/en/2023/embed/commitments/new-jobs.html").read_text("utf-8")
    assert "Version 1.0, published on 1 December 2026." in frame


def test_releases_are_listed_with_the_digest_of_those_before(site: Path) -> None:
    about = (site / "about.html").read_text("utf-8")
    assert about.index('id="release-1-1"') < about.index('id="release-1-0"')
    assert "67b28a36084fca98a99ca7146d6c56b7736604de82fa8852e057188679d5164e" in about


def test_a_correction_goes_with_a_page_that_is_renamed(tmp_path: Path) -> None:
    text = CORRECTIONS.replace("metrics/new-jobs", "metrics/air").replace("新增就业", "平均浓度")
    folder = content(tmp_path / "content", corrections=text.replace("New jobs", "Average concentration"))
    options = mini.options(folder, tmp_path / "site", charts=False)
    build(options)
    assert "用词与报告不同。" in (tmp_path / "site/2022/metrics/pm25.html").read_text("utf-8")
    assert 'href="2022/metrics/pm25.html"' in (tmp_path / "site/corrections.html").read_text("utf-8")


def test_corrections_stand_on_their_page_and_on_the_item(site: Path, draft: Path, tmp_path: Path) -> None:
    page = (site / "en/corrections.html").read_text("utf-8")
    assert page.index('id="c2"') < page.index('id="c1"'), "the newest first"
    assert "New jobs &lt;i&gt;&amp;" in page
    assert 'href="2022/metrics/new-jobs.html"' in page
    assert '<section class="correction" id="c2">\n<h2>' in page, "no level of headings is left out"
    item = (site / "2022/metrics/new-jobs.html").read_text("utf-8")
    assert "用词与报告不同。" in item
    assert "用词与报告不同。" not in (site / "2022/metrics/parks.html").read_text("utf-8")
    none = ROOT / "content"
    assert not (none / "corrections.yaml").exists()
    build(mini.options(none, tmp_path / "site", charts=False))
    assert "尚无更正。" in (tmp_path / "site/corrections.html").read_text("utf-8")


def test_the_command_line_goes_before_the_content(tmp_path: Path) -> None:
    site = published(tmp_path, "https://other.example.org/r")
    assert "https://other.example.org/r/2023/report.html" in (site / "sitemap.xml").read_text("utf-8")
    assert ADDRESS not in (site / "index.html").read_text("utf-8")


def test_a_page_keeps_its_first_time_of_publication(tmp_path: Path) -> None:
    """A later release, or a new version of the page, does not change when it first went online."""
    folder = content(tmp_path / "content")
    record = folder / "permalinks.yaml"
    lines = record.read_text("utf-8").splitlines(keepends=True)
    old = ("2022/metrics/new-jobs,", "2023/commitments/new-jobs,")
    record.write_text(
        "".join(x.replace("}\n", ', first: "2026-12-01"}\n') if any(o in x for o in old) else x for x in lines), "utf-8"
    )
    build(mini.options(folder, tmp_path / "site", charts=False))
    for path, time in (
        ("2022/metrics/new-jobs", "2026-12-01 09:00"), ("en/2023/commitments/new-jobs", "2026-12-01 09:00"),
        ("2022/metrics/parks", "2026-12-20 16:30"), ("2023/report", "2026-12-01 09:00"),
        ("en/2023/compare", "2026-12-01 09:00"),
    ):  # fmt: skip
        assert dict(labels(tmp_path / "site" / f"{path}.html"))["PubDate"] == time, path


def test_targets_sections_and_topics_lead_on(tmp_path: Path) -> None:
    """Their ids are in addresses too: of pages, of frames on other sites, of anchors that citations give."""
    site = published(tmp_path)
    for lang, moved, retired in (
        ("", "页面已迁移", "页面已停用"),
        ("en/", "This page has moved", "This page has been retired"),
    ):
        section = (site / f"{lang}2023/homes.html").read_text("utf-8").replace("<wbr>", "")
        assert f"<h1>{moved}</h1>" in section
        assert re.search(r'<a href="\.\./2023/livelihood\.html">[^<]+</a>', section)
        assert "codes.html#" not in section
        topic = (site / f"{lang}topics/trees.html").read_text("utf-8").replace("<wbr>", "")
        assert f"<h1>{retired}</h1>" in topic
        assert ("A topic without content." if lang else "没有内容的主题。") in topic
        frame = (site / f"{lang}2023/embed/comparisons/empty-buildings.html").read_text("utf-8")
        assert 'href="../../../2023/commitments/buildings.html#vacant-buildings" target="_blank"' in frame
        gone = (site / f"{lang}2023/embed/comparisons/trees.html").read_text("utf-8")
        assert 'href="../../../2023/report.html#p7s3" target="_blank"' in gone
        assert ("the report sets no goal for trees" if lang else "报告没有植树目标") in gone
        commitment = (site / f"{lang}2023/commitments/buildings.html").read_text("utf-8")
        assert '<section class="comparison" id="vacant-buildings">\n<span id="empty-buildings"></span>' in commitment
        for text in (section, topic):
            assert '<meta name="robots" content="noindex">' in text
    listed = (site / "sitemap.xml").read_text("utf-8")
    assert "2023/homes.html" not in listed
    assert "topics/trees.html" not in listed


def test_the_same_release_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = published(tmp_path)
    assert (again / "SHA256SUMS").read_bytes() == (site / "SHA256SUMS").read_bytes()
