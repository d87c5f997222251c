"""On paper: A4, the text, and nothing that only makes sense on a screen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.specimens import Specimen
from workreport.i18n import LANGUAGES

ONLY_ON_SCREEN = (".skip", ".nav", ".crumbs", ".around", ".switch", ".footer nav", ".contents")
A4 = (595, 842)
"""In points."""


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["commitment-targets", "compare", "report"])
def test_prints_on_a4(kind: str, lang: str, specimens: tuple[Specimen, ...], served: str, page: Page) -> None:
    specimen = next(s for s in specimens if (s.kind, s.lang) == (kind, lang))
    page.emulate_media(color_scheme="dark")
    page.goto(served + specimen.path)
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert boxes
    assert {(round(float(w)), round(float(h))) for w, h in boxes} == {A4}
    assert b"/FontFile2" in pdf or b"/FontFile3" in pdf or b"/Type3" in pdf, "there is no text on the paper"
    assert len(boxes) >= (4 if kind == "report" else 1)

    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": 650, "height": 920})
    for selector in ONLY_ON_SCREEN:
        for hidden in page.locator(selector).all():
            expect(hidden).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("main")).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
