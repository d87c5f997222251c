"""Adding a type of page: one record, one template, its words. What lists pages reads the registry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests import LANGUAGES, ROOT
from tests.mini import copy
from tests.unit.published import released, releasing
from workreport.build import build
from workreport.charts import charts
from workreport.content import load
from workreport.gate import verify
from workreport.pages import PAGES, Entry, Page, PageType, Views, Voice, pages, registry
from workreport.pages.page import LARGE
from workreport.site import resolve


@dataclass(frozen=True, slots=True)
class Year:
    """What the made-up page says."""

    newest: int


def _pages(views: Views) -> Iterator[Page]:
    context = Year(views.site.newest.goal_year)
    yield views.page(CALENDAR, "calendar.html", context, title="Calendar", description="Years", active="calendar")


def _entries(voice: Voice) -> Iterator[Entry]:
    yield Entry("calendar", f"Calendar {voice.lang}", "calendar.html")


CALENDAR = PageType(
    key="calendar",
    template="calendar.html",
    context=Year,
    pages=_pages,
    budget=LARGE,
    entries=_entries,
    menu="header",
    column="日历",
)


def test_a_further_type_is_built_navigated_to_and_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "PAGES", (*PAGES, CALENDAR))
    options = replace(copy(tmp_path), charts=False)
    template = '{% extends "base.html" %}{% block main %}<h1>{{ newest }}</h1>{% endblock %}'
    (options.templates / "calendar.html").write_text(template, "utf-8")
    build(options)
    page = (options.output / "calendar.html").read_text("utf-8")
    assert "<h1>2023</h1>" in page
    assert '<meta name="ColumnName" content="Calendar zh">\n' in page
    assert '<meta name="ColumnType" content="日历">\n' in page
    assert '<a href="calendar.html" class="here">Calendar zh</a>' in page
    metric = (options.output / "en/2022/metrics/parks.html").read_text("utf-8")
    assert '<a href="../../calendar.html">Calendar en</a>' in metric
    for listing in ("en/sitemap.html", "en/404.html"):
        main = (options.output / listing).read_text("utf-8").partition("<main")[2].partition("</main>")[0]
        assert '<a href="calendar.html">Calendar en</a>' in main, listing


def test_every_type_has_a_key_and_a_template_of_its_own() -> None:
    assert len({kind.key for kind in PAGES}) == len(PAGES)
    assert len({kind.template for kind in PAGES}) == len(PAGES)
    templates = {path.name for path in (ROOT / "templates").glob("*.html")}
    assert templates == {kind.template for kind in PAGES} | {"base.html"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_type_is_made_and_every_entry_leads_to_a_page(lang: str, tmp_path: Path) -> None:
    options = releasing(tmp_path)
    released(options, "1.0", "11-01")
    site = resolve(verify(load(options.content)))
    (own,) = (known for known in LANGUAGES if known == lang)
    made = list(pages(site, own, charts(site, own), {}))
    assert {page.type.key for page in made} == {kind.key for kind in PAGES}
    paths = [page.path for page in made]
    assert len(paths) == len(set(paths))
    voice = Voice(site, own)
    entries = [entry for kind in PAGES for entry in kind.entries(voice)]
    assert {entry.path for entry in entries} <= set(paths)
    keys = {entry.key for entry in entries}
    assert {page.active for page in made} <= keys | {""}
    for page in made:
        assert type(page.context) is page.type.context
