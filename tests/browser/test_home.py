"""The home page asks what was promised and answers with a wall of all promises; nothing on it stands twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.specimens import read

HOME = {"zh": "index.html", "en": "en/index.html"}


SQUARES = ".wall li li a"


@pytest.mark.parametrize("lang", HOME)
def test_the_question_and_the_wall_are_on_the_first_screen(lang: str, served: str, new_page: NewPage) -> None:
    for width, height, last in ((1280, 900, f"{SQUARES} >> nth=120"), (360, 740, ".kinds li:last-child")):
        page = new_page(width=width, height=height)
        page.goto(served + HOME[lang])
        for selector in (".kicker", "h1", ".lead", "#find input", last):
            box = page.locator(selector).first.bounding_box()
            assert box is not None, selector
            assert box["y"] + box["height"] <= height, f"{selector} at {width}"
    assert (
        page.locator(".kicker").inner_text().startswith({"zh": "天津市河东区", "en": "Hedong District, Tianjin"}[lang])
    )


@pytest.mark.parametrize("lang", HOME)
def test_each_commitment_is_a_square_that_leads_to_it(lang: str, site: Path, served: str, page: Page) -> None:
    rows = {row[f"url_{lang}"].rpartition("/")[2]: row for row in read(site, "commitments")}
    page.goto(served + HOME[lang])
    found = page.locator(SQUARES).evaluate_all("all => all.map(a => [a.pathname.split('/').pop(), a.textContent])")
    assert sorted(name for name, _ in found) == sorted(rows)
    for name, text in found:
        assert text.startswith(rows[name][f"title_{lang}"]), name
    counts = [int(text) for text in page.locator(".kinds strong").all_inner_texts()]
    assert sum(counts) == len(rows) == 184
    numbers = {row["commitment"] for row in read(site, "targets") if row["value"] not in ("", None)}
    assert counts[-1] == len(rows) - len(numbers), "promises without a number"
    assert len(page.locator(".wall a.words").all()) == counts[-1]


def test_the_kinds_are_told_apart_without_colour(served: str, new_page: NewPage) -> None:
    """In the system's own colours and on paper the borders stay, each kind with widths of its own."""
    page = new_page(width=360)
    page.goto(served + "index.html")
    widths = """all => new Set(all.map(i => {
      const s = getComputedStyle(i);
      return [s.borderTopWidth, s.borderLeftWidth].join();
    })).size"""
    for media in ({"forced_colors": "active"}, {"forced_colors": "none", "media": "print"}):
        page.emulate_media(**media)  # type: ignore[arg-type]
        assert page.locator(".kinds i").evaluate_all(widths) == 4
        styles = page.locator(".kinds i, .wall li li a").evaluate_all(
            "all => all.map(i => getComputedStyle(i).borderTopStyle)"
        )
        assert set(styles) == {"solid"}
    expect(page.locator("#find")).to_be_hidden()


def test_the_wall_by_keyboard(served: str, new_page: NewPage) -> None:
    """A topic is one stop; the arrows go on; the title of the square is seen, and Escape takes it away."""
    page = new_page(width=360, height=740)
    page.goto(served + "index.html")
    stops = page.locator(f"{SQUARES}:not([tabindex='-1'])")
    assert stops.count() == page.locator(".wall > li").count()
    page.locator("#find button").focus()
    page.keyboard.press("Tab")
    past = page.locator(".past")
    assert page.locator(".past a").evaluate("a => a === document.activeElement")
    box = past.bounding_box()
    assert box is not None
    assert box["height"] > 20, "what skips the wall is not seen"
    expect(past.locator(".keys")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    first = page.locator(SQUARES).first
    expect(first).to_be_focused()
    page.keyboard.press("ArrowRight")
    second = page.locator(SQUARES).nth(1)
    expect(second).to_be_focused()
    title = second.locator(".sr")
    box, square = title.bounding_box(), second.bounding_box()
    assert box is not None
    assert square is not None
    assert box["width"] >= 300
    assert square["y"] + square["height"] <= box["y"], "the title lies over its square"
    page.keyboard.press("Escape")
    assert title.evaluate("e => getComputedStyle(e).clipPath") == "inset(50%)"
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(second).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".wall > li:nth-child(2) ul a").first).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator(".wall > li:nth-child(2) ul a").last).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/2023/commitments/*.html")


def test_without_scripts_every_square_is_a_link(served: str, new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(served + "index.html")
    assert page.locator(f"{SQUARES}[tabindex]").count() == 0
    expect(page.locator(".past .keys")).to_be_hidden()
    expect(page.locator("#find")).to_be_hidden()
    expect(page.locator(".nav a[href$='search.html']")).to_be_visible()
    page.locator(SQUARES).nth(30).click()
    assert "/2023/commitments/" in page.url


@pytest.mark.parametrize("lang", HOME)
def test_goals_that_can_be_compared_come_with_what_moved_first(
    lang: str, site: Path, served: str, new_page: NewPage
) -> None:
    same = {
        row["target_url_zh"].partition("#")[2]: row
        for row in read(site, "comparisons")
        if row["comparability"] == "same"
    }
    page = new_page(width=360)
    page.goto(served + HOME[lang])
    anchors = page.locator(".goals h3 a").evaluate_all("all => all.map(a => a.hash.slice(1))")
    assert anchors[:2] == ["pocket-parks", "gdp-growth"]
    assert sorted(anchors) == sorted(same)
    orders = [same[anchor]["order"] for anchor in anchors]
    ranks = [{"higher": 0, "lower": 0, "equal": 1}.get(order, 2) for order in orders]
    assert ranks == sorted(ranks)
    drawn = page.locator(".goals li").evaluate_all("all => all.map(li => li.querySelector('.slope') !== null)")
    assert drawn == [bool(order) for order in orders], "a slope where the words leave the order open"
    headline = page.locator(".headline h3 a").evaluate_all("all => all.map(a => a.hash.slice(1))")
    assert headline
    assert not set(headline) & set(anchors), "a goal stands twice"


@pytest.mark.parametrize("lang", HOME)
def test_each_count_leads_to_as_many_rows(lang: str, site: Path, served: str, page: Page) -> None:
    wanted = Counter(row["order"] or "open" for row in read(site, "comparisons") if row["comparability"] == "same")
    page.goto(served + HOME[lang])
    links = page.locator(".tally a").evaluate_all(
        "all => all.map(a => [a.href, a.querySelector('strong').textContent])"
    )
    assert {href.rpartition("=")[2]: int(n) for href, n in links} == wanted
    for href, n in links:
        page.goto(href)
        assert page.locator("table.compare tbody tr:visible").count() == int(n), href


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
