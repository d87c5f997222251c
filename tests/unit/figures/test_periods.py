"""Years and bases as sentences name them."""

from __future__ import annotations

import pytest

from workreport.figures.chinese import read_figures
from workreport.figures.periods import BASES, bases_in, governing, named
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
        ("由2020年的75岁提高到78岁，其中2020年的80岁不变。", [(2020, 2020), None, (2020, 2020)]),
        ("2022年8月以来建成学校5所。", [(2022, None)]),
        ("2020年的51%达标。", [(2020, 2020)]),
        ("比2020年增长5%，利润9亿元。", [(2020, None), None]),
        ("恢复到2019年的120%。", [(2019, None)]),
        ("2024年新增3家。今年新增5家。", [(2024, 2024), None]),
    ],
)
def test_years(sentence: str, years: list[tuple[int | None, int | None] | None], units: Units) -> None:
    found = [figure.period for figure in read_figures(sentence, units)]
    assert [(period.first, period.last) if period else None for period in found] == years


YEARS = [
    ("2022年新增就业", "2022"),
    ("2021—2025年", "2021-2025"),
    ("2021年至2025年", "2021-2025"),
    ("2018-22年", "2018-2022"),
    ("到2030年，", "-2030"),
    ("截至2022年底", "-2022"),
    ("自2018年起", "2018-"),
    ("2018年以来，", "2018-"),
    ("“十四五”期间，", "2021-2025"),
    ("“十四五”以来，", "2021-"),
    ("“十三五”末，", "2020"),
    ("落实“十四五”规划，", None),
    ("比2020年增长", "2020-"),
    ("在2020年基础上增长", "2020-"),
    ("与2019年相比增长", "2019-"),
    ("2022年比2021年增长", "2022"),
    ("到2025年，能耗比2020年下降", "2020-2025"),
    ("由2017年的", "2017"),
    ("由2017年的80亿元提高到2022年的", "2022"),
    ("由2017年的80亿元提高到", None),
    ("2022年8月以来，", "2022-"),
    ("是2015年的", "2015-"),
    ("过去五年，", "2018-2022"),
    ("五年来，", "2018-2022"),
    ("近三年累计", "2020-2022"),
    ("两年平均增长", "2021-2022"),
    ("十五年来，", "2008-2022"),
    ("今后五年，", "2023-2027"),
    ("未来3年", "2023-2025"),
    ("到2030年建成，今年投资", "2023"),
    ("连续五年", None),
    ("水质三十年来首次", None),
    ("“十四五”时期利润是“十三五”时期的", "2021-2025"),
    ("“十四五”时期事故较“十三五”时期下降", "2021-2025"),
    ("三年行动", None),
    ("1998人", None),
]


@pytest.mark.parametrize(("words", "years"), YEARS)
def test_the_years_that_words_before_a_figure_come_to(words: str, years: str | None) -> None:
    clause = max(words.rfind(mark) for mark in "，。") + 1 if not words.endswith("，") else 0
    period = governing(named(words, 2023, 2023), clause)
    assert (str(period) if period else None) == years


def test_what_something_is_measured_against_is_so_for_its_clause() -> None:
    words = "2022年收入比2017年增长30%，新增就业"
    assert str(governing(named(words), words.index("，") + 1)) == "2022"


BASED = [
    ("产值增长5%。", None),
    ("产值同比增长5%。", "year_on_year"),
    ("产值比上年增长5%。", "year_on_year"),
    ("产值年均增长5%。", "annual_average"),
    ("产值两年平均增长5%。", "annual_average"),
    ("产值环比增长5%。", "previous_period"),
    ("年均浓度下降5%。", None),
    ("产值可比口径增长5%。", "comparable"),
    ("累计建成学校5所。", "cumulative"),
    ("力争建成学校5所。", "planned"),
    ("完成年度计划的85%。", None),
    ("产值同比持平，利润增长5%。", None),
    ("产值按可比价同比增长5%。", "comparable"),
    ("累计完成投资同比增长5%。", "year_on_year"),
    ("计划总投资3亿元。", "planned"),
    ("一般公共预算收入完成3亿元。", None),
    ("落实行动计划，引进企业3家。", None),
    ("确保比重达到70%。", None),
    ("完成全年目标的132%。", None),
    ("全年增长5%。", None),
]


@pytest.mark.parametrize(("sentence", "basis"), BASED)
def test_basis(sentence: str, basis: str | None, units: Units) -> None:
    (figure,) = read_figures(sentence, units)
    assert figure.basis == basis


def test_a_list_has_the_basis_of_its_last_member(units: Units) -> None:
    found = [figure.basis for figure in read_figures("同比增长8%、累计完成投资3亿元。", units)]
    assert found == ["year_on_year", "cumulative"]


def test_all_bases_of_a_heading() -> None:
    assert bases_in("累计完成投资，按可比口径") == {"cumulative", "comparable"}


def test_every_basis_has_a_case() -> None:
    assert {basis for _, basis in BASED} == {*BASES, None}
