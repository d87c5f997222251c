"""A browser on `python3 build.py serve`: the page follows the files by itself, through an error and back."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import _REPORT_VIOLATIONS, until
from tests.project import copy_project, line_of
from tests.system.test_serve import PART, Server, change

_REFUSED = "Failed to load resource: the server responded with a status of 500 (Internal Server Error)"
"""What Chromium says of the error page itself, which is no success and says so."""


def watched(browser: Browser, wrong: list[str]) -> Page:
    """A page that notes every console message, error and failed request."""
    context = browser.new_context()
    context.add_init_script(_REPORT_VIOLATIONS)
    context.on("console", lambda m: wrong.append(f"console {m.type}: {m.text}"))
    context.on("weberror", lambda e: wrong.append(f"page error: {e.error}"))
    context.on("requestfailed", lambda r: wrong.append(f"{r.failure}: {r.url}"))
    return context.new_page()


@pytest.mark.parametrize("path", ["", "en/2023/part-1.html"])
def test_the_page_reloads_by_itself(path: str, browser: Browser, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    footer, part = project / "templates/frame/footer.html", project / PART
    wrong: list[str] = []
    with Server(project, "--no-charts") as server:
        page = watched(browser, wrong)
        page.goto(server.address.geturl() + path)
        heading = page.locator("h1").inner_text()
        expect(page.locator("footer.footer")).to_be_visible()
        change(footer, '<footer class="footer"', '<footer class="footer" data-edited')
        expect(page.locator("footer[data-edited]")).to_be_visible()
        # The styles apply, so the policy of the page still lets its own files in.
        assert page.evaluate("document.styleSheets.length") >= 1

        change(part, "value: 101", "value: 110")
        expect(page.locator("h1")).to_have_text("Not built: 1 problem")
        expect(page.locator("li")).to_contain_text(f"{PART}:{line_of(part, 'value: 110')}:16")
        expect(page.locator("li")).to_contain_text("the value is 110个, but the quote reads “101个以上”")
        expect(page.locator("li")).to_contain_text("hint: compare the value with the quote")
        assert page.evaluate("getComputedStyle(document.querySelector('.place')).fontFamily").endswith("monospace")

        change(part, "value: 110", "value: 101")
        expect(page.locator("h1")).to_have_text(heading)
        expect(page.locator("footer[data-edited]")).to_be_visible()
        assert page.url == server.address.geturl() + path
        page.context.close()
    assert wrong == [f"console error: {_REFUSED}"]


def test_a_server_that_comes_back_brings_the_page_up_to_date(browser: Browser, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    with Server(project, "--no-charts", "--port", port) as server:
        page = watched(browser, [])
        page.goto(server.address.geturl())
        until(page, "window.LiveReload && LiveReload.connector.protocol === 7")
    change(project / "templates/frame/footer.html", '<footer class="footer"', '<footer class="footer" data-edited')
    with Server(project, "--no-charts", "--port", port):
        expect(page.locator("footer[data-edited]")).to_be_visible()
        page.context.close()
