"""The open data, read as its users read it: pandas, Excel's reader, the Frictionless validator, a search engine's parser."""

from __future__ import annotations

import html
import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import pytest

from tests import ROOT
from tests.mini import CONTENT
from tests.unit.published import ADDRESS, published
from workreport.build import Options, build
from workreport.content.load import load
from workreport.exports.fields import TABLES
from workreport.exports.tables import tables
from workreport.exports.workbook import workbook
from workreport.gate.verify import verify
from workreport.site.items import Pair
from workreport.site.resolve import resolve


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published site, with an address."""
    return published(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content as a draft, without an address."""
    folder = tmp_path_factory.mktemp("draft")
    build(
        Options(
            content=ROOT / "content",
            output=folder / "site",
            templates=ROOT / "templates",
            assets=ROOT / "assets",
            charts=False,
        )
    )
    return folder / "site"


def validate(folder: Path) -> Any:
    """What the Frictionless validator says of the package, in a process of its own: it sets up logging and warnings."""
    code = (
        "import json, sys; from frictionless import validate; r = validate(sys.argv[1]);"
        "print(json.dumps([r.valid, r.flatten(['type', 'note'])]))"
    )
    name = str(folder / "datapackage.json")
    done = subprocess.run([sys.executable, "-c", code, name], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_the_package_is_valid(site: Path, draft: Path) -> None:
    assert validate(site / "data") == [True, []]
    assert validate(draft / "data") == [True, []]


def test_the_validator_sees_a_changed_row(site: Path, tmp_path: Path) -> None:
    shutil.copytree(site / "data", tmp_path / "data")
    path = tmp_path / "data/metrics.csv"
    path.write_bytes(path.read_bytes().replace(b",exact,", b",sharp,", 1))
    valid, errors = validate(tmp_path / "data")
    assert not valid
    assert {kind for kind, _ in errors} >= {"constraint-error"}


def test_the_package_says_what_it_is(site: Path, draft: Path) -> None:
    package = json.loads((site / "data/datapackage.json").read_text("utf-8"))
    assert package["homepage"] == f"{ADDRESS}/data.html"
    assert package["created"] == "2026-12-20T16:30:00+08:00"
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert re.fullmatch(r"1\.1\+[0-9a-f]{8}", package["version"])
    assert [r["name"] for r in package["resources"]] == [t.name for t in TABLES]
    for resource in package["resources"]:
        for field in resource["schema"]["fields"]:
            assert field["description_zh"]
            assert field["description_en"]
    unknown = json.loads((draft / "data/datapackage.json").read_text("utf-8"))
    assert package["contributors"] == [{"title": "样例区人民政府办公室", "role": "publisher"}]
    assert not {"homepage", "created", "licenses", "contributors"} & unknown.keys(), "what is not known is left out"
    assert unknown["version"].startswith("draft+")


@pytest.mark.parametrize("name", [table.name for table in TABLES])
def test_pandas_reads_the_csv(draft: Path, name: str) -> None:
    frame = pandas.read_csv(draft / f"data/{name}.csv", keep_default_na=False, dtype=str)
    rows = json.loads((draft / f"data/{name}.json").read_text("utf-8"))
    assert list(frame.columns) == list(rows[0]), "the byte-order mark is no part of the first name"
    assert len(frame) == len(rows)
    for line, row in zip(frame.to_dict("records"), rows, strict=True):
        for field, value in row.items():
            said = line[field]
            if isinstance(value, bool):
                assert said == str(value).lower()
            elif isinstance(value, int | float):
                assert float(said) == value
            else:
                assert said == (";".join(value) if isinstance(value, list) else value or "")


def test_numbers_are_numbers_to_pandas(draft: Path) -> None:
    frame = pandas.read_csv(draft / "data/metrics.csv")
    assert frame["value"].dtype == float
    assert frame["estimate"].dtype == bool
    jobs = frame[frame["id"] == "new-jobs"].iloc[0]
    assert (jobs["value"], jobs["unit"], jobs["year"]) == (1.65, "万人", 2022)


def test_the_workbook_says_the_same_as_the_csv(draft: Path) -> None:
    book = openpyxl.load_workbook(draft / "data/workbook.xlsx")
    assert [name.partition(" ")[2] for name in book.sheetnames] == [*(t.name for t in TABLES), "fields"]
    for table, sheet in zip(TABLES, book.worksheets, strict=False):
        rows = json.loads((draft / f"data/{table.name}.json").read_text("utf-8"))
        head, *lines = sheet.iter_rows()
        assert [cell.value for cell in head] == list(table.columns)
        assert len(lines) == len(rows)
        for line, row in zip(lines, rows, strict=True):
            for cell, (field, value) in zip(line, row.items(), strict=True):
                if isinstance(value, int | float):
                    assert cell.value == value, field
                else:
                    assert (cell.value or "") == (";".join(value) if isinstance(value, list) else value or ""), field
    described = [(row[0].value, row[1].value) for row in book.worksheets[-1].iter_rows(min_row=2)]
    assert described == [(table.name, field.name) for table in TABLES for field in table.fields]


def test_no_cell_of_the_workbook_is_a_formula_or_a_link() -> None:
    site = resolve(verify(load(CONTENT)))
    rows = tables(site, "")
    rows["metrics"][0] |= {
        "title_zh": "=1+1",
        "title_en": '=HYPERLINK("https://example.org")',
        "quote": "https://example.org",
    }
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(site, rows))).worksheets[0]
    cells = {cell.value: cell for cell in next(sheet.iter_rows(min_row=2, max_row=2))}
    for text in ("=1+1", '=HYPERLINK("https://example.org")', "https://example.org"):
        assert cells[text].data_type == "s"
        assert cells[text].hyperlink is None


def test_the_zip_holds_what_lies_beside_it(site: Path) -> None:
    with zipfile.ZipFile(site / "data/all.zip") as archive:
        assert archive.testzip() is None
        names = {p.name for p in (site / "data").iterdir()} - {"all.zip"}
        assert set(archive.namelist()) == names
        for name in names:
            assert archive.read(name) == (site / "data" / name).read_bytes()


def test_the_readme_travels_and_opens_in_every_editor(site: Path, draft: Path) -> None:
    raw = (site / "data/readme.txt").read_bytes()
    assert raw.startswith("\ufeff".encode())
    assert raw.count(b"\n") == raw.count(b"\r\n")
    text = raw.decode("utf-8-sig")
    for part in (ADDRESS, "样例政发〔2023〕1号", "2026-12-20", "the Chinese text prevails", "Attribution 4.0"):
        assert part in text
    plain = (draft / "data/readme.txt").read_text("utf-8-sig")
    assert "草稿，尚未发布" in plain
    assert "not stated by the publisher" in plain


def test_the_same_content_gives_the_same_workbook_and_zip(site: Path, tmp_path: Path) -> None:
    again = published(tmp_path)
    for name in ("workbook.xlsx", "all.zip", "datapackage.json", "readme.txt"):
        assert (again / "data" / name).read_bytes() == (site / "data" / name).read_bytes()


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_page_explains_every_column(draft: Path, lang: str) -> None:
    page = (draft / f"{lang}data.html").read_text("utf-8")
    for table in TABLES:
        section = page.partition(f'<h3 id="{table.name}">')[2].partition("</section>")[0]
        assert re.findall(r"<dt><code>([a-z_]+)</code>", section) == list(table.columns)


@pytest.mark.parametrize(("lang", "title"), [("", "新增就业"), ("en/", "New jobs")])
def test_the_example_of_the_page_runs(draft: Path, lang: str, title: str) -> None:
    page = (draft / f"{lang}data.html").read_text("utf-8")
    found = re.search(r"<pre[^>]*><code>(.*?)</code></pre>", page, re.DOTALL)
    assert found
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", html.unescape(found[1])],
        cwd=draft / "data", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert title in done.stdout


# schema.org, the properties of the types that are used here and of those that they inherit from.
_THING = {"name", "description", "url", "identifier"}
_WORK = _THING | {
    "inLanguage", "isAccessibleForFree", "version", "publisher", "author", "isBasedOn", "temporalCoverage", "keywords",
    "dateModified", "datePublished", "license", "encodingFormat",
}  # fmt: skip
_KNOWN = {
    "Dataset": _WORK | {"variableMeasured", "distribution"},
    "Report": _WORK | {"reportNumber"},
    "DataDownload": _WORK | {"contentUrl"},
    "GovernmentOrganization": _THING,
    "PropertyValue": _THING,
}


def _checked(value: Any) -> None:
    if isinstance(value, list):
        for part in value:
            _checked(part)
    elif isinstance(value, dict):
        assert set(value) - {"@type", "@context"} <= _KNOWN[value["@type"]], value["@type"]
        for part in value.values():
            assert part not in ("", None, [])
            _checked(part)


def _block(page: Path) -> Any:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text("utf-8"))
    return json.loads(text)


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_structured_data_is_schema_orgs(site: Path, draft: Path, lang: str) -> None:
    for root in (site, draft):
        data, report = _block(root / f"{lang}data.html"), _block(root / f"{lang}2023/report.html")
        assert (data["@context"], data["@type"], report["@type"]) == ("https://schema.org", "Dataset", "Report")
        _checked(data)
        _checked(report)
        assert len(data["description"]) > 10
    data = _block(site / f"{lang}data.html")
    assert data["url"] == f"{ADDRESS}/{lang}data.html"
    assert data["publisher"]["name"] == ("Office of the Sample District Government" if lang else "样例区人民政府办公室")
    assert "publisher" not in _block(draft / f"{lang}data.html"), "a draft has none, and the report's issuer is another"
    for file in data["distribution"]:
        assert (site / file["contentUrl"].removeprefix(f"{ADDRESS}/")).is_file()
    assert report["reportNumber"] == "河东政发〔2023〕1号"
    assert "url" not in report, "a draft without an address has none"


def test_no_text_ends_the_block() -> None:
    from workreport.pages.head.jsonld import script

    made = script({"name": "</script><script>alert(1)</script>&\u2028", "pair": Pair("<!--", "-->")})
    assert "<" not in made
    assert json.loads(made)["name"].startswith("</script>")
