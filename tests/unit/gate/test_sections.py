"""Every paragraph belongs to one section."""

from __future__ import annotations

from tests.unit.gate.conftest import Say
from workreport.gate.sections import RULE

CITY = "2022_review/02-city.yaml"


def test_sound(say: Say) -> None:
    assert say(RULE) == []


def test_a_section_that_takes_the_paragraph_of_another_and_leaves_its_own(say: Say) -> None:
    assert say(RULE, (CITY, "{first: p4, last: p4}", "{first: p3, last: p3}")) == [
        "02-city.yaml:6 section-overlap: p3 belongs to overview already",
        "2023.zh.md:11 paragraph-unclaimed: p4 belongs to no section",
    ]


def test_a_range_that_goes_backwards(say: Say) -> None:
    assert say(RULE, (CITY, "{first: p4, last: p4}", "{first: p4, last: p3}")) == [
        "02-city.yaml:6 section-range: the source text has no paragraphs from p4 to p3",
        "2023.zh.md:11 paragraph-unclaimed: p4 belongs to no section",
    ]
