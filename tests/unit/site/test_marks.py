"""The figures and the promises of a text lead to what encodes them."""

from __future__ import annotations

from workreport.site.model import Site


def test_each_figure_is_marked_where_it_stands(site: Site) -> None:
    found = {}
    for report in site.reports:
        for block, marks in report.marks.items():
            assert list(marks) == sorted(marks)
            for mark in marks:
                found[mark.path] = mark.of(report.source.by_id[block].text)
    assert set(found) >= {metric.path for metric in site.metrics.values()}
    assert "1.65万人" in found["2023/commitments/new-jobs.html"]


def test_the_translation_marks_the_same_figures(site: Site) -> None:
    texts: dict[str, str] = {}
    for report in site.reports:
        for sentence, marks in report.translated_marks["en"].items():
            texts |= {mark.path: mark.of(report.translations["en"].text(sentence)) for mark in marks}
    assert texts["2023/commitments/new-jobs.html"] == "16,500"


def test_each_promise_is_marked_where_it_stands(site: Site) -> None:
    for report in site.reports:
        found = {
            mark.path: mark.of(report.source.by_id[block].text)
            for block, marks in report.promised.items()
            for mark in marks
        }
        assert found == {commitment.path: commitment.quote.text for commitment in report.commitments}
