"""The explorer: a group drawn by ECharts under the pages' policy, with its list, its table, its address and its pictures."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.test_axe import AXE, problems

ROWS = "#x-rows tbody tr:not([hidden])"


def explore(page: Page, root: str, query: str = "") -> dict[str, Any]:
    """The page with its chart drawn, and what it was given."""
    page.goto(f"{root}explore.html{query}")
    page.locator("#x-chart svg").wait_for()
    found: dict[str, Any] = json.loads(page.locator("#explorer-data").text_content() or "")
    return found


def middle(page: Page, text: str) -> tuple[float, float]:
    """Where the row of the chart is that has this label."""
    box = page.locator("#x-chart text", has_text=text).first.bounding_box()
    assert box is not None
    return box["x"] + 100, box["y"] + box["height"] + 30


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_group_is_a_chart_a_list_and_a_table(lang: str, served: str, new_page: NewPage) -> None:
    """Every group of the list, narrow: what is drawn is listed, what belongs to it is in the table, no text lies on another."""
    page = new_page(width=320)
    data = explore(page, served + ("" if lang == "zh" else "en/"))
    select = page.locator("#x-group")
    assert select.evaluate("s => [...s.options].map(o => o.value)") == list(data["groups"])
    for key, group in data["groups"].items():
        select.select_option(key)
        labels = [row["label"] for path in group["charts"] for row in data["charts"][path]["rows"]]
        assert page.locator("#x-items a").all_inner_texts() == labels, key
        assert page.locator(ROWS).count() == len(group["rows"]), key
        assert page.locator("#x-title").inner_text() == group["title"]
        found = page.evaluate("""() => {
          const texts = [...document.querySelectorAll('#x-chart text')].map(t => [t.textContent, t.getBoundingClientRect()]);
          const over = (a, b) => a.left < b.right - 2 && b.left < a.right - 2 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
          return texts.flatMap(([one, a], i) => texts.slice(i + 1).filter(([, b]) => over(a, b)).map(([two]) => one + ' / ' + two))
            .concat(texts.filter(([, t]) => t.right > document.documentElement.clientWidth).map(([one]) => one));
        }""")
        assert not found, (key, found)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_with_keys_a_row_says_its_sentences_and_leads_to_its_page(served: str, page: Page) -> None:
    data = explore(page, served + "en/", "?group=topic-parks")
    chart = data["charts"]["2023/charts/target-pocket-parks"]["rows"][0]
    link = page.get_by_role("navigation", name="Figures of this chart").get_by_role("link", name=chart["label"])
    page.locator("#x-items a").first.focus()
    page.keyboard.press("End")
    page.keyboard.press("Home")
    while not link.evaluate("e => e === document.activeElement"):
        page.keyboard.press("ArrowDown")
    tip = page.locator("#x-chart .tip")
    expect(tip).to_be_visible()
    expect(tip).to_be_in_viewport()
    for role, label, figure, sentence in chart["sides"]:
        assert role in ("outcome", "goal")
        assert f"{label} {figure} {sentence}" in tip.inner_text()
    assert chart["says"] in tip.inner_text()
    assert page.locator("#x-rows tr.lit th").inner_text().startswith("Pocket parks")
    page.evaluate(AXE)
    assert not problems(page, "with a tip")
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url("**/2023/commitments/pocket-parks.html#pocket-parks")


def test_a_mouse_reads_and_clicks_and_a_finger_reads_first(served: str, new_page: NewPage) -> None:
    page = new_page()
    explore(page, served, "?group=topic-parks")
    page.mouse.move(*middle(page, "口袋公园"))
    tip = page.locator("#x-chart .tip")
    expect(tip).to_contain_text("41个口袋公园")
    assert page.locator("#x-items .lit").inner_text() == "口袋公园"
    page.mouse.click(*middle(page, "口袋公园"))
    page.wait_for_url("**/2023/commitments/pocket-parks.html#pocket-parks")
    finger = new_page(width=360, has_touch=True)
    explore(finger, served, "?group=topic-parks")
    finger.locator("#x-chart").scroll_into_view_if_needed()
    finger.touchscreen.tap(*middle(finger, "口袋公园"))
    expect(finger.locator("#x-chart .tip")).to_contain_text("41个口袋公园")
    assert "explore.html" in finger.url
    finger.locator("#x-chart .tip a").tap()
    finger.wait_for_url("**/2023/commitments/pocket-parks.html#pocket-parks")


_DRAWN = """role => [...document.querySelectorAll('#x-chart path, #x-chart circle')].filter(
  e => [e.getAttribute('fill'), e.getAttribute('stroke')].includes(`var(--chart-${role})`)).length"""


@pytest.mark.parametrize("disk", [False, True])
def test_what_is_chosen_stands_in_the_address(disk: bool, site: Path, served: str, page: Page) -> None:
    root = site.as_uri() + "/" if disk else served
    explore(page, root)
    page.locator("#x-group").select_option("unit-pocket-parks")
    assert page.evaluate(_DRAWN, "outcome") > 0
    page.get_by_role("button", name="结果").click()
    assert page.evaluate(_DRAWN, "outcome") == 0
    page.locator("#x-zoom").fill("75")
    assert page.url.endswith("explore.html?group=unit-pocket-parks&hide=outcome&zoom=75")
    said, ticks = page.locator("#x-count").inner_text(), page.locator("#x-chart text").all_text_contents()
    assert "画到头" in said
    assert "0" in ticks, "also from nearer an axis begins at zero"
    assert "50" not in ticks
    page.reload()
    page.locator("#x-chart svg").wait_for()
    assert page.locator("#x-count").inner_text() == said
    assert page.evaluate(_DRAWN, "outcome") == 0
    assert page.get_by_role("button", name="结果").get_attribute("aria-pressed") == "false"
    explore(page, root, "?group=nonsense")
    assert "“nonsense”" in page.locator("#x-count").inner_text()
    assert page.locator("#x-items a").count() == 10


def test_what_may_not_be_compared_stands_in_the_table_alone(site: Path, served: str, page: Page) -> None:
    data = explore(page, served + "en/")
    group = next(g for key, g in data["groups"].items() if key.startswith("section-2023-") and len(g["rows"]) > 4)
    page.locator("#x-group").select_option(label=group["title"])
    drawn = [p for p in group["charts"] if len(data["charts"][p]["rows"][0]["sides"]) > 1]
    assert f": {len(group['rows']) - len(drawn)}. They are in the table." in page.locator("#x-count").inner_text()
    classes = page.locator(ROWS).evaluate_all("all => all.map(r => r.dataset.class)")
    assert classes.count("same") == len(drawn)
    assert set(classes) > {"same"}


def test_a_picture_has_its_title_its_figures_and_its_source(served: str, page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    data = explore(page, served + "en/", "?group=topic-parks")
    with page.expect_download() as waited:
        page.get_by_role("button", name="SVG").click()
    text = Path(waited.value.path()).read_text("utf-8")
    assert waited.value.suggested_filename == "topic-parks.svg"
    assert "var(--" not in text, "it has colours of its own"
    assert "<style" not in text
    said = [element.text for element in ElementTree.fromstring(text).iter("{http://www.w3.org/2000/svg}text")]
    assert {data["groups"]["topic-parks"]["title"], "Pocket parks", "Outcomes", "Goals", *data["source"]} <= set(said)
    with page.expect_download() as waited:
        page.get_by_role("button", name="PNG").click()
    with Image.open(io.BytesIO(Path(waited.value.path()).read_bytes())) as picture:
        assert picture.width == 1440
        assert len(picture.convert("RGB").resize((72, 72)).getcolors(72 * 72) or ()) > 20


def test_large_type_makes_the_chart_large(served: str, new_page: NewPage) -> None:
    page = new_page(width=360)
    explore(page, served, "?group=topic-parks")
    size = "parseFloat(getComputedStyle(document.querySelector('#x-chart text')).fontSize)"
    before = page.evaluate(size)
    page.locator(".menu summary").click()
    page.locator("#tool-elder").click()
    assert page.evaluate(size) >= 1.3 * before
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_without_scripts_it_is_its_tables(served: str, new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(served + "explore.html")
    expect(page.locator("#explorer")).to_be_hidden()
    assert page.locator("#x-rows tbody tr").count() == 51
    assert page.locator("#x-others table").count() > 3
