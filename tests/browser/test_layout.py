"""Nothing runs out of the page sideways, nothing is cut off, and targets are large enough to tap."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests import LANGUAGES
from tests.browser.conftest import NewPage
from tests.browser.specimens import Specimen

SIZES = ((320, 256), (320, 800), (360, 800), (1280, 800))
"""320 × 256 is what a window of 1280 × 1024 shows at 400 %."""

SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
    "p { margin-bottom: 2em !important }"
)
ENLARGED = "html { font-size: 23.8px !important }"

# Elements that are hidden from sight on purpose (a table's caption and, on a phone, its head) are left out; so is the last
# crumb of a phone, which ends in an ellipsis and stands whole in the list of what there is to know of an item.
_OVERFLOW = """() => {
  const hidden = '.sr, .skip, .brand .name span, .compare thead, .compare thead *, [data-elder] .chart thead, [data-elder] .chart thead *';
  const wide = innerWidth, root = document.scrollingElement, found = [];
  if (root.scrollWidth > root.clientWidth) found.push(`scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`);
  for (const e of document.body.querySelectorAll('*')) {
    if (e.closest('svg')) continue;  // test_charts.py looks at these
    if (wide < 896 ? e.matches(hidden) : e.matches('.sr, .skip')) continue;
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    if (style.display === 'none' || box.width === 0) continue;
    const name = `${e.tagName.toLowerCase()}.${e.className} “${e.textContent.trim().slice(0, 30)}”`;
    if (box.right > wide + 0.5 || box.left < -0.5) found.push(`outside: ${name}`);
    if (style.display !== 'inline' && e.scrollWidth > e.clientWidth + 1) found.push(`too wide: ${name}`);
    if (style.overflowY === 'hidden' && e.scrollHeight > e.clientHeight + 1) found.push(`cut off: ${name}`);
  }
  return found;
}"""

# WCAG 2.5.8: 24 × 24 px, except links within a sentence.
_SMALL = """() => {
  const found = [];
  for (const e of document.querySelectorAll('a[href], summary, button, input, select')) {
    const style = getComputedStyle(e);
    if (!e.getClientRects().length || e.closest('details:not([open]) > :not(summary)')) continue;
    if (style.display === 'inline') {
      let block = e.parentElement;
      while (getComputedStyle(block).display === 'inline') block = block.parentElement;
      const copy = block.cloneNode(true);
      copy.querySelectorAll('a, .small, .label, .figure, .tag').forEach(part => part.remove());
      if (/[\\p{L}\\p{N}]/u.test(copy.textContent)) continue;
    }
    const box = e.getBoundingClientRect();
    if (box.height < 24 || box.width < 24) found.push(`${e.textContent.trim().slice(0, 30)} ` +
      `(${box.width.toFixed(1)} × ${box.height.toFixed(1)}) in ${e.parentElement.tagName}.${e.parentElement.className}`);
  }
  return found;
}"""


def _overflow(page: Page, where: str) -> list[str]:
    found: list[str] = page.evaluate(_OVERFLOW)
    return [f"{where}: {problem}" for problem in found]


def _small(page: Page, where: str) -> list[str]:
    found: list[str] = page.evaluate(_SMALL)
    return [f"{where}: {problem}" for problem in found]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_fits_every_width(lang: str, specimens: tuple[Specimen, ...], served: str, new_page: NewPage) -> None:
    """Nothing scrolls sideways or is cut off, and everything can be tapped, from a phone to a desktop."""
    page = new_page()
    problems: list[str] = []
    for specimen in specimens:
        if specimen.lang != lang:
            continue
        page.goto(served + specimen.path)
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            where = f"{specimen.path} at {width}"
            problems += _overflow(page, where) + _small(page, where)
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_readers_own_text_settings(lang: str, specimens: tuple[Specimen, ...], served: str, new_page: NewPage) -> None:
    """With the spacing of WCAG 1.4.12, and with text enlarged as WeChat's care mode does, nothing is lost at 320 px."""
    page = new_page(320, bypass_csp=True)
    problems: list[str] = []
    for specimen in specimens:
        if specimen.lang != lang or specimen.long:
            continue
        page.goto(served + specimen.path)
        for style in (SPACED, ENLARGED):
            sheet = page.add_style_tag(content=style)
            problems += _overflow(page, f"{specimen.path} with {style}")
            sheet.evaluate("sheet => sheet.remove()")
    assert not problems, "\n".join(problems)
