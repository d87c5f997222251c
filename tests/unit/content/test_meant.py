"""What an editor meant by a value that is not written as its field needs it; nothing where nobody can tell."""

from __future__ import annotations

import pytest

from workreport.content.meant import meant, number

ID, DATE = "^[a-z0-9]+(-[a-z0-9]+)*$", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


@pytest.mark.parametrize(
    ("typed", "pattern", "near"),
    [
        ("Public_Employment", ID, "public-employment"),
        ("new jobs", ID, "new-jobs"),
        ("“jobs”", ID, "jobs"),
        ("jobs、roads", ID, "jobs, roads"),
        ("公共就业", ID, ""),
        ("jobs/", ID, ""),
        ("2023/1/5", DATE, "2023-01-05"),
        ("2023年1月5日", DATE, "2023-01-05"),
        ("２０２３．１．５", DATE, "2023-01-05"),
        ("“2023-01-05”", DATE, "2023-01-05"),
        ("1/5/2023", DATE, ""),
    ],
)
def test_meant(typed: str, pattern: str, near: str) -> None:
    assert meant(typed, pattern) == near


@pytest.mark.parametrize(
    ("typed", "found"),
    [("16,500", "16500"), ("１．６５", "1.65"), ("3", "3"), ("1.65万", ""), ("012", ""), ("一点六", "")],
)
def test_number(typed: str, found: str) -> None:
    assert number(typed) == found
