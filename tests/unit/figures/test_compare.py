"""What may be said of a goal beside an outcome: the order and the difference, or nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.unit.conftest import unit_table
from workreport.figures.chinese import read_figures
from workreport.figures.compare import difference, order
from workreport.figures.quantity import Quantity

UNITS = unit_table()


def quantity(printed: str) -> Quantity:
    """The quantity that a printed figure states, through the reader itself."""
    (read,) = read_figures(printed, UNITS)
    return read.quantity


@pytest.mark.parametrize(
    ("was", "will", "how", "gap"),
    [
        ("1.65万人", "不低于1.65万人", "equal", "0"),
        ("41个", "4个", "lower", "-37"),
        ("约3.5%", "约5%", "higher", "1.5"),
        ("5万余平方米", "5万平方米", "", None),
        ("5万余平方米", "4万平方米", "lower", None),
        ("5万余平方米", "6万平方米", "", None),
        ("73%以上", "73%以上", "equal", "0"),
        ("73%以上", "75%以上", "higher", "2"),
        ("7个", "3-4个", "lower", None),
        ("6家", "3-8家", "", None),
        ("2家", "3-5家", "higher", None),
        ("3-5家", "3-5家", "equal", None),
        ("3-5家", "6家", "higher", None),
        ("3-5家", "4家", "", None),
        ("10%", "超过10%", "higher", "0"),
        ("超过10%", "超过10%", "equal", "0"),
        ("5.5%以内", "5.5%以内", "equal", "0"),
        ("5.5%以内", "6%", "higher", None),
        ("5.5%以内", "5%", "", None),
        ("16500人", "不低于1.65万人", "equal", "0"),
        ("1.5亿元", "16000万元", "higher", "1000"),
    ],
)
def test_order_and_difference(was: str, will: str, how: str, gap: str | None) -> None:
    outcome, goal = quantity(was), quantity(will)
    assert order(outcome, goal) == how
    assert difference(outcome, goal) == (None if gap is None else Decimal(gap))
