"""Numerals of Chinese texts: where they stand, and every value that a run of them may have."""

from __future__ import annotations

from decimal import Decimal

import pytest

from workreport.figures.numerals import chinese_values, numeral_value, numerals


def test_numerals_counts_every_digit_run() -> None:
    text = "3.5%、16,500人、２０２３年、5G、PM2.5"
    assert [text[a:b] for a, b in numerals(text)] == ["3.5", "16", "500", "２０２３", "5", "2.5"]


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("16,500", "16500"), ("3.5", "3.5"), ("两", "2"), ("十", "10"), ("二百五十", "250"), ("〇", "0"), ("百千", None)],
)
def test_value(numeral: str, value: str | None) -> None:
    assert numeral_value(numeral) == (None if value is None else Decimal(value))


def test_a_run_of_several_numerals_has_the_values_of_its_parts() -> None:
    assert chinese_values("第十八届") == {Decimal(18)}
    assert chinese_values("“八五”") >= {Decimal(8), Decimal(5)}
