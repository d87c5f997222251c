"""What long pictures say: what the record holds, each once, in the words of its pages."""

from __future__ import annotations

import re

import pytest

from tests.mini import CONTENT
from workreport.cards import Scroll, Told
from workreport.charts.catalogue import charts
from workreport.content.load import load
from workreport.gate.verify import verify
from workreport.pages.scrolls import report_scroll, section_scroll
from workreport.pages.views import Views
from workreport.site.model import Site
from workreport.site.resolve import resolve

ADDRESS = "https://www.example.gov.cn/report"


def told(scroll: Scroll) -> list[Told]:
    return [one for stretch in scroll.stretches for one in stretch.told]


@pytest.fixture(scope="module")
def record() -> Site:
    return resolve(verify(load(CONTENT)))


@pytest.fixture(params=["zh", "en"])
def views(record: Site, request: pytest.FixtureRequest) -> Views:
    return Views(record, request.param, charts(record, request.param), {}, ADDRESS, ())


def test_a_section_of_tasks_has_each_goal_and_each_promise_without_one_once(views: Views) -> None:
    report = views.site.newest
    for section in report.tasks:
        scroll = section_scroll(views, report, section)
        titles = [one.title for one in told(scroll)]
        goals = [c for c in report.comparisons if c.target.section.id == section.ref.id]
        words = [c for c in section.commitments if not c.targets]
        expected = [views.plain(c.target.title) for c in goals] + [views.plain(c.title) for c in words]
        assert sorted(titles) == sorted(expected)
        for stretch in scroll.stretches:
            assert re.search(r"[（(](\d+)[）)]$", stretch.title)[1] == str(len(stretch.told))  # type: ignore[index]


def test_what_may_not_be_compared_says_so(views: Views) -> None:
    report = views.site.newest
    every = [one for section in report.tasks for one in told(section_scroll(views, report, section))]
    classes = {one.verdict for one in every if one.sides}
    assert views.words["class_same"] in classes
    assert views.words["class_scope_differs"] in classes
    for one in every:
        assert not one.sides or (one.verdict and one.says), "two figures are never without their class and its reason"
        assert not one.sides or one.sides[0].role != "none", "a goal without an outcome stands alone"


def test_a_section_of_the_review_has_each_outcome(views: Views) -> None:
    report = views.site.newest
    for section in report.review:
        titles = [one.title for one in told(section_scroll(views, report, section))]
        assert titles == [views.plain(metric.title) for metric in section.metrics]


def test_the_whole_counts_promises_with_their_number(views: Views) -> None:
    report = views.site.newest
    scroll = report_scroll(views, report)
    wall, *_ = scroll.stretches
    n = sum(1 for _ in report.commitments)
    assert str(n) in wall.title
    assert sum(len(group.colours) for group in wall.squares) == n
    assert sum(int(key.text.rpartition(" ")[2]) for key in wall.keys) == n
    assert scroll.address == f"{ADDRESS}/{'en/' if views.translated else ''}2023/report.html"
    said = "\n".join(scroll.source)
    assert views.status(report) in said
    assert ("unofficial" in said.lower()) == views.translated
    assert "2023" in scroll.title
