"""The Nu HTML checker finds no error; the style sheet asks for nothing that the oldest readers' browsers lack."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.browser.specimens import Specimen

ROOT = Path(__file__).resolve().parents[2]
CHECKER = ROOT / "tools/node_modules/vnu-jar/build/dist/vnu.jar"
STYLES = ROOT / "assets/site.css"

NOT_ERRORS = frozenset(
    [
        # Meant for one reader, Baidu, which asks for this tag and else may publish a reworked copy of the page.
        "Bad value “Cache-Control” for attribute “http-equiv” on element “meta”.",
    ]
)
"""What the checker says, by its exact words, and we know better."""

_KNOWN = """
align-items background border border-bottom border-collapse border-inline-start border-radius border-top border-width
box-sizing break-after break-inside clip-path color column-gap content cursor display flex-wrap font font-family font-size
font-variant-numeric font-weight grid-column grid-template-columns height justify-content left line-break
line-height list-style margin margin-bottom margin-inline-end margin-inline-start margin-top max-width
min-height min-width outline outline-offset overflow overflow-wrap padding padding-bottom padding-inline-start
padding-top position row-gap size stroke stroke-width table-layout text-align text-decoration text-overflow top vertical-align white-space width
z-index
"""
KNOWN = frozenset(_KNOWN.split())
"""Properties that Chromium 86 and Safari 13 have: the floor of STANDARDS. Add one only after looking that up.

Not among them though they look old: inset-* and the shorthands margin-block, margin-inline, padding-block and
padding-inline (Chromium 87), gap between flex items (Safari 14.1), aspect-ratio (Chromium 88).
"""
ENHANCEMENTS = frozenset(
    [
        "color-scheme",
        "forced-color-adjust",
        "scroll-behavior",
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
    found = list(_rules(STYLES.read_text(encoding="utf-8")))
    assert len(found) > 50
    return found


def _check(*arguments: str) -> list[str]:
    """What the Nu HTML checker says."""
    java = shutil.which("java")
    if java is None or not CHECKER.is_file():
        pytest.fail("the HTML checker is not installed; ./tools/setup-tests installs it", pytrace=False)
    command = [java, "-Xss4m", "-jar", str(CHECKER), "--errors-only", "--format", "json", *arguments]
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
    assert not TOO_NEW.search(re.sub(r"/\*.*?\*/", "", STYLES.read_text(encoding="utf-8"), flags=re.S))


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


def test_a_commitment_is_a_small_download(site: Path, specimens: tuple[Specimen, ...], record_property: Any) -> None:
    """The longest commitment with all that it loads, compressed as servers do, stays under 40 KB."""
    for specimen in specimens:
        if specimen.kind == "commitment-targets":
            html = (site / specimen.path).read_bytes()
            loaded = [html, *(f.read_bytes() for f in (site / "assets").iterdir() if f.name.encode() in html)]
            total = sum(len(gzip.compress(data, 6)) for data in loaded)
            record_property(f"bytes of {specimen.path}", total)
            print(f"{specimen.path}: {len(loaded)} files, {total:,} bytes compressed")
            assert len(loaded) >= 3
            assert total < 40_000
