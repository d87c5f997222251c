"""The explorer: which groups there are, what of them is drawn, and the library that draws it."""

from __future__ import annotations

import gzip
import json
import sys
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from typing import Any

import pytest

from tests import ROOT, mini
from workreport.charts import charts
from workreport.charts.live import live
from workreport.charts.svg import UP, Drawing, Drawn
from workreport.content import load
from workreport.gate import verify
from workreport.pages import Page, Views
from workreport.pages.explorer import LIBRARY, explorer
from workreport.site import Metric, Site, Target, resolve


@pytest.fixture(scope="module")
def site() -> Site:
    return resolve(verify(load(mini.CONTENT)))


def items_of(site: Site) -> list[Metric | Target]:
    return [*site.metrics.values(), *site.targets.values()]


def page(site: Site, lang: str, *, drawn: bool = True) -> list[Page]:
    made = charts(site, lang)
    nothing = f"<a {UP}x"
    empty = Drawing(common="", rows=(), fields=(), width=1, height=1)
    about = {"wide": empty, "usual": empty, "title": "", "below": (), "source": ()}
    drawings = {
        (lang, path): Drawn(page=nothing, large=nothing, file=b"", live=live(c), **about)  # type: ignore[arg-type]
        for path, c in made.items()
    }
    return list(explorer(Views(site, lang, made, drawings if drawn else {}, "", ())))


@pytest.fixture(scope="module")
def data(site: Site) -> dict[str, Any]:
    (own,) = page(site, "en")
    found: dict[str, Any] = json.loads(str(own.context.data))  # type: ignore[attr-defined]
    return found


def test_each_group_has_charts_and_its_goals(site: Site, data: dict[str, Any]) -> None:
    groups = data["groups"]
    assert next(iter(groups)) == "goals-2023", "the newest report first"
    (own,) = page(site, "en")
    first: Any = own.context
    assert first.title == groups["goals-2023"]["title"], "there before the script is, so that nothing jumps"
    assert first.drawn == f"In the chart: {len(groups['goals-2023']['charts'])}."
    assert {"goals-2022", "topic-parks", "topic-2022-parks", "section-2023-livelihood"} <= set(groups)
    for group in groups.values():
        assert group["charts"]
        assert set(group["charts"]) <= set(data["charts"])
    assert groups["topic-2022-parks"]["title"] == "Parks & parking (2022)"
    items = {item.path: item for item in items_of(site)}
    for key in ("parks", "jobs", "economy"):
        for path in groups[f"topic-{key}"]["charts"]:
            assert all(key in items[row["path"]].topics for row in data["charts"][path]["rows"]), path


def test_only_the_same_measure_is_drawn_and_an_axis_has_one_unit(site: Site, data: dict[str, Any]) -> None:
    same = {c.target.path for c in site.comparisons.values() if c.comparability == "same"}
    for chart in data["charts"].values():
        for row in chart["rows"]:
            if len(row["sides"]) > 1:
                assert row["path"] in same
    units = {item.path: item.quantity and item.quantity.plain_unit for item in items_of(site)}
    for path, chart in data["charts"].items():
        assert len({units[row["path"]] for row in chart["rows"]}) == 1, path
    groups = data["groups"]
    drawn = sum(
        len(row["sides"]) > 1
        for path in groups["section-2023-economy"]["charts"]
        for row in data["charts"][path]["rows"]
    )
    assert len(groups["section-2023-economy"]["rows"]) > drawn, "what is not drawn stands in the table"


def test_goals_of_one_unit_and_one_size_share_an_axis(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["workreport.charts.families"], "_SIZES", Decimal(1000))
    (own,) = page(site, "en")
    found = json.loads(str(own.context.data))  # type: ignore[attr-defined]
    unit = found["groups"]["unit-parks"]
    assert unit["charts"] == ["2023/charts/with-parks"]
    assert [row["label"] for row in found["charts"][unit["charts"][0]]["rows"]] == ["New parks", "New parking spaces"]
    assert len(unit["rows"]) == 2


def test_each_side_has_its_own_sentence(site: Site, data: dict[str, Any]) -> None:
    quotes = {item.path: item.quote.words("en") for item in items_of(site)}
    for chart in data["charts"].values():
        for row in chart["rows"]:
            assert row["sides"][-1][3] == quotes[row["path"]]
    (parks,) = data["charts"]["2023/charts/target-parks"]["rows"]
    assert [side[0] for side in parks["sides"]] == ["outcome", "goal"]
    assert parks["sides"][0][3] != parks["sides"][1][3]


def test_without_drawings_it_is_its_tables(site: Site) -> None:
    (own,) = page(site, "zh", drawn=False)
    context: Any = own.context
    assert not context.choices
    assert not context.data
    assert [row.at for table in context.tables for row in table.rows]


def test_where_nothing_can_be_compared_there_is_none(site: Site) -> None:
    apart = tuple(
        replace(report, comparisons=tuple(c for c in report.comparisons if c.comparability != "same"))
        for report in site.reports
    )
    assert not page(replace(site, reports=apart), "zh", drawn=False)


def test_the_library_is_what_was_made_and_makes_no_markup() -> None:
    """`make echarts` writes both; the page's policy would refuse what makes markup of text, and what evaluates it."""
    for line in (ROOT / "tools/echarts/SHA256SUMS").read_text("utf-8").splitlines():
        digest, _, path = line.partition("  ")
        assert sha256((ROOT / path).read_bytes()).hexdigest() == digest, f"{path}: make echarts"
    library = (ROOT / "assets/echarts.js").read_text("utf-8")
    code = library.partition("*/")[2]
    for refused in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "new Function", "eval("):
        assert refused not in code
    assert len(gzip.compress(library.encode(), 6)) <= LIBRARY
    assert "Apache License" in (ROOT / "assets/echarts-licence.txt").read_text("utf-8")
    version = json.loads((ROOT / "tools/echarts/package.json").read_text("utf-8"))["devDependencies"]["echarts"]
    assert f"Apache ECharts {version}," in library
