"""The mini site, file by file, against tests/golden/expected/; and what must hold of any site built from two reports.

python -m tests.golden.update     writes the expected files anew; read the difference before you commit
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.golden import EXPECTED, golden


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("golden") / "site"


@pytest.fixture(scope="module")
def made(output: Path) -> Mapping[str, bytes]:
    return golden(output)


NAMES = sorted(p.relative_to(EXPECTED).as_posix() for p in EXPECTED.rglob("*") if p.is_file())


def test_the_same_files_are_kept(made: Mapping[str, bytes]) -> None:
    assert sorted(made) == NAMES, "python -m tests.golden.update writes them anew"


@pytest.mark.parametrize("name", NAMES)
def test_golden(name: str, made: Mapping[str, bytes]) -> None:
    expected, now = (EXPECTED / name).read_bytes(), made[name]
    # Line by line first, so that a difference can be read.
    assert now.decode("utf-8").splitlines() == expected.decode("utf-8").splitlines()
    assert now == expected


def test_checksums(output: Path, made: Mapping[str, bytes]) -> None:
    """SHA256SUMS lists every other file, sorted, in the form that sha256sum -c reads."""
    assert made
    lines = (output / "SHA256SUMS").read_text("utf-8").splitlines()
    others = sorted(p.relative_to(output).as_posix() for p in output.rglob("*") if p.is_file())
    others.remove("SHA256SUMS")
    assert lines == [f"{sha256((output / name).read_bytes()).hexdigest()}  {name}" for name in others]


class _Elements(HTMLParser):
    """Every element of a page with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def elements(path: Path) -> list[tuple[str, dict[str, str | None]]]:
    parser = _Elements()
    parser.feed(path.read_text("utf-8"))
    return parser.found


@pytest.fixture(scope="module")
def html(output: Path, made: Mapping[str, bytes]) -> list[Path]:
    assert made
    return sorted(output.rglob("*.html"))


def test_no_text_of_an_editor_becomes_markup(html: list[Path]) -> None:
    """The hostile summary and titles of the mini content come out as text, wherever they are shown."""
    for path in html:
        for tag, attributes in elements(path):
            assert tag not in ("b", "invented", "and", "iframe", "object"), path
            assert not [name for name in attributes if name.startswith("on")], path
            for name in ("href", "src"):
                address = (attributes.get(name) or "").strip().lower()
                assert not re.match(r"(?!https?:|mailto:)[a-z][a-z0-9+.-]*:", address), f"{path}: {address}"
            if tag in ("img", "script"):
                assert not re.match("https?:|//", attributes.get("src") or ""), path
        assert "alert(1)</script>" not in path.read_text("utf-8")


def test_every_page_has_its_other_language(output: Path, html: list[Path]) -> None:
    names = {path.relative_to(output).as_posix() for path in html}
    assert {name for name in names if name.startswith("en/")} == {f"en/{n}" for n in names if not n.startswith("en/")}


def test_figures_in_the_report_lead_to_their_page(output: Path, made: Mapping[str, bytes]) -> None:
    assert made
    for year, count in ((2022, 6), (2023, 21)):
        links = [a["href"] for tag, a in elements(output / f"{year}/report.html") if a.get("class") == "fig"]
        # In the Chinese and in the English of each sentence.
        assert len(links) == 2 * count
        assert {(output / str(year) / str(link)).exists() for link in links} == {True}


def test_json_and_csv_say_the_same(output: Path, made: Mapping[str, bytes]) -> None:
    """Field by field: a list is joined by ;, true and false are words, nothing is empty."""
    assert made
    for name in ("metrics", "targets", "commitments", "comparisons"):
        records = json.loads((output / f"data/{name}.json").read_text("utf-8"))
        raw = (output / f"data/{name}.csv").read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf")
        assert raw.count(b"\r\n") == raw.count(b"\n")
        rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
        assert rows == [{key: _cell(value) for key, value in record.items()} for record in records]
        assert len(rows) > 1


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return ";".join(value) if isinstance(value, list) else str(value)


def test_data_of_two_reports(output: Path, made: Mapping[str, bytes]) -> None:
    """Only `same` has an order or a difference, and an outcome is always that of the year before."""
    assert made
    rows = json.loads((output / "data/comparisons.json").read_text("utf-8"))
    found = {row["target"]: (row["comparability"], row["order"], row["difference"]) for row in rows}
    assert found == {
        "2022/target/new-jobs": ("same", "higher", 0.05),
        "2022/target/parks": ("same", "equal", 0),
        "2022/target/park-area": ("no_baseline", "", None),
        "2023/target/budget-revenue": ("basis_differs", "", None),
        "2023/target/income": ("qualitative", "", None),
        "2023/target/unemployment": ("no_baseline", "", None),
        "2023/target/vacant-buildings": ("same", "", None),
        "2023/target/enterprises": ("same", "", None),
        "2023/target/new-jobs": ("same", "", None),
        "2023/target/parks": ("same", "higher", 3),
        "2023/target/parking": ("same", "", None),
        "2023/target/school-places": ("scope_differs", "", None),
        "2023/target/pm25": ("same", "lower", -1),
    }
    for row in rows:
        year = int(row["target"][:4])
        assert row["metric"] == "" or int(row["metric"][:4]) == year - 1


def here(path: Path) -> list[str | None]:
    """The entries of the main navigation that a page marks as its own."""
    return [attributes.get("href") for tag, attributes in elements(path) if attributes.get("class") == "here"]


def test_navigation_marks_the_newest_report(output: Path, made: Mapping[str, bytes]) -> None:
    assert made
    assert here(output / "2022/metrics/parks.html") == ["../../2022/index.html"]
    assert here(output / "2023/commitments/parks.html") == ["../../2023/index.html"]
    assert here(output / "2023/compare.html") == ["../2023/compare.html"]


# -- found and not mended


@pytest.mark.parametrize("name", ["2022/commitments/parks", "2021/metrics/parks", "2022/compare", "2022/report"])
def test_navigation_marks_no_other_year(name: str, output: Path, made: Mapping[str, bytes]) -> None:
    assert made
    year = name[:4]
    assert all(str(link).lstrip("./").startswith(f"{year}/") for link in here(output / f"{name}.html"))


@pytest.mark.parametrize("name", ["commitments/new-jobs", "livelihood"])
def test_a_goal_whose_year_has_been_reported_is_not_called_unreported(
    name: str, output: Path, made: Mapping[str, bytes]
) -> None:
    assert made
    assert "result not yet reported" not in (output / f"en/2022/{name}.html").read_text("utf-8")
