"""axe-core finds nothing: every rule that it has, on every type of page, narrow and wide, light and dark."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page

from tests import LANGUAGES
from tests.browser.conftest import NewPage
from tests.browser.specimens import Specimen

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
BY_COLOUR = ("color-contrast", "color-contrast-enhanced")
BY_SIGHT = (*BY_COLOUR, "link-in-text-block", "target-size")
"""The rules whose answer depends on the width or the colours; the others are asked once a page.

Both contrasts: the enhanced rule passes what is below 4.5:1, since the other one finds that.
"""
# An experimental rule that guesses: a metric's figure is large and bold, and no heading.
_NOT_ASKED = "p-as-heading"

_RUN = """async ([only, not]) => {
  const ids = only.length ? only : axe.getRules().map(rule => rule.ruleId).filter(id => !not.includes(id));
  const rules = Object.fromEntries(ids.map(id => [id, {enabled: true}]));
  const runOnly = {type: 'rule', values: ids};
  const result = await axe.run(document, {resultTypes: ['violations'], runOnly, rules});
  return result.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary}`));
}"""


def problems(page: Page, where: str, only: tuple[str, ...] = (), but: tuple[str, ...] = ()) -> list[str]:
    found: list[str] = page.evaluate(_RUN, [list(only), [*but, _NOT_ASKED]])
    return [f"{where}: {problem}" for problem in found]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing(lang: str, specimens: tuple[Specimen, ...], served: str, new_page: NewPage) -> None:
    """All rules at 320 px in light; what depends on colour or width again at 1280 px and in dark.

    Then the two other pairs of width and scheme, but for long pages. Colours are the same in both languages and on the
    short page of a kind: contrast is asked in one language, and the other pairs on the full page.
    """
    page = new_page(320)
    found: list[str] = []
    for specimen in specimens:
        if specimen.lang != lang:
            continue
        page.set_viewport_size({"width": 320, "height": 800})
        page.emulate_media(color_scheme="light")
        page.goto(served + specimen.path)
        page.evaluate(AXE)
        first = lang == LANGUAGES[0]
        found += problems(page, f"{specimen.path} 320 light", but=() if first else BY_COLOUR)
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size({"width": 1280, "height": 800})
        found += problems(page, f"{specimen.path} 1280 dark", BY_SIGHT if first else BY_SIGHT[2:])
        if not first or specimen.long or specimen.end == "emptiest":
            continue
        page.set_viewport_size({"width": 320, "height": 800})
        found += problems(page, f"{specimen.path} 320 dark", BY_COLOUR)
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1280, "height": 800})
        found += problems(page, f"{specimen.path} 1280 light", BY_COLOUR)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "media",
    [
        pytest.param({"contrast": "more", "color_scheme": "light"}, id="more-light"),
        pytest.param({"contrast": "more", "color_scheme": "dark"}, id="more-dark"),
        pytest.param({"forced_colors": "active", "color_scheme": "dark"}, id="forced"),
    ],
)
def test_high_contrast(media: dict[str, Any], specimens: tuple[Specimen, ...], served: str, new_page: NewPage) -> None:
    """More contrast, and the system's own colours, keep the contrast of level AAA."""
    page = new_page()
    page.emulate_media(**media)
    found: list[str] = []
    for specimen in specimens:
        if (specimen.lang, specimen.end) == (LANGUAGES[0], "fullest") and not specimen.long:
            page.goto(served + specimen.path)
            page.evaluate(AXE)
            found += problems(page, specimen.path, BY_COLOUR)
    assert not found, "\n".join(found)
