"""Shared by the tests of charts: the charts of the mini site, and their drawings."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.mini import CONTENT
from workreport.charts import drawings
from workreport.charts.catalogue import charts
from workreport.charts.drawings import Store, draw, key
from workreport.charts.layout import FORMATS, Format
from workreport.charts.model import Chart
from workreport.charts.svg import Drawing
from workreport.content.load import load
from workreport.gate.verify import verify
from workreport.site.model import Site
from workreport.site.resolve import resolve


@pytest.fixture(scope="session")
def site() -> Site:
    return resolve(verify(load(CONTENT)))


@pytest.fixture(scope="session")
def made(site: Site) -> list[Chart]:
    return [chart for lang in ("zh", "en") for chart in charts(site, lang).values()]


@pytest.fixture(scope="session")
def raw(made: list[Chart]) -> Mapping[tuple[str, str, Format], Drawing]:
    """Every drawing of the mini site, by path, language and size."""
    store = Store("")
    draw(made, store)
    renderer = drawings.renderer_version()
    found = {(c.path, c.lang, form): store.get(key(c, form, renderer)) for c in made for form in FORMATS}
    return {place: drawing for place, drawing in found.items() if drawing}
