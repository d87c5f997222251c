"""The site's own English of every figure states what its Chinese does: held by the parity that translations are held by."""

from __future__ import annotations

from itertools import product

import pytest

from tests.unit.conftest import unit_table
from workreport.figures import BASES, Period, parity, read_figures
from workreport.figures.bounds import AFTER, BEFORE, WITHIN
from workreport.i18n import language

UNITS = unit_table()
ENGLISH, CHINESE = language("en"), language("zh")
NUMBERS = ("1", "16500", "3.26亿", "1.65万", "2.5", "3-5", "数十", "几百", "近百")
HEDGED = (
    "{}", *(f"{word}{{}}" for word in BEFORE if word != "上"), *(f"{{}}{word}" for word in AFTER if word != WITHIN),
)  # fmt: skip
COMMON = ("元", "人", "户", "个", "%", "个百分点", "平方米", "亩", "年")


def printed() -> list[str]:
    """Figures as reports print them: every unit plain and hedged, and the common ones with every number and hedge."""
    plain = [
        f"新增{hedge.format(f'36{zh}')}。" for zh in UNITS.names if zh for hedge in ("{}", "约{}", "{}以上", "不超过{}")
    ]
    common = [
        f"{lead}{hedge.format(number + zh)}。"
        for lead, number, hedge, zh in product(("新增", "预计新增"), NUMBERS, HEDGED, COMMON)
    ]
    return [
        *plain,
        *common,
        "全部完成。",
        "保持零增长。",
        "增加5万余平方米。",
        "新增20来个。",
        "增长8.3%。",
        "下降3个百分点。",
    ]


def test_every_figure_passes_parity_in_its_own_english() -> None:
    wrong, seen = [], 0
    for sentence in printed():
        for figure in read_figures(sentence, UNITS):
            seen += 1
            zh, en = CHINESE.figure(figure.quantity, marked=False), ENGLISH.figure(figure.quantity, marked=False)
            lead = ("预计", "expected ") if figure.quantity.estimate else ("", "")
            wrong += [(zh, en, str(found.message)) for found in parity(f"{lead[0]}{zh}", f"{lead[1]}{en}", UNITS)]
    assert wrong == []
    assert seen > 3000


@pytest.mark.parametrize("basis", [None, *BASES])
@pytest.mark.parametrize("period", [None, Period(first=2017, last=2021), Period(first=None, last=2030)])
def test_periods_and_bases_are_the_same_in_both(period: Period | None, basis: str | None) -> None:
    for sentence in ("增长8.3%。", "新增1.65万人以上。", "下降3个百分点。"):
        (figure,) = read_figures(sentence, UNITS)
        zh, en = (
            words.dated(words.figure(figure.quantity), words.about(period, basis))  # type: ignore[arg-type]
            for words in (CHINESE, ENGLISH)
        )
        assert parity(zh, en, UNITS) == [], (zh, en)


def test_the_parity_that_holds_them_can_fail() -> None:
    (figure,) = read_figures("不到1万人。", UNITS)
    zh, en = CHINESE.figure(figure.quantity), ENGLISH.figure(figure.quantity)
    assert (zh, en) == ("不到1万人", "under 10,000")
    assert parity(zh, en.replace("under", "no more than"), UNITS) != []
