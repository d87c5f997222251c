"""A site of a report of which little is known, with drafts: what no file says is not shown, and drafts are told apart."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests import mini
from tests.shared import shared
from tests.unit.drafted import bare, with_drafts
from workreport.build import build
from workreport.content import schema


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def fill(folder: Path) -> None:
        content = mini.copy(folder).content
        bare(content)
        with_drafts(content)
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


BAND = "由程序起草，尚未经人核对。"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("2022/metrics/parks.html", BAND),
        ("2022/metrics/parking.html", ""),
        ("2023/commitments/buildings.html", BAND),
        ("2023/commitments/parks.html", BAND),  # it is compared with an outcome that is a draft
        ("2023/commitments/new-jobs.html", ""),
        ("2022/city.html", "本页有3项内容由程序起草，尚未经人核对。"),
        ("2022/overview.html", ""),
        ("2022/index.html", "本页有2项内容由程序起草，尚未经人核对。"),
        ("2023/index.html", "本页有2项内容由程序起草，尚未经人核对。"),
        ("2023/compare.html", "本页有3项内容由程序起草，尚未经人核对。"),
        ("2021/index.html", ""),
        ("2023/unused.html", "本页有3项内容由程序起草，尚未经人核对。"),
        ("places.html", "本页有1项内容由程序起草，尚未经人核对。"),
        ("en/2022/metrics/parks.html", "Drafted by a program, not yet read by a person."),
        ("en/places.html", "1 item on this page was drafted by a program and has not yet been read by a person."),
    ],
)
def test_pages_of_drafts_carry_a_band(site: Path, path: str, said: str) -> None:
    assert re.findall('<p class="notice drafted" role="note">(.*?)</p>', pages(site)[path]) == ([said] if said else [])


@pytest.mark.slow
def test_frames_citations_and_data_say_it_too(site: Path) -> None:
    assert BAND in pages(site)["2023/embed/commitments/buildings.html"]
    assert BAND not in pages(site)["2023/embed/commitments/new-jobs.html"]
    assert "（由程序起草，尚未经人核对）" in pages(site)["2022/metrics/parks.html"]
    item = json.loads((site / "2022/metrics/parks.json").read_text("utf-8"))
    assert (item["draft"], item["caveats_zh"][0]) == (True, BAND)
    for table, drafts in (
        ("metrics", 2),
        ("commitments", 1),
        ("targets", 1),
        ("sections", 1),
        ("waivers", 3),
        ("places", 1),
    ):
        rows = json.loads((site / f"data/{table}.json").read_text("utf-8"))
        assert [row["draft"] for row in rows].count(True) == drafts, table
        head = (site / f"data/{table}.csv").read_text("utf-8-sig").splitlines()[0]
        assert head.endswith(",draft"), table


def test_what_nobody_decided_is_a_draft() -> None:
    known = {"at": "p3", "text": "132%", "reason": "undecided"}
    assert schema.FigureWaiver.model_validate({**known, "draft": True}).draft
    with pytest.raises(ValueError, match="undecided is what a draft says"):
        schema.FigureWaiver.model_validate(known)
    with pytest.raises(ValueError, match="undecided is what a draft says"):
        schema.SentenceWaiver.model_validate({**known, "at": "p3s1"})
