"""The report's own details stand in its text."""

from __future__ import annotations

import pytest

from tests.unit.gate.conftest import Say
from workreport.gate.identity import RULE

FILE = "source/2023.report.yaml"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('delivered: "2023-01-04"', 'delivered: "2023-01-14"', "“2023年1月14日” is not in the source text"),
        ('issued: "2023-01-09"', 'issued: "2023-01-08"', "“2023年1月8日” is not in the source text"),
        ("样例政发〔2023〕1号", "样例政发〔2023〕11号", "“样例政发〔2023〕11号” is not in the source text"),
        ("zh: 样例区区长 甲某", "zh: 样例区区长甲某", ""),
        ("zh: 样例区区长 甲某", "zh: 样例区区长乙某", "“样例区区长乙某” is not in the source text"),
    ],
)
def test_details(say: Say, old: str, new: str, said: str) -> None:
    found = [line.partition("report-mismatch: ")[2] for line in say(RULE, (FILE, old, new))]
    assert found == ([said] if said else [])
