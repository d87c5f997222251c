"""Quantities that English spells: fractions, tenths, doublings, multitudes, half and all; and what to write for each."""

from __future__ import annotations

import pytest

from workreport.figures.chinese import read_figures
from workreport.figures.spelled import spelled
from workreport.figures.units import Units

DIGITS = "零一二三四五六七八九"
COUNTS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
PARTS = {
    "三": ("third", 3), "四": ("quarter", 4), "五": ("fifth", 5), "六": ("sixth", 6), "七": ("seventh", 7), "八": ("eighth", 8),
    "九": ("ninth", 9), "十": ("tenth", 10), "百": ("hundredth", 100), "千": ("thousandth", 1000),
}  # fmt: skip


def found(zh: str, en: str, units: Units) -> str | None:
    """What English says of the one figure of a text; None where it does not."""
    (figure,) = read_figures(zh, units)
    words = spelled(figure, en)
    assert words is not None, zh
    return words[1][0] if words[1] else None


def wanted(zh: str, units: Units) -> str:
    (figure,) = read_figures(zh, units)
    words = spelled(figure, "")
    assert words is not None
    return words[0]


@pytest.mark.parametrize("whole", [whole for whole in PARTS if whole not in "百千"])
@pytest.mark.parametrize("count", range(2, 10))
def test_parts_of_a_whole(whole: str, count: int, units: Units) -> None:
    part, number = PARTS[whole]
    zh = f"覆盖{whole}分之{DIGITS[count]}的村"
    for en in (f"{COUNTS[count]} {part}s", f"{COUNTS[count]}-{part}s", f"{count}/{number}"):
        assert found(zh, f"covers {en} of the villages", units) == en
    other = COUNTS[count % 8 + 2] if count % 8 + 2 != count else "one"
    assert found(zh, f"covers {other} {part}s of the villages", units) is None
    assert wanted(zh, units) == f"“{COUNTS[count]} {part}s”"


@pytest.mark.parametrize("whole", [whole for whole in PARTS if whole not in "百千"])
def test_one_part_needs_no_count(whole: str, units: Units) -> None:
    part, number = PARTS[whole]
    for en in (f"a {part}", f"one {part}", f"one-{part}", f"1/{number}"):
        assert found(f"覆盖{whole}分之一的村", f"covers {en} of them", units) == en
    assert found(f"覆盖{whole}分之一的村", f"covers two sevens, 2/{number}", units) is None


@pytest.mark.parametrize("count", range(1, 10))
def test_tenths(count: int, units: Units) -> None:
    zh = f"{DIGITS[count]}成企业"
    for en in (
        f"{count}0%",
        f"{count}0 percent",
        f"{COUNTS[count]} in ten",
        f"{COUNTS[count]} out of ten",
        f"{COUNTS[count]} tenths",
    ):
        assert found(zh, f"there are {en} of them", units) is not None
    assert found(zh, f"there are {count % 9 + 1}0% of them", units) is None
    assert wanted(zh, units) == f"{count}0%"


@pytest.mark.parametrize(
    ("zh", "good", "bad", "write"),
    [
        ("产值翻一番", ["doubled", "double", "twice", "two-fold", "twofold"], ["quadrupled", "grew"], "“double”"),
        ("产值翻两番", ["quadrupled", "four-fold", "four times", "doubled twice"], ["doubled", "eight-fold"], "“quadruple”"),
        ("产值翻三番", ["eight-fold", "eight times"], ["quadrupled", "doubled"], "“8 times”"),
        ("数十家企业", ["dozens", "scores", "tens of"], ["hundreds", "many"], "“dozens”"),
        ("数百家企业", ["hundreds", "several hundred"], ["dozens", "thousands"], "“hundreds”"),
        ("数千家企业", ["thousands", "several thousand"], ["hundreds", "dozens"], "“thousands”"),
        ("数万家企业", ["tens of thousands"], ["hundreds", "dozens"], "“tens of thousands”"),
        ("参保率过半", ["half", "majority", "50%", "50 percent"], ["two thirds", "halfway"], "“half”"),
        ("全部开工", ["all", "every", "entirely", "fully", "100%"], ["above all", "at all", "after all", "most"], "“all”"),
    ],
)  # fmt: skip
def test_other_words(zh: str, good: list[str], bad: list[str], write: str, units: Units) -> None:
    assert [en for en in good if found(zh, f"so {en} it", units) is None] == []
    assert [en for en in bad if found(zh, f"so {en} it", units) is not None] == []
    assert wanted(zh, units) == write
