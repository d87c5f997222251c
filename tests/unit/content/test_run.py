"""Runs: what lies in one, and what it shares."""

from __future__ import annotations

from workreport.content.run import Run


def test_a_run_is_half_open() -> None:
    run = Run(2, 5)
    assert run.of("abcdefg") == "cde"
    assert [run.holds(Run(*other)) for other in ((2, 5), (3, 4), (1, 5), (2, 6))] == [True, True, False, False]
    assert [run.meets(Run(*other)) for other in ((0, 2), (0, 3), (4, 9), (5, 9))] == [False, True, True, False]


def test_runs_are_in_the_order_of_the_text() -> None:
    assert sorted([Run(3, 4), Run(0, 9), Run(3, 3)]) == [Run(0, 9), Run(3, 3), Run(3, 4)]
