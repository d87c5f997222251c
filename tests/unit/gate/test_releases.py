"""Releases stand in their order, and first dates are theirs."""

from __future__ import annotations

import re

import pytest

from tests.mini import CONTENT
from tests.unit.gate.conftest import Say
from workreport.content import load
from workreport.gate.record import record_digest
from workreport.gate.releases import RULE

SITE = (CONTENT / "site.yaml").read_text("utf-8")
NOTES = "notes: {zh: 发布。, en: A release.}"


@pytest.mark.parametrize(
    ("releases", "said"),
    [
        ((("1.9", "2026-12-01 09:00"), ("1.10", "2026-12-01 09:01")), []),
        ((("1.10", "2026-12-01 09:00"), ("1.9", "2026-12-02 09:00")), ["1.9 does not follow 1.10"]),
        (
            (("1.0", "2026-12-01 09:00"), ("1.1", "2026-12-01 09:00")),
            ["2026-12-01 09:00 is not after 2026-12-01 09:00"],
        ),
    ],
)
def test_the_order_of_releases(say: Say, releases: tuple[tuple[str, str], ...], said: list[str]) -> None:
    entries = "".join(f'  - {{version: "{version}", published: "{time}", {NOTES}}}\n' for version, time in releases)
    found = say(RULE, ("site.yaml", "", f"{SITE}releases:\n{entries}"))
    assert [line.partition("release-order: ")[2] for line in found] == said


def test_a_first_date_is_that_of_a_release(say: Say) -> None:
    entry = "{id: 2022/metrics/parks, code: 2022-M006, sentence: p4s1"
    dated = ("permalinks.yaml", entry, f'{entry}, first: "2026-12-01"')
    assert say(RULE) == []
    assert say(RULE, dated) == ["permalinks.yaml:13 permalink-first: no release of site.yaml went online on 2026-12-01"]
    release = f'releases:\n  - {{version: "1.0", published: "2026-12-01 09:00", {NOTES}}}\n'
    assert say(RULE, dated, ("site.yaml", "", SITE + release)) == []


def test_what_was_published_never_changes(say: Say) -> None:
    """Entries may come, move and retire; codes that are swapped, a sentence and a lost entry are refused."""
    links = (CONTENT / "permalinks.yaml").read_text("utf-8")
    entries = re.sub(r"(\{id: [^,}]+(?:, code: [^,}]+)?(?:, sentence: [^,}]+)?)", r'\1, first: "2026-12-01"', links)
    assert entries.count("first:") > 30
    record = load(CONTENT, "content").permalinks.value
    digest = record_digest(record, "2026-12-01", undated=True)
    release = f'releases:\n  - {{version: "1.0", published: "2026-12-01 09:00", {NOTES}, record: "{digest}"}}\n'
    site = ("site.yaml", "", SITE + release)
    changed = [
        "site.yaml:{} record-changed: the addresses that release 1.0 published are not those that are recorded now"
    ]
    changed = [line.format(SITE.count("\n") + 2) for line in changed]
    published = ("permalinks.yaml", "", entries)
    assert say(RULE, site) == [], "the entry is there, and the addresses are not dated yet"
    assert say(RULE, site, published) == []
    new = entries.replace(
        "permalinks:\n", "permalinks:\n  - {id: 2022/metrics/new, code: 2022-M999, sentence: p4s1}\n", 1
    )
    assert say(RULE, site, ("permalinks.yaml", "", new)) == []
    swapped = entries.replace("2022-M006", "X").replace("2022-M008", "2022-M006").replace("X", "2022-M008")
    lost = re.sub(r"  - \{id: 2022/metrics/parks.*\n", "", entries)
    words = entries.replace("words: 新增停车", "words: 新增停车位", 1)
    for text in (swapped, words, entries.replace("2022-M006, sentence: p4s1", "2022-M006, sentence: p4s2"), lost):
        assert text != entries
        assert say(RULE, site, ("permalinks.yaml", "", text)) == changed
    gone = entries.replace(
        'code: 2022-M006, sentence: p4s1, first: "2026-12-01"',
        'code: 2022-M006, sentence: p4s1, first: "2026-12-01", retired: {zh: 停用。, en: Retired.}',
    )
    assert gone != entries
    assert say(RULE, site, ("permalinks.yaml", "", gone)) == []
