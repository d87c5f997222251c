"""A section with a heading of its own is called by it."""

from __future__ import annotations

from tests.unit.gate.conftest import Say, told
from workreport.gate.headings import RULE


def test_titles_of_sections(say: Say) -> None:
    """Those under a heading and those that begin with one in bold; 公园、停车与空气 has none."""
    assert told(say, RULE) == []
    assert told(
        say,
        RULE,
        ("2021_review/01-all.yaml", "zh: 2021年工作回顾", "zh: 2021年成就回顾"),
        ("2023_tasks/01-economy.yaml", "en: Keep the economy stable", "en: Keep the economy growing"),
        ("2022_review/02-city.yaml", "zh: 公园、停车与空气", "zh: 公园与空气"),
    ) == [
        "01-all.yaml section-title: the heading of this section is “2021年工作回顾”",
        "01-economy.yaml section-title: the heading of this section is “Keep the economy stable”",
    ]
