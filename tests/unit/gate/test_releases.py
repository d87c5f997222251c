"""Releases stand in their order, and first dates are theirs."""

from __future__ import annotations

import pytest

from tests.mini import CONTENT
from tests.unit.gate.conftest import Say
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
