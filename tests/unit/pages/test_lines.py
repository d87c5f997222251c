"""Lists of a topic: what is mainly about it comes first; each line has its sentence."""

from __future__ import annotations

from markupsafe import Markup

from tests.mini import CONTENT
from workreport.content import load
from workreport.gate import verify
from workreport.pages.lines import aimless, mainly, promise_lines, value_line
from workreport.pages.views import Views
from workreport.site import resolve


def test_what_is_mainly_about_a_topic_comes_first() -> None:
    site = resolve(verify(load(CONTENT)))
    mixed = 0
    for topic in site.used_topics:
        for report in site.reports:
            given = [*report.commitments]
            found = mainly(topic, given)
            assert {c.id for c in found} == {c.id for c in given if topic in c.topics}
            ranks = [(c.topics[0] != topic, given.index(c)) for c in found]
            assert ranks == sorted(ranks), "in the report's order within each"
            mixed += len({rank for rank, _ in ranks}) > 1
            rows = mainly(topic, report.comparisons)
            assert [c.target.topics[0] == topic for c in rows] == sorted(
                (c.target.topics[0] == topic for c in rows), reverse=True
            )
    assert mixed, "the mini content has no topic that is somebody's second"


def test_nothing_is_listed_twice() -> None:
    """Goals stand for their commitments; the list below them has the others."""
    for report in resolve(verify(load(CONTENT))).reports:
        goals = {c.target.path.partition("#")[0] for c in report.comparisons}
        others = [c.path for c in aimless(report.commitments)]
        assert not goals & {*others}
        assert sorted({*goals, *others}) == sorted(c.path for c in report.commitments)


def test_a_value_is_that_of_its_page() -> None:
    site = resolve(verify(load(CONTENT)))
    for lang in site.languages:
        views = Views(site, lang, {}, {}, "", ())
        for c in site.comparisons.values():
            line = value_line(views, c)
            wanted = views.figure(c.target.quantity) if c.target.quantity else views.plain(c.target.words)
            assert (line.figure, line.words, line.path) == (wanted, c.target.quantity is None, c.target.path)
        for metric in site.metrics.values():
            line = value_line(views, metric)
            assert (line.figure, line.estimate) == (views.figure(metric.quantity), metric.quantity.estimate)


def test_a_line_has_the_words_of_its_language() -> None:
    site = resolve(verify(load(CONTENT)))
    commitments = [*site.newest.commitments]
    for lang in site.languages:
        views = Views(site, lang, {}, {}, "", ())
        for line, c in zip(promise_lines(views, commitments), commitments, strict=True):
            wanted = c.quote.text if lang == site.source else c.quote.translations[lang]
            assert Markup(line.said).striptags() == " ".join(wanted.split())
