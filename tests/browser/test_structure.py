"""What every page of the site has, read from its HTML: a title, an outline, languages, tables, links, no scripts."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import NamedTuple

import pytest
from playwright.sync_api import Page

from tests import LANGUAGES
from tests.browser.conftest import NewPage
from tests.browser.specimens import Specimen
from tests.fuzz.html import DATA
from tools.weigh import made
from workreport.i18n import language
from workreport.pages.page import LARGE

_CHINESE = re.compile("[\u3400-\u9fff]")
_VOID = {"meta", "link", "br", "img", "hr", "wbr", "input", "source"}


class Tag(NamedTuple):
    """An element's start: its name, its attributes, the language it stands in, and its ancestors' names."""

    name: str
    attributes: dict[str, str]
    lang: str
    within: tuple[str, ...]


class Read(NamedTuple):
    """A page: its path, its elements in order, and its texts with the language and the element of each."""

    path: str
    lang: str
    tags: list[Tag]
    texts: list[tuple[str, str, str]]

    def all(self, *names: str) -> list[Tag]:
        return [tag for tag in self.tags if tag.name in names]

    def text(self, name: str) -> str:
        return "".join(text for text, _, within in self.texts if within == name)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.tags: list[Tag] = []
        self.texts: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        lang = attributes.get("lang") or (self.open[-1][1] if self.open else "")
        self.tags.append(Tag(tag, attributes, lang, tuple(name for name, _ in self.open)))
        if tag not in _VOID:
            self.open.append((tag, lang))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            name, _ = self.open.pop()
            assert name == tag, f"</{tag}> closes <{name}>"

    def handle_data(self, data: str) -> None:
        if self.open and data.strip():
            self.texts.append((data.strip(), self.open[-1][1], self.open[-1][0]))


@pytest.fixture(scope="module")
def pages(site: Path) -> list[Read]:
    """Every page of the site."""
    found = []
    for file in sorted(site.rglob("*.html")):
        reader = _Reader()
        reader.feed(file.read_text(encoding="utf-8"))
        path = file.relative_to(site).as_posix()
        found.append(
            Read(
                path, next((x for x in LANGUAGES if path.startswith(f"{x}/")), LANGUAGES[0]), reader.tags, reader.texts
            )
        )
    assert len(found) > 50
    return found


def _report(problems: Iterator[str]) -> None:
    found = list(problems)
    assert not found, "\n".join(found[:50])


def test_titles_are_unique(pages: list[Read]) -> None:
    """Over both languages. Only the pages that say where another page went share a title, and a frame has its item's."""
    signposts = tuple(language(lang).words[word] for lang in LANGUAGES for word in ("moved", "retired"))
    titles = Counter(page.text("title") for page in pages if "/embed/" not in page.path)
    assert "" not in titles
    _report(
        f"{n} pages are called “{title}”" for title, n in titles.items() if n > 1 and not title.startswith(signposts)
    )


def test_language_of_the_page(pages: list[Read]) -> None:
    _report(
        f"{page.path}: {tag.attributes}"
        for page in pages
        for tag in page.all("html")
        if tag.attributes.get("lang") != language(page.lang).tag
    )


def test_runs_of_the_other_language_are_marked(pages: list[Read]) -> None:
    """On English pages all Chinese stands in lang=zh-Hans; that mark stands on nothing else. A title cannot be marked."""

    def problems() -> Iterator[str]:
        for page in pages:
            for text, lang, within in page.texts:
                if within not in ("title", "script") and page.lang == "en":
                    if _CHINESE.search(text) and lang != language("zh").tag:
                        yield f"{page.path}: not marked as Chinese: {text[:60]}"
                    if lang == language("zh").tag and not _CHINESE.search(text) and re.search("[A-Za-z]{4}", text):
                        yield f"{page.path}: marked as Chinese: {text[:60]}"
            for tag in page.tags:
                for name in ("aria-label", "title", "alt"):
                    if (
                        page.lang == "en"
                        and _CHINESE.search(tag.attributes.get(name, ""))
                        and tag.lang != language("zh").tag
                    ):
                        yield f"{page.path}: not marked as Chinese: {name}={tag.attributes[name]}"

    _report(problems())


def test_outline(pages: list[Read]) -> None:
    """One h1, and no level left out on the way down."""

    def problems() -> Iterator[str]:
        for page in pages:
            levels = [int(tag.name[1]) for tag in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
            if levels.count(1) != 1 or levels[0] != 1:
                yield f"{page.path}: the headings are {levels}"
            yield from (f"{page.path}: h{b} after h{a}" for a, b in pairwise(levels) if b > a + 1)

    _report(problems())


def test_landmarks(pages: list[Read]) -> None:
    """One header, one main, one footer, and navigations that are told apart by name. What goes into another page's frame
    has a main alone.
    """

    def problems() -> Iterator[str]:
        for page in pages:
            for name in ("header", "main", "footer"):
                if name != "main" and "/embed/" in page.path:
                    continue
                if len([tag for tag in page.all(name) if tag.within == ("html", "body")]) != 1:
                    yield f"{page.path}: not one {name}"
            names = [tag.attributes.get("aria-label", "") for tag in page.all("nav")]
            if not all(names) or len(set(names)) < len(names):
                yield f"{page.path}: the navigations are called {names}"

    _report(problems())


def test_tables_have_headers(pages: list[Read]) -> None:
    def problems() -> Iterator[str]:
        for page in pages:
            for tag in page.all("th"):
                if tag.attributes.get("scope") != ("col" if "thead" in tag.within else "row"):
                    yield f"{page.path}: a th without its scope: {tag.attributes}"
            rows = sum("tbody" in tag.within for tag in page.all("tr"))
            if rows != sum("tbody" in tag.within for tag in page.all("th")):
                yield f"{page.path}: a row without a header"
            if len(page.all("table")) != len(page.all("thead")):
                yield f"{page.path}: a table without column headers"

    _report(problems())


def test_no_scripts_and_no_inline_styles(pages: list[Read]) -> None:
    """The policy forbids inline code; a script is a file of the site. One runs before the page is painted, the rest wait."""

    def problems() -> Iterator[str]:
        for page in pages:
            yield from (f"{page.path}: <{tag.name}>" for tag in page.all("style", "iframe", "object", "base"))
            for tag in page.all("script"):
                source = tag.attributes.get("src", "")
                if tag.attributes.get("type") in DATA:
                    continue
                if "/" not in source or ("defer" not in tag.attributes and "/choices." not in source):
                    yield f"{page.path}: a script that is not a deferred file"
            for text, _, within in page.texts:
                data = json.loads(text) if within == "script" else None
                if isinstance(data, dict) and "groups" not in data and data["@context"] != "https://schema.org":
                    yield f"{page.path}: a script in the page"
            for tag in page.tags:
                for name, value in tag.attributes.items():
                    if name == "style" or name.startswith("on") or value.lower().startswith("javascript:"):
                        yield f"{page.path}: <{tag.name} {name}={value[:40]}>"

    _report(problems())


def test_links_are_relative_and_lead_somewhere(pages: list[Read], site: Path) -> None:
    """No address names a host or begins at the host's root; every file that is linked to exists."""
    files = {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()}

    def problems() -> Iterator[str]:
        for page in pages:
            for tag in page.tags:
                for name in ("href", "src"):
                    to = tag.attributes.get(name)
                    if to is None:
                        continue
                    target = normpath(join(dirname(page.path), re.split("[?#]", to)[0])) if to[:1] != "#" else page.path
                    if ":" in to or to.startswith("/") or target not in files:
                        yield f"{page.path}: {name}={to}"

    _report(problems())


def test_language_switch_of_every_page(pages: list[Read]) -> None:
    """It leads to the same page in the other language, and says in that language which one it is."""

    def problems() -> Iterator[str]:
        for page in pages:
            if "/embed/" in page.path:
                continue  # its one link leads to a page that has the switch
            other = LANGUAGES[1] if page.lang == LANGUAGES[0] else LANGUAGES[0]
            own = page.path if page.lang == LANGUAGES[0] else page.path.partition("/")[2]
            wanted = own if other == LANGUAGES[0] else f"{other}/{own}"
            for tag in page.all("a"):
                if tag.attributes.get("class") == "switch":
                    to = normpath(join(dirname(page.path), tag.attributes["href"]))
                    if (to, tag.lang, tag.attributes.get("hreflang")) != (
                        wanted,
                        language(other).tag,
                        language(other).tag,
                    ):
                        yield f"{page.path}: {tag.attributes}"
                    break
            else:
                yield f"{page.path}: no switch"

    _report(problems())


def test_pages_are_small(site: Path) -> None:
    """A page of the site stays under 100 KB; only the ones that list everything may be longer."""
    long = {page.output for page in made() if page.type.budget >= LARGE}
    _report(
        f"{path}: {file.stat().st_size:,} bytes"
        for file in site.rglob("*.html")
        if (path := file.relative_to(site).as_posix()) not in long and file.stat().st_size >= 100_000
    )


@pytest.mark.parametrize("width", [360, 1280])
def test_tables_are_tables_to_assistive_technology(
    width: int, specimens: tuple[Specimen, ...], served: str, new_page: NewPage
) -> None:
    """Also where CSS lays a row out as a card: Chromium's own accessibility tree has rows, cells and their headers."""
    page = new_page(width)
    compare = next(s for s in specimens if s.kind == "compare" and s.lang == "en")
    page.goto(served + compare.path)
    roles = _roles(page)
    # Tables in closed disclosures are not in the tree.
    tables, rows = page.locator("table.compare").count(), page.locator("table.compare tbody tr").count()
    assert roles["table"] == tables
    assert roles["row"] == rows + tables
    assert roles["rowheader"] == rows
    assert roles["columnheader"] == 4 * tables
    assert roles["cell"] == 3 * rows


def _roles(page: Page) -> Counter[str]:
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return Counter(node["role"]["value"] for node in nodes if not node["ignored"])
