"""A term is explained where it stands: on hover, focus and tap; and as a list where scripts do not run."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.specimens import Specimen

PARK = {"zh": "2023/commitments/pocket-parks.html", "en": "en/2023/commitments/pocket-parks.html"}


def _meaning(page: Page) -> str:
    return page.locator("#term-pocket-park dd").inner_text()


@pytest.mark.parametrize("lang", PARK)
def test_hover_shows_and_leaving_hides(lang: str, served: str, page: Page) -> None:
    page.goto(served + PARK[lang])
    note = page.locator(".term-note")
    expect(note).to_be_hidden()
    page.locator("a.term").hover()
    expect(note).to_be_visible()
    assert note.inner_text() == _meaning(page)
    note.hover()
    page.wait_for_timeout(400)
    expect(note).to_be_visible()
    page.locator("h1").hover()
    expect(note).to_be_hidden()


def test_keyboard_shows_and_escape_hides(served: str, page: Page) -> None:
    page.goto(served + PARK["zh"])
    note = page.locator(".term-note")
    page.locator("a.term").focus()
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    page.keyboard.press("Tab")
    expect(note).to_be_hidden()
    assert page.url.endswith("pocket-parks.html")


@pytest.mark.parametrize("lang", PARK)
def test_a_tap_shows_within_the_screen(lang: str, served: str, new_page: NewPage) -> None:
    page = new_page(width=360, height=740, has_touch=True)
    page.goto(served + PARK[lang])
    note = page.locator(".term-note")
    page.locator("a.term").tap()
    expect(note).to_be_visible()
    box = note.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    page.locator("h1").tap()
    expect(note).to_be_hidden()
    page.locator("a.term").tap()
    page.locator("a.term").tap()
    expect(note).to_be_hidden()


@pytest.mark.parametrize("place", ["server", "disk"])
def test_without_scripts_a_term_leads_to_the_list(place: str, site: Path, served: str, new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(served + PARK["zh"] if place == "server" else (site / PARK["zh"]).as_uri())
    page.locator("a.term").click()
    assert page.url.endswith("#term-pocket-park")
    expect(page.locator("#term-pocket-park dd")).to_be_visible()
    page.locator("#term-pocket-park a").click()
    assert page.url.endswith("glossary.html#pocket-park")


def test_every_term_is_marked_once_and_listed(specimens: tuple[Specimen, ...], served: str, page: Page) -> None:
    marked = 0
    for specimen in specimens:
        page.goto(served + specimen.path)
        terms, told, listed = page.evaluate(
            """() => { const own = [...document.querySelectorAll('a.term')]; return [
            own.map(a => a.hash.slice(1)), own.map(a => a.getAttribute('aria-describedby')),
            [...document.querySelectorAll('.explained dl > div')].map(d => d.id)]; }"""
        )
        assert len(terms) == len(set(terms)), specimen.path
        assert set(terms) <= set(listed), specimen.path
        assert len(listed) == len(set(listed)), specimen.path
        assert told == terms, specimen.path
        marked += len(terms)
        if specimen.kind == "report":
            assert len(terms) >= 60, specimen.path
    assert marked > 150
