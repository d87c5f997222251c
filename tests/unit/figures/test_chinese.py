"""The figure reader: what it reads, what it leaves alone, and that no text makes it fail or slow down."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import ROOT
from tests.unit.conftest import unit_table
from workreport.figures.chinese import read_figures
from workreport.figures.figure import Figure
from workreport.figures.quantity import Quantity
from workreport.figures.units import Units
from workreport.i18n import language

TABLE = ROOT / "tests/fixtures" / "figures.tsv"


def cases() -> list[tuple[str, str]]:
    rows = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [(sentence, expected) for sentence, expected in rows]


def said(figure: Figure) -> str:
    """A figure in the notation of the table."""
    q = figure.quantity
    high = f"..{q.high}" if q.high is not None else ""
    mark = " estimate" if q.estimate else ""
    return f"{figure.text}={q.value}{high} {q.unit} {q.bound} {q.kind}{mark}"


@pytest.mark.parametrize(("sentence", "expected"), cases())
def test_table(sentence: str, expected: str, units: Units) -> None:
    found = " | ".join(said(figure) for figure in read_figures(sentence, units))
    assert (found or "-") == expected


def test_table_is_large() -> None:
    assert len(cases()) >= 80


# Where the space or the hyphen itself is the case, more of them would make another one.
SPACED = [(s, e) for s, e in cases() if "16 500" not in s and "2023-01-04" not in s]


@pytest.mark.parametrize(("sentence", "expected"), SPACED)
def test_spaces_and_breaks_round_digits_change_nothing(sentence: str, expected: str, units: Units) -> None:
    def begins_a_number(index: int) -> bool:
        before = sentence[index - 1 : index]
        return (
            sentence[index].isdigit()
            and bool(before)
            and not (before.isascii() or before.isdigit() or before in "，．")
        )

    spaced = "".join(f"\n {c}" if begins_a_number(i) else c for i, c in enumerate(sentence))
    found = " | ".join(said(figure) for figure in read_figures(spaced, units))
    assert (found or "-") == expected


def test_offsets_are_those_of_the_text(units: Units) -> None:
    text = "全年 盘活 空置楼宇 5 万余平方米，超过 5.4 万元。"
    first, second = read_figures(text, units)
    assert text[first.start : first.end] == "5 万余平方米"
    assert text[second.start : second.end] == "超过 5.4 万元"
    assert first.quantity.hedge == "余"


TABLE_OF_UNITS = unit_table()
UNITS = ("人", "万人", "家", "个", "亿元", "万元", "万平方米", "%", "户", "万户", "项", "件", "美元", "万美元")
HEDGES = {
    "exact": ("",),
    "about": ("左右", "约", "近", "接近"),
    "at_least": ("以上", "不低于", "不少于", "余", "多"),
    "more_than": ("超过", "高于", "突破", "逾"),
    "at_most": ("以内", "以下", "不超过", "不足", "不到"),
    "range": ("",),
}


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    bound = draw(st.sampled_from(sorted(HEDGES)))
    hedge = draw(st.sampled_from(HEDGES[bound]))
    unit = draw(st.sampled_from([u for u in UNITS if not (hedge in ("余", "多") and u in ("%",))]))
    places = draw(st.integers(0, 2)) if bound != "range" and unit[0] not in "人家个户项件" else 0
    value = Decimal(draw(st.integers(1, 99999))).scaleb(-places)
    high = value + draw(st.integers(1, 50)) if bound == "range" else None
    return Quantity(value=value, high=high, unit=TABLE_OF_UNITS.unit(unit), bound=bound, hedge=hedge)  # type: ignore[arg-type]


BEFORE = ("全年新增", "共计", "服务群众", "，其中", "达到", "预计，全年实现", "（二）完成")
AFTER = ("。", "，", "；其余照旧。", "、", "")


@settings(derandomize=True, max_examples=300, deadline=None)
@given(quantities(), st.sampled_from(BEFORE), st.sampled_from(AFTER))
def test_what_the_writer_writes_reads_back(q: Quantity, before: str, after: str) -> None:
    figures = read_figures(before + language("zh").figure_words(q) + after, TABLE_OF_UNITS)
    assert len(figures) == 1
    read = figures[0]
    assert read.quantity == replace(q, estimate=before.startswith("预计"), kind=read.quantity.kind)
    assert read.text == language("zh").figure_words(q)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(
    st.lists(st.integers(1, 9999), min_size=2, max_size=6),
    st.sampled_from(["增长", "提高", "下降", "压减", "年均增长"]),
    st.sampled_from(["", "约", "超过"]),
    st.sampled_from(["%", "个百分点", "倍"]),
    st.sampled_from(["、", "和"]),
)
def test_every_member_of_a_list_has_its_verb_and_its_bound(
    values: list[int], verb: str, hedge: str, unit: str, last: str
) -> None:
    printed = [f"{Decimal(value).scaleb(-1)}{unit}" for value in values]
    text = f"三项收入分别{verb}{hedge}{'、'.join(printed[:-1])}{last}{printed[-1]}。"
    found = read_figures(text, TABLE_OF_UNITS)
    kind = "decline" if verb in ("下降", "压减") else "growth"
    bound = {"": "exact", "约": "about", "超过": "more_than"}[hedge]
    assert [figure.quantity.value for figure in found if figure.text != "三项"] == [
        Decimal(v).scaleb(-1) for v in values
    ]
    assert {(f.quantity.kind, f.quantity.bound) for f in found if f.text != "三项"} == {(kind, bound)}


ALPHABET = "0123456789.,-%０９万亿余多约超过以上以内至到由每人家个元第年月日号一二十百千两零〇预计“”《》〔〕。；，（） \nA首全部翻番增长为几数上破分之成半过内来居列比占较从到分别均∶/+三五中小企业"


@settings(derandomize=True, max_examples=600, deadline=None)
@given(st.one_of(st.text(alphabet=ALPHABET, max_size=60), st.text(max_size=60)))
def test_never_raises(text: str) -> None:
    for figure in read_figures(text, TABLE_OF_UNITS):
        assert 0 <= figure.start < figure.end <= len(text)
        assert figure.text


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "余",
        "（",
        "“",
        "一",
        "1,",
        "1.",
        "3-",
        "预计",
        "万余",
        "每万人",
        "零增长",
        "1家。",
        "1、",
        "分别增长1%、",
        "每万",
        "《1",
        "〔",
        "第",
        "约",
        "%",
        "1元/人",
        "每月",
        "1户（",
        "1吨、",
        "1吨等",
        "千人",
        "二次",
        "3个万",
        "过万",
        "从1年",
        "由2020年的",
        "1亿元以上",
        "清零",
    ],
)
def test_long_runs_of_anything(piece: str) -> None:
    """No clock: a reader whose work grew with the square of the length would not come to the end of this test."""
    read_figures(piece * (200_000 // len(piece)), TABLE_OF_UNITS)


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["1", "余", "（", "“"])
def test_ten_megabytes(piece: str) -> None:
    assert read_figures(piece * (10_000_000 // len(piece)), TABLE_OF_UNITS) == []
