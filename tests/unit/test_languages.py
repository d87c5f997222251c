"""The mini site in Chinese alone, and in three languages, the third of which is the test's own."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import ROOT, mini
from tests.mini import CONTENT
from workreport.build import build
from workreport.figures.bounds import BOUND_WORDS
from workreport.figures.languages import ALIGNERS
from workreport.i18n import KINDS, language

pytestmark = pytest.mark.slow

THIRD = """from workreport.i18n.en import English


class Esperanto(English):
    code = "eo"
    tag = "eo"
    open_graph = "eo_EO"
"""


def spoken(folder: Path, languages: list[str], change: Callable[[dict[str, Any]], dict[str, Any]]) -> Path:
    """The mini content in some languages; `change` is what becomes of every text in two."""

    def changed(value: Any) -> Any:
        if isinstance(value, dict):
            made = {key: changed(item) for key, item in value.items()}
            return change(made) if {"zh", "en"} <= made.keys() else made
        return [changed(item) for item in value] if isinstance(value, list) else value

    shutil.copytree(CONTENT, folder)
    for path in folder.rglob("*.yaml"):
        data = changed(yaml.safe_load(path.read_text("utf-8")))
        if path.name == "site.yaml":
            data["languages"] = languages
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    return folder


def built(content: Path, folder: Path, base_url: str = "") -> Path:
    output = folder / "site"
    build(
        mini.options(content, output, base_url=base_url, charts=False)
    )  # fmt: skip
    return output


@pytest.fixture
def esperanto(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A third language: English, by another name."""
    (tmp_path / "eo.py").write_text(THIRD, "utf-8")
    words = (ROOT / "workreport/i18n/en.yaml").read_text("utf-8")
    (tmp_path / "eo.yaml").write_text(words.replace("own_name: English", "own_name: Esperanto"), "utf-8")
    spec = importlib.util.spec_from_file_location("eo", tmp_path / "eo.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "eo", module)
    spec.loader.exec_module(module)
    monkeypatch.setitem(KINDS, "eo", module.Esperanto)
    monkeypatch.setitem(ALIGNERS, "eo", ALIGNERS["en"])
    monkeypatch.setitem(BOUND_WORDS, "eo", BOUND_WORDS["en"])
    yield
    language.cache_clear()


def test_a_site_in_chinese_alone(tmp_path: Path) -> None:
    content = spoken(tmp_path / "content", ["zh"], lambda text: {k: v for k, v in text.items() if k != "en"})
    for path in content.glob("source/*.en.md"):
        path.unlink()
    search = content / "search.yaml"
    found = yaml.safe_load(search.read_text("utf-8"))
    for synonym in found["synonyms"]:
        synonym["words"] = [word for word in synonym["words"] if not word.isascii()]
    search.write_text(yaml.safe_dump(found, allow_unicode=True), "utf-8")
    site = built(content, tmp_path, "https://www.example.gov.cn/report")
    assert not (site / "en").exists()
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        assert 'class="switch"' not in html, page
        assert 'lang="en"' not in html, page
        assert 'name="view"' not in html, page
        assert "英文" not in html, page
        text = re.sub(
            r"<script.*?</script>|<pre.*?</pre>|<code.*?</code>|<textarea.*?</textarea>|<[^>]*>",
            " ",
            html,
            flags=re.DOTALL,
        )
        assert re.findall(r"(?:[A-Za-z]+ ){3}[A-Za-z]+", text) == [], page
        assert set(re.findall(r'hreflang="([^"]*)"', html)) <= {"zh-Hans"}, page
    fields = json.loads((site / "data/metrics.json").read_text("utf-8"))[0].keys()
    assert {field for field in fields if field.endswith(("_zh", "_en"))} == {
        "section_title_zh",
        "title_zh",
        "whole_zh",
        "note_zh",
        "url_zh",
    }
    assert "Version" not in (site / "data/readme.txt").read_text("utf-8")


@pytest.mark.usefixtures("esperanto")
def test_a_site_in_three_languages(tmp_path: Path) -> None:
    content = spoken(tmp_path / "content", ["zh", "en", "eo"], lambda text: {**text, "eo": text["en"]})
    for path in content.glob("source/*.en.md"):
        shutil.copy(path, path.with_name(path.name.replace(".en.", ".eo.")))
    site = built(content, tmp_path, "https://www.example.gov.cn/report")
    pages = [{p.relative_to(site / code).as_posix() for p in (site / code).rglob("*.html")} for code in ("en", "eo")]
    assert pages[0] == pages[1]
    html = (site / "eo/index.html").read_text("utf-8")
    assert '<html lang="eo">' in html
    switches = re.findall(r'class="switch" href="([^"]*)" lang="([^"]*)" hreflang="[^"]*">([^<]*)<', html)
    assert switches == [("../index.html", "zh-Hans", "中文"), ("../en/index.html", "en", "English")]
    assert re.findall(r'hreflang="([^"]*)" href="([^"]*)"', html) == [
        ("zh-Hans", "https://www.example.gov.cn/report/index.html"),
        ("en", "https://www.example.gov.cn/report/en/index.html"),
        ("eo", "https://www.example.gov.cn/report/eo/index.html"),
    ]
    report = (site / "eo/2023/report.html").read_text("utf-8")
    assert '<p class="english" lang="eo">' in report
    row = json.loads((site / "data/metrics.json").read_text("utf-8"))[0]
    assert [key for key in row if key.startswith(("title_", "unit_", "url_", "quote_"))] == [
        "title_zh", "title_en", "title_eo", "unit_en", "unit_eo", "unit_code", "unit_mult", "quote_en", "quote_eo",
        "url_zh", "url_en", "url_eo",
    ]  # fmt: skip
    assert row["url_eo"].startswith("https://www.example.gov.cn/report/eo/")
    assert (site / "sitemap.xml").read_text("utf-8").count("/report/eo/index.html") == 4, "itself, and thrice named"


NAMED = re.compile(r'"(?:zh|en)"|LANGUAGES\[|\.(?:zh|en)\b')
MAY_NAME = {
    "content/schema/report.py": "what a report is called that prints no title",
    "content/schema/text.py": "the languages of a site that names none, and what editors complete",
    "content/schema/units.py": "units.yaml calls a unit by its Chinese",
    "content/units.py": "so does the table that the program ships",
    "content/established.py": "a list of official English, by its Chinese",
    "gate/achievement.py": "its table has the words of a claim by language",
    "gate/glossary.py": "official English of Chinese terms",
    "gate/goal_titles.py": "only English tells what is done from what is to be done by the form of its verb",
    "gate/opposites.py": "its table has the words of a direction by language",
    "gate/place_names.py": "pinyin is how English writes a Chinese name",
    "gate/titles.py": "only Chinese is compared by pairs of characters",
    "i18n/registry.py": "imports the languages",
    "diagnostics/catalogue.py": "the languages of the program itself",
    "diagnostics/diagnostic.py": "a problem as plain text is in English",
    "preview/error_page.py": "the program's language as HTML names it",
}
"""Below workreport/, besides the languages themselves, the readers of figures, and what drafts a Chinese record."""


def test_no_other_module_names_a_language() -> None:
    found = set()
    for path in (ROOT / "workreport").rglob("*.py"):
        name = path.relative_to(ROOT / "workreport").as_posix()
        code = re.sub(r'"""(?:.|\n)*?"""', "", path.read_text("utf-8"))
        if NAMED.search(code) and not name.startswith(("draft/", "figures/", "i18n/zh", "i18n/en")):
            found.add(name)
    assert found == set(MAY_NAME)
