"""What the search page looks in: everything is there once, in a script that any browser reads."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests import LANGUAGES
from tests.mini import CONTENT, copy
from workreport.build import build
from workreport.content.load import load
from workreport.exports.pinyin import pinyin
from workreport.exports.search import KINDS, code_runs, documents, search_script
from workreport.exports.traditional import traditional
from workreport.gate.verify import verify
from workreport.site.model import Site
from workreport.site.resolve import resolve


@pytest.fixture(scope="module")
def site() -> Site:
    return resolve(verify(load(CONTENT)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_is_there_once(lang: str, site: Site) -> None:
    found = list(documents(site, lang, pinyin))
    paths = [d[1] for d in found]
    assert len(paths) == len(set(paths))
    counts = [sum(d[0] == kind for d in found) for kind in range(len(KINDS))]
    sentences = sum(len(b.sentences) for r in site.reports for b in r.source.paragraphs)
    commitments = sum(len(s.commitments) for r in site.reports for s in r.tasks)
    assert counts == [
        len(site.metrics),
        commitments,
        len(site.used_topics),
        len(site.terms),
        len(site.places),
        sentences,
    ]
    assert all(counts)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_document_has_a_page(lang: str, site: Site, tmp_path: Path) -> None:
    options = replace(copy(tmp_path), charts=False)
    build(options)
    root = options.output if lang == LANGUAGES[0] else options.output / lang
    for _, path, title, _, _ in documents(site, lang, pinyin):
        page, _, anchor = path.partition("#")
        assert title
        html = (root / page).read_text("utf-8")
        assert not anchor or f'id="{anchor}"' in html
    (script,) = (options.output / "assets").glob(f"search-{lang}.*.js")
    assert script.read_bytes() == search_script(site, lang, pinyin, traditional)


def test_the_script_is_one_literal(site: Site) -> None:
    first, second, text = search_script(site, "zh", pinyin, traditional).decode().split("\n", 2)
    assert re.fullmatch(r"window\.workReportCodes = \[.*\];", second)
    assert re.fullmatch(r'window\.workReportVariants = "(?:[\u4e00-\u9fff]{2})*";', first)
    start, end = "window.workReportDocuments = ", ";\n"
    assert text.startswith(start)
    assert text.endswith(end)
    assert json.loads(text[len(start) : -len(end)]) == [list(d) for d in documents(site, "zh", pinyin)]
    assert "\u2028" not in search_script(site, "zh", lambda text: "\u2028", lambda characters: "").decode()


def test_every_document_of_an_item_has_its_short_code(site: Site) -> None:
    """As the page's script reads the runs."""
    made = [
        f"{series}{number:03}" for series, first, count in code_runs(site) for number in range(first, first + count)
    ]
    paths = [path for kind, path, *_ in documents(site, "en", pinyin) if kind in (0, 1)]
    codes = {f"{page}.html": code for code, page in site.codes}
    assert made == [codes[path] for path in paths]


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("口袋公园", "koudaigongyuan kdgy"),
        ("新增就业", "xinzengjiuye xzjy"),
        ("PM2.5平均浓度", "pingjunnongdu pjnd"),
        ("5G", ""),
        ("重点道路", "zhongdiandaolu zddl"),
    ],
)
def test_pinyin(text: str, latin: str) -> None:
    assert pinyin(text) == latin


def test_traditional_characters_of_what_there_is() -> None:
    assert traditional("车学") == "學学車车"
    assert traditional("") == ""
    pairs = traditional("".join(chr(code) for code in range(0x4E00, 0xA000)))
    table = dict(zip(pairs[::2], pairs[1::2], strict=True))
    assert {table[old] for old in "臺灣"} == set("台湾")
    assert all(len(old) == len(new) == 1 and old != new for old, new in table.items())
