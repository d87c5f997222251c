"""Nothing runs out of the page sideways, nothing is cut off, and targets are large enough to tap."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NewPage
from tests.browser.specimens import Specimen

SIZES = ((320, 256), (320, 800), (360, 800), (1280, 800))
"""320 × 256 is what a window of 1280 × 1024 shows at 400 %."""

# Elements that are hidden from sight on purpose (a table's caption and, on a phone, its head) are left out.
_OVERFLOW = """() => {
  const hidden = '.sr, .skip, .compare thead, .compare thead *';
  const wide = innerWidth, root = document.scrollingElement, found = [];
  if (root.scrollWidth > root.clientWidth) found.push(`scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`);
  for (const e of document.body.querySelectorAll('*')) {
    if (wide < 896 ? e.matches(hidden) : e.matches('.sr, .skip')) continue;
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    if (style.display === 'none' || box.width === 0) continue;
    const name = `${e.tagName.toLowerCase()}.${e.className} “${e.textContent.trim().slice(0, 30)}”`;
    if (box.right > wide + 0.5 || box.left < -0.5) found.push(`outside: ${name}`);
    if (style.display !== 'inline' && e.scrollWidth > e.clientWidth + 1) found.push(`too wide: ${name}`);
    if (style.overflowY !== 'visible' && e.scrollHeight > e.clientHeight + 1) found.push(`cut off: ${name}`);
  }
  return found;
}"""

# WCAG 2.5.8: 24 × 24 px, except links within a sentence.
_SMALL = """() => {
  const found = [];
  for (const e of document.querySelectorAll('a[href], summary, button, input, select')) {
    const style = getComputedStyle(e);
    if (style.display === 'none' || e.closest('details:not([open]) > :not(summary)')) continue;
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


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_is_cut_off(
    width: int, height: int, specimens: tuple[Specimen, ...], served: str, new_page: NewPage
) -> None:
    page = new_page(width, height)
    problems: list[str] = []
    for specimen in specimens:
        page.goto(served + specimen.path)
        problems += _overflow(page, specimen.path)
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize(
    "style",
    [
        # WCAG 1.4.12, and the size to which WeChat's care mode enlarges the text.
        pytest.param(
            "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
            "p { margin-bottom: 2em !important }",
            id="spaced",
        ),
        pytest.param("html { font-size: 23.8px !important }", id="enlarged"),
    ],
)
def test_readers_own_text_settings(
    style: str, specimens: tuple[Specimen, ...], served: str, new_page: NewPage
) -> None:
    page = new_page(320, bypass_csp=True)
    problems: list[str] = []
    for specimen in specimens:
        if specimen.kind not in ("report", "sitemap"):
            page.goto(served + specimen.path)
            page.add_style_tag(content=style)
            problems += _overflow(page, specimen.path)
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("width", [360, 1280])
def test_targets_can_be_tapped(
    width: int, specimens: tuple[Specimen, ...], served: str, new_page: NewPage
) -> None:
    page = new_page(width)
    problems: list[str] = []
    for specimen in specimens:
        page.goto(served + specimen.path)
        found: list[str] = page.evaluate(_SMALL)
        problems += [f"{specimen.path}: {problem}" for problem in found]
    assert not problems, "\n".join(problems)
