"""What readers take away: a button that copies and says so, a frame in another page, a question before leaving the host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PATIENCE, NewPage
from tests.unit.published import HOST, published

ITEM = "2023/commitments/new-jobs.html"


@pytest.mark.parametrize(("path", "said"), [(ITEM, "已复制"), (f"en/{ITEM}", "Copied")])
def test_a_citation_is_copied_and_the_page_says_so(path: str, said: str, served: str, new_page: NewPage) -> None:
    """In the style that is chosen, which the next page remembers."""
    page = new_page(360, permissions=["clipboard-read", "clipboard-write"])
    page.clock.set_fixed_time(datetime(2027, 3, 4, 12))
    page.goto(served + path)
    page.locator(".actions a").click()
    box = page.locator("#cite[open]")
    choice = box.locator("select")
    assert choice.locator("option").count() == 16
    for index in range(8):
        choice.select_option(str(index))
        text, button = box.locator("pre:visible"), box.locator(".copy:visible button").first
        button.click()
        status = button.locator("xpath=following-sibling::*[@role='status']")
        expect(status).to_have_text(said)
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == text.evaluate("e => e.textContent")
        style = text.evaluate("e => e.previousElementSibling.textContent")
        assert ("2027-03-04" in copied) == (style != "APA"), "the reader's own date, but where a style has none"
        assert ("1.65万人" in copied) == (style not in ("APA", "GB/T 7714—2025", "GB/T 7714—2015")), style
    page.goto(served + path)
    assert page.locator("#cite pre:not([hidden])").evaluate("e => e.previousElementSibling.textContent") == style


def test_the_link_is_copied_and_shared(served: str, new_page: NewPage) -> None:
    """The first screen of a phone has the answer and the ways to pass it on; sharing is there where the browser can."""
    page = new_page(360, height=800, permissions=["clipboard-read", "clipboard-write"])
    page.goto(served + ITEM + "?from=x#new-jobs")
    actions = page.locator(".actions")
    assert not page.locator("#send").is_visible()
    page.locator("#take-link").click()
    expect(actions.locator("[role=status]")).to_have_text("已复制")
    assert page.evaluate("navigator.clipboard.readText()") == served + ITEM
    page.goto(served + ITEM)
    for selector in ("h1", ".sides", ".class", ".quote", ".plainly", ".actions a"):
        box = page.locator(selector).first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 800, selector
    page.goto(served + "en/" + ITEM)
    box = page.locator(".actions").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 1040, "the translation of the whole sentence follows what passes the page on"
    page.add_init_script("navigator.share = data => { window.shared = data; return Promise.resolve(); }")
    page.goto(served + ITEM)
    page.locator("#send").click()
    assert page.evaluate("window.shared.url") == served + ITEM
    assert "1.65万人" in page.evaluate("window.shared.title")


def test_a_page_says_a_thing_once(served: str, page: Page) -> None:
    """The goal stands in the title, the pair, the sentence, the plain words and the drawing, and nowhere else in sight."""
    page.goto(served + ITEM)
    assert page.locator("main").inner_text().count("不低于1.65万人") <= 5


def test_a_reference_manager_gets_a_file(served: str, new_page: NewPage) -> None:
    page = new_page(360)
    page.clock.set_fixed_time(datetime(2027, 3, 4, 12))
    page.goto(served + ITEM)
    page.locator(".actions a").click()
    box = page.locator("#cite[open]")
    for ending, part in (
        ("ris", "Y2  - 2027-03-04\r\n"),
        ("json", '"raw": "2027-03-04"'),
        ("bib", "urldate = {2027-03-04}"),
    ):
        style = {"ris": "RIS", "json": "CSL-JSON", "bib": "BibTeX"}[ending]
        index = box.locator("optgroup").first.locator("option").all_inner_texts().index(style)
        box.locator("select").select_option(str(index))
        with page.expect_download() as saved:
            box.get_by_role("button", name=re.compile(f"下载 report-.*[.]{ending}$")).click()
        assert re.fullmatch(rf"report-2023-c\d+\.{ending}", saved.value.suggested_filename)
        assert part in Path(saved.value.path()).read_bytes().decode()


def test_copying_works_from_disk_and_with_the_keyboard(site: Path, new_page: NewPage) -> None:
    """Without a secure context there is no clipboard API: the text is selected and copied the old way."""
    page = new_page()
    page.add_init_script("Object.defineProperty(window, 'isSecureContext', {value: false})")
    page.goto((site / ITEM).as_uri())
    summary = page.locator("#cite summary")
    summary.focus()
    page.keyboard.press("Enter")
    button = page.locator("details.share[open] button:visible").first
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("details.share[open] [role=status]").first).to_have_text("已复制")
    selected = page.evaluate("String(getSelection())")
    assert selected.startswith(
        "天津市河东区人民政府. 河东区人民政府关于印发河东区2023年政府工作报告的通知：河东政发〔2023〕1号[EB/OL]. （2023-01-09）["
    )


def test_a_copy_that_fails_says_so(served: str, new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('denied')); document.execCommand = () => false"
    )
    page.goto(served + ITEM)
    page.locator("#cite summary").click()
    page.locator("details.share[open] button").first.click()
    expect(page.locator("details.share[open] [role=status]").first).to_have_text("未能复制，请选中文字后手动复制")


def test_without_scripts_the_text_is_there_and_no_button(served: str, new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(served + ITEM)
    assert page.locator("pre.copyable").count() == 16
    assert page.locator(".copy").count() == 0
    assert page.locator("pre.copyable").first.text_content().count("[引用日期]") == 1  # type: ignore[union-attr]


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The mini site, published at the address of the server that it is on."""
    folder = tmp_path_factory.mktemp("host")

    class Quiet(SimpleHTTPRequestHandler):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, directory=str(folder), **options)

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        made = published(folder / "made", f"{address}/made/site", HOST)
        yield made, f"{address}/made/site/"
        server.shutdown()


def snippets(site: Path, page: str) -> list[str]:
    text = (site / page).read_text("utf-8")
    return [
        unescape(found)
        for found in re.findall(r'tabindex="0">(&lt;div style=&#34;max-width.*?&lt;iframe.*?)</pre>', text)
    ]


@pytest.mark.parametrize("width", [280, 360, 520, 1000])
@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_snippet_works_in_another_page(width: int, lang: str, host: tuple[Path, str], browser: Any) -> None:
    """A frame without scripts: everything in it fits, and its link leads to the item in a page of its own."""
    site, address = host
    own = snippets(site, f"{lang}2023/commitments/new-jobs.html")
    assert len(own) == 2, "the commitment and its comparison"
    (site.parent / "other.html").write_text(
        f"<!doctype html><title>x</title><body style='margin:0'>{''.join(own)}", "utf-8"
    )
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=True)
    page = context.new_page()
    page.goto(address.removesuffix("site/") + "other.html")
    frames = [frame for frame in page.frames if frame.parent_frame]
    assert len(frames) == 2
    for frame, element in zip(frames, page.locator("iframe").all(), strict=True):
        frame.wait_for_load_state()
        box = element.bounding_box()
        assert box
        assert box["width"] <= width
        assert frame.evaluate("document.documentElement.scrollWidth") <= box["width"]
        bottom = frame.evaluate("document.querySelector('main').getBoundingClientRect().bottom")
        assert bottom <= box["height"], "nothing is below the edge"
        shown = frame.locator("main").inner_text()
        for part in ("不低于1.65万人", "2026年12月20日" if not lang else "20 December 2026"):
            assert part in shown
        assert ("尚未报告结果" if not lang else "result not yet reported") in shown
        with context.expect_page() as opened:
            frame.locator("a").click()
        opened.value.wait_for_load_state()
        assert opened.value.url.startswith(f"{address}{lang}2023/commitments/new-jobs.html")
        opened.value.close()
    context.close()


def test_every_frame_is_high_enough_at_every_width(host: tuple[Path, str], browser: Any) -> None:
    """The height that the snippet gives a frame, for all that can be framed and all widths that a frame has."""
    site, address = host
    line = r"(\d+)px \+ \(100cqw - (\d+)px\)\*(-?[\d.]+)"
    form = re.compile(r'<iframe src="([^"]+)".*? height="(\d+)" .*?clamp\((\d+)px,min\((.*?),max\((.*?)\)\),\2px\)')
    end = re.compile(r"(\d+)px \+ \((\d+)px - 100cqw\)\*([\d.]+)")
    page = browser.new_page()
    seen = 0
    blank: list[float] = []
    for commitment in sorted(site.rglob("2023/commitments/*.html")):
        for snippet in snippets(site, commitment.relative_to(site).as_posix()):
            found = form.search(snippet)
            assert found
            tall, low = int(found[2]), int(found[3])
            lines = [[float(number) for number in numbers] for numbers in re.findall(line, found[5])]
            assert lines
            last = end.fullmatch(found[4])
            assert last
            least, wide, slope_at_end = float(last[1]), float(last[2]), float(last[3])
            page.goto((site / found[1].removeprefix(address)).as_uri())
            for width in (280, 320, 360, 400, 480, 559, 560, 632, 640):
                page.set_viewport_size({"width": width, "height": 50})
                needed = page.evaluate("document.documentElement.scrollHeight")
                upper = max(high + (width - at) * slope for high, at, slope in lines)
                given = min(max(low, min(least + (wide - width) * slope_at_end, upper)), tall)
                assert needed <= given, (found[1], width)
                assert needed >= given * 2 / 3, ("never a third blank", found[1], width, needed, given)
                blank.append(1 - needed / given)
                seen += 1
    assert sorted(blank)[len(blank) // 2] < 0.2
    assert seen > 200
    page.close()


def _asked(page: Page, selector: str, *, accept: bool) -> list[str]:
    """What a click asked before it led anywhere."""
    said: list[str] = []
    start = page.url

    def answer(dialog: Any) -> None:
        said.append(dialog.message)
        (dialog.accept if accept else dialog.dismiss)()

    page.on("dialog", answer)
    page.locator(selector).first.click(no_wait_after=True)
    for _ in range(PATIENCE // 50):
        if said or page.url != start:
            break
        page.wait_for_timeout(50)
    page.remove_listener("dialog", answer)
    return said


def test_a_link_off_the_host_asks_first(host: tuple[Path, str], browser: Any) -> None:
    _, address = host
    context = browser.new_context()
    context.route("**/*", lambda r: r.continue_() if "127.0.0.1" in r.request.url else r.fulfill(body="elsewhere"))
    page = context.new_page()
    page.goto(address + "index.html")
    off = 'a[href^="https://error.example.org"]'
    assert _asked(page, off, accept=False) == ["您访问的链接即将离开本网站，是否继续？"]
    assert page.url == address + "index.html"
    assert len(_asked(page, off, accept=True)) == 1
    page.wait_for_url("https://error.example.org/1")
    page.goto(address + "en/index.html")
    assert _asked(page, '.footer a[href$="about.html"]', accept=False) == [], "a link within the site does not ask"
    context.close()
