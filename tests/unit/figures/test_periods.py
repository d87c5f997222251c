"""Years and bases as sentences name them."""

from __future__ import annotations

import pytest

from workreport.figures.chinese import read_figures
from workreport.figures.periods import BASES
from workreport.figures.units import Units


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("产值达到80亿元。", [None]),
        ("2025年，产值达到80亿元，利润9亿元。", [(2025, 2025), (2025, 2025)]),
        ("2021—2025年产值年均增长8%。", [(2021, 2025)]),
        ("2021年至2025年新增就业5万人。", [(2021, 2025)]),
        ("“十四五”期间新增就业5万人，“十五五”末达到8万人。", [(2021, 2025), (2030, 2030)]),
        ("到2030年产值达到80亿元。", [(None, 2030)]),
        ("2012年以来建成学校5所。", [(2012, None)]),
        ("由2020年的3亿元增加到2025年的5亿元。", [(2020, 2020), (2025, 2025)]),
        ("比2020年增长5%，利润9亿元。", [(2020, None), None]),
        ("恢复到2019年的120%。", [(2019, None)]),
        ("2024年新增3家。今年新增5家。", [(2024, 2024), None]),
    ],
)
def test_years(sentence: str, years: list[tuple[int | None, int | None] | None], units: Units) -> None:
    found = [figure.period for figure in read_figures(sentence, units)]
    assert [(period.first, period.last) if period else None for period in found] == years


BASED = [
    ("产值增长5%。", None),
    ("产值同比增长5%。", "year_on_year"),
    ("产值比上年增长5%。", "year_on_year"),
    ("产值年均增长5%。", "annual_average"),
    ("产值两年平均增长5%。", "annual_average"),
    ("产值环比增长5%。", "previous_period"),
    ("产值可比口径增长5%。", "comparable"),
    ("累计建成学校5所。", "cumulative"),
    ("力争建成学校5所。", "planned"),
    ("完成年度计划的85%。", None),
    ("产值同比持平，利润增长5%。", None),
]


@pytest.mark.parametrize(("sentence", "basis"), BASED)
def test_basis(sentence: str, basis: str | None, units: Units) -> None:
    (figure,) = read_figures(sentence, units)
    assert figure.basis == basis


def test_every_basis_has_a_case() -> None:
    assert {basis for _, basis in BASED} == {*BASES, None}
