"""Words of units in English: every spelling of a unit is its own, and a word that means more accuses nobody."""

from __future__ import annotations

import pytest

from workreport.figures.parity import parity
from workreport.figures.units import Units

OWN = {
    "元": ["yuan"],
    "户": ["households", "household", "families"],
    "%": ["%", "percent", "per cent", "pct"],
    "个百分点": ["percentage points", "percentage point", "pp", "ppt"],
    "米": ["meters", "metres"],
    "公里": ["kilometers", "kilometres", "km"],
    "平方米": ["square meters", "square metres", "m²", "sq m", "sqm"],
    "平方公里": ["square kilometers", "square kilometres", "sq km", "km²"],
    "立方米": ["cubic meters", "cubic metres", "m³"],
    "吨": ["tons", "tonnes"],
    "升": ["liters", "litres"],
    "亩": ["mu"],
}


@pytest.mark.parametrize(("zh", "word"), [(zh, word) for zh, words in OWN.items() for word in words])
def test_every_spelling_is_its_own_unit_and_that_of_no_other(zh: str, word: str, units: Units) -> None:
    assert parity(f"36{zh}", f"36 {word}", units) == []
    wrong = [other for other, words in OWN.items() if other != zh and not parity(f"36{other}", f"36 {word}", units)]
    assert wrong == []
    assert [found.code.name for found in parity("36所学校", f"36 {word}", units)] == ["english-unit"]


@pytest.mark.parametrize("sign", ["RMB 36 million", "CNY 36 million", "¥36 million"])
def test_signs_of_money_stand_before(sign: str, units: Units) -> None:
    assert parity("3600万元", sign, units) == []
    assert parity("3600万美元", sign, units) != []


@pytest.mark.parametrize(
    "word",
    ["items", "pairs", "points", "times", "degrees", "terms", "quarters", "visits", "racks", "tenths", "doses", "Jin"],
)
def test_words_of_more_than_one_meaning_accuse_nobody(word: str, units: Units) -> None:
    assert parity("36处", f"36 {word}", units) == []


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("100个残疾人", "100 people"), ("100位医生", "100 residents"), ("100组群众", "100 persons"), ("100个家庭", "100 households"), ("每万人345平方米", "345 square meters per 10,000 people"),
    ],
)  # fmt: skip
def test_what_the_chinese_counts_may_be_said(zh: str, en: str, units: Units) -> None:
    assert parity(zh, en, units) == []
