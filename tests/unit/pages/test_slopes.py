"""Which goals moved most, by the order alone that the gate allows, and when a slope may be drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.figures.test_compare import quantity
from tests.unit.pages.test_wall import built
from workreport.figures import Comparability
from workreport.figures.compare import order
from workreport.pages.slopes import HEIGHT, Slope, by_change, slope
from workreport.site import Comparison


def comparison(was: str, will: str, how: Comparability = "same") -> Comparison:
    outcome, goal = quantity(was), quantity(will)
    model = next(c for c in built().newest.comparisons if c.outcome)
    said = order(outcome, goal) if how == "same" else ""
    target = replace(model.target, quantity=goal)
    return replace(model, outcome=outcome, target=target, comparability=how, order=said)


def test_what_moved_most_comes_first_up_or_down() -> None:
    pairs = [
        ("5个", "5个"),
        ("3.5%左右", "5%左右"),
        ("73%以上", "75%以上"),
        ("4个", "40个"),
        ("36个", "35个"),
        ("41个", "4个"),
        ("0个", "2个"),
        ("5万余平方米", "50万平方米"),
    ]
    found = by_change([*(comparison(*pair) for pair in pairs), comparison("1个", "900个", "scope_differs")])
    values = [(c.outcome.value, c.target.quantity.value) for c in found if c.outcome and c.target.quantity]
    assert [f"{was}→{will}" for was, will in values] == [
        "0→2",
        "41→4",
        "4→40",
        "3.5→5",
        "36→35",
        "5→5",
        # the words leave it open which is higher, however far the numbers are apart
        "73→75",
        "5→50",
    ]


@pytest.mark.parametrize(
    ("was", "will", "drawn"),
    [
        ("41个", "4个", Slope(HEIGHT, 4, True)),
        ("4个", "41个", Slope(4, HEIGHT, True)),
        ("5个", "5个", Slope(HEIGHT, HEIGHT, True)),
        ("3.5%左右", "5%左右", Slope(25, HEIGHT, False)),
        ("0个", "0个", Slope(0, 0, True)),
        # a bound or a range has no one place; what is open has no direction
        ("5个", "8个以上", None),
        ("7个", "3-4个", None),
        ("1.65万人", "不低于1.65万人", None),
    ],
)
def test_a_slope_is_drawn_where_both_ends_have_a_place(was: str, will: str, drawn: Slope | None) -> None:
    assert slope(comparison(was, will)) == drawn


def test_an_estimate_is_not_drawn_as_sure() -> None:
    one = comparison("41个", "4个")
    assert one.outcome is not None
    assert slope(replace(one, outcome=replace(one.outcome, estimate=True))) == Slope(HEIGHT, 4, False)


def test_other_classes_have_no_slope() -> None:
    assert slope(comparison("41个", "4个", "basis_differs")) is None
