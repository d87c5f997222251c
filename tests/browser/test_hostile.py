"""Hostile content, as far as the gate lets it in, in Chromium: nothing of it runs, loads or leads anywhere.

With the pages' policy, and without it, so that escaping is proven and not the policy alone. `new_page` fails on every
console message, error and request to another host; `hacked()`, which every hostile script calls, is such a message.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SUB_PATH, NewPage
from tests.hostile import poison
from workreport.build import build

_TRAP = """
  window.hacked = () => { window.ran = true; console.error('a hostile script ran'); };
  window.alert = window.confirm = window.prompt = window.open = window.hacked;
"""
_LOOK = """() => {
  const wrong = [];
  for (const element of document.querySelectorAll('*')) {
    for (const a of element.attributes) {
      if (a.name.startsWith('on') || ['style', 'srcdoc', 'srcset', 'action', 'formaction'].includes(a.name)
          && !['term-note', 'tip'].includes(element.className) && !(a.name === 'style' && element.closest('#x-chart')))
        wrong.push(element.tagName + ' has ' + a.name);
      if (['href', 'src', 'xlink:href'].includes(a.name)) {
        const address = new URL(a.value, document.baseURI);
        const outside = address.origin !== location.origin;
        const link = element.tagName === 'A' && ['http:', 'https:', 'mailto:'].includes(address.protocol);
        if (outside && !link) wrong.push(element.tagName + ' ' + a.name + ' ' + address);
      }
    }
    if (['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'FORM', 'STYLE', 'MATH', 'FOREIGNOBJECT'].includes(element.tagName.toUpperCase()))
      wrong.push(element.tagName);
    if (element.tagName === 'IMG' && !element.closest('.host') && !element.getAttribute('src').endsWith('.svg')) wrong.push('an image of its own');
    if (element.tagName.toUpperCase() === 'SCRIPT' && !element.src) {
      // Data is no script to a browser; it must be one value to the end.
      if (!['application/ld+json', 'application/json'].includes(element.type)) wrong.push('a script in the page');
      else JSON.parse(element.textContent);
    }
    if (element.tagName === 'META' && element.httpEquiv.toLowerCase() === 'refresh') wrong.push('a refresh');
  }
  if (window.ran) wrong.push('a script ran');
  return wrong;
}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """A file; nothing for the icon that Chromium looks for beside a drawing or data opened on its own."""
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile content, built. It stands in for the project's own site in this module, in `new_page` too."""
    options = poison(tmp_path_factory.mktemp("hostile"))
    output = tmp_path_factory.mktemp("host") / SUB_PATH
    build(replace(options, output=output))
    return output


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    root = site.parents[SUB_PATH.count("/")]
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{SUB_PATH}/"
        server.shutdown()


@pytest.fixture(params=[False, True], ids=["policy", "no-policy"])
def trapped(new_page: NewPage, request: pytest.FixtureRequest) -> Page:
    """A page in which a hostile script would be noticed, under the site's policy and without it."""
    page = new_page(bypass_csp=request.param)
    page.add_init_script(_TRAP)
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    return page


def test_the_trap_closes(new_page: NewPage, served: str) -> None:
    """What the other tests rely on: a script in a page is noticed, and so is each thing that `_LOOK` looks for."""
    page = new_page(bypass_csp=True)
    page.add_init_script("window.hacked = () => { window.ran = true; };")
    page.goto(f"{served}index.html")
    assert page.evaluate(_LOOK) == []
    page.evaluate("""() => {
      document.body.insertAdjacentHTML('beforeend', `<img src="data:," onerror="hacked()" alt=""><form></form>
        <a href="javascript:hacked()">x</a><p style="color:red">x</p><svg><a xlink:href="data:,x"></a></svg>`);
      document.body.appendChild(document.createElement('script')).textContent = 'hacked()';
    }""")
    assert set(page.evaluate(_LOOK)) >= {
        "IMG has onerror",
        "FORM",
        "A href javascript:hacked()",
        "P has style",
        "a xlink:href data:,x",
        "a script in the page",
        "a script ran",
    }
    page.close()


def test_every_page(trapped: Page, site: Path, served: str, request: pytest.FixtureRequest) -> None:
    """Without the policy every page; with it those that are one of their kind, since what it allows is the same on all."""
    names = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    assert len(names) > 90
    if "no-policy" not in request.node.name:
        names = [name for name in names if not re.search("metrics/|commitments/|topics/", name)]
    wrong = {}
    for name in names:
        trapped.goto(served + name)
        found = trapped.evaluate(_LOOK)
        if found:
            wrong[name] = found[:3]
    assert not wrong


def test_titles_and_descriptions_say_what_was_typed(trapped: Page, served: str) -> None:
    trapped.goto(f"{served}en/2022/metrics/parks.html")
    assert "<script>hacked()</script>" in trapped.title()
    trapped.goto(f"{served}en/index.html")
    description = trapped.locator('meta[name="description"]').get_attribute("content")
    assert description is not None
    assert "\"><svg onload=hacked()> '><svg/onload=hacked()>" in description
    assert trapped.locator(".header .name").inner_text().count("{{ self.hacked() }}") >= 1


@pytest.mark.parametrize(
    "query", ["script", "onerror=hacked", "</script>", "<img src=x onerror=hacked()>", "{{ self.hacked() }}"]
)
def test_search(trapped: Page, served: str, query: str) -> None:
    """Typed, and in the address: the results show hostile titles as text, with nothing but marks in them."""
    for lang in ("", "en/"):
        trapped.goto(f"{served}{lang}search.html")
        trapped.fill("#q", query)
        expect(trapped.locator("#results li").nth(3)).to_be_attached()
        inside = trapped.evaluate(
            "[...new Set([...document.querySelectorAll('#results *')].map(e => e.tagName))].sort()"
        )
        assert set(inside) <= {"A", "LI", "MARK", "P", "SPAN"}
        assert trapped.evaluate(_LOOK) == []
        trapped.wait_for_url("**/search.html?q=*")
        trapped.reload()
        expect(trapped.locator("#results li").nth(3)).to_be_attached()
        assert trapped.input_value("#q") == query
        assert trapped.evaluate(_LOOK) == []


def test_what_scripts_show(trapped: Page, served: str) -> None:
    """The tip of a chart, drawn in the build or in the page, the note of a term, and a sorted and filtered table: all copy text that was hostile."""
    trapped.goto(f"{served}en/2022/city.html")
    trapped.locator(".chart .usual a").first.focus()
    assert "<script>hacked()</script>" in trapped.locator(".tip").first.inner_text()
    assert trapped.evaluate(_LOOK) == []
    trapped.goto(f"{served}en/explore.html")
    trapped.locator("#x-items a").first.focus()
    assert "hacked()" in trapped.locator("#x-chart .tip").inner_text()
    assert trapped.evaluate(_LOOK) == []
    trapped.goto(f"{served}en/2023/report.html")
    trapped.locator("a.term").first.focus()
    assert "hacked()" in trapped.locator(".term-note").inner_text()
    assert trapped.evaluate(_LOOK) == []
    trapped.goto(
        f"{served}en/2023/compare.html?q=%3Cscript%3Ehacked()&topic=%22%3E%3Cimg%20src%3Dx%20onerror%3Dhacked()%3E"
    )
    trapped.locator("#filters > summary").click()
    trapped.select_option("#f-sort", "title")
    assert trapped.evaluate(_LOOK) == []


def test_the_search_box_of_the_home_page(trapped: Page, served: str) -> None:
    trapped.goto(f"{served}index.html")
    trapped.locator("#find input").fill('"><img src=x onerror=hacked()>&q=javascript:hacked()#')
    trapped.locator("#find button").click()
    trapped.wait_for_url("**/search.html?q=*")
    assert trapped.input_value("#q") == '"><img src=x onerror=hacked()>&q=javascript:hacked()#'
    assert trapped.evaluate(_LOOK) == []


def test_charts_opened_on_their_own(trapped: Page, site: Path, served: str) -> None:
    """An SVG file that is opened is a document of its own, with no policy in it."""
    names = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.svg")) if "/charts/" in path.as_posix()]
    assert len(names) > 20
    for name in names:
        trapped.goto(served + name)
        seen = trapped.evaluate("""() => ({
          tags: [...new Set([...document.querySelectorAll('*')].map(e => e.tagName))],
          on: [...document.querySelectorAll('*')].some(e => [...e.attributes].some(a => /^on|href|style/.test(a.name))),
          ran: !!window.ran,
        })""")
        assert set(seen["tags"]) <= {
            "svg", "title", "desc", "g", "rect", "path", "circle", "polygon", "polyline", "text"
        }, name  # fmt: skip
        assert (seen["on"], seen["ran"]) == (False, False), name


def test_data_opened_in_a_browser(trapped: Page, served: str) -> None:
    for name in ("data/metrics.json", "2022/metrics/parks.json"):
        trapped.goto(served + name)
        assert trapped.evaluate("document.scripts.length + document.images.length + !!window.ran") == 0
        assert "<script>hacked()</script>" in trapped.locator("body").inner_text()


def test_from_disk(trapped: Page, site: Path) -> None:
    """The same where the pages are opened from disk, where no server says what a file is."""
    for name in ("en/2022/city.html", "en/search.html", "2023/report.html"):
        trapped.goto((site / name).as_uri())
        trapped.wait_for_load_state("load")
        assert not trapped.evaluate("!!window.ran")
