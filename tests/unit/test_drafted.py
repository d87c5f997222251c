"""A site of a report of which little is known: what no file says is not shown, and not made up."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests import mini
from tests.shared import shared
from workreport.build import build
from workreport.content import schema

_IDENTITY = re.compile("^(?:title|notice|document_number|issuer|speaker|delivered|issued): .*\n", re.MULTILINE)
_SUMMARY = re.compile("^summary:.*\n(?:[ \n].*\n|\n)*?(?=[a-z])", re.MULTILINE)


def bare(folder: Path) -> Path:
    """The mini content without the identity of its reports and without any summary."""
    content = mini.copy(folder).content
    for path in content.glob("source/*.report.yaml"):
        path.write_text(_IDENTITY.sub("", path.read_text("utf-8")), "utf-8")
    for path in content.glob("*_*/*.yaml"):
        path.write_text(_SUMMARY.sub("", path.read_text("utf-8")), "utf-8")
    site = content / "site.yaml"
    site.write_text(re.sub("(?m)^place: .*\n", "", site.read_text("utf-8")), "utf-8")
    return content


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def fill(folder: Path) -> None:
        content = bare(folder)
        build(mini.options(content, folder / "site", charts=False, base_url="https://www.example.org/zt"))

    return shared(tmp_path_factory, "bare", fill) / "site"


@cache
def pages(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}


def structured(text: str) -> Iterator[dict[str, object]]:
    for match in re.finditer('<script type="application/ld\\+json">(.*?)</script>', text, re.DOTALL):
        yield json.loads(match[1])


@pytest.mark.slow
def test_no_page_shows_what_is_not_known(site: Path) -> None:
    for name, text in pages(site).items():
        assert "None" not in text, name
        assert not re.search(r'<dl class="facts[^"]*">\s*</dl>', text), name
        for label in ("发布机关", "作报告日期", "<dt>Delivered", "提供单位", "<dt>Issued by", "（）", "()"):
            assert label not in text, f"{name} has {label}"
        for value in structured(text):
            assert not {"author", "creator", "reportNumber"} & value.keys(), name


@pytest.mark.slow
def test_a_report_without_a_title_is_called_by_its_kind(site: Path) -> None:
    assert "<title>政府工作报告 – " in pages(site)["2023/report.html"]
    assert "<title>Government Work Report – " in pages(site)["en/2023/report.html"]


@pytest.mark.slow
def test_a_section_without_a_summary_has_no_empty_place_for_it(site: Path) -> None:
    for name in ("2022/overview.html", "2022/index.html"):
        assert "非报告原文" not in pages(site)[name]
    assert '<meta name="description" content="5项结果">' in pages(site)["2022/overview.html"]


@pytest.mark.slow
def test_citations_and_data_leave_it_out(site: Path) -> None:
    item = json.loads((site / "2023/commitments/buildings.json").read_text("utf-8"))
    assert item["source"]["number"] is None
    assert item["source"]["issuer_zh"] == ""
    package = json.loads((site / "data/datapackage.json").read_text("utf-8"))
    assert package["sources"][0].keys() == {"title", "path"}
    assert "政府工作报告" in package["sources"][0]["title"]


def test_what_nobody_decided_is_a_draft() -> None:
    known = {"at": "p3", "text": "132%", "reason": "undecided"}
    assert schema.FigureWaiver.model_validate({**known, "draft": True}).draft
    with pytest.raises(ValueError, match="undecided is what a draft says"):
        schema.FigureWaiver.model_validate(known)
    with pytest.raises(ValueError, match="undecided is what a draft says"):
        schema.SentenceWaiver.model_validate({**known, "at": "p3s1"})
