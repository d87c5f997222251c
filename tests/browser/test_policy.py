"""A site that knows its path lets in the scripts of its assets/ alone, and still opens from disk."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests import mini
from tests.browser.conftest import SUB_PATH, _Quiet, watched
from workreport.build import build

STRANGER = """source => new Promise(done => {
  const script = document.createElement("script");
  document.addEventListener("securitypolicyviolation", event => done(event.effectiveDirective), {once: true});
  script.onload = () => done("loaded");
  const policy = trustedTypes.createPolicy("test", {createScriptURL: text => text});
  script.src = policy.createScriptURL(source);
  document.head.append(script);
})"""
MARKUP = """() => {
  try { document.body.innerHTML = "<p>text</p>"; return "made"; } catch (error) { return error.name; }
}"""
PAGES = ("index.html", "en/2023/commitments/new-jobs.html", "2023/embed/commitments/new-jobs.html")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The mini site for a path of a host, with a script beside it that is not its own."""
    host = tmp_path_factory.mktemp("host")
    output = host / SUB_PATH
    output.parent.mkdir(parents=True)
    base_url = f"https://www.example.gov.cn/{SUB_PATH}"
    build(mini.options(mini.CONTENT, output, base_url=base_url, charts=False))
    (host / "upload.js").write_text("document.title = 'stranger';\n", "utf-8")
    return output


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Of the site on this machine, which is another name than that of its base URL."""
    root = folder.parents[SUB_PATH.count("/")]
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def is_whole(page: Page, path: str) -> bool:
    """Whether styles and scripts of the site's own work on a page; frames have no scripts."""
    styled = page.evaluate(
        "[...document.styleSheets].every(sheet => sheet.ownerNode.sheet !== null) && document.styleSheets.length"
    )
    return bool(styled) and (
        "/embed/" in path or page.evaluate("document.documentElement.hasAttribute('data-scripts')")
    )


def test_under_any_name_of_the_host_and_from_disk(browser: Browser, folder: Path, address: str) -> None:
    with watched(browser, address, f"{folder.as_uri()}/") as make:
        page = make()
        for root in (f"{address}{SUB_PATH}/", f"{folder.as_uri()}/"):
            for path in PAGES:
                page.goto(f"{root}{path}")
                assert is_whole(page, path), f"{root}{path}"


def test_scripts_from_elsewhere_on_the_host_and_markup_from_text_are_refused(
    browser: Browser, folder: Path, address: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}{SUB_PATH}/index.html")
    own = page.locator("script[src*='site.']").get_attribute("src")
    assert page.evaluate(STRANGER, f"{address}upload.js") == "script-src-elem"
    assert page.evaluate(STRANGER.replace('"test"', '"own"'), own) == "loaded"
    assert page.title() != "stranger"
    assert page.evaluate(MARKUP) == "TypeError"
    page.close()
