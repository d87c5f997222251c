"""Charts on the page: told by pointer, tap and keys, whole without scripts, legible in every mode, nothing touching."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage

PAGES = (
    "2022/coordination.html",
    "2022/innovation.html",
    "2023/city-quality.html",
    "2023/opening-up.html",
    "2023/compare.html",
    "2023/commitments/pocket-parks.html",
    "2022/metrics/pocket-parks.html",
    "topics/parks.html",
)
EVERY = tuple(f"{folder}{path}" for folder in ("", "en/") for path in PAGES)

_SHOWN = "[...document.querySelectorAll('.chart svg')].filter(s => getComputedStyle(s).display !== 'none')"

# Text boxes of a chart against each other, against its marks, and against the chart's own box.
_TOUCHING = """() => {
  const found = [];
  for (const svg of SHOWN) {
    const id = svg.closest('figure').id, box = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('g text')].map(t => [t.textContent, t.getBoundingClientRect()]);
    if (!texts.length) found.push(`${id}: no text`);
    const wide = document.documentElement.clientWidth;
    for (const [text, t] of texts) {
      if (t.left < box.left - 2 || t.right > Math.min(box.right + 2, wide) || t.bottom > box.bottom + 3 || t.top < box.top - 3)
        found.push(`${id}: “${text}” leaves the chart`);
    }
    const over = (a, b, by) => a.left < b.right - by && b.left < a.right - by && a.top < b.bottom - by && b.top < a.bottom - by;
    texts.forEach(([one, a], i) => texts.slice(i + 1).forEach(([two, b]) => {
      if (over(a, b, 2.5)) found.push(`${id}: “${one}” and “${two}” overlap`);
    }));
    for (const mark of svg.querySelectorAll('g > path, g > circle, g > polygon, g > polyline')) {
      if (mark.getAttribute('stroke') === 'var(--chart-line)' && mark.getAttribute('fill') === 'none') continue;
      const m = mark.getBoundingClientRect();
      for (const [text, t] of texts) if (over(m, t, 3)) found.push(`${id}: “${text}” lies on a mark`);
    }
  }
  return found;
}""".replace("SHOWN", _SHOWN)


def chart(page: Page, served: str, path: str = "2022/innovation.html") -> None:
    page.goto(served + path)
    page.locator(".chart .tabs").first.wait_for()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_label_touches_another_or_is_cut_off(width: int, served: str, new_page: NewPage) -> None:
    page = new_page(width=width)
    problems: list[str] = []
    for path in EVERY:
        page.goto(served + path)
        problems += [f"{path} at {width}: {problem}" for problem in page.evaluate(_TOUCHING)]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize(("width", "large"), [(360, False), (360, True), (1280, False), (1280, True)])
def test_one_drawing_is_shown_for_each_chart(width: int, large: bool, served: str, new_page: NewPage) -> None:
    """Large type hides none: on a phone it shows one that is made for it, whose letters have 18 points."""
    page = new_page(width=width)
    if large:
        page.add_init_script("localStorage.setItem('work-report-elder', 'on')")
    for path in EVERY:
        page.goto(served + path)
        shown = page.evaluate(f"{_SHOWN}.map(s => s.getAttribute('class'))")
        style = "large" if large and width < 576 else "usual"
        assert shown == [style] * page.locator("figure.chart:not(.bare)").count()
        if large:
            sizes = page.evaluate(
                f"{_SHOWN}.flatMap(s => [...s.querySelectorAll('text')].map(t =>"
                " parseFloat(getComputedStyle(t).fontSize) * s.getBoundingClientRect().width / s.viewBox.baseVal.width))"
            )
            assert min(sizes, default=24) > 23.9, path


def test_a_tap_says_what_a_row_says_and_the_next_one_goes_there(served: str, new_page: NewPage) -> None:
    page = new_page(width=360, has_touch=True)
    chart(page, served)
    figure = page.locator("#chart-enterprise-tiers")
    tip = figure.locator(".tip")
    expect(tip).to_be_hidden()
    for nth, said in ((1, "国家高新技术企业：155家，增长14.8%"), (3, "瞪羚企业：7家，增长133%")):
        figure.locator(".usual .hit").nth(nth).tap()
        expect(tip).to_have_text(said)
        assert page.url.endswith("innovation.html")
    figure.locator(".usual .hit").nth(3).tap()
    page.wait_for_url("**/2022/metrics/gazelle-enterprises.html")


def test_pointing_at_a_row_says_what_it_says(served: str, page: Page) -> None:
    """What appears can be pointed at too, and goes with the pointer or by Escape; a click goes to the item."""
    chart(page, served, "2023/compare.html")
    row = page.locator("#chart-target-pocket-parks .usual a")
    tip = page.locator("#chart-target-pocket-parks .tip")
    row.hover()
    expect(tip).to_have_text("口袋公园：2022年 41个 → 2023年 4个，低于2022年，相差37个")
    tip.hover()
    expect(tip).to_be_visible()
    page.locator("h1").hover()
    expect(tip).to_be_hidden()
    row.focus()
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    row.click()
    page.wait_for_url("**/2023/commitments/pocket-parks.html#pocket-parks")


def test_arrow_keys_go_from_row_to_row(served: str, page: Page) -> None:
    chart(page, served, "en/2022/innovation.html")
    figure = page.locator("#chart-enterprise-tiers")
    figure.locator(".usual a").first.focus()
    said = [figure.locator(".tip").inner_text().partition(":")[0]]
    for key in ("ArrowDown", "ArrowRight", "End", "ArrowDown", "ArrowUp", "Home", "ArrowLeft"):
        page.keyboard.press(key)
        said.append(figure.locator(".tip").inner_text().partition(":")[0])
    tiers = [
        "National technology-based SMEs",
        "National high-tech enterprises",
        "Eaglet enterprises",
        "Gazelle enterprises",
    ]
    assert said == [tiers[i] for i in (0, 1, 2, 3, 3, 2, 0, 0)]
    assert figure.locator(".usual a:focus .hit").evaluate("e => getComputedStyle(e).strokeWidth") == "3px"
    for _ in tiers:
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "tab", "the chart does not hold the keyboard"


def test_drawing_table_and_files_are_tabs(served: str, page: Page) -> None:
    chart(page, served)
    figure = page.locator("#chart-enterprise-tiers")
    tab = figure.get_by_role("tab")
    assert tab.all_inner_texts() == ["图", "表", "下载"]
    drawing, table, files = figure.locator(".drawing"), figure.locator("table"), figure.locator(".files")
    tab.nth(1).click()
    expect(table).to_be_visible()
    expect(drawing).to_be_hidden()
    expect(files).to_be_hidden()
    rows = figure.locator("tbody tr")
    assert rows.nth(0).inner_text().split("\t") == ["国家科技型中小企业", "267家", "增长不低于15%"]
    page.keyboard.press("ArrowRight")
    expect(files).to_be_visible()
    assert tab.nth(2).evaluate("e => e === document.activeElement")
    for link in files.locator("a").all():
        answer = page.request.get(page.evaluate("a => a.href", link.element_handle()))
        assert answer.ok
        assert answer.body()
    page.keyboard.press("Home")
    expect(drawing).to_be_visible()


def test_without_scripts_nothing_is_lost(served: str, new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(served + "2022/innovation.html")
    figure = page.locator("#chart-enterprise-tiers")
    assert figure.locator(".usual").is_visible()
    assert figure.locator("button").count() == 0, "no stop for the keyboard that does nothing"
    figure.locator("summary").click()
    rows = figure.locator("tbody tr")
    assert rows.count() == 4
    assert rows.nth(0).inner_text().split("\t") == ["国家科技型中小企业", "267家", "增长不低于15%"]
    expect(figure.locator(".files")).to_be_visible()
    figure.locator(".usual a").nth(3).click()
    page.wait_for_url("**/2022/metrics/gazelle-enterprises.html")


def test_every_drawing_has_a_name_and_a_description(served: str, page: Page) -> None:
    for path in EVERY:
        page.goto(served + path)
        for svg in page.locator(".chart svg.usual").all():
            title, description = (
                page.locator(f"[id='{svg.get_attribute(a)}']").text_content() or ""
                for a in ("aria-labelledby", "aria-describedby")
            )
            assert title
            assert len(description) > 20


_COLOURS = """() => [...new Set([...document.querySelectorAll('.chart svg.usual g *')].flatMap(e => {
  const s = getComputedStyle(e); return [s.fill, s.stroke]; }))].filter(c => c !== 'none').sort()"""


def test_one_drawing_serves_every_mode(served: str, new_page: NewPage) -> None:
    """Light, dark and forced colours differ in every colour; each variable is defined in each."""
    seen = {}
    for name, options in (
        ("light", {"color_scheme": "light"}),
        ("dark", {"color_scheme": "dark"}),
        ("forced", {"forced_colors": "active"}),
        ("contrast", {"contrast": "more"}),
    ):
        page = new_page(**options)
        page.goto(served + "2023/compare.html")
        seen[name] = page.evaluate(_COLOURS)
        undefined = page.evaluate(
            """() => [...document.querySelectorAll('.chart svg g *')].flatMap(e => ['fill', 'stroke'].map(a => e.getAttribute(a)))
            .filter(v => v && v.startsWith('var')).map(v => v.slice(4, -1))
            .filter(v => !getComputedStyle(document.documentElement).getPropertyValue(v).trim())"""
        )
        assert undefined == [], name
    assert len({json.dumps(colours) for colours in seen.values()}) == 4
    assert set(seen["light"]) & set(seen["dark"]) <= {"rgb(0, 0, 0)"}


_CONTRAST = """() => {
  const lum = c => { const [r, g, b] = c.match(/\\d+/g).slice(0, 3).map(Number).map(v => {
    v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const root = getComputedStyle(document.documentElement);
  const probe = document.body.appendChild(document.createElement('i'));
  const rgb = name => { probe.style.color = ''; probe.setAttribute('class', ''); probe.style.setProperty('color', `var(${name})`);
    return getComputedStyle(probe).color; };
  const ratio = (a, b) => { const [x, y] = [lum(a), lum(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
  const paper = rgb('--paper');
  return Object.fromEntries(['ink', 'soft', 'outcome', 'goal', 'count'].map(n => [n, ratio(rgb(`--chart-${n}`), paper)]));
}""".replace("\\\\", "\\")


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_and_marks_stand_out(mode: str, served: str, new_page: NewPage) -> None:
    """Text 7:1 and marks 3:1 against the page. The probe sets styles by script, which the policy allows."""
    page = new_page(color_scheme=mode)
    page.goto(served + "index.html")
    ratios = page.evaluate(_CONTRAST)
    assert min(ratios["ink"], ratios["soft"]) >= 7, ratios
    assert min(ratios.values()) >= 3, ratios


def test_a_downloaded_chart_opens_by_itself(site: Path, new_page: NewPage) -> None:
    page = new_page()
    for path in ("2022/charts/enterprise-tiers.svg", "en/2023/charts/target-pocket-parks.svg"):
        page.goto((site / path).as_uri())
        box = page.evaluate("(b => [b.width, b.height])(document.documentElement.getBoundingClientRect())")
        assert box[0] == 768
        boxes = page.evaluate("[...document.querySelectorAll('text')].map(t => t.getBoundingClientRect().right)")
        assert max(boxes) <= 768
