"""The wall of the home page has every commitment once, of the kind that its targets make it, for any report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from tests import mini
from workreport.charts import charts
from workreport.content import ItemId, load
from workreport.gate import verify
from workreport.i18n import language
from workreport.pages.home import home
from workreport.pages.views import Views
from workreport.pages.wall import KINDS, Wall, wall
from workreport.site import Comparison, Report, Section, Site, resolve

MINI = {
    "main-targets": "beside",  # and one without a figure of the year before, and one in words
    "buildings": "same",
    "new-jobs": "same",
    "parks": "same",
    "parking-and-places": "same",  # and one of another scope
    "pm25": "same",
}


@cache
def built() -> Site:
    return resolve(verify(load(mini.CONTENT)))


def shown_at_home(site: Site) -> Any:
    """What the home page is given."""
    (page,) = home(Views(site, "zh", charts(site, "zh"), {}, "", ()))
    return page.context


def with_tasks(site: Site, tasks: tuple[Section, ...], comparisons: tuple[Comparison, ...] | None = None) -> Site:
    """The same site with other tasks in its newest report."""
    newest = site.newest
    if comparisons is None:
        comparisons = newest.comparisons
    report: Report = replace(newest, tasks=tasks, comparisons=comparisons)
    by_target = {**site.comparisons, **{c.target.id: c for c in comparisons}}
    return replace(site, reports=(*site.reports[:-1], report), comparisons=by_target)


def classed(site: Site, how: Mapping[str, Any]) -> Site:
    """The same site with other classes, or without figures, for all targets of its newest report."""
    changed = tuple(
        replace(c, comparability=how["comparability"], target=replace(c.target, **how.get("target", {})))
        for c in site.newest.comparisons
    )
    return with_tasks(site, site.newest.tasks, changed)


def made(site: Site, lang: str = "zh") -> Wall:
    found = wall(Views(site, lang, {}, {}, "", ()), site.newest)
    assert found is not None
    return found


def kinds(of: Wall) -> dict[str, str]:
    return {s.path.rpartition("/")[2].removesuffix(".html"): s.kind for g in of.groups for s in g.squares}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_commitment_once_and_the_counts_add_up(lang: str) -> None:
    shown = made(built(), lang)
    assert kinds(shown) == MINI
    assert {k.kind: k.count for k in shown.kinds} == dict(Counter(MINI.values()))
    assert sum(len(g.squares) for g in shown.groups) == len(MINI) == 6
    assert "6" in shown.title
    for group in shown.groups:
        order = [KINDS.index(s.kind) for s in group.squares]
        assert order == sorted(order), "the kinds of a topic stand together"
        for square in group.squares:
            assert square.tag == language(lang).words["wall_tag_" + square.kind] != ""


@pytest.mark.parametrize(
    ("how", "kind"),
    [
        ({"comparability": "basis_differs"}, "beside"),
        ({"comparability": "scope_differs"}, "beside"),
        ({"comparability": "no_baseline"}, "number"),
        ({"comparability": "no_baseline", "target": {"quantity": None}}, "words"),
        # words beside a figure of the year before are words all the same
        ({"comparability": "qualitative", "target": {"quantity": None}}, "words"),
    ],
)
def test_the_kind_is_that_of_the_targets(how: Mapping[str, Any], kind: str) -> None:
    shown = made(classed(built(), how))
    of = set(kinds(shown).values()) - {"words"}  # main-targets has one in words, whose class does not matter
    assert (of or {"words"}) == {kind}
    assert [k.kind for k in shown.kinds] == [kind], "a kind that nothing is of is not named"


def test_a_promise_without_targets_is_in_words_and_has_no_tag() -> None:
    site = built()
    bare = tuple(
        replace(s, commitments=tuple(replace(c, targets=()) for c in s.commitments)) for s in site.newest.tasks
    )
    shown = made(with_tasks(site, bare, ()))
    assert {(s.kind, s.tag) for g in shown.groups for s in g.squares} == {("words", "")}


def test_without_topics_the_sections_are_the_groups() -> None:
    site = built()
    bare = tuple(replace(s, commitments=tuple(replace(c, topics=()) for c in s.commitments)) for s in site.newest.tasks)
    shown = made(with_tasks(site, bare))
    assert [(g.path, len(g.squares)) for g in shown.groups] == [("2023/economy.html", 2), ("2023/livelihood.html", 4)]
    assert kinds(shown) == MINI


@pytest.mark.parametrize("n", [1, 20, 900])
def test_any_number_of_commitments(n: int) -> None:
    site = built()
    (first, *_), section = [*site.newest.commitments], site.newest.tasks[1]
    many = tuple(replace(first, id=ItemId("commitment", 2023, f"c{i}")) for i in range(n))
    shown = made(with_tasks(site, (replace(section, commitments=many),)))
    assert len(kinds(shown)) == n
    assert shown.title == language("zh").count("wall_title", n)
    assert [k.count for k in shown.kinds] == [n]


def test_a_report_that_promises_nothing_has_no_wall_and_asks_nothing() -> None:
    site = with_tasks(built(), (), ())
    context = shown_at_home(site)
    assert context.wall is None
    assert context.question == site.name["zh"]


def test_without_a_place_the_issuer_stands_there() -> None:
    assert shown_at_home(built()).whose == "样例市样例区 · 2023年"
    assert shown_at_home(replace(built(), place=None)).whose == "样例区人民政府 · 2023年"


def test_no_goal_stands_twice_on_the_home_page() -> None:
    """Those that can be compared are not listed again among the goals of the first section."""
    site = built()
    context = shown_at_home(with_tasks(site, tuple(s for s in site.newest.tasks if s.ref.id.slug == "economy")))
    assert {"vacant-buildings", "enterprises"} <= {g.row.id for g in context.goals}
    assert {c.id for c in context.headline} == {"budget-revenue", "income", "unemployment"}
    assert context.headline_title.endswith("其余各项")
