"""What a reader may choose: large type, light or dark, reading aloud. It stays from page to page, and loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests import LANGUAGES
from tests.browser.conftest import NewPage, until
from tests.browser.specimens import Specimen
from tests.browser.test_axe import AXE, BY_SIGHT, problems
from tests.browser.test_layout import _OVERFLOW

_SMALL_TYPE = """() => {
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || e.closest('svg, .sr, .skip, sub')) continue;
    const style = getComputedStyle(e);
    if (style.display === 'none' || !e.getClientRects().length) continue;
    if (parseFloat(style.fontSize) < 24 - 0.01) found.add(`${e.tagName}.${e.className}: ${style.fontSize}`);
  }
  return [...found];
}"""

_SMALL_TARGETS = """() => {
  const found = [], main = '.nav a, .tools button, .ways a, #search input';
  for (const e of document.querySelectorAll('a[href], summary, button, input')) {
    if (!e.getClientRects().length || e.matches('.skip') || e.closest('details:not([open]) > :not(summary)')) continue;
    const style = getComputedStyle(e), box = e.getBoundingClientRect(), least = e.matches(main) ? 60 : 44;
    if (style.display === 'inline') continue;
    if (box.height < least - 0.5) found.push(`${e.textContent.trim().slice(0, 20)}: ${box.height.toFixed(0)} < ${least}`);
  }
  return found;
}"""


def elder(page: Page) -> None:
    page.locator(".menu summary").click()
    page.locator("#tool-elder").click()
    assert page.locator("html[data-elder]").count() == 1


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [320, 1280])
def test_large_type_is_large_everywhere_and_fits(
    width: int, lang: str, specimens: tuple[Specimen, ...], served: str, new_page: NewPage
) -> None:
    page = new_page(width=width)
    page.goto(served + "index.html")
    elder(page)
    found: list[str] = []
    for specimen in specimens:
        # A page in somebody else's frame has that page's size of type.
        if specimen.lang == lang and not specimen.kind.startswith("embed"):
            page.goto(served + specimen.path)
            for script in (_SMALL_TYPE, _SMALL_TARGETS, _OVERFLOW):
                found += [f"{specimen.path} at {width}: {p}" for p in page.evaluate(script)]
    assert not found, "\n".join(found[:60])


@pytest.mark.parametrize(("lang", "scheme"), [("zh", "light"), ("en", "dark")])
def test_axe_finds_nothing_in_large_type(
    lang: str, scheme: str, specimens: tuple[Specimen, ...], served: str, new_page: NewPage
) -> None:
    """What depends on colour or width, contrast of 7:1 included, at 320 px; targets again at 1280 px.

    The page is the same as in usual type, where all rules are asked; in large type more of it may have to scroll.
    """
    page = new_page(width=320, color_scheme=scheme)
    page.goto(served + "index.html")
    elder(page)
    found: list[str] = []
    for specimen in specimens:
        if (specimen.lang, specimen.end) == (lang, "fullest"):
            page.set_viewport_size({"width": 320, "height": 800})
            page.goto(served + specimen.path)
            page.evaluate(AXE)
            found += problems(page, f"{specimen.path} 320", (*BY_SIGHT, "scrollable-region-focusable"))
            if not specimen.long:
                page.set_viewport_size({"width": 1280, "height": 800})
                found += problems(page, f"{specimen.path} 1280", BY_SIGHT[2:])
    assert not found, "\n".join(found[:40])


def test_large_type_stays_and_can_be_undone(served: str, new_page: NewPage) -> None:
    page = new_page(width=360)
    page.goto(served + "index.html")
    before = page.locator("main").inner_text()
    elder(page)
    page.goto(served + "en/2023/compare.html")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "24px"
    page.locator(".menu summary").click()
    button = page.locator("#tool-elder")
    assert button.inner_text() == "Leave large type"
    button.click()
    assert button.inner_text() == "Large type"
    page.keyboard.press("Escape")
    assert not page.locator("#tool-elder").is_visible()
    page.goto(served + "index.html")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "18px"
    assert page.locator("main").inner_text() == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_or_dark_by_choice(scheme: str, served: str, new_page: NewPage) -> None:
    page = new_page(color_scheme=scheme)
    paper = "getComputedStyle(document.body).backgroundColor"
    page.goto(served + "index.html")
    button = page.locator("#tool-dark")
    page.locator(".menu summary").click()
    assert button.get_attribute("aria-pressed") == str(scheme == "dark").lower()
    own = page.evaluate(paper)
    button.click()
    other = page.evaluate(paper)
    assert other != own
    page.goto(served + "en/about.html")
    page.locator(".menu summary").click()
    assert page.evaluate(paper) == other
    assert button.get_attribute("aria-pressed") == str(scheme == "light").lower()
    button.click()
    assert page.evaluate(paper) == own


_VOICE = """
window.said = [];
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
Object.defineProperty(window, 'speechSynthesis', { value: {
  speaking: false,
  speak(u) { window.said.push([u.lang, u.text]); this.speaking = true;
    setTimeout(() => { if (this.speaking && window.said.length < 12) { this.speaking = false; u.onend(); } }, 5); },
  cancel() { this.speaking = false; },
} });
"""


def test_reading_aloud_in_both_languages(served: str, new_page: NewPage) -> None:
    """A page's text in order, each piece in its language; a second press stops it."""
    page = new_page()
    page.add_init_script(_VOICE)
    page.goto(served + "en/2023/commitments/new-jobs.html")
    button = page.locator("#tool-aloud")
    page.locator(".menu summary").click()
    assert button.inner_text() == "Read aloud"
    button.click()
    assert button.inner_text() == "Stop reading"
    until(page, "window.said.length >= 12")
    said = page.evaluate("window.said")
    assert [text for _, text in said][:2] == [
        "Create at least 16,500 new jobs over the year",
        "2022 outcome",
    ]
    assert {lang for lang, _ in said} == {"en-US", "zh-CN"}
    assert any(lang == "zh-CN" and "1.65万人" in text for lang, text in said)
    button.click()
    assert button.inner_text() == "Read aloud"


def test_no_voice_no_button(served: str, new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script("Object.defineProperty(window, 'speechSynthesis', { value: undefined })")
    page.goto(served + "index.html")
    page.locator(".menu summary").click()
    assert page.locator("#tool-elder").is_visible()
    assert not page.locator("#tool-aloud").is_visible()


def test_without_scripts_there_are_no_buttons(served: str, new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(served + "index.html")
    assert not page.locator(".menu").is_visible()


def test_choices_stay_on_disk_too_and_nothing_jumps(site: Path, new_page: NewPage) -> None:
    page = new_page(width=360)
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.shift += e.value))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page.goto((site / "index.html").as_uri())
    elder(page)
    page.goto((site / "2022/innovation.html").as_uri())
    assert page.evaluate("document.documentElement.hasAttribute('data-elder')")
    page.wait_for_timeout(200)
    assert page.evaluate("window.shift") < 0.01
