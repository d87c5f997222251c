"""The table of units: what is read after a number, scales, rates, and English names."""

from __future__ import annotations

from decimal import Decimal

import pytest
from ucumvert import get_ucum_parser

from workreport.figures.units import PlainUnit, Scale, Units
from workreport.i18n import language


@pytest.mark.parametrize(
    ("printed", "factor", "plain", "en"),
    [
        ("万人", 10**4, "人", "ten thousand people"),
        ("亿元", 10**8, "元", "hundred million yuan"),
        ("万平方米", 10**4, "平方米", "ten thousand square meters"),
        ("平方米/万人", 1, "平方米/万人", "square meters per 10,000 people"),
        ("%", 1, "%", "%"),
        ("万", 10**4, "", "ten thousand"),
    ],
)
def test_a_unit_is_a_scale_and_a_plain_unit(printed: str, factor: int, plain: str, en: str, units: Units) -> None:
    unit = units.unit(printed)
    assert (unit.printed, unit.factor, unit.plain.zh, language("en").unit_name(unit), unit.known) == (
        printed,
        Decimal(factor),
        plain,
        en,
        True,
    )


def test_a_unit_that_the_table_lacks_is_read_and_unknown(units: Units) -> None:
    unit = units.unit("万石")
    assert (unit.printed, unit.factor, unit.plain.zh, unit.known) == ("万石", Decimal(10**4), "石", False)


def test_only_counters_are_like_other_units(units: Units) -> None:
    assert units.unit("个").like(units.unit("所"))
    assert units.unit("万元").like(units.unit("亿元"))
    assert not units.unit("个").like(units.unit("人"))
    assert not units.unit("元").like(units.unit("美元"))


def test_which_slash_is_a_rate_is_said_by_the_table() -> None:
    dust, area = PlainUnit(zh="微克/立方米", one="", other=""), PlainUnit(zh="平方米/万人", one="", other="")
    table = Units(
        (Scale(printed="万", factor=Decimal(10**4), name={}),),
        (dust, area, PlainUnit(zh="平方米", one="", other="")),
        ("万人",),
    )
    assert table.tail("微克/立方米以下", 0).unit == "微克/立方米"
    assert table.per("达到每万人", 2) == ("万人", 5)
    assert table.per("每户", 0) is None
    assert (table.unit("平方米/万人").per, table.unit("微克/立方米").per) == ("万人", "")


def test_what_counts_alone_is_no_unit_within_a_word(units: Units) -> None:
    assert units.tail("金91银", 0).unit == "金"
    assert units.tail("金贸大厦", 0).unit == ""


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("元/月", "元/月"),
        ("元/月·人，", "元/月·人"),
        ("元/人/年", "元/人/年"),
        ("元每人每月。", "元/人·月"),
        ("万元/平方米·年", "元/平方米·年"),
        ("元/千瓦时", "元/千瓦时"),
        ("微克每立方米以下", "微克/立方米"),
        ("名每次三名", "名"),
        ("吨标准煤每万元。", "吨标准煤/万元"),
        ("万户（套）", "户（套）"),
        ("万头（只、匹）", "头（只、匹）"),
        ("个（新建）", "个"),
    ],
)
def test_a_unit_is_read_whole(text: str, read: str, units: Units) -> None:
    tail = units.tail(text, 0)
    assert tail.unit == read
    assert units.unit(tail.printed).known


def test_a_unit_of_two_measure_words_has_the_english_of_the_first(units: Units) -> None:
    pair, first = units.unit("万户（套）"), units.unit("万户")
    assert language("en").unit_name(pair) == language("en").unit_name(first)
    assert not units.unit("户（石）").known


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("亿元", "CNY"),
        ("万平方米", "m2"),
        ("平方米/万人", "m2/(10*4.{person})"),
        ("张/千人", "1/(10*3.{person})"),
        ("立方米/天", "m3/d"),
        ("万人次/月", "{person-time}/mo"),
        ("户（套）", "{household}"),
        ("个", "1"),
        ("%", "%"),
        ("个百分点", "%{point}"),
        # Money over something has no code in either standard; neither have a mu, a quarter, and what is unsaid.
        ("元/人·月", ""),
        ("吨/亩", ""),
        ("个/家", ""),
        ("季度", ""),
        ("万", ""),
        ("石", ""),
    ],
)
def test_units_have_codes_as_far_as_they_are_certain(printed: str, code: str, units: Units) -> None:
    assert units.unit(printed).plain.code == code


def test_every_code_is_one_of_ucum_or_money(units: Units) -> None:
    """Read by a parser of UCUM's own grammar and list of units."""
    parser, money = get_ucum_parser(), {"CNY", "USD", "EUR", "HKD", "JPY", "GBP", "RUB"}
    codes = {units.unit(name).plain.code for name in units.names}
    assert len(codes) > 50
    for code in codes - money - {""}:
        parser.parse(code)
