"""Comparisons and figures in words: a golden table, read by eye, in both languages.

`tests/fixtures/comparisons.txt` has a case as three lines: its name, the Chinese, the English. The name is the
comparison in a short notation: class, outcome, goal; an outcome or goal is what the report would print.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests import LANGUAGES, ROOT
from tests.unit.conftest import unit_table
from workreport.figures import BASES, Basis, Bound, Period
from workreport.figures.chinese import read_figures
from workreport.figures.quantity import Quantity
from workreport.i18n import language, number
from workreport.i18n.en import English
from workreport.i18n.words import read_words

GOLDEN = ROOT / "tests" / "fixtures" / "comparisons.txt"
UNITS = unit_table()
REASONS = {
    "region": ("2022年统计京津冀企业；2023年目标统计京冀企业。", "2022 counts Beijing-Tianjin-Hebei; the goal counts Beijing-Hebei."),
    "level": ("2022年报告的是改善幅度；2023年目标是年均浓度。", "2022 states an improvement; the goal is a level."),
    "above": ("目标是高于全市平均水平，没有数字。", "The goal is to exceed the city's average; it has no number."),
    "stage": ("2022年是建成，2023年目标是建设。", "2022 counts what was completed; the goal is to build."),
    "new": ("报告未提及2022年的情况。", "The report does not mention 2022."),
    "": ("", ""),
}  # fmt: skip


def quantity(printed: str) -> Quantity | None:
    """The quantity that a printed figure states, through the reader itself."""
    if not printed:
        return None
    (read,) = read_figures(printed, UNITS)
    return read.quantity


def render(name: str, lang: str) -> str:
    kind, was, will, why = (part.strip() for part in name.split("|"))
    words = will.strip("“”").partition("/")[0 if lang == "zh" else 2]
    goal = words if will.startswith("“") else quantity(will)
    assert goal is not None
    reason = REASONS[why][0 if lang == "zh" else 1]
    return language(lang).comparison(kind, quantity(was), goal, reason, ("2022", "2023"))  # type: ignore[arg-type]


def cases() -> list[tuple[str, str, str]]:
    lines = [line for line in GOLDEN.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(lines[i], lines[i + 1].strip(), lines[i + 2].strip()) for i in range(0, len(lines), 3)]


@pytest.mark.parametrize(("name", "zh", "en"), cases())
def test_golden(name: str, zh: str, en: str) -> None:
    assert render(name, "zh") == zh
    assert render(name, "en") == en


def test_table_is_large() -> None:
    assert len(cases()) >= 40


def test_only_same_states_an_order() -> None:
    for name, zh, en in cases():
        if not name.startswith("same"):
            assert not any(word in zh for word in ("高于2022年", "低于2022年", "与2022年相同", "相差"))
            assert not any(word in en for word in ("higher than in", "lower than in", "the same as in"))


def test_no_progress_is_claimed() -> None:
    for _, zh, en in cases():
        assert not any(word in zh for word in ("完成", "实现", "进度", "提前"))
        assert not any(word in en.lower() for word in ("progress", "deliver", "achiev", "on track"))


@pytest.mark.parametrize(
    ("printed", "zh", "en"),
    [
        ("32.6 亿元", "32.6亿元", "3.26 billion yuan"),
        ("3313.64 万元", "3313.64万元", "33.1364 million yuan"),
        ("5.4 万元", "5.4万元", "54,000 yuan"),
        ("250.76万平方米", "250.76万平方米", "2.5076 million square meters"),
        ("3.04 亿元", "3.04亿元", "304 million yuan"),
        ("8380 万元", "8380万元", "83.8 million yuan"),
        ("2000 万美元", "2000万美元", "20 million US dollars"),
        ("600 个左右", "600个左右", "about 600"),
        ("约 38 亿元", "约38亿元", "about 3.8 billion yuan"),
        ("2000 余家", "2000余家", "more than 2,000"),
        ("3.9万余户", "3.9万余户", "more than 39,000 households"),
        ("30万余人", "30万余人", "more than 300,000"),
        ("3-5 家", "3～5家", "3–5"),
        ("5-8%", "5%～8%", "5–8%"),
        ("36微克/立方米以下", "36微克/立方米以下", "no more than 36 micrograms per cubic meter"),
        ("每万人 345 平方米", "每万人345平方米", "345 square meters per 10,000 people"),
        ("81金", "81金", "81 gold medals"),
        ("1银", "1银", "1 silver medal"),
        ("0.3个百分点", "0.3个百分点", "0.3 percentage points"),
        ("不低于 90%", "不低于90%", "at least 90%"),
        ("超过10%", "超过10%", "more than 10%"),
        ("1.65万人", "1.65万人", "16,500"),
        ("万余人次", "1万余人次", "more than 10,000"),
    ],
)
def test_figures(printed: str, zh: str, en: str) -> None:
    q = quantity(printed)
    assert q is not None
    assert language("zh").figure(q) == zh
    assert language("en").figure(q) == en


def test_estimates_are_marked() -> None:
    q = quantity("预计600个左右")
    assert q is not None
    assert language("zh").figure(q) == "600个左右（预计）"
    assert language("en").figure(q) == "about 600 (estimate)"


def test_numbers() -> None:
    assert number(Decimal("1.50")) == "1.5"
    assert number(Decimal("1E+3")) == "1000"
    english = English(read_words(English))
    assert english.grouped(Decimal("-1234.5")) == "−1,234.5"
    assert english.grouped(Decimal("33.13641")) == "33.13641", "never rounded"
    assert english.compact(Decimal(1650000), scaled=False) == "1,650,000"
    assert english.compact(Decimal(1650000), scaled=True) == "1.65 million"


@pytest.mark.parametrize(
    ("value", "unit", "bound", "zh", "en"),
    [
        ("8.3", "%", "exact", "增长8.3%", "up 8.3%"),
        ("10", "%", "more_than", "增长超过10%", "up more than 10%"),
        ("-3", "个百分点", "exact", "下降3个百分点", "down 3 percentage points"),
        ("1", "个百分点", "about", "增长约1个百分点", "up about 1 percentage point"),
        ("2", "万人", "exact", "增长2万人", "up 20,000"),
    ],
)
def test_changes(value: str, unit: str, bound: Bound, zh: str, en: str) -> None:
    stated = Quantity(value=Decimal(value), unit=UNITS.unit(unit), bound=bound)
    assert [language(lang).change(stated) for lang in LANGUAGES] == [zh, en]


@pytest.mark.parametrize(
    ("first", "last", "basis", "label", "zh", "en"),
    [
        (2017, 2021, "cumulative", ("2017—2021", "2017–2021"), "2017—2021年，累计", "2017–2021, cumulative"),
        (None, 2030, None, ("2030", "2030"), "到2030年", "by 2030"),
        (2030, 2030, "planned", ("2030", "2030"), "2030年，计划", "2030, planned"),
    ],
)
def test_times(first: int | None, last: int, basis: Basis | None, label: tuple[str, str], zh: str, en: str) -> None:
    period = Period(first=first, last=last)
    assert tuple(language(lang).years(period) for lang in LANGUAGES) == label
    assert [language(lang).about(period, basis) for lang in LANGUAGES] == [zh, en]


def test_every_basis_has_its_words() -> None:
    stated = Quantity(value=Decimal("1.36"), unit=UNITS.unit("%"), bound="exact")
    assert [[language(lang).change(stated, basis=basis) for lang in LANGUAGES] for basis in BASES] == [
        ["同比增长1.36%", "up 1.36% (year on year)"],
        ["年均增长1.36%", "up 1.36% (annual average)"],
        ["累计增长1.36%", "up 1.36% (cumulative)"],
        ["可比口径增长1.36%", "up 1.36% (on a comparable basis)"],
        ["计划增长1.36%", "up 1.36% (planned)"],
        ["环比增长1.36%", "up 1.36% (on the previous period)"],
    ]


def test_a_comparison_names_years_and_bases() -> None:
    was, will = quantity("2100个"), quantity("3000个")
    assert will is not None
    years, bases = ("2017–2021", "2022–2026"), ("cumulative", "cumulative")
    assert language("en").comparison("same", was, will, "", years, bases) == (  # type: ignore[arg-type]
        "2017–2021: 2,100 (cumulative). 2022–2026 goal: 3,000 (cumulative), higher than in 2017–2021 by 900."
    )


@pytest.mark.parametrize(
    ("was", "will", "zh", "en"),
    [
        ("41个", "4个", "37个", "37"),
        ("约3.5%", "约5%", "约1.5个百分点", "about 1.5 percentage points"),
        ("4%", "5%", "1个百分点", "1 percentage point"),
        ("1亿元", "1.5亿元", "0.5亿元", "50 million yuan"),
        ("5个", "5个", "", ""),
    ],
)
def test_gaps(was: str, will: str, zh: str, en: str) -> None:
    outcome, goal = quantity(was), quantity(will)
    assert outcome is not None
    assert goal is not None
    assert [language(lang).gap(outcome, goal) for lang in LANGUAGES] == [zh, en]


def test_dates_lists_and_counts() -> None:
    zh, en = language("zh"), language("en")
    assert (zh.date("2023-01-09"), en.date("2023-01-09")) == ("2023年1月9日", "9 January 2023")
    assert (zh.listed(["甲", "乙"]), en.listed(["a", "b"])) == ("甲、乙", "a, b")
    assert [en.count("count_metrics", n) for n in (1, 2)] == ["1 outcome", "2 outcomes"]
    assert [zh.count("count_metrics", n) for n in (1, 2)] == ["1项结果", "2项结果"]


def test_what_an_axis_counts() -> None:
    areas = [q for q in map(quantity, ("5万平方米", "250万平方米")) if q]
    zh, en = language("zh"), language("en")
    assert (zh.axis_scale(areas), en.axis_scale(areas)) == (Decimal(10**4), Decimal(10**6))
    assert zh.axis_unit(areas, Decimal(10**4)) == "万平方米"
    assert en.axis_unit(areas, Decimal(10**6)) == "million square meters"
