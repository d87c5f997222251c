"""The site works wherever it is put: opened from disk, or served from a folder of somebody else's host."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from tests import LANGUAGES
from tests.browser.conftest import NewPage
from tests.browser.specimens import Specimen, read
from workreport.i18n import language

CLICKED = ("home", "section-tasks", "metric-compared", "commitment-targets", "compare")
"""The types of page on which links are clicked; test_structure.py reads the links of every page."""


@pytest.fixture(params=["served", "disk"])
def base(request: pytest.FixtureRequest, served: str, site: Path) -> str:
    """The address of the site's root, with a slash at its end."""
    return served if request.param == "served" else site.as_uri() + "/"


def _follow(page: Page, selector: str, nth: int = 0) -> str:
    """Click a link as a reader does; returns the address that it led to."""
    link = page.locator(selector).nth(nth)
    to = urljoin(page.url, link.get_attribute("href"))
    link.click()
    page.wait_for_url(to)
    assert page.locator("h1").count() == 1, f"{to} is not a page"
    return page.url


def test_styles_apply(base: str, specimens: tuple[Specimen, ...], page: Page) -> None:
    for specimen in specimens:
        if specimen.end == "emptiest" or (specimen.lang != LANGUAGES[0] and specimen.kind != "home"):
            continue
        page.goto(base + specimen.path)
        assert page.evaluate("getComputedStyle(document.body).fontVariantNumeric") == "tabular-nums", specimen.path
        sheets = page.locator("link[rel=stylesheet]").count()
        assert page.evaluate("[...document.styleSheets].length") == sheets >= 1, specimen.path


@pytest.mark.parametrize("lang", LANGUAGES)
def test_main_navigation(lang: str, base: str, page: Page) -> None:
    """Every entry leads to its page, which marks that entry and no other."""
    home = base + ("index.html" if lang == LANGUAGES[0] else f"{lang}/index.html")
    page.goto(home)
    entries = page.locator(".nav a").all_inner_texts()
    assert len(entries) >= 5
    for nth, entry in enumerate(entries):
        _follow(page, ".nav a", nth)
        assert page.locator(".nav a.here").all_inner_texts() == [entry]
        assert page.locator("html").get_attribute("lang") == language(lang).tag
        _follow(page, ".brand .name")
        assert page.url == home


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_header_of_a_phone_is_one_row(lang: str, served: str, new_page: NewPage) -> None:
    """Brand, topics, places, search, the menu of reading options and the other language; the rest is in the footer."""
    page = new_page(360)
    page.goto(served + ("" if lang == LANGUAGES[0] else f"{lang}/") + "2023/commitments/new-jobs.html")
    assert {"zh": ["主题", "地点", "搜索"], "en": ["Topics", "Places", "Search"]}[lang] == [
        link.inner_text() for link in page.locator(".nav a").all() if link.is_visible()
    ]
    tops = page.locator(".brand .name, .nav li:not(.wide), .menu summary, .brand .switch").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).map(b => Math.round(b.top + b.height / 2))"
    )
    assert max(tops) - min(tops) <= 6, tops
    footer = page.locator(".footer nav a").all_inner_texts()
    assert set(page.locator(".nav a").all_text_contents()) <= set(footer)


def test_a_draft_says_so_first(served: str, new_page: NewPage) -> None:
    page = new_page(360, java_script_enabled=False)
    page.goto(served + "2023/commitments/new-jobs.html")
    banner = page.locator("header .banner")
    assert banner.inner_text() == "草稿：尚未正式发布，内容还会改动。"
    assert page.locator("body").inner_text().count("草稿") == 1
    page.goto(served + "../mini/index.html")
    assert not banner.count()


def test_language_switch_leads_to_the_same_page(base: str, specimens: tuple[Specimen, ...], page: Page) -> None:
    for specimen in specimens:
        if specimen.lang != LANGUAGES[0] or specimen.kind not in CLICKED or specimen.end == "emptiest":
            continue
        page.goto(base + specimen.path)
        assert _follow(page, ".switch") == f"{base}{LANGUAGES[1]}/{specimen.path}"
        assert page.locator("html").get_attribute("lang") == language(LANGUAGES[1]).tag
        assert _follow(page, ".switch") == base + specimen.path


def test_language_switch_keeps_what_is_asked_and_where(base: str, page: Page) -> None:
    """What was chosen on the page goes along, too, though the address changed after the page was loaded."""
    page.goto(f"{base}2023/compare.html?class=same#falls")
    page.locator("#filters summary").click()
    page.fill("input[name=q]", "口袋")
    _follow_to(page, ".switch", f"{base}en/2023/compare.html?class=same&q=%E5%8F%A3%E8%A2%8B#falls")
    page.goto(f"{base}2023/commitments/new-jobs.html#new-jobs")
    _follow_to(page, ".switch", f"{base}en/2023/commitments/new-jobs.html#new-jobs")


def _follow_to(page: Page, selector: str, to: str) -> None:
    page.locator(selector).click()
    page.wait_for_url(to)
    assert page.locator("h1").count() == 1


def test_breadcrumb_leads_up(base: str, specimens: tuple[Specimen, ...], page: Page) -> None:
    for specimen in specimens:
        if (specimen.kind, specimen.end) != ("commitment-targets", "fullest"):
            continue
        page.goto(base + specimen.path)
        crumbs = page.locator(".crumbs a").count()
        assert crumbs == page.locator(".crumbs li").count() == 3, "the page itself is no way up"
        for nth in range(crumbs):
            text = page.locator(".crumbs a").nth(nth).inner_text()
            _follow(page, ".crumbs a", nth)
            if nth:
                # A space that keeps a number with its unit is a space.
                assert text.split() == page.locator("h1").inner_text().split()
            page.goto(base + specimen.path)


@pytest.mark.parametrize("name", ["metrics", "commitments"])
def test_previous_and_next(name: str, base: str, site: Path, page: Page) -> None:
    """Next and previous are each other's way back, and pass through a section in the order of its items."""
    by_section: dict[tuple[int, str], list[str]] = {}
    for row in read(site, name):
        by_section.setdefault((row["year"], row["section"]), []).append(row["url_en"])
    first, second, *_ = max(by_section.values(), key=len)
    page.goto(base + first)
    assert page.locator("a[rel=prev]").count() == 0
    assert _follow(page, "a[rel=next]") == base + second
    assert _follow(page, "a[rel=prev]") == base + first


@pytest.mark.parametrize("lang", LANGUAGES)
def test_quote_leads_to_its_sentence(lang: str, base: str, site: Path, new_page: NewPage) -> None:
    """On a phone, the link under a quote brings its sentence into sight, marked."""
    page = new_page(360)
    for row in (read(site, "metrics")[-1], read(site, "commitments")[0], read(site, "commitments")[-1]):
        page.goto(base + row[f"url_{lang}"])
        _follow(page, ".quote figcaption a")
        target = page.locator(":target")
        expect(target).to_be_in_viewport()
        assert _bare(row["quote"])[:6] in _bare(target.inner_text())
        assert target.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_figures_of_the_report_lead_to_their_pages(
    lang: str, base: str, specimens: tuple[Specimen, ...], page: Page
) -> None:
    """A figure in the whole report opens the page that shows the same figure, and that page's quote leads back."""
    report = next(s for s in specimens if s.kind == "report" and s.lang == lang)
    page.goto(base + report.path)
    figures = page.locator(".zh a.fig").count()
    assert figures
    for nth in {0, figures // 2, figures - 1}:
        page.goto(base + report.path)
        number = re.findall("[0-9.]+", page.locator(".zh a.fig").nth(nth).inner_text())
        _follow(page, ".zh a.fig", nth)
        quote = _bare(" ".join(page.locator("blockquote").all_inner_texts()))
        assert all(n in quote for n in number), page.url


def test_readable_without_scripts(specimens: tuple[Specimen, ...], served: str, new_page: NewPage) -> None:
    """With JavaScript off, every page says what it says with it."""
    with_scripts, without = new_page(), new_page(java_script_enabled=False)
    for specimen in specimens:
        # Scripts open the contents of a report on a wide screen, put the search in place of the note on it, and leave of the
        # tables under a chart to choose those that it draws (test_explorer.py).
        if specimen.lang != LANGUAGES[0] or specimen.kind in ("report", "search", "explorer"):
            continue
        with_scripts.goto(served + specimen.path)
        without.goto(served + specimen.path)
        without.evaluate("document.querySelectorAll('.chart .more').forEach(e => e.remove())")
        text = without.locator("main").inner_text()
        # What scripts add: tabs round a chart in place of a disclosure, the filters of comparisons, a box to search from,
        # what the arrows do on the wall, and the note that explains a term.
        with_scripts.evaluate(
            "document.querySelectorAll('.tabs, .tip, .filters, #only, .actions button, .narrow, .find, .keys, .term-note').forEach(e => e.remove())"
        )
        assert len(text) > len(without.locator("h1").inner_text()), specimen.path
        assert text == with_scripts.locator("main").inner_text(), specimen.path


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_list_of_places_narrows_as_one_types(lang: str, base: str, page: Page) -> None:
    """By a name in the page's language or in the report's; the sentence is on the page."""
    page.goto(base + ("" if lang == LANGUAGES[0] else f"{lang}/") + "places.html")
    shown = page.locator("#places > div:visible")
    whole = shown.count()
    page.fill("#place", "八纬路")
    assert shown.count() < whole
    assert page.locator("#bawei-road").is_visible()
    assert str(shown.count()) in page.locator("#found").inner_text()
    page.locator("#bawei-road summary").click()
    said = page.locator("#bawei-road details p").first
    assert {"zh": "八纬路", "en": "Bawei Road"}[lang] in said.inner_text()
    _follow(page, "#bawei-road details a")
    expect(page.locator(":target")).to_be_in_viewport()
