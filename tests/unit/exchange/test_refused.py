"""What cannot be put back, in exactly these words, each at its line of the translator's file; and then nothing is written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from tests.mini import CONTENT
from tests.unit.exchange.test_round import back, out, state
from workreport.cli import main
from workreport.exchange import formats

JOBS = "2023_tasks/02-livelihood.yaml#commitments/new-jobs/title"
SENTENCE = "source/2023.zh.md#p7s3"
AIR = "source/2023.zh.md#p7s4"
OFFICES = "2023_tasks/01-economy.yaml#commitments/buildings/targets/vacant-buildings/title"
LEAD = "source/2023.zh.md#p7s1"


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return out(CONTENT, tmp_path_factory.mktemp("finished") / "work.xlf", "--all").read_bytes()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return shutil.copytree(CONTENT, tmp_path / "content")


def units(raw: bytes) -> tuple[etree._Element, dict[str, etree._Element]]:
    root = etree.fromstring(raw)
    return root, {unit.get("resname"): unit for unit in root.iter("{*}trans-unit")}


def said(unit: str, words: str) -> Callable[[dict[str, etree._Element]], None]:
    def change(all_units: dict[str, etree._Element]) -> None:
        all_units[unit][1].text = words

    return change


def renamed(all_units: dict[str, etree._Element]) -> None:
    all_units[JOBS].set("id", "commitments/new-job/title")


def reworded(all_units: dict[str, etree._Element]) -> None:
    all_units[JOBS][0].text = "全年新增就业不低于1.5万人"


def twice(all_units: dict[str, etree._Element]) -> None:
    again = etree.fromstring(etree.tostring(all_units[JOBS]))
    again[1].text = "Create 16,500 jobs or more"
    all_units[JOBS].addnext(again)


CASES: dict[str, tuple[Callable[[dict[str, etree._Element]], None], str, str]] = {
    "renamed": (renamed, JOBS, """\
error[exchange-unit]: the content has no text “2023_tasks/02-livelihood.yaml#commitments/new-job/title”
  hint: did you mean “2023_tasks/02-livelihood.yaml#commitments/new-jobs/title”?"""),
    "twice": (twice, "", f"""\
error[exchange-unit]: {JOBS} stands here again, in other words than in line LINE
  hint: keep the one that holds"""),
    "reworded": (reworded, JOBS, f"""\
error[exchange-source]: {JOBS} reads otherwise now: “新增就业不低于1.65万人”
  hint: write the file out anew and translate that"""),
    "two-lines": (said(SENTENCE, "Create jobs.\nBuild parks."), SENTENCE, f"""\
error[exchange-markup]: {SENTENCE} goes on over two lines
  hint: a sentence of the report stands in one line"""),
    "bold-lost": (said(LEAD, "(2) Do what matters to residents."), LEAD, f"""\
error[exchange-markup]: {LEAD} has the marks none, its source ** **
  hint: keep ** and <sub> where the source has them"""),
    "subscript-open": (said(AIR, "Keep PM<sub>2.5 at or below 35 micrograms per cubic meter."), AIR, f"""\
error[exchange-markup]: {AIR} has the marks <sub>, its source </sub> <sub>
  hint: keep ** and <sub> where the source has them"""),
    "heading": (said("source/2023.zh.md#p7s5", "# We can certainly do it."), "source/2023.zh.md#p7s5", """\
error[exchange-markup]: source/2023.zh.md#p7s5 begins with #, which would make a heading of it
  hint: take the # out; a heading gets its own"""),
    "sentence-figure": (
        said(SENTENCE, "Create no fewer than 15,600 new jobs over the year, build at least 8 parks, add at least 500 parking spaces and 900 places in compulsory education."),
        SENTENCE, """\
error[english-number]: p7s3: the English has “15,600”, which the Chinese does not
  hint: write the quantity that the Chinese states, or take the number out
FILE:LINE:1: error[english-quantity]: p7s3: “不低于1.65万人” of the Chinese is missing in the English
  hint: write 16,500"""),
    "title-bound": (said(JOBS, "Create 16,500 new jobs"), JOBS, f"""\
error[english-bound]: {JOBS}: the English of “不低于1.65万人” does not say “at least”
  hint: put “at least” before 16,500"""),
    "invisible": (said(JOBS, "Create at least 16,500 new\u200b jobs"), JOBS, f"""\
error[text-encoding]: {JOBS}: this holds the invisible character U+200B
  hint: delete it, or type the text anew"""),
    "long": (said(JOBS, "Create at least 16,500 new jobs" + " and more" * 1200), JOBS, """\
error[text-long]: this text has 10,831 characters; the longest may have 10,000"""),
    "place": (said(OFFICES, "Empty offices to put to use"), OFFICES, f"""\
error[title-term]: {OFFICES}: “空置楼宇” is not rendered as “vacant buildings”
  hint: write it so, or add the form used here to `also` in glossary.yaml"""),
    "negation": (said("source/2023.zh.md#p7s5", "We can certainly not do it."), "source/2023.zh.md#p7s5", """\
error[english-negation]: p7s5: the English says “not”, and the Chinese denies nothing there
  hint: say it as the Chinese does, without a negation"""),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_text_that_cannot_be_put_back(
    name: str, finished: bytes, content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change, unit, wanted = CASES[name]
    root, known = units(finished)
    change(known)
    file = tmp_path / "work.xlf"
    file.write_bytes(etree.tostring(root, encoding="UTF-8"))
    lines = {key: one.sourceline for key, one in units(file.read_bytes())[1].items()}
    first = next(
        number for number, line in enumerate(file.read_text("utf-8").splitlines(), 1) if f'resname="{JOBS}"' in line
    )
    at = lines[unit] if unit else lines[JOBS]
    before = state(content)
    assert back(content, file) == 1
    said_ = capsys.readouterr().err.replace(str(file), "FILE")
    count = wanted.count("error[")
    expected = f"FILE:{at}:1: {wanted.replace('LINE', str(at if unit else first))}\n"
    end = "1 problem; nothing was written\n" if count == 1 else f"{count} problems; nothing was written\n"
    assert said_ == expected + end
    assert state(content) == before


def test_all_that_is_wrong_is_said_at_once(
    finished: bytes, content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, known = units(finished)
    for change in (renamed, said(SENTENCE, "Create jobs.\nBuild parks."), said(LEAD, "Do what matters.")):
        change(known)
    file = tmp_path / "work.xlf"
    file.write_bytes(etree.tostring(root, encoding="UTF-8"))
    assert back(content, file) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "3 problems; nothing was written"


BROKEN: dict[str, tuple[str, bytes, str]] = {
    "xml": ("a.xlf", b'<xliff version="1.2">\n<file>\n</xliff>', """\
FILE:3:1: error[exchange-file]: this is not well-formed XML: Opening and ending tag mismatch: file line 2 and xliff
  hint: save it in the format that its name says, or write it out anew"""),
    "version": ("a.xliff", b'<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>', """\
FILE:1:1: error[exchange-file]: this is no XLIFF of version 1.2
  hint: save it in the format that its name says, or write it out anew"""),
    "po": ("a.po", b'msgid "a"\nmsgstr "b"\nmsg nothing\n', """\
FILE:3:1: error[exchange-file]: this is no PO file
  hint: save it in the format that its name says, or write it out anew"""),
    "po-text": ("a.po", b"Dear editor,\n", """\
FILE: error[exchange-file]: this is no PO file
  hint: save it in the format that its name says, or write it out anew"""),
    "po-encoding": ("a.po", b'msgid "a"\nmsgstr "\xd6\xd0"\n', """\
FILE:2:1: error[exchange-file]: this file is not UTF-8 text
  hint: save it in the format that its name says, or write it out anew"""),
    "sheet": ("a.xlsx", b"id,source,target\n", """\
FILE: error[exchange-file]: this is no workbook (.xlsx)
  hint: save it in the format that its name says, or write it out anew"""),
    "ending": ("a.tmx", b"", """\
FILE: error[exchange-file]: only .xlf, .xliff, .po, .xlsx can be put back
  hint: a glossary is edited in content/glossary.yaml, a memory is for the translator's tool alone"""),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_is_not_what_its_name_says(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    called, data, wanted = BROKEN[name]
    file = tmp_path / called
    file.write_bytes(data)
    assert back(CONTENT, file) == 1
    assert capsys.readouterr().err.replace(str(file), "FILE") == f"{wanted}\n1 problem; nothing was written\n"


def test_no_file_leads_to_another(content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.xlf"
    file.write_text(
        f'<!DOCTYPE xliff [<!ENTITY x SYSTEM "{file.as_uri()}">]>\n<xliff version="1.2"><file original="site.yaml"><body>'
        '<trans-unit id="name"><source>样例区报告对照（虚构）</source><target>&x;</target></trans-unit></body></file></xliff>',
        "utf-8",
    )
    assert back(content, file) == 1
    assert f"{file}:1:1: error[exchange-file]: this has a DOCTYPE, which no XLIFF needs\n" in capsys.readouterr().err


def test_a_sheet_without_its_columns(content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = out(content, tmp_path / "work.xlsx", "--all", "--format", "xlsx")
    book = openpyxl.load_workbook(file)
    book.active["C1"] = "English"
    book.save(file)
    assert back(content, file) == 1
    assert f"{file}:1:1: error[exchange-file]: its first row names no column “target”\n" in capsys.readouterr().err


def test_rows_may_be_sorted_and_columns_moved(content: Path, tmp_path: Path) -> None:
    file = out(content, tmp_path / "work.xlsx", "--all", "--format", "xlsx")
    book = openpyxl.load_workbook(file)
    sheet = book.active
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    sheet.delete_rows(1, len(rows))
    for row in [rows[0], *reversed(rows[1:])]:
        row[2] = "We can surely do it." if row[0] == "source/2023.zh.md#p7s5" else row[2]
        sheet.append(["note", *reversed(row)] if row is rows[0] else [None, *reversed(row)])
    book.save(file)
    assert back(content, file) == 0
    assert "\nWe can surely do it.\n" in (content / "source/2023.en.md").read_text("utf-8")


def test_a_file_with_a_translators_work_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = tmp_path / "work.xlf"
    there.write_text("work")
    assert main(["translate", "export", "--content", str(CONTENT), "--to", str(there)]) == 1
    assert capsys.readouterr().err == (
        f"{there}: error[exchange-file]: this file is there already, perhaps with a translator's work in it\n"
        "  hint: name another one with --to, or move it away\n1 problem; nothing was written\n"
    )
    assert there.read_text() == "work"


def test_a_missing_file_and_a_missing_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert back(CONTENT, tmp_path / "none.po") == 1
    assert f"{tmp_path}/none.po: error[exchange-file]: this file is missing\n" in capsys.readouterr().err
    monkeypatch.setattr(formats, "find_spec", lambda name: None)
    assert back(CONTENT, tmp_path / "none.po") == 1
    told = capsys.readouterr().err
    assert "error[exchange-file]: po needs a package that is not installed (polib)\n  hint: install it once: " in told
    assert "-r requirements-translate.txt" in told or "/requirements-translate.txt" in told


def test_a_disk_that_is_full_leaves_all_as_it_was(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = out(CONTENT, tmp_path / "work.xlf", "--all")
    for path in content.glob("source/*.en.md"):
        path.unlink()
    site = content / "site.yaml"
    site.write_text(site.read_text("utf-8").replace(", en: Economy", ""), "utf-8")
    before = state(content)
    written = 0

    def full(number: int) -> None:
        nonlocal written
        written += 1
        if written == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    capsys.readouterr()
    assert back(content, file) == 1
    assert "error[exchange-file]: writing failed (No space left on device)\n" in capsys.readouterr().err
    assert state(content) == before, "no part of a file is left behind"


def test_the_language_is_listed_only_when_all_holds(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the import did not bring is held to the gate too before English is published."""
    site = content / "site.yaml"
    site.write_text("languages:\n  - zh  # alone until all is translated\n" + site.read_text("utf-8"), "utf-8")
    (content / "search.yaml").unlink()
    file = out(content, tmp_path / "work.po", "--all", "--format", "po")
    english = content / "source/2023.en.md"
    english.write_text(english.read_text("utf-8").replace("1,200", "1,300"), "utf-8")
    file.write_text(file.read_text("utf-8").partition("#:")[0] + 'msgctxt "a#b"\nmsgid "a"\nmsgstr ""\n', "utf-8")
    before = state(content)
    assert back(content, file, "--add-language") == 1
    assert f"{content}/source/2023.en.md:14:1: error[english-quantity]: p4s1: " in capsys.readouterr().err
    assert state(content) == before
    english.write_text(english.read_text("utf-8").replace("1,300", "1,200"), "utf-8")
    assert back(content, file, "--add-language") == 0
    assert site.read_text("utf-8").startswith("languages:\n  - zh  # alone until all is translated\n  - en\n")
