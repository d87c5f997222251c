"""The search as residents use it: Chinese anywhere in a word, pinyin, English; by address, from disk, without scripts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage


def documents(site: Path, lang: str) -> list[list[Any]]:
    (script,) = (site / "assets").glob(f"search-{lang}.*.js")
    text = script.read_text("utf-8")
    found: list[list[Any]] = json.loads(text[text.index("[\n") : text.rindex("]") + 1])
    return found


def count(page: Page) -> int:
    text = page.locator("#count").inner_text()
    return int("".join(c for c in text.partition("，")[0] if c.isdigit()) or 0)


@pytest.mark.parametrize("query", ["口袋公园", "袋公", "学位", "停车", "小学", "15", "预计"])
def test_chinese_is_found_anywhere_in_a_word(query: str, site: Path, served: str, page: Page) -> None:
    """As many as there are, and no others: the truth is counted here, over all shown texts."""
    page.goto(served + "search.html")
    page.fill("#q", query)
    truth = [
        d for d in documents(site, "zh") if any(query in text for text in (d[2], d[3]) if d[0] != 5 or text == d[3])
    ]
    assert truth
    assert count(page) == len(truth)
    shown = page.locator("#results li")
    assert shown.count() == min(len(truth), 60)
    for item in shown.all():
        assert query in item.inner_text()
        assert item.locator("mark").count()


@pytest.mark.parametrize(
    ("path", "query", "first"),
    [
        ("search.html", "koudaigongyuan", "口袋公园"),
        ("search.html", "kdgy", "口袋公园"),
        ("search.html", "養老　中心", "建成的街道综合养老服务中心"),
        ("search.html", "口袋公園", "口袋公园"),
        ("en/search.html", "口袋公園", "pocket parks"),
        ("search.html", "Pocket Parks", "建成的口袋公园"),
        ("search.html", "５Ｇ", "建成的5G基站"),
        ("search.html", "养老　中心", "建成的街道综合养老服务中心"),
        ("en/search.html", "pocket parks", "pocket parks"),
        ("en/search.html", "口袋公园", "pocket parks"),
        ("en/search.html", "JOBS new", "New jobs"),
    ],
)
def test_other_ways_to_write_it(path: str, query: str, first: str, served: str, page: Page) -> None:
    page.goto(served + path)
    page.fill("#q", query)
    assert page.locator("#results a").first.inner_text().lower() == first.lower()


def test_a_search_has_an_address(served: str, new_page: NewPage) -> None:
    page = new_page(width=360)
    page.goto(served + "search.html?q=" + "停车")
    n = count(page)
    assert n > 0
    assert page.input_value("#q") == "停车"
    page.fill("#q", "学位")
    page.wait_for_url("**/search.html?q=%E5%AD%A6%E4%BD%8D")
    page.reload()
    assert page.input_value("#q") == "学位"
    page.fill("#q", "")
    expect(page.locator("#count")).to_have_text("")
    page.wait_for_url("**/search.html")


def test_results_lead_to_their_page(served: str, page: Page) -> None:
    for folder, query in (("", "新增就业"), ("en/", "new jobs")):
        page.goto(f"{served}{folder}search.html?q={query}")
        links = [link.get_attribute("href") for link in page.locator("#results a").all()][:4]
        for link in links:
            page.goto(f"{served}{folder}{link}")
            if "#" in str(link):
                assert page.locator(f"[id='{str(link).partition('#')[2]}']").count() == 1


def test_keyboard_alone(served: str, page: Page) -> None:
    page.goto(served + "en/search.html")
    page.locator("#q").focus()
    page.keyboard.type("kindergartens")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#results') !== null")
    page.keyboard.press("Enter")
    page.wait_for_url("**/2022/metrics/*kindergartens.html")


def test_nothing_is_found_and_said(served: str, page: Page) -> None:
    page.goto(served + "search.html")
    page.fill("#q", "<img src=x onerror=alert(1)>")
    assert page.locator("#count").inner_text() == "没有找到"
    assert page.locator("#results img").count() == 0
    assert page.locator("#count").get_attribute("role") == "status"


def test_from_disk(site: Path, new_page: NewPage) -> None:
    page = new_page(width=360)
    page.goto((site / "search.html").as_uri())
    page.fill("#q", "口袋公园")
    assert count(page) == 5


def test_without_scripts_there_are_other_ways(served: str, new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(served + "search.html")
    assert not page.locator("#q").is_visible()
    assert page.get_by_text("搜索需要浏览器脚本").is_visible()
    assert page.locator(".ways a").count() > 10
    page.locator(".ways a").first.click()
    assert page.locator("h1").inner_text()
