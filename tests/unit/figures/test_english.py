"""Numbers of English texts."""

from __future__ import annotations

from workreport.figures.dates import months
from workreport.figures.english import read_numbers


def test_numbers() -> None:
    numbers = read_numbers("About 3.26 billion yuan, 16,500 people, two of 3–5, PM2.5, 110 kV")
    assert [(str(n.value), n.digits) for n in numbers if n.digits] == [
        ("3260000000.00", True), ("16500", True), ("3", True), ("5", True), ("2.5", True), ("110", True)]  # fmt: skip


def test_months_begin_with_january() -> None:
    assert (months()[0], months()[11], len(months())) == ("January", "December", 12)
