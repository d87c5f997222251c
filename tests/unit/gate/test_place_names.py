"""A place is called in English as its name begins, or says that it is not."""

from __future__ import annotations

import pytest

from workreport.gate.place_names import _begins


@pytest.mark.parametrize(
    ("name", "english", "begins"),
    [
        ("六纬路", "Liuwei Road", True),
        ("六纬路", "Bawei Road", False),
        ("长沙道", "Zhangsha Road", True),
        ("老门口儿", "Laomenkour", True),
        ("西安道", "Xi'an Road", True),
        ("喂儿都游园纪", "Wei'erdu Youyuanji", True),
        ("女人街", "Nüren Street", True),
        ("女人街", "Nuren Street", True),
        ("海河东岸", "East Bank of the Haihe", True),
        ("东岸海河", "East Bank of the Haihe", False),
        ("A区", "Block A", True),
    ],
)
def test_pinyin(name: str, english: str, begins: bool) -> None:
    """In any reading of a character (长), with r for 儿, without marks; a later part alone will not do."""
    assert _begins(name, english) is begins
