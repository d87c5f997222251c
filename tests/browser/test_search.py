"""The search as residents use it: Chinese anywhere in a word, pinyin, English; by address, from disk, without scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage

Answer = tuple[str, list[str], str, list[str]]


def shown(site: Path) -> list[str]:
    """What the Chinese page shows of each document: an item's title and text, a sentence of the report."""
    (script,) = (site / "assets").glob("search-zh.*.js")
    text = script.read_text("utf-8")
    data = json.loads(text[text.index("{") : text.rindex("}") + 1])
    entries = [*data["items"], *(entry for _, lines in data["reports"] for entry in lines)]
    return ["\n".join(entry[2:4]) if isinstance(entry[0], int) else entry[1] for entry in entries]


def count(page: Page) -> int:
    text = page.locator("#count").inner_text()
    return int("".join(c for c in text.partition("，")[0] if c.isdigit()) or 0)


@pytest.mark.parametrize("query", ["口袋公园", "袋公", "学位", "停车", "小学", "15", "预计"])
def test_chinese_is_found_anywhere_in_a_word(query: str, site: Path, served: str, page: Page) -> None:
    """As many as there are, and no others: the truth is counted here, over all shown texts. A number is found whole."""
    page.goto(served + "search.html")
    page.fill("#q", query)
    form = re.compile(rf"(?<![\d.]){query}(?!\d|[.,]\d)" if query.isdigit() else query)
    truth = [text for text in shown(site) if form.search(re.sub(r"\s", "", text))]
    assert truth
    assert count(page) == len(truth)
    results = page.locator("#results li")
    assert results.count() == min(len(truth), 60)
    for item in results.all():
        assert query in "".join(item.inner_text().split())
        assert item.locator("mark").count()


@pytest.mark.parametrize(
    ("path", "query", "first"),
    [
        ("search.html", "koudaigongyuan", "口袋公园"),
        ("search.html", "kdgy", "口袋公园"),
        ("search.html", "養老　中心", "建成的街道综合养老服务中心"),
        ("search.html", "口袋公園", "口袋公园"),
        ("en/search.html", "口袋公園", "pocket parks"),
        ("search.html", "Pocket Parks", "口袋公园"),
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


# What residents type, and where some of the first results must lead: topics, metrics (m), commitments (c), terms, sentences.
FOUND = {
    "search.html": """
        上学: topics/schools m/preschool-places | 幼升小: topics/schools c/new-primary-schools | 托儿所: topics/schools m/kindergartens
        补课: #double-reduction c/double-reduction | 看病: topics/health #family-doctor | 医保: #p30s8 | 中药: c/traditional-chinese-medicine
        养老院: topics/elderly-care m/elderly-care-centers | 老年人: topics/elderly-care | 老年食堂: m/seniors-canteens
        找工作: topics/jobs m/new-jobs | 下岗: topics/jobs m/zero-employment-households | 车位: topics/roads-parking m/public-parking-spaces
        老小区: topics/housing m/neighborhoods-renovated | 装电梯: #p29s4 | 修路: topics/roads-parking m/roads-repaired
        菜场: topics/shops-markets m/food-markets-upgraded | 雾霾: topics/environment #pm25 m/pm25-improvement | 厕所: #p29s10
        垃圾桶: topics/environment m/waste-sorting-rooms | 运动: topics/sport-culture | 贪污: topics/government c/integrity-risks
        gdp增速: m/gdp-growth c/gdp-growth #p12s4 | GDP: m/gdp-growth #p12s3 | 16500: m/new-jobs c/new-jobs #p30s3 | 1.65 万人: m/new-jobs
        地铁10号线: #p15s11 | 地铁　10 号线: #p15s11 | 5g基站: m/base-stations-5g | 附近有停车位吗: m/public-parking-spaces
        養老院: topics/elderly-care | shangxue: topics/schools | yanglaoyuan: m/elderly-care-centers | “口袋公园”: m/pocket-parks
        "pocket parks": m/pocket-parks #pocket-park | older people: topics/elderly-care | 老旧小区  改造: m/neighborhoods-renovated
    """,
    "en/search.html": """
        "pocket parks": #pocket-park m/pocket-parks | pocket park: m/pocket-parks | older people: topics/elderly-care #home-care-bed
        nursing homes: topics/elderly-care m/elderly-care-centers | find a job: topics/jobs m/new-jobs | smog: topics/environment #pm25
        hospital: topics/health | school admission: topics/schools | parking spaces: topics/roads-parking m/public-parking-spaces
        gdp growth: m/gdp-growth c/gdp-growth | 16500: m/new-jobs c/new-jobs | 1.65万: m/new-jobs | 16,500 jobs: #p30s3
        metro line 10: #p15s11 | wet market: m/food-markets-upgraded | air: topics/environment | how many parks: m/pocket-parks
        low-carbon: #p18s17 | low carbon: #p18s17 | 看病: topics/health | doctors: #family-doctor | cities: c/zero-waste-city
    """,
}
# What the report does not have: what is said, and the words that lead on.
EMPTY: dict[str, dict[str, tuple[str, list[str]]]] = {
    "search.html": {
        "房价": ("报告没有提到“房价”。", []),
        "外卖": ("报告没有提到“外卖”。", []),
        "地铁12号线": ("报告没有提到“地铁12号线”。", ["地铁"]),
        "口袋公园 外卖": ("报告没有提到“外卖”。", ["口袋公园"]),
        "公园 学位": ("没有一处同时提到“公园”“学位”。", ["公园", "学位"]),
        "老旧小区加装电梯": ("没有一处同时提到“老旧小区”“加装电梯”。", ["老旧小区", "加装电梯"]),
        "library": ("没有找到“library”。", []),
        "1.66万": ("报告没有提到“1.66万”。", []),
        "？！": ("没有找到", []),
        "<img src=x onerror=alert(1)>": ("没有找到“img”“src”“x”“onerror”“alert”。", ["1"]),
    },
    "en/search.html": {
        "library": ("The report does not mention “library”.", []),
        "bus": ("The report does not mention “bus”.", []),
        "kindergarten library": ("The report does not mention “library”.", ["kindergarten"]),
        "外卖": ("The report does not mention “外卖”.", []),
        "jobs in changsha": ("Nothing mentions “jobs” and “changsha” together.", ["jobs", "changsha"]),
        '"parks pocket"': ("The report does not mention “parks pocket”.", ["parks", "pocket"]),
    },
}
_ASK = """queries => queries.map(query => {
  const box = document.getElementById("q"), leads = document.getElementById("leads");
  const hrefs = list => [...list.querySelectorAll("a")].map(link => link.getAttribute("href"));
  box.value = query;
  box.dispatchEvent(new Event("input"));
  return [document.getElementById("count").textContent, hrefs(document.getElementById("results")),
    document.getElementById("instead").textContent, leads.hidden ? [] : hrefs(leads)];
})"""


def ask(page: Page, queries: Collection[str]) -> dict[str, Answer]:
    """What the page answers, by query: the count, where results lead, what was looked for instead, what leads on."""
    return dict(zip(queries, page.evaluate(_ASK, list(queries)), strict=True))


@pytest.mark.parametrize("path", FOUND)
def test_residents_find_what_they_mean(path: str, served: str, page: Page) -> None:
    wanted = {
        query.strip(): [link.replace("m/", "/metrics/").replace("c/", "/commitments/") for link in links.split()]
        for query, _, links in (entry.partition(":") for line in FOUND[path].splitlines() for entry in line.split("|"))
        if links
    }
    page.goto(served + path)
    answers = ask(page, wanted)
    wrong = {}
    for query, links in wanted.items():
        found, _, leads = answers[query][1:]
        first = [re.sub("[.]html$", "", href) for href in found[:12]]
        topics = [link for link in links if "topics/" in link]
        ranks = [next((at for at, href in enumerate(first) if href.endswith(link)), None) for link in links]
        if None in ranks or leads or (topics and "topics/" not in first[0]):
            wrong[query] = (links, first)
    assert not wrong


@pytest.mark.parametrize("path", EMPTY)
def test_what_the_report_does_not_mention_is_said(path: str, served: str, page: Page) -> None:
    page.goto(served + path)
    answers = ask(page, EMPTY[path])
    said = {}
    for query, (text, found, _, leads) in answers.items():
        assert found == []
        assert leads[-2:] == ["#ways", "2023/report.html"]
        said[query] = (text, [unquote(href.removeprefix("?q=")) for href in leads[:-2] if href.startswith("?q=")])
    assert said == EMPTY[path]
    assert page.locator("#count").get_attribute("role") == "status"
    assert page.locator("#search img").count() == 0
    assert tuple(ask(page, [""])[""]) == ("", [], "", [])


def test_what_leads_on_leads_on(served: str, page: Page) -> None:
    page.goto(served + "search.html")
    page.fill("#q", "公园 学位")
    assert [link.inner_text() for link in page.locator("#leads a").all()] == [
        "提到“公园”的有8条", "提到“学位”的有5条", "主题：公园与绿化", "全部主题", "读报告全文",
    ]  # fmt: skip
    page.locator("#leads a").first.click()
    expect(page.locator("#count")).to_have_text("找到8条")
    assert page.input_value("#q") == "公园"
    assert not page.locator("#leads").is_visible()


def test_what_was_looked_for_instead_is_said(served: str, page: Page) -> None:
    for path, query, said in (
        ("search.html", "雾霾", "报告里没有“雾霾”，按“PM2.5”“优良天数”“大气污染”“空气、水与环境”查找。"),
        ("search.html", "养老院床位", "报告里没有“养老院”，按“养老服务”“养老床位”“养老”查找。"),
        ("search.html", "停车", ""),
        ("en/search.html", "lifts", "The report does not say “lifts”; these are for “elevators”."),
    ):
        page.goto(served + path)
        assert ask(page, [query])[query][2] == said


def test_words_begin_where_they_begin(served: str, page: Page) -> None:
    """air is not in repair, a number not in a longer one; what was found is marked, also where it is written otherwise."""
    page.goto(served + "en/search.html")
    for query, marked in (("air", {"air"}), ("16500", {"16,500"}), ("park", {"park", "parks"}), ("5", {"5"})):
        page.fill("#q", query)
        marks = page.locator("#results mark").all_inner_texts()
        assert {mark.lower() for mark in marks} == marked
    page.goto(served + "search.html")
    page.fill("#q", "地铁10号线")
    assert page.locator("#results mark").all_inner_texts() == ["地铁 10 号线"]


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
