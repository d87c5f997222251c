"""What search engines read lists every page."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from pathlib import Path

from tests.unit.published import ADDRESS

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


LINK = "{http://www.w3.org/1999/xhtml}link"


def pages(published_site: Path) -> list[Path]:
    return sorted(p for p in published_site.rglob("*.html") if "embed" not in p.parts)


def test_the_sitemap_lists_every_page_in_both_languages(published_site: Path) -> None:
    root = ElementTree.fromstring((published_site / "sitemap.xml").read_bytes())
    listed = {}
    for url in root.findall(f"{SITEMAP}url"):
        address = url.findtext(f"{SITEMAP}loc") or ""
        assert url.findtext(f"{SITEMAP}lastmod") == "2026-12-20"
        listed[address.removeprefix(f"{ADDRESS}/")] = {
            link.get("hreflang"): (link.get("href") or "").removeprefix(f"{ADDRESS}/") for link in url.findall(LINK)
        }
    made = {p.relative_to(published_site).as_posix() for p in pages(published_site)}
    gone = {"2022/metrics/air.html", "2023/commitments/trees.html", "2023/homes.html", "topics/trees.html", "404.html"}
    assert set(listed) == made - gone - {f"en/{path}" for path in gone}
    for path, others in listed.items():
        bare = path.removeprefix("en/")
        assert others == {"zh-Hans": bare, "en": f"en/{bare}"}
    assert (published_site / "robots.txt").read_text() == f"User-agent: *\nAllow: /\nSitemap: {ADDRESS}/sitemap.xml\n"
