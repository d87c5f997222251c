"""A source text holds nothing but headings, paragraphs, bold and subscripts."""

from __future__ import annotations

from tests.unit.gate.conftest import Say
from workreport.gate.names import RULE as NAMES
from workreport.gate.permalinks import RULE as PERMALINKS
from workreport.gate.sources import RULE

BROKEN = ("source/2023.zh.md", "PM<sub>2.5</sub>平均浓度36", "PM<sub>2.5平均浓度36")


def test_a_subscript_that_is_not_closed(say: Say) -> None:
    assert say(RULE) == []
    (found,) = say(RULE, BROKEN)
    assert found.startswith("2023.zh.md:11 source-markup: ")


def test_what_a_text_that_cannot_be_read_may_hold_is_not_missed(say: Say) -> None:
    """Its terms are not said to be absent, nor its published ids to be gone."""
    assert say(NAMES, BROKEN) == []
    assert say(PERMALINKS, BROKEN) == []
