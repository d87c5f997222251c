"""A pending section exists, and the site allows it."""

from __future__ import annotations

from tests.unit.gate.conftest import Say
from workreport.gate.pending import RULE

WAIVERS = "source/2023.waivers.yaml"


def test_pending_sections(say: Say) -> None:
    assert say(RULE) == []
    assert say(RULE, ("site.yaml", "allow_pending: true", "allow_pending: false")) == [
        "2023.waivers.yaml:1 pending-refused: 2023/government is pending, and site.yaml says allow_pending: false"
    ]
    assert say(RULE, (WAIVERS, "2023/government", "2022/government")) == [
        "2023.waivers.yaml:1 pending-unknown: there is no section 2022/government"
    ]
