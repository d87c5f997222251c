"""A merge that is not finished is called that, once a conflict, and nothing is said of what stands between its marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from workreport.content import schema
from workreport.content.conflict import conflicts
from workreport.content.reader import Reader
from workreport.diagnostics import NOTHING

CONFLICT = "<<<<<<< HEAD\nid: ours\n=======\nid：theirs\n>>>>>>> 修改 (a branch)\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (CONFLICT, [(1, "<<<<<<<")]),
        (CONFLICT.replace("\n", "\r\n"), [(1, "<<<<<<<")]),
        (f"\ufeff{CONFLICT}", [(1, "<<<<<<<")]),
        (f"a: 1\n{CONFLICT}b: 2\n{CONFLICT}", [(2, "<<<<<<<"), (8, "<<<<<<<")]),
        (CONFLICT.replace("=======", "||||||| base\nid: old\n======="), [(1, "<<<<<<<")]),
        (CONFLICT.replace("<<<<<<< HEAD\n", ""), [(2, "=======")]),
        (f"a\n>>>>>>> x\n\n{CONFLICT}", [(2, ">>>>>>>"), (4, "<<<<<<<")]),
        ("<<<<<<< a\nx\n" + CONFLICT, [(1, "<<<<<<<"), (3, "<<<<<<<")]),
        ("a: '<<<<<<< HEAD'\n  =======\n========\n<<<<<<\n>>>>>>>x\n", []),
    ],
)
def test_where_conflicts_begin(text: str, found: list[tuple[int, str]]) -> None:
    assert list(conflicts(text.encode())) == found


@pytest.mark.parametrize("name", ["places.yaml", "a.md"])
def test_a_conflict_is_told_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(f"a: b: c\n{CONFLICT}", "utf-8")
    reader = Reader(tmp_path, "content")
    read = reader.optional(name, schema.Places) if name.endswith(".yaml") else reader.text(name, why=NOTHING)
    assert read is None
    (problem,) = reader.problems
    assert problem.text("en") == (
        f"content/{name}:2:1: error[merge-conflict]: two versions of this place stand here: "
        "“<<<<<<<” marks a merge conflict\n"
        "  hint: keep what holds of the two versions, and take the lines <<<<<<<, ======= and >>>>>>> out"
    )
    assert problem.text("zh") == (
        f"content/{name}:2:1: error[merge-conflict]: 这里同时留着两个版本：“<<<<<<<”是合并冲突的标记\n"
        "  提示：请在两个版本中留下正确的一个，并删去 <<<<<<<、=======、>>>>>>> 这几行"
    )
