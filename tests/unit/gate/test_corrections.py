"""Corrections stand in their order, each about what was published."""

from __future__ import annotations

from tests.unit.gate.conftest import Say
from workreport.gate.corrections import RULE


def entries(*corrections: tuple[str, str]) -> tuple[str, str, str]:
    """A file of corrections, each given by its date and its page."""
    text = "{old: {zh: 旧, en: Old}, new: {zh: 新, en: New}, reason: {zh: 误。, en: Wrong.}"
    lines = [f'  - {text}, date: "{date}"{page and f", item: {page}"}}}' for date, page in corrections]
    return "corrections.yaml", "", "corrections:\n" + "\n".join(lines) + "\n"


def test_an_empty_page_is_the_site(say: Say) -> None:
    name, find, text = entries(("2026-12-01", ""))
    assert say(RULE, (name, find, text.replace('"}', '", item: ""}'))) == []


def test_a_correction_is_no_older_than_what_it_corrects(say: Say) -> None:
    releases = (
        "site.yaml",
        "allow_pending: true",
        "allow_pending: true\nreleases:\n"
        '  - {version: "1.0", published: "2026-12-01 09:00", notes: {zh: 首次。, en: First.}}\n'
        '  - {version: "1.1", published: "2026-12-20 09:00", notes: {zh: 又。, en: Again.}}',
    )
    later = ("permalinks.yaml", "2022/metrics/air,", '2022/metrics/air, first: "2026-12-20",')
    told = entries(("2026-11-30", ""), ("2026-12-01", "2022/metrics/parks"), ("2026-12-19", "2022/metrics/air"))
    assert say(RULE, releases, later, told) == [
        "corrections.yaml:2 correction-early: the site first went online on 2026-12-01, after 2026-11-30",
        "corrections.yaml:4 correction-early: 2022/metrics/air first went online on 2026-12-20, after 2026-12-19",
    ]


def test_corrections(say: Say) -> None:
    assert say(RULE) == []
    assert say(RULE, entries(("2026-12-01", "2022/metrics/air"), ("2026-12-01", ""), ("2026-12-02", ""))) == []
    assert say(RULE, entries(("2026-12-02", ""), ("2026-12-01", "2022/metrics/ari"))) == [
        "corrections.yaml:3 correction-order: 2026-12-01 is before 2026-12-02",
        "corrections.yaml:3 correction-item: 2022/metrics/ari was never published",
    ]
