"""A short code is that of one page."""

from __future__ import annotations

from tests.unit.gate.conftest import Say
from workreport.content import ItemId, Permalink
from workreport.gate.short_codes import RULE, fresh_codes

RECORD = "permalinks.yaml"


def test_codes(say: Say) -> None:
    assert say(RULE) == []
    assert say(RULE, (RECORD, "code: 2022-M006", "code: 2022-M005")) == [
        "permalinks.yaml:13 permalink-code: 2022-M005 is the code of 2022/metrics/enterprises already"
    ]
    assert say(RULE, (RECORD, "code: 2022-M006", "code: 2022-C006")) == [
        "permalinks.yaml:13 permalink-code: 2022-C006 is no code for 2022/metrics/parks"
    ]


def test_a_renamed_page_keeps_its_code(say: Say) -> None:
    assert say(RULE, (RECORD, "code: 2022-M011", "code: 2022-M010")) == []


def test_each_new_page_gets_another_code() -> None:
    fresh = fresh_codes([Permalink(id="2022/metrics/a", code="2022-M041", sentence="p1s1")])
    pages = [ItemId.parse(page) for page in ("2022/metrics/b", "2022/metrics/c", "2022/commitments/d")]
    assert [fresh(page) for page in pages] == ["2022-M042", "2022-M043", "2022-C001"]
