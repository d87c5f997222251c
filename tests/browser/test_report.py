"""The whole report: one language or both, contents that follow, every figure and promise a link, a place that is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage, until
from tests.browser.specimens import read

REPORT = {"zh": "2023/report.html", "en": "en/2023/report.html"}
VIEWS = ("view-zh", "view-both", "view-en")


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("place", ["server", "disk"])
@pytest.mark.parametrize("lang", REPORT)
def test_one_language_or_both(lang: str, place: str, scripts: bool, site: Path, served: str, new_page: NewPage) -> None:
    page = new_page(width=360, java_script_enabled=scripts)
    page.goto(served + REPORT[lang] if place == "server" else (site / REPORT[lang]).as_uri())
    chinese, english = page.locator("#p12s1 .zh"), page.locator("#p12s1 .english")
    assert page.locator("#view-zh" if lang == "zh" else "#view-both").is_checked()
    for view in VIEWS:
        page.locator(f"label[for={view}]").click()
        expect(chinese).to_be_visible(visible=view != "view-en")
        expect(english).to_be_visible(visible=view != "view-zh")


@pytest.mark.parametrize("lang", REPORT)
def test_side_by_side_on_a_wide_screen_and_stacked_on_a_phone(lang: str, served: str, new_page: NewPage) -> None:
    for width in (360, 1280):
        page = new_page(width=width)
        page.goto(served + REPORT[lang])
        page.locator("label[for=view-both]").click()
        left, right = page.locator("#p12s1 .zh").bounding_box(), page.locator("#p12s1 .english").bounding_box()
        assert left is not None
        assert right is not None
        if width == 1280:
            assert left["x"] + left["width"] <= right["x"]
            assert abs(left["y"] - right["y"]) < 4
        else:
            assert left["y"] + left["height"] <= right["y"]


def test_the_choice_is_made_by_keyboard_too(served: str, page: Page) -> None:
    page.goto(served + REPORT["zh"])
    page.locator("#view-zh").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#p12s1 .english")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#p12s1 .zh")).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("lang", REPORT)
def test_contents_follow_the_reader(lang: str, width: int, served: str, new_page: NewPage) -> None:
    page = new_page(width=width)
    page.goto(served + REPORT[lang])
    contents = page.locator("#contents")
    assert page.evaluate("document.getElementById('contents').open") is (width == 1280)
    links = contents.locator("a")
    for index in (3, links.count() - 2, 5):
        if width == 360:
            contents.locator("summary").click()
        link = links.nth(index)
        text = link.inner_text()
        link.click()
        expect(contents.locator("a[aria-current]")).to_have_count(1)
        expect(link).to_have_attribute("aria-current", "true")
        heading = page.locator(f"[id='{str(link.get_attribute('href'))[1:]}']").bounding_box()
        bar = contents.bounding_box()
        assert heading is not None
        assert bar is not None
        assert 0 <= heading["y"] < 500
        if width == 360:
            assert page.evaluate("document.getElementById('contents').open") is False
            assert bar["y"] <= 1, "the bar has left the screen"
            assert heading["y"] >= bar["y"] + bar["height"] - 1, "the bar covers the heading"
            assert page.locator("#at").inner_text().endswith(text)
        else:
            own = link.bounding_box()
            assert own is not None
            assert 0 <= own["y"] <= 800 - 20, "the marked entry is out of sight"
            assert not page.locator("#at").is_visible()


def test_contents_open_without_scripts(served: str, new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(served + REPORT["zh"])
    page.locator("#contents summary").click()
    page.locator("#contents a").nth(4).click()
    assert "#h" in page.url


@pytest.mark.parametrize("lang", REPORT)
def test_every_figure_is_a_link_in_both_languages(lang: str, site: Path, served: str, page: Page) -> None:
    """The same pages are reached from the Chinese and from the English of each sentence."""
    page.goto(served + REPORT[lang])
    found = page.evaluate(
        """() => [...document.querySelectorAll('.sentence')].map(s => ['zh', 'english'].map(c =>
             [...s.querySelectorAll(`.${c} a.fig, .${c} a.also`)].map(a => a.getAttribute('href')).sort()))"""
    )
    assert [chinese for chinese, english in found if chinese != english] == []
    linked = {address.partition("/")[2] for chinese, _ in found for address in chinese}
    for name in ("metrics", "targets"):
        for row in read(site, name):
            if row["value"] not in ("", None):
                url = str(row.get("url_zh") or f"2023/commitments/{row['commitment']}.html")
                assert url.partition("#")[0] in linked, url


def test_a_figure_in_english_is_the_one_that_it_links_to(served: str, page: Page) -> None:
    page.goto(served + REPORT["en"])
    wanted = {
        "new-jobs": "16,500",
        "pm25": "36",
        "renowned-school-brands": "1–2",
        "waste-sorting-subdistricts": "60%",
    }
    for identifier, text in wanted.items():
        assert page.locator(f".english a[href*='/{identifier}.html']").first.inner_text() == text


@pytest.mark.parametrize("lang", REPORT)
def test_a_paragraph_has_a_link_to_itself(lang: str, served: str, page: Page) -> None:
    page.goto(served + REPORT[lang])
    number = page.locator("#p19 > .number")
    number.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#p19")
    expect(page.locator("#p19")).to_be_in_viewport()


@pytest.mark.parametrize("lang", REPORT)
def test_every_promise_is_reached_from_its_sentence(lang: str, site: Path, served: str, page: Page) -> None:
    """In both languages, by its title; and what is copied holds no arrows."""
    page.goto(served + REPORT[lang])
    found: list[tuple[str, str, str]] = page.evaluate(
        """() => [...document.querySelectorAll('.sentence')].flatMap(s => ['zh', 'english'].flatMap(c =>
             [...s.querySelectorAll(`.${c} a[href*=commitments]`)].map(
               a => [s.id, c, a.getAttribute('href').replace(/.*commitments./, '').replace(/[.]html.*/, '')])))"""
    )
    links = {tuple(one) for one in found}
    for row in read(site, "commitments"):
        for sentence in row["sentences"]:
            assert {(sentence, "zh", row["id"]), (sentence, "english", row["id"])} <= links, row["id"]
    title = {"zh": "承诺：加快创业载体建设", "en": "Commitment: "}[lang]
    assert str(page.locator("#p30s3 .zh a.to").nth(1).get_attribute("title")).startswith(title)
    assert "→" not in page.evaluate("getSelection().selectAllChildren(document.body), getSelection().toString()")


@pytest.mark.parametrize("width", [360, 1280])
def test_another_language_shows_the_sentence_that_is_read(width: int, served: str, new_page: NewPage) -> None:
    """By the buttons of the page, which keep it in its place, and by the link at the top of the page."""
    page = new_page(width=width)
    page.goto(served + REPORT["zh"])
    page.evaluate("document.getElementById('p30s1').scrollIntoView()")
    until(page, "document.querySelector('.switch').dataset.at === '#p30s1'")
    where = "document.getElementById('p30s1').getBoundingClientRect().top"
    before = page.evaluate(where)
    for view in ("view-both", "view-en", "view-zh"):
        page.locator(f"label[for={view}]").click()
        assert abs(page.evaluate(where) - before) < 2, view
    page.evaluate("scrollTo(0, 0)")
    page.locator(".switch").click()
    page.wait_for_url("**/" + REPORT["en"] + "#p30s1")
    expect(page.locator("#p30s1")).to_be_in_viewport()
    page.locator(".switch").click()
    page.wait_for_url("**/" + REPORT["zh"] + "#p30s1")


def test_a_link_arrives_at_once_and_a_click_glides(served: str, new_page: NewPage) -> None:
    page = new_page(reduced_motion="no-preference")
    page.goto(served + REPORT["zh"] + "#p30s3")
    how = "getComputedStyle(document.documentElement).scrollBehavior"
    assert page.evaluate(how) == "auto"
    expect(page.locator("#p30s3")).to_be_in_viewport()
    page.locator("#contents a").first.click()
    assert page.evaluate(how) == "smooth"
