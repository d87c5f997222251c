"""Translators' tools read what is written: translate-toolkit, on which Weblate rests, and its pofilter."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from translate.filters import checks, pofilter
from translate.storage import factory

from tests.mini import CONTENT
from tests.unit.exchange.test_round import back, out, state

SOUND = (
    "blank", "escapes", "isfuzzy", "newlines", "nplurals", "tabs", "unchanged", "untranslated", "variables",
)  # fmt: skip
"""What pofilter asks that holds between Chinese and English too: not capitals, nor the signs that end a sentence."""


@pytest.mark.parametrize(("form", "name"), [("xliff", "work.xlf"), ("po", "work.po")])
def test_the_toolkit_reads_every_unit_and_finds_no_fault(form: str, name: str, tmp_path: Path) -> None:
    file = out(CONTENT, tmp_path / name, "--all", "--format", form)
    store = factory.getobject(str(file))
    units = [unit for unit in store.units if not unit.isheader()]
    assert len({unit.getid() for unit in units}) == len(units) == 135
    assert all(unit.istranslated() for unit in units)
    assert store.gettargetlanguage() in ("en-US", "en_US")
    title = next(unit for unit in units if unit.source == "新增就业不低于1.65万人")
    assert title.target == "Create at least 16,500 new jobs"
    assert "不低于1.65万人 = at least 16,500" in title.getnotes("developer")
    config = checks.CheckerConfig(targetlanguage="en")
    options, _ = pofilter.cmdlineparser().parse_args(["--progress=none", str(file)])  # type: ignore[no-untyped-call]
    kinds = [checks.StandardChecker, checks.StandardUnitChecker]
    options.limitfilters, options.error = list(SOUND), None
    found = pofilter.pocheckfilter(options, kinds, config).filterfile(store)  # type: ignore[no-untyped-call]
    assert [unit.getnotes() for unit in found.units if not unit.isheader()] == []


@pytest.mark.parametrize(("form", "name"), [("xliff", "work.xlf"), ("po", "work.po")])
def test_what_the_toolkit_saves_can_be_put_back(form: str, name: str, tmp_path: Path) -> None:
    content = shutil.copytree(CONTENT, tmp_path / "content")
    file = out(content, tmp_path / name, "--all", "--format", form)
    store = factory.getobject(str(file))
    unit = next(unit for unit in store.units if unit.source == "我们一定能够做到。")
    unit.target = "We can surely do it."
    store.save()
    before = state(content)
    assert back(content, file) == 0
    after = state(content)
    assert after["source/2023.en.md"] == before["source/2023.en.md"].replace(b"certainly", b"surely")
    assert {name for name in after if after[name] != before[name]} == {"source/2023.en.md"}


def test_segments_of_a_tool_are_one_text(tmp_path: Path) -> None:
    """As Trados divides a unit."""
    content = shutil.copytree(CONTENT, tmp_path / "content")
    file = out(content, tmp_path / "work.xlf", "--all")
    tree = etree.parse(file)
    unit = next(one for one in tree.iter("{*}trans-unit") if one[0].text == "我们一定能够做到。")
    space = "{urn:oasis:names:tc:xliff:document:1.2}"
    for number, words in ((0, "我们一定能够做到。"), (1, "We can surely do it.")):
        unit[number].text = None
        etree.SubElement(unit[number], f"{space}mrk", mtype="seg", mid="1").text = words
    tree.write(file, encoding="UTF-8")
    assert back(content, file) == 0
    assert "\nWe can surely do it.\n" in (content / "source/2023.en.md").read_text("utf-8")


def test_a_memory_has_each_finished_pair_once(tmp_path: Path) -> None:
    store = factory.getobject(str(out(CONTENT, tmp_path / "work.tmx", "--format", "tmx")))
    pairs = [(unit.source, unit.target) for unit in store.units]
    assert ("新建公园", "New parks") in pairs
    assert len(set(pairs)) == len(pairs) < 135


def test_the_glossary_has_terms_places_and_official_renderings(tmp_path: Path) -> None:
    file = out(CONTENT, tmp_path / "terms.tbx", "--format", "tbx")
    known = {unit.source: unit.target for unit in factory.getobject(str(file)).units}
    assert known["人均可支配收入"] == "per capita disposable income"
    assert known["样例产业园"] == "Sample Park for Industry"
    assert known["营商环境"] == "business environment"
    root = etree.parse(file)
    entry = root.find(".//termEntry[@id='term-disposable-income']")
    assert [term.text for term in entry.iter("term")] == [
        "人均可支配收入", "per capita disposable income", "disposable income",
    ]  # fmt: skip
    table = out(CONTENT, tmp_path / "terms.csv", "--format", "csv").read_bytes()
    assert table.startswith(b"\xef\xbb\xbf"), "Excel and WPS read it as UTF-8"
    rows = list(csv.DictReader(table.decode("utf-8-sig").splitlines()))
    assert rows[0] == {
        "kind": "term", "id": "disposable-income", "zh-CN": "人均可支配收入", "en-US": "per capita disposable income",
        "also": "disposable income", "meaning": "居民可以自由支配的收入，<b>平均</b>到每个人。",
    }  # fmt: skip


def test_a_workbook_is_text_alone(tmp_path: Path) -> None:
    content = shutil.copytree(CONTENT, tmp_path / "content")
    site = content / "site.yaml"
    site.write_text(site.read_text("utf-8").replace("zh: 经济, en: Economy", 'zh: 经济, en: "=1+1"'), "utf-8")
    file = out(content, tmp_path / "work.xlsx", "--all", "--format", "xlsx")
    sheet = openpyxl.load_workbook(file).active
    cell = next(row[2] for row in sheet.iter_rows() if row[0].value == "site.yaml#topics/economy/title")
    assert (cell.value, cell.data_type) == ("=1+1", "s")
