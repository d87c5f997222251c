"""Where lines end on a phone: no word is cut, no number loses its unit, and a title is found and copied as it is."""

from __future__ import annotations

import pytest

from tests.browser.conftest import NewPage

_BROKEN = """() => {
  const found = [];
  for (const title of document.querySelectorAll('h1, h2, h3, .metrics a, .commitments a, .compare th')) {
    const width = title.getBoundingClientRect().width;
    const phrases = [[]];
    const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
      if (walker.currentNode.tagName === 'WBR') phrases.push([]);
      else if (walker.currentNode.nodeType === 3) phrases[phrases.length - 1].push(walker.currentNode);
    }
    for (const nodes of phrases.filter(p => p.length === 1 && phrases.length > 1)) {
      const range = document.createRange();
      range.selectNodeContents(nodes[0]);
      const lines = new Set([...range.getClientRects()].map(r => Math.round(r.top)));
      if (lines.size < 2) continue;
      // What is wider than the line has to break somewhere.
      const size = parseFloat(getComputedStyle(title).fontSize);
      if (nodes[0].data.length * size < width) found.push(nodes[0].data);
    }
  }
  return found;
}"""


@pytest.mark.parametrize("elder", [False, True], ids=["usual", "large"])
def test_phrases_stay_on_their_line(elder: bool, served: str, new_page: NewPage) -> None:
    page = new_page(width=360)
    for path in ("2023/livelihood.html", "2023/commitments/new-jobs.html", "2023/compare.html", "sitemap.html"):
        page.goto(served + path)
        page.evaluate("on => document.documentElement.toggleAttribute('data-elder', on)", elder)
        assert page.locator("wbr").count()
        assert page.evaluate(_BROKEN) == [], path


def test_a_title_is_found_and_copied_as_it_is(served: str, new_page: NewPage) -> None:
    page = new_page(width=360)
    page.goto(served + "2023/commitments/new-jobs.html")
    assert page.locator("h1 wbr").count()
    assert page.evaluate("window.find('就业不低于1.65万人')")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('h1'))")
    assert page.evaluate("getSelection().toString()") == "全年新增就业不低于1.65万人"


def test_the_mark_of_an_item_is_beside_its_first_line(served: str, new_page: NewPage) -> None:
    """Where the line of an item stands, a marker does; a probe without width says where."""
    page = new_page(width=320)
    page.goto(served + "en/2023/livelihood.html")
    found = page.evaluate(
        """() => [...document.querySelectorAll('.commitments > li')].map(li => {
          const probe = document.createElement('span'), text = document.createRange();
          probe.className = 'probe';
          probe.style.setProperty('display', 'inline-block');
          li.prepend(probe);
          text.selectNodeContents(li.querySelector('a'));
          const lines = text.getClientRects(), at = probe.getBoundingClientRect().bottom;
          probe.remove();
          return [lines.length, lines[0].top, at, lines[0].bottom]; })"""
    )
    assert max(lines for lines, *_ in found) > 1
    for _, top, at, bottom in found:
        assert top < at <= bottom + 1
