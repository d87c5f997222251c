"""One build of the real content, one Chromium and one server for all browser checks; every page is watched."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests import ROOT
from tests.browser.specimens import Specimen, beside, specimens_of
from tests.shared import shared
from tests.unit.published import released, releasing
from workreport.build import build

SUB_PATH = "zt/work-report"
"""Where on its host the site is served: a folder in a folder, as on a government portal."""

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-proxy-server",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 60_000
"""Milliseconds after which something that has not come will not come, on however busy a machine."""
_PAUSE = 50
expect.set_options(timeout=PATIENCE)

# A violated Content-Security-Policy becomes a console message, and a console message fails the test.
_REPORT_VIOLATIONS = """addEventListener('securitypolicyviolation',
  event => console.error('violates the policy: ' + event.violatedDirective + ' ' + event.blockedURI))"""

# The icon loads last; a page that is left before then no longer wants it. A missing file has another error.
_LEFT = "net::ERR_ABORTED"

NewPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs Chromium."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's content, built as a user would build it, in a sub-folder of a host's root."""
    return shared(tmp_path_factory, "host", _fill) / SUB_PATH


def _fill(host: Path) -> None:
    """The site, and beside it that of the mini content, which has a release."""
    folder = host / SUB_PATH
    folder.parent.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [sys.executable, "build.py", "--no-cache", "--output", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"build.py refused the content, so there is no page to check:\n{done.stderr}", pytrace=False)
    # Its path is where it is served: the policy of the pages names it.
    address = "https://www.example.org/zt/mini"
    options = replace(releasing(host / "released"), base_url=address)
    released(options, "1.0", "11-01")
    assert build(replace(options, output=folder.parent / "mini", charts=True)).pages


@pytest.fixture(scope="session")
def specimens(site: Path) -> tuple[Specimen, ...]:
    """The fullest and the emptiest page of every type and form, in both languages.

    What the project's content has no page of (none has moved yet, none is released) is a page of the mini site.
    """
    return beside(specimens_of(site), site.parent / "mini", site.parents[SUB_PATH.count("/")] / "released/content")


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the site on a server of this machine, with a slash at its end."""
    root = site.parents[SUB_PATH.count("/")]
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{SUB_PATH}/"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing; a failed request is reported by the page that made it."""


def chromium() -> str | None:
    """The system's Chromium: the one that has no windows if it is there, which opens a page in a third of the time."""
    return shutil.which("chromium-headless-shell") or shutil.which("chromium")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    found = chromium()
    if found is None:
        pytest.fail("Chromium is not installed; ./tools/setup-tests installs it", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        yield browser
        browser.close()


def until(page: Page, expression: str) -> None:
    """Wait for a JavaScript expression to be true.

    Playwright's own `wait_for_function` evaluates it again from within the page, which the page's policy refuses: it
    works only where the expression is true at once.
    """
    for _ in range(PATIENCE // _PAUSE):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(_PAUSE)
    raise AssertionError(f"never true: {expression}")


@contextmanager
def watched(browser: Browser, *own: str) -> Iterator[NewPage]:
    """Opens pages, each in a fresh context. Whatever they do wrong, as asking what is not their own, fails at the end."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []
    own = (*own, "data:", "about:blank")

    def make(width: int = 1280, height: int = 800, **options: Any) -> Page:
        options = {"viewport": {"width": width, "height": height}, "reduced_motion": "reduce", **options}
        context = browser.new_context(**options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.add_init_script(_REPORT_VIOLATIONS)
        context.on("console", lambda m: wrong.append(f"console {m.type}: {m.text}"))
        context.on("weberror", lambda e: wrong.append(f"page error: {e.error}"))
        context.on("requestfailed", lambda r: None if r.failure == _LEFT else wrong.append(f"{r.failure}: {r.url}"))
        context.on("request", lambda r: None if r.url.startswith(own) else wrong.append(f"other host: {r.url}"))
        context.on("response", lambda r: wrong.append(f"status {r.status}: {r.url}") if r.status >= 400 else None)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()
    assert not wrong, "\n".join(wrong)


@pytest.fixture
def new_page(browser: Browser, served: str, site: Path) -> Iterator[NewPage]:
    """Opens a page that is watched."""
    with watched(browser, served.removesuffix(f"{SUB_PATH}/"), f"{site.parent.as_uri()}/") as make:
        yield make


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page at 1280 × 800."""
    return new_page()
