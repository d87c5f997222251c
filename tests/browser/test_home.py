"""The home page answers in one screen: what this is, the headline figures, how the goals fall, how to find one's own."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.specimens import read

HOME = {"zh": "index.html", "en": "en/index.html"}


@pytest.mark.parametrize("lang", HOME)
def test_the_answer_is_on_the_first_screen(lang: str, served: str, new_page: NewPage) -> None:
    page = new_page(width=1280, height=900)
    page.goto(served + HOME[lang])
    for selector in (
        "h1",
        ".lead",
        ".headline li:last-child",
        "#falls",
        ".tally li:first-child",
        "#find input",
        ".ways li",
    ):
        box = page.locator(selector).first.bounding_box()
        assert box is not None, selector
        assert box["y"] + box["height"] <= 900, selector
    page = new_page(width=360, height=740)
    page.goto(served + HOME[lang])
    box = page.locator(".headline .pair").first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 740, "the first figures are below a phone's first screen"


@pytest.mark.parametrize("lang", HOME)
def test_headline_figures_and_goals_stand_side_by_side(lang: str, site: Path, served: str, new_page: NewPage) -> None:
    first = {row["id"] for row in read(site, "targets") if row["section"] == "2023/section/targets"}
    for width in (360, 1280):
        page = new_page(width=width)
        page.goto(served + HOME[lang])
        items = page.locator(".headline > li")
        assert items.count() == len(first)
        for index in range(items.count()):
            assert items.nth(index).locator("dt").count() == 2
            assert items.nth(index).locator(".class").inner_text()


@pytest.mark.parametrize("lang", HOME)
def test_each_count_leads_to_as_many_rows(lang: str, site: Path, served: str, page: Page) -> None:
    rows = read(site, "comparisons")
    wanted = Counter(row["comparability"] for row in rows)
    page.goto(served + HOME[lang])
    links = page.locator(".tally a").evaluate_all(
        "all => all.map(a => [a.href, a.closest('.small') ? a.textContent : a.previousElementSibling.textContent])"
    )
    assert sum(int("".join(c for c in text if c.isdigit())) for href, text in links if "class=" in href) == len(rows)
    seen = 0
    for href, text in links:
        n = int("".join(character for character in text if character.isdigit()))
        page.goto(href)
        assert page.locator("table.compare tbody tr:visible").count() == n, href
        if "class=" in href:
            assert wanted[href.rpartition("=")[2]] == n
            seen += 1
    assert seen == len(wanted)


@pytest.mark.parametrize("place", ["server", "disk"])
@pytest.mark.parametrize("lang", HOME)
def test_a_word_leads_to_its_results(lang: str, place: str, site: Path, served: str, new_page: NewPage) -> None:
    page = new_page(width=360)
    page.goto(served + HOME[lang] if place == "server" else (site / HOME[lang]).as_uri())
    page.locator("#find input").fill("口袋公园")
    page.locator("#find input").press("Enter")
    page.wait_for_url("**/search.html?q=*")
    expect(page.locator("#q")).to_have_value("口袋公园")
    assert page.locator("#results a[href*='pocket-parks']").count() >= 1
    page.go_back()
    page.locator("#find input").fill("parking")
    page.locator("#find button").click()
    page.wait_for_url("**/search.html?q=parking")


def test_without_scripts_there_is_no_box_that_does_nothing(served: str, new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(served + "index.html")
    expect(page.locator("#find")).to_be_hidden()
    expect(page.locator(".nav a[href$='search.html']")).to_be_visible()
