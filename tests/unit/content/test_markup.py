"""The form of a source text: blocks as they are typed, and the markup that they may hold."""

from __future__ import annotations

import pytest

from workreport.content.markup import divide


def test_blank_lines_divide_and_headings_have_levels() -> None:
    blocks, problems = divide("x", "\n# 题\n\n甲。\n乙。\n  \n###  丙\n####### 丁")
    assert problems == []
    assert [(b.line, b.level, b.lines) for b in blocks] == [
        (2, 1, ("# 题",)),
        (4, 0, ("甲。", "乙。")),
        (7, 3, ("###  丙", "####### 丁")),
    ]


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        ("甲**乙。", 2, "a bold run is opened and not closed on this line"),
        ("甲<sub>2。", 3, "<sub> and </sub> do not stand in pairs on this line"),
        ("甲</sub>2<sub>。", 10, "<sub> and </sub> do not stand in pairs on this line"),
        ("甲<b>乙。", 2, "only ** and <sub> may stand in the source text"),
    ],
)
def test_markup_that_may_not_stand_there(line: str, column: int, message: str) -> None:
    _, (problem, *_) = divide("x", f"甲。\n\n{line}\n")
    assert (problem.line, problem.column, problem.message) == (3, column, message)


def test_a_paragraph_has_a_greatest_length() -> None:
    """What reads it may take longer than in proportion to it: a hundred thousand numbers in a row took minutes."""
    assert divide("x", f"甲。\n\n{'1 ' * 5_000}\n")[1] == []
    _, (problem,) = divide("x", f"甲。\n\n{'1 ' * 50_000}\n")
    assert str(problem) == (
        "x:3:1: error[text-long]: this text has 100,000 characters; the longest may have 10,000\n"
        "  hint: a paragraph is divided from the next by a blank line"
    )
