"""No type of page escapes: a further one is looked at by every check, for being in the registry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser

from tests import LANGUAGES
from tests.browser import test_axe, test_layout, test_markup
from tests.browser.conftest import watched
from tests.browser.specimens import Specimen, specimens_of
from tests.mini import copy
from workreport.build import build
from workreport.pages import PAGES, Page, PageType, Views, registry

FAULTS = """<h1>{{ page_title }}</h1><button></button><p year="2023">A</p>
<table><tr><td><pre>{{ "m" * 400 }}</pre></td></tr></table>"""
"""No name for a button, an attribute that HTML does not have, a line without end."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """What the made-up page says."""


def _pages(views: Views) -> Iterator[Page]:
    yield views.page(CALENDAR, "calendar.html", Nothing(), title="Calendar", description="Years")


CALENDAR = PageType(key="calendar", template="calendar.html", context=Nothing, pages=_pages, budget=1024)


class Faulty(NamedTuple):
    """A site with a page of a further type, and what is looked at of that type."""

    site: Path
    specimens: tuple[Specimen, ...]


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Faulty:
    options = replace(copy(tmp_path_factory.mktemp("faulty")), charts=False)
    template = f'{{% extends "base.html" %}}{{% block main %}}{FAULTS}{{% endblock %}}'
    (options.templates / "calendar.html").write_text(template, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(registry, "PAGES", (*PAGES, CALENDAR))
        build(options)
        found = specimens_of(options.output, options.content)
    page = options.output / "calendar.html"  # a style that the policy forbids, which the build would have refused
    page.write_text(page.read_text("utf-8").replace("<button>", '<button style="color: red">'), "utf-8")
    return Faulty(options.output, tuple(s for s in found if s.type == CALENDAR))


def test_every_type_has_a_specimen_in_every_language(specimens: tuple[Specimen, ...], site: Path) -> None:
    assert {(s.type.key, s.lang) for s in specimens} == {(kind.key, lang) for kind in PAGES for lang in LANGUAGES}
    assert len({s.name for s in specimens}) == len(specimens)
    assert all((site / s.path).is_file() for s in specimens)


def test_the_fullest_and_the_emptiest_of_a_kind_are_looked_at(specimens: tuple[Specimen, ...], site: Path) -> None:
    for kind, folder in (("metric-alone", "2022/metrics"), ("embed-commitment", "2023/embed/commitments")):
        full, empty = ((site / s.path).stat().st_size for s in specimens if (s.kind, s.lang) == (kind, LANGUAGES[0]))
        assert empty < full
        # A page that has moved is of another kind.
        own = [file for file in (site / folder).glob("*.html") if "<blockquote" in file.read_text("utf-8")]
        assert min(file.stat().st_size for file in own) == empty or kind == "metric-alone"


def test_a_further_type_is_looked_at_by_every_check(faulty: Faulty, browser: Browser) -> None:
    base = faulty.site.as_uri() + "/"
    assert [(s.path, s.lang) for s in faulty.specimens] == [("calendar.html", "zh"), ("en/calendar.html", "en")]
    with pytest.raises(AssertionError, match="violates the policy: style-src"):
        _look(faulty, base, browser)
    with pytest.raises(AssertionError, match=r"calendar\.html:\d+: Attribute “year” not allowed"):
        test_markup.test_html_css_and_svg_are_valid(faulty.site)


def _look(faulty: Faulty, base: str, browser: Browser) -> None:
    """The faults that each check finds; at its end what the pages said to the console."""
    with watched(browser, base) as new_page:
        with pytest.raises(AssertionError, match=r"calendar\.html 320 light: button-name"):
            test_axe.test_axe_finds_nothing("zh", faulty.specimens, base, new_page)
        with pytest.raises(AssertionError, match=r"en/calendar\.html at 320: (outside|too wide)"):
            test_layout.test_fits_every_width("en", faulty.specimens, base, new_page)
        with pytest.raises(AssertionError, match=r"calendar\.html: [\d,]+ bytes, [\d,]+ over the budget of 1,024"):
            test_markup.test_what_a_page_loads_is_weighed(faulty.site, faulty.specimens, base, new_page)
