"""Everything can be reached and seen with the keyboard alone, in the order in which it is read."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.specimens import Specimen

_FOCUSABLE = "a[href]:not([tabindex='-1']), summary, button:not([tabindex='-1']), input, select, textarea, [tabindex]:not([tabindex='-1'])"

TABBED = ("home", "section-tasks", "metric-compared", "commitment-targets", "compare", "about")

# The focused element: where it stands in the document, how its outline is drawn, and whether it can be seen.
_FOCUSED = """selector => {
  const e = document.activeElement, style = getComputedStyle(e), box = e.getClientRects()[0];
  const x = box.left + box.width / 2, y = box.top + box.height / 2, top = document.elementFromPoint(x, y);
  return {
    index: [...document.querySelectorAll(selector)].filter(f => f.getClientRects().length && !f.closest('details:not([open]) > :not(summary)')).indexOf(e),
    name: e.textContent.trim().slice(0, 30),
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    colour: style.outlineColor,
    paper: getComputedStyle(document.body).backgroundColor,
    seen: top !== null && (e.contains(top) || top.contains(e)) && box.left >= 0 && box.right <= innerWidth,
  };
}"""


@pytest.mark.parametrize(("lang", "width"), [("zh", 360), ("en", 1280)])
def test_skip_link(lang: str, width: int, specimens: tuple[Specimen, ...], served: str, new_page: NewPage) -> None:
    """The first Tab shows the link past the navigation; it works."""
    page = new_page(width)
    for specimen in specimens:
        if specimen.lang != lang or specimen.end == "emptiest" or specimen.kind.startswith("embed"):
            continue
        page.goto(served + specimen.path)
        skip = page.locator(".skip")
        expect(skip).not_to_be_in_viewport()
        page.keyboard.press("Tab")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport(ratio=1)
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("#main$"))
        page.keyboard.press("Tab")
        inside = page.evaluate(
            "document.activeElement.closest('main, footer') !== null && !document.activeElement.closest('header')"
        )
        assert inside, specimen.path


@pytest.mark.parametrize(("lang", "width", "scheme"), [("zh", 360, "light"), ("en", 1280, "dark")])
def test_focus_is_seen_and_in_order(
    lang: str, width: int, scheme: str, specimens: tuple[Specimen, ...], served: str, new_page: NewPage
) -> None:
    """Tab by Tab through a page: each link in turn, its outline at least 2 px, nothing over it."""
    page = new_page(width, color_scheme=scheme)
    problems: list[str] = []
    for specimen in specimens:
        if specimen.lang == lang and specimen.kind in TABBED:
            page.goto(served + specimen.path)
            problems += [f"{specimen.path}: {problem}" for problem in _tab_through(page)]
    assert not problems, "\n".join(problems)


def _tab_through(page: Page) -> list[str]:
    # What a closed disclosure holds is not there for the keyboard.
    total = page.evaluate(
        "s => [...document.querySelectorAll(s)].filter(f => f.getClientRects().length && !f.closest('details:not([open]) > :not(summary)')).length",
        _FOCUSABLE,
    )
    problems: list[str] = []
    for nth in range(min(total, 40)):
        page.keyboard.press("Tab")
        focused: dict[str, Any] = page.evaluate(_FOCUSED, _FOCUSABLE)
        if focused["index"] != nth:
            return [*problems, f"Tab {nth + 1} reached number {focused['index'] + 1}: {focused['name']}"]
        if focused["outline"] < 2 or focused["colour"] == focused["paper"]:
            problems.append(f"no outline: {focused['name']}")
        if not focused["seen"]:
            problems.append(f"covered: {focused['name']}")
    return problems
