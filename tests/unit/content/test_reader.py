"""Single files of the content: each as its value, or the reason why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from workreport.content import schema
from workreport.content.reader import FILE_LIMIT, Reader
from workreport.diagnostics import NOTHING


def told(reader: Reader) -> list[str]:
    return [str(problem).partition("\n")[0] for problem in reader.problems]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"\xef\xbb\xbf# x\n", ":1:1: error[text-encoding]: this file begins with a byte-order mark"),
        ("# x\n\n甲".encode() + b"\xb0\n", ":3:2: error[text-encoding]: this is not UTF-8 text"),
        ("# x\n\n甲\u202e乙\n".encode(), ":3:2: error[text-encoding]: this holds the invisible character U+202E"),
        (b"x" * (FILE_LIMIT + 1), ": error[file-size]: this file is larger than 1 MiB"),
    ],
)
def test_a_text_that_is_not_plain_is_refused_at_its_place(raw: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(raw)
    reader = Reader(tmp_path, "content")
    assert reader.text("a.md", why=NOTHING) is None
    assert told(reader) == [f"content/a.md{said}"]


def test_line_ends_of_windows_change_nothing(tmp_path: Path) -> None:
    read = []
    for end in (b"\n", b"\r\n"):
        (tmp_path / "a.md").write_bytes(b"# x" + end + b"y" + end)
        reader = Reader(tmp_path, "content")
        text = reader.text("a.md", why=NOTHING)
        assert text is not None
        read.append((text.text, reader.digest))
    assert read[0] == read[1]


def test_one_broken_file_does_not_hide_another(tmp_path: Path) -> None:
    (tmp_path / "places.yaml").write_text("places: 1\n", "utf-8")
    reader = Reader(tmp_path, "content")
    assert reader.yaml("site.yaml", schema.Site, why=NOTHING) is None
    assert reader.optional("glossary.yaml", schema.Glossary) is None
    assert reader.optional("places.yaml", schema.Places) is None
    assert told(reader) == [
        "content/site.yaml: error[file-missing]: this file is missing",
        "content/places.yaml:1:9: error[type-list]: “places” should be a list; this is the number 1",
    ]


def test_a_section_is_named_like_one(tmp_path: Path) -> None:
    (tmp_path / "2022_review").mkdir()
    (tmp_path / "2022_review" / "Über.yaml").touch()
    reader = Reader(tmp_path, "content")
    assert reader.sections("2022_review", schema.ReviewSection) == ()
    assert told(reader) == ["content/2022_review/Über.yaml: error[file-name]: this is not a section file"]
