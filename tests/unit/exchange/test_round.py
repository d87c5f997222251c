"""Out and back: what a translator returns stands where it belongs, and nothing else has changed."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import polib
import pytest
from lxml import etree

from tests.mini import CONTENT
from tests.unit.exchange.chinese_alone import chinese_alone
from workreport.cli import main

NAMES = {"xliff": "work.xlf", "po": "work.po", "xlsx": "work.xlsx"}


def out(content: Path, to: Path, *how: str) -> Path:
    assert main(["translate", "export", "--content", str(content), "--to", str(to), *how]) == 0
    return to


def back(content: Path, file: Path, *how: str) -> int:
    return main(["translate", "import", str(file), "--content", str(content), *how])


def state(content: Path) -> dict[str, bytes]:
    return {p.relative_to(content).as_posix(): p.read_bytes() for p in content.rglob("*") if p.is_file()}


def translated(file: Path, said: Mapping[str, str]) -> None:
    """Translate units of a PO file as Poedit does; by their ids."""
    book = polib.pofile(str(file))
    for entry in book:
        if entry.msgctxt in said:
            entry.msgstr = said[entry.msgctxt]
    book.save()


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return chinese_alone(tmp_path_factory.mktemp("alone") / "content")


@pytest.fixture
def chinese(alone: Path, tmp_path: Path) -> Path:
    return shutil.copytree(alone, tmp_path / "content")


@pytest.mark.parametrize("form", NAMES)
def test_a_site_in_chinese_alone_gets_its_english(form: str, chinese: Path, tmp_path: Path) -> None:
    finished = out(CONTENT, tmp_path / NAMES[form], "--all", "--format", form)
    assert back(chinese, finished, "--add-language") == 0
    made = state(chinese)
    assert made["site.yaml"].startswith(b"languages: [zh, en]\n")
    made["site.yaml"] = made["site.yaml"].partition(b"\n")[2]
    wanted = state(CONTENT)
    del wanted["search.yaml"]
    assert made.keys() == wanted.keys()
    for name, data in wanted.items():
        # Texts that need no quotes get none.
        assert _unquoted(made[name]) == _unquoted(data), name
        assert made[name] == data or name in ("site.yaml", "2022_tasks/01-all.yaml", "2023_tasks/01-economy.yaml")


def _unquoted(data: bytes) -> bytes:
    return data.replace(b'\\"', b"").replace(b'"', b"")


@pytest.mark.parametrize("form", NAMES)
def test_what_came_back_unchanged_changes_no_byte(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = shutil.copytree(CONTENT, tmp_path / "content")
    file = out(content, tmp_path / NAMES[form], "--all", "--format", form)
    before = {p: p.stat().st_mtime_ns for p in content.rglob("*")}
    capsys.readouterr()
    assert back(content, file) == 0
    assert capsys.readouterr().out == (
        f"{file}: 135 read, 0 taken, 135 as they were, 0 without a finished translation\n"
    )
    assert {p: p.stat().st_mtime_ns for p in content.rglob("*")} == before
    assert state(content) == state(CONTENT)


def test_what_changed_alone_is_touched(tmp_path: Path) -> None:
    content = shutil.copytree(CONTENT, tmp_path / "content")
    path = content / "2022_review/02-city.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    file = out(content, tmp_path / "work.po", "--all", "--format", "po")
    said = {
        "2022_review/02-city.yaml#metrics/parks/title": "Parks that are new",
        "source/2023.zh.md#p7s5": "We can surely do it.",
    }
    translated(file, said)
    before = state(content)
    assert back(content, file) == 0
    after = state(content)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"2022_review/02-city.yaml", "source/2023.en.md"}
    for name in changed:
        old, new = (it[name].split(b"\n") for it in (before, after))
        assert len([1 for one, other in zip(old, new, strict=True) if one != other]) == 1, name
    assert (
        b"title: {zh: \xe6\x96\xb0\xe5\xbb\xba\xe5\x85\xac\xe5\x9b\xad, en: Parks that are new}\r\n"
        in after["2022_review/02-city.yaml"]
    )


def test_a_translation_grows_line_by_line(chinese: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = out(chinese, tmp_path / "first.po", "--format", "po")
    said = {
        "source/2023.zh.md#p7s1": "**(2) Do what matters to residents.**",
        "source/2023.zh.md#h2": "I. Review of 2022",
        "2023_tasks/02-livelihood.yaml#commitments/new-jobs/title": "Create at least 16,500 new jobs",
    }
    translated(file, said)
    capsys.readouterr()
    assert back(chinese, file) == 0
    assert capsys.readouterr().out == (
        f"{file}: 135 read, 3 taken, 0 as they were, 132 without a finished translation\n"
        f"  {chinese}/2023_tasks/02-livelihood.yaml: 1\n  {chinese}/source/2023.zh.md: 2\nstill without English: 132\n"
    )
    assert main(["check", "--content", str(chinese)]) == 0, "what is translated waits, and the site is Chinese alone"
    begun = (chinese / "source/2023.en.md").read_text("utf-8")
    assert "\n\n## I. Review of 2022\n\n" in begun
    assert "\n**(2) Do what matters to residents.**\n过去，群众盼望更多公园。\n" in begun
    assert "\nPM<sub>2.5</sub>平均浓度35微克/立方米以下。\n" in begun
    rest = polib.pofile(str(out(chinese, tmp_path / "second.po", "--format", "po")))
    assert len(rest) == 132
    assert not said.keys() & {entry.msgctxt for entry in rest}
    assert not (chinese / "source/2022.en.md").exists(), "nothing of it is translated"


def test_a_bilingual_site_lacks_a_few(tmp_path: Path) -> None:
    content = shutil.copytree(CONTENT, tmp_path / "content")
    english = content / "source/2023.en.md"
    whole = english.read_bytes()
    english.write_bytes(whole.partition(b"\n**(3)")[0])
    glossary = content / "glossary.yaml"
    glossary.write_text(glossary.read_text("utf-8").replace("    en: vacant buildings\n", ""), "utf-8")
    before = glossary.read_bytes()
    file = out(content, tmp_path / "work.po", "--format", "po")
    entries = {entry.msgctxt: entry.msgid for entry in polib.pofile(str(file))}
    assert entries == {
        "source/2023.zh.md#p8s1": "**（三）加强自身建设。**",
        "source/2023.zh.md#p8s2": "全年开展培训12场。",
        "source/2023.zh.md#p9s1": "样例区人民政府2023年1月9日印发",
        "glossary.yaml#terms/vacant-building/name": "空置楼宇",
    }
    translated(
        file,
        {
            "source/2023.zh.md#p8s1": "**(3) Improve ourselves.**",
            "source/2023.zh.md#p8s2": "Hold 12 trainings over the year.",
            "source/2023.zh.md#p9s1": "Issued by the Government of Sample District on 9 January 2023",
            "glossary.yaml#terms/vacant-building/name": "vacant buildings",
        },
    )
    assert back(content, file) == 0
    assert english.read_bytes() == whole
    assert glossary.read_bytes() != before
    assert state(content) == state(CONTENT)


def test_a_translator_sees_numbers_terms_and_the_sentence(chinese: Path, tmp_path: Path) -> None:
    file = out(CONTENT, tmp_path / "work.po", "--all", "--format", "po")
    told = {entry.msgctxt: entry.comment for entry in polib.pofile(str(file))}
    assert told["source/2023.zh.md#p3s1"] == (
        "Numbers 数字: 32.6亿元 = 3.26 billion yuan (expected); 1.36% = 1.36% (expected); 超过5.4万元 = more than 54,000 yuan (expected)\n"
        "Terms 术语: 人均可支配收入 = per capita disposable income; 一般公共预算 = general public budget"
    )
    assert told["2023_tasks/01-economy.yaml#commitments/buildings/targets/enterprises/title"] == (
        "Context 出处: 盘活空置楼宇5万平方米，引进企业3-5家。"
    )
    assert told["glossary.yaml#terms/vacant-building/name"].splitlines()[-1] == (
        "Context 出处: 盘活空置楼宇5万余平方米，引进企业4家，建成全国首家样例产业园。"
    )
    assert told["site.yaml#topics/jobs/title"] == "", "a topic is said in no sentence"
    untranslated = polib.pofile(str(out(chinese, tmp_path / "zh.po", "--format", "po")))
    assert all("vacant buildings" not in entry.comment for entry in untranslated), "no rendering is settled yet"


def test_what_is_not_finished_stays_out(chinese: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    po = out(chinese, tmp_path / "work.po", "--format", "po")
    translated(po, {"source/2023.zh.md#p7s2": "In the past residents hoped for more parks."})
    po.write_text(po.read_text("utf-8").replace("\nmsgctxt", "\n#, fuzzy\nmsgctxt"), "utf-8")
    xliff = out(chinese, tmp_path / "work.xlf")
    tree = etree.parse(xliff)
    for number, unit in enumerate(tree.iter("{*}trans-unit")):
        target = etree.Element("{urn:oasis:names:tc:xliff:document:1.2}target")
        # As tools write that something is not done: the source copied, nothing at all, a state that asks for work.
        target.text, state_ = ((unit[0].text, "translated"), ("", "translated"), ("Words", "needs-translation"))[
            number % 3
        ]
        target.set("state", state_)
        unit.insert(1, target)
    tree.write(xliff, encoding="UTF-8")
    before = state(chinese)
    for file in (po, xliff):
        capsys.readouterr()
        assert back(chinese, file) == 0
        assert "135 read, 0 taken, 0 as they were, 135 without" in capsys.readouterr().out
    assert state(chinese) == before


def test_a_trial_writes_nothing_and_the_last_import_says_what_is_left(
    chinese: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = out(CONTENT, tmp_path / "work.xlf", "--all")
    before = state(chinese)
    capsys.readouterr()
    assert back(chinese, file, "--dry-run", "--add-language") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "nothing was written: this was a trial"
    assert state(chinese) == before
    assert back(chinese, file) == 0
    assert capsys.readouterr().out.splitlines()[-1] == (
        f"{chinese}/site.yaml:1: every text has its English; to publish it, write languages: [zh, en] here, or run this "
        "again with --add-language"
    )


def test_nothing_to_translate_makes_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    to = tmp_path / "work.xlf"
    assert main(["translate", "export", "--content", str(CONTENT), "--to", str(to)]) == 0
    assert "every text has its translation; nothing was written" in capsys.readouterr().out
    assert not to.exists()


def test_the_same_content_makes_the_same_bytes(tmp_path: Path) -> None:
    for form in ("xliff", "po", "xlsx", "tmx", "tbx", "csv"):
        one, two = (out(CONTENT, tmp_path / f"{n}.{form}", "--all", "--format", form) for n in (1, 2))
        assert one.read_bytes() == two.read_bytes()
