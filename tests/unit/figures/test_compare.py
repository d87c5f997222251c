"""What may be said of a goal beside an outcome: the order and the difference, or nothing."""

from __future__ import annotations

import pytest

from tests.unit.conftest import unit_table
from workreport.figures.chinese import read_figures
from workreport.figures.compare import difference, numbers, order
from workreport.figures.quantity import Quantity

UNITS = unit_table()


def quantity(printed: str) -> Quantity:
    """The quantity that a printed figure states, through the reader itself."""
    (read,) = read_figures(printed, UNITS)
    return read.quantity


@pytest.mark.parametrize(
    ("was", "will", "how", "gap"),
    [
        ("41个", "4个", "lower", "-37"),
        ("5个", "5个", "equal", "0"),
        ("16500人", "1.65万人", "equal", "0"),
        # the same number twice is no equality where one of the two may be another
        ("1.65万人", "不低于1.65万人", "", None),
        ("73%以上", "73%以上", "", None),
        ("超过10%", "超过10%", "", None),
        ("5.5%以内", "5.5%以内", "", None),
        ("约5%", "约5%", "", None),
        ("5%", "约5%", "", None),
        ("3-5家", "3-5家", "", None),
        # what is about a number is taken at it
        ("约3.5%", "约5%", "higher", "about 1.5"),
        ("5%", "3.5%左右", "lower", "about -1.5"),
        # beyond a number on the far side of the other
        ("1万人", "不低于1.65万人", "higher", "at_least 0.65"),
        ("10%", "超过10%", "higher", "more_than 0"),
        ("5.5%以内", "不低于6%", "higher", "at_least 0.5"),
        ("36微克/立方米", "35微克/立方米以下", "lower", "at_most -1"),
        ("73%以上", "70%", "lower", "at_most -3"),
        ("约1万人", "不低于1.65万人", "higher", None),
        # and on the near one
        ("520个", "500个以上", "", None),
        ("16500人", "2万人以内", "", None),
        ("数十家", "5家", "", None),
        ("5万余平方米", "5万平方米", "", None),
        ("5万余平方米", "4万平方米", "lower", "at_most -1"),
        ("5万余平方米", "6万平方米", "", None),
        ("73%以上", "75%以上", "", None),
        ("7个", "3-4个", "lower", None),
        ("6家", "3-8家", "", None),
        ("2家", "3-5家", "higher", None),
        ("3-5家", "6家", "higher", None),
        ("3-5家", "4家", "", None),
        ("5.5%以内", "6%", "higher", "at_least 0.5"),
        ("5.5%以内", "5%", "", None),
        ("1.5亿元", "16000万元", "higher", "1000"),
    ],
)
def test_order_and_difference(was: str, will: str, how: str, gap: str | None) -> None:
    outcome, goal = quantity(was), quantity(will)
    assert order(outcome, goal) == how
    found = difference(outcome, goal)
    value = None if found is None else f"{found.value:f}"
    assert (value if found is None or found.bound == "exact" else f"{found.bound} {value}") == gap


@pytest.mark.parametrize(("will", "how"), [("不低于10%", "alike"), ("超过12%", "above"), ("9%以上", "below")])
def test_numbers_are_told_apart_whatever_bounds_them(will: str, how: str) -> None:
    assert numbers(quantity("10%"), quantity(will)) == how
