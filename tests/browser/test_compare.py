"""Filtering the comparisons: by topic, class, order and word; shared by address; nothing missing without scripts."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NewPage


def shown(page: Page) -> list[str]:
    """The titles of the rows that are seen; a space that keeps a number with its unit is a space."""
    rows = [row for row in page.locator("table.compare tbody tr").all() if row.is_visible()]
    return [row.locator("th").inner_text().replace("\N{NO-BREAK SPACE}", " ") for row in rows]


@pytest.mark.parametrize("width", [360, 1280])
def test_each_filter_shows_what_it_names(width: int, site: Path, served: str, new_page: NewPage) -> None:
    """Counted in the open data, for every class, order and topic."""
    page = new_page(width=width)
    page.goto(served + "en/2023/compare.html")
    page.locator("#filters summary").click()
    comparisons = json.loads((site / "data/comparisons.json").read_text("utf-8"))
    for name in ("class", "order", "topics"):
        values = page.locator(f"select[name={name}] option").evaluate_all(
            "all => all.map(o => o.value).filter(Boolean)"
        )
        assert values
        for value in values:
            page.select_option(f"select[name={name}]", value)
            truth = sum(
                {
                    "class": row["comparability"] == value,
                    "order": (row["order"] or ("open" if row["comparability"] == "same" else "")) == value,
                    "topics": value in row["topics"],
                }[name]
                for row in comparisons
            )
            assert len(shown(page)) == truth > 0, (name, value)
            assert page.locator("#shown").inner_text() == f"{truth} of {len(comparisons)}"
        page.select_option(f"select[name={name}]", "")
    assert len(shown(page)) == len(comparisons)


def test_filters_work_together_and_by_address(served: str, new_page: NewPage) -> None:
    page = new_page(width=360)
    page.goto(served + "2023/compare.html")
    page.locator("#filters summary").click()
    page.select_option("select[name=class]", "same")
    page.fill("input[name=q]", "口袋")
    assert shown(page) == ["建设的口袋公园"]
    assert page.locator("#topic-jobs").is_hidden(), "a heading without rows is not shown"
    assert page.url.endswith("compare.html?class=same&q=%E5%8F%A3%E8%A2%8B")
    other = new_page(width=1280)
    other.goto(page.url)
    assert shown(other) == ["建设的口袋公园"]
    assert other.locator("#shown").get_attribute("role") == "status"
    other.locator("#filters summary").click()
    other.get_by_role("button", name="显示全部").click()
    assert len(shown(other)) == 51
    assert other.url.endswith("compare.html")


def test_an_address_that_makes_no_sense_shows_all(served: str, page: Page) -> None:
    page.goto(served + "2023/compare.html?class=nonsense&topics=x&other=1")
    assert len(shown(page)) == 51
    said = page.locator("#shown").inner_text()
    assert "“nonsense”" in said
    assert "“x”" in said
    assert "other" not in said, "what is no filter is somebody else's"
    assert page.locator(".unfiltered").is_visible()


@pytest.mark.parametrize("disk", [False, True])
def test_a_link_to_a_view_lands_on_its_rows(disk: bool, site: Path, served: str, new_page: NewPage) -> None:
    """On a phone: what is chosen as a chip under the title, the row on the first screen and in focus; the chip takes it away."""
    page = new_page(width=360, height=780)
    page.goto((site.as_uri() + "/" if disk else served) + "2023/compare.html?order=lower")
    assert page.locator("#only").inner_text() == "只看：低于2022年 ×1/51"
    assert page.evaluate("document.activeElement.id") == "results"
    row = page.locator("table.compare tbody tr:visible").bounding_box()
    assert row is not None
    assert row["y"] + row["height"] < 780
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('tr') !== null"), "the next stop is the row's link"
    page.locator("#chips button").click()
    assert len(shown(page)) == 51
    assert page.url.endswith("compare.html")
    assert page.locator("#filters summary").evaluate("e => e === document.activeElement")


def test_a_view_of_nothing_says_so(served: str, page: Page) -> None:
    page.goto(served + "en/2023/compare.html?q=zzz&class=same")
    assert shown(page) == []
    assert page.locator("#shown").inner_text() == "0 of 51 No goal is like that."
    page.locator("#chips button", has_text="zzz").click()
    assert len(shown(page)) == 10
    assert page.locator("#chips button").count() == 1


def test_from_disk(site: Path, page: Page) -> None:
    page.goto((site / "2023/compare.html").as_uri() + "?order=lower")
    assert shown(page) == ["建设的口袋公园"]


@pytest.mark.parametrize("disk", [False, True])
def test_a_view_is_a_file(disk: bool, site: Path, served: str, page: Page) -> None:
    """The lines of the open data, those that are shown and in the order in which they are."""
    page.goto(((site / "en").as_uri() + "/" if disk else served + "en/") + "2023/compare.html?class=same&sort=title")
    page.locator("#filters summary").click()
    with page.expect_download() as waited:
        page.get_by_role("button", name="Download this view (CSV)").click()
    assert waited.value.suggested_filename == "comparisons-2023.csv"
    found = Path(waited.value.path()).read_bytes()
    head, *lines = (site / "data/comparisons.csv").read_bytes().splitlines(keepends=True)
    assert found.startswith(head), "with the byte-order mark, for Excel and WPS"
    taken = found.splitlines(keepends=True)[1:]
    assert sorted(taken) == sorted(line for line in lines if b",same," in line)
    titles = [row["target_title_en"] for row in csv.DictReader(io.StringIO(found.decode("utf-8-sig")))]
    assert titles == shown(page)


def test_without_scripts_every_row_is_there(served: str, new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(served + "2023/compare.html?class=same")
    assert len(shown(page)) == 51
    assert page.locator("#filters").is_hidden()
    assert page.locator("a[href$='data/comparisons.csv'][download]").first.is_visible()


SORTED = ("report", "class", "order", "title")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sorted_as_asked_and_back(lang: str, width: int, site: Path, served: str, new_page: NewPage) -> None:
    page = new_page(width=width)
    page.goto(served + ("" if lang == "zh" else "en/") + "2023/compare.html")
    page.locator("#filters summary").click()
    before = shown(page)
    rows = json.loads((site / "data/comparisons.json").read_text("utf-8"))
    titles = [row[f"target_title_{lang}"] for row in rows]
    for name in SORTED:
        page.select_option("#f-sort", name)
        found = shown(page)
        assert sorted(found) == sorted(before)
        assert page.url.endswith(f"?sort={name}")
        assert page.locator("section[data-group] h2:visible").count() == 1
        if name == "report":
            assert found == titles
        if name == "class":
            classes = page.locator("table.compare tbody tr:visible").evaluate_all(
                "all => all.map(r => r.dataset.class)"
            )
            order = list(dict.fromkeys(classes))
            assert order == ["same", "basis_differs", "scope_differs", "qualitative", "no_baseline"]
            assert classes == sorted(classes, key=order.index)
        if name == "order":
            orders = page.locator("table.compare tbody tr:visible").evaluate_all("all => all.map(r => r.dataset.order)")
            assert list(dict.fromkeys(orders)) == ["higher", "equal", "lower", "open", ""]
        if name == "title" and lang == "en":
            assert [t.lower() for t in found] == sorted((t.lower() for t in found), key=lambda t: t.replace("-", " "))
    page.select_option("#f-sort", "")
    assert shown(page) == before
    assert page.url.endswith("compare.html")


def test_grouped_by_topic_without_scripts(served: str, new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(served + "en/2023/compare.html")
    for group in page.locator("section[data-group]").all():
        topic = str(group.get_attribute("aria-labelledby")).removeprefix("topic-")
        listed = group.locator("tbody tr").evaluate_all("all => all.map(r => r.dataset.topics.split(' ')[0])")
        assert set(listed) == {topic}
    assert page.locator("#same dd").is_visible()


def test_a_sorted_view_can_be_shared_and_filtered(served: str, page: Page) -> None:
    page.goto(served + "2023/compare.html?class=same&sort=title")
    assert len(shown(page)) == 10
    assert page.locator("#f-sort").input_value() == "title"
