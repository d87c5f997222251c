"""Pages for the frames of other sites, and the code that puts them there."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from tests.unit.published import ADDRESS, HOST, published


@pytest.mark.parametrize("lang", ["", "en/"])
def test_every_snippet_leads_to_a_page_that_has_its_caveat(site: Path, lang: str) -> None:
    seen = set()
    for page in sorted((site / f"{lang}2023/commitments").glob("*.html")):
        for address in re.findall(r'<iframe src="([^"]+)" title="[^"]+"', unescape(page.read_text("utf-8"))):
            path = address.removeprefix(f"{ADDRESS}/")
            seen.add(path)
            embedded = (site / path).read_text("utf-8")
            assert "<script" not in embedded
            assert "http-equiv" in embedded
            assert ("result not yet reported" if lang else "尚未报告结果") in embedded
            assert ("published on 20 December 2026" if lang else "2026年12月20日发布") in embedded
            assert f'href="../../../2023/commitments/{page.name}' in embedded
            assert '<blockquote lang="zh-Hans">' in embedded
    gone = {
        f"{lang}2023/embed/{page}.html"
        for page in ("commitments/trees", "comparisons/trees", "comparisons/empty-buildings")
    }
    assert seen | gone == {p.relative_to(site).as_posix() for p in (site / f"{lang}2023/embed").rglob("*.html")}
    assert not seen & gone
    assert {path.split("/")[-2] for path in seen} == {"commitments", "comparisons"}


def test_a_hostile_title_does_not_end_the_snippet(tmp_path: Path) -> None:
    site = published(tmp_path, host=HOST.replace("https://www.example.org/zt/report/", "https://www.example.org/~r%22"))
    text = (site / "2023/commitments/new-jobs.html").read_text("utf-8")
    assert "<iframe" not in text, "shown as text, never as a frame"
    assert "&lt;iframe src=&#34;https://www.example.org" in text
