"""What the search page looks in: everything is there once, in a script that any browser reads."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests import LANGUAGES
from tests.mini import CONTENT, copy
from workreport.build import build
from workreport.content.load import load
from workreport.exports.pinyin import pinyin
from workreport.exports.search import KINDS, code_runs, items, readings, search_script, sentences
from workreport.exports.traditional import traditional
from workreport.gate.verify import verify
from workreport.site.model import Site, Synonym
from workreport.site.resolve import resolve


@pytest.fixture(scope="module")
def site() -> Site:
    return resolve(verify(load(CONTENT)))


def read(script: bytes) -> dict[str, Any]:
    """What a browser makes of the script."""
    start, end = "window.workReportSearch = ", ";\n"
    text = script.decode()
    assert text.startswith(start)
    assert text.endswith(end)
    made: dict[str, Any] = json.loads(text[len(start) : -len(end)])
    return made


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_is_there_once(lang: str, site: Site) -> None:
    found = list(items(site, lang, pinyin))
    paths = [item[1] for item in found]
    assert len(paths) == len(set(paths))
    counts = [sum(item[0] == kind for item in found) for kind in range(len(KINDS))]
    assert counts == [
        len(site.used_topics),
        sum(len(report.sections) for report in site.reports),
        len(site.metrics),
        len(site.commitments),
        len(site.terms),
        len(site.places),
        0,
    ]
    assert all(counts[:-1])
    for report in site.reports:
        said = "".join(text for _, text, _ in sentences(report, "zh"))
        titles = {section.ref.title.source for section in report.sections}
        for block in report.source.blocks:
            missing = [] if block.level and any(title in block.text for title in titles) else block.text.split()
            assert all(part in said for part in missing), block.id


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_document_has_a_page(lang: str, site: Site, tmp_path: Path) -> None:
    options = replace(copy(tmp_path), charts=False)
    build(options)
    root = options.output if lang == LANGUAGES[0] else options.output / lang
    paths = [path for _, path, *_ in items(site, lang, pinyin)]
    paths += [f"{report.path}#{s[0]}" for report in site.reports for s in sentences(report, lang)]
    paths += [path for synonym in site.synonyms for path in synonym.paths]
    for path in paths:
        page, _, anchor = path.partition("#")
        html = (root / page).read_text("utf-8")
        assert not anchor or f'id="{anchor}"' in html
    (script,) = (options.output / "assets").glob(f"search-{lang}.*.js")
    assert script.read_bytes() == search_script(site, lang, pinyin, traditional)


def test_the_script_is_one_literal(site: Site) -> None:
    made = read(search_script(site, "zh", pinyin, traditional))
    assert re.fullmatch(r"(?:[\u4e00-\u9fff]{2})*", made["variants"])
    assert made["synonyms"][0] == [["车位", "parking spots"], ["停车位", "parking"], ["topics/parks.html"]]
    assert made["synonyms"][1][2] == ["topics/jobs.html", "2023/livelihood.html"]
    entries = [entry for _, lines in made["reports"] for entry in lines]
    stated = [entry for entry in entries if isinstance(entry[0], int)]
    whole = [tuple([*entry, "", "", ""][:6]) for entry in (*made["items"], *stated)]
    assert whole == list(items(site, "zh", pinyin))
    assert [entry[:2] for entry in entries if isinstance(entry[0], str)] == [
        [identifier, text] for report in site.reports for identifier, text, _ in sentences(report, "zh")
    ]
    assert "\u2028" not in search_script(site, "zh", pinyin, lambda characters: "\u2028").decode()


def test_an_item_stands_behind_its_sentence(site: Site) -> None:
    quotes = {m.path: (m.quote.report, m.quote.sentence) for m in site.metrics.values()}
    quotes |= {c.path: (c.quote.report, c.quote.sentence) for c in site.commitments.values()}
    for path, lines in read(search_script(site, "en", pinyin, traditional))["reports"]:
        sentence = ""
        for entry in lines:
            if isinstance(entry[0], str):
                sentence = entry[0]
            else:
                assert quotes[entry[1]] == (path, sentence)


def test_every_document_of_an_item_has_its_short_code(site: Site) -> None:
    """As the page's script reads the runs."""
    made = [
        f"{series}{number:03}" for series, first, count in code_runs(site) for number in range(first, first + count)
    ]
    paths = [path for kind, path, *_ in items(site, "en", pinyin) if KINDS[kind] in ("metric", "commitment")]
    codes = {f"{page}.html": code for code, page in site.codes}
    assert made == [codes[path] for path in paths]


def test_titles_are_spelled_as_they_are_read(site: Site) -> None:
    """By the table, or by the spelling that an item brings where one of its characters is read in another way."""
    made = read(search_script(site, "zh", pinyin, traditional))
    table = {c: m[1] for entry in made["readings"].split() if (m := re.match("([a-z]+)(.*)", entry)) for c in m[2]}
    for _, _, title, _, _, spelled in items(site, "zh", pinyin):
        assert tuple(spelled.split() or [table[c] for c in title if c in table]) == pinyin(title)
    odd = {"重": ("zhong",), "重庆": ("chong", "qing"), "庆": ("qing",), "重点": ("zhong", "dian"), "点": ("dian",)}
    assert readings(
        replace(site, synonyms=(Synonym(typed=tuple(odd), words=(), paths=()),)), lambda text: odd.get(text, ())
    ) == ("dian点 qing庆 zhong重")


@pytest.mark.parametrize(
    ("text", "syllables"),
    [
        ("口袋公园", "kou dai gong yuan"),
        ("PM2.5平均浓度", "ping jun nong du"),
        ("5G", ""),
        ("重点道路", "zhong dian dao lu"),
        ("重庆", "chong qing"),
    ],
)
def test_pinyin(text: str, syllables: str) -> None:
    assert " ".join(pinyin(text)) == syllables


def test_traditional_characters_of_what_there_is() -> None:
    assert traditional("车学") == "學学車车"
    assert traditional("") == ""
    pairs = traditional("".join(chr(code) for code in range(0x4E00, 0xA000)))
    table = dict(zip(pairs[::2], pairs[1::2], strict=True))
    assert {table[old] for old in "臺灣"} == set("台湾")
    assert all(len(old) == len(new) == 1 and old != new for old, new in table.items())
