"""Pages of what is gone: what they say, and where they lead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("lang", "said"),
    [("", "原为误录，报告没有植树承诺。"), ("en/", "Entered by mistake; the report promises no trees.")],
)
def test_what_is_gone_says_so_in_the_frames_of_others_too(site: Path, lang: str, said: str) -> None:
    framed = (site / f"{lang}2023/embed/commitments/trees.html").read_text("utf-8")
    page = (site / f"{lang}2023/commitments/trees.html").read_text("utf-8")
    for text in (framed, page):
        assert said in text
        assert "2023-C007" in text
        assert '<meta name="robots" content="noindex">' in text
    assert 'href="../../../2023/commitments/trees.html" target="_blank"' in framed
    assert "<script" not in framed
    assert 'href="../../2023/report.html#p7s3"' in page, "it leads on"
    assert 'href="../../codes.html#2023-C007"' in page


def test_a_page_that_moved_leads_on_by_name(site: Path) -> None:
    page = (site / "en/2022/metrics/air.html").read_text("utf-8")
    assert re.search(r'It is now at: <a href="../../2022/metrics/pm25.html">(?!2022)', page)
    assert "2022-M011" in page


@pytest.mark.parametrize("path", ["404.html", "en/404.html", "2022/metrics/air.html", "en/2023/commitments/trees.html"])
def test_what_only_leads_elsewhere_is_not_listed_or_shared(site: Path, path: str) -> None:
    text = (site / path).read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in text
    for word in ('rel="canonical"', 'hreflang="zh-Hans" href="http', "og:"):
        assert word not in text
