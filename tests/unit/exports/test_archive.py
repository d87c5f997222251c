"""What travels with the tables, and the zip of all of it."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest

from tests.unit.published import ADDRESS, published


def test_the_zip_holds_what_lies_beside_it(published_site: Path) -> None:
    with zipfile.ZipFile(published_site / "data/all.zip") as archive:
        assert archive.testzip() is None
        names = {p.name for p in (published_site / "data").iterdir()} - {"all.zip", "dcat.json"}
        assert set(archive.namelist()) == names
        for name in names:
            assert archive.read(name) == (published_site / "data" / name).read_bytes()


def test_the_readme_travels_and_opens_in_every_editor(published_site: Path, draft_site: Path) -> None:
    raw = (published_site / "data/readme.txt").read_bytes()
    assert raw.startswith("\ufeff".encode())
    assert raw.count(b"\n") == raw.count(b"\r\n")
    text = raw.decode("utf-8-sig")
    for part in (ADDRESS, "样例政发〔2023〕1号", "2026-12-20", "the Chinese text prevails", "Attribution 4.0"):
        assert part in text
    plain = (draft_site / "data/readme.txt").read_text("utf-8-sig")
    assert "草稿，尚未发布" in plain
    assert "not stated by the publisher" in plain


def test_the_same_content_gives_the_same_workbook_and_zip(published_site: Path, tmp_path: Path) -> None:
    again = published(tmp_path)
    for name in ("workbook.xlsx", "all.zip", "datapackage.json", "readme.txt"):
        assert (again / "data" / name).read_bytes() == (published_site / "data" / name).read_bytes()


def test_they_do_not_depend_on_the_zlib_of_the_machine(
    published_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, used = zlib.compressobj, []

    def other(level: int = -1, *args: Any) -> Any:
        used.append(level)
        return real(1, *args)

    monkeypatch.setattr(zlib, "compressobj", other)
    again = published(tmp_path)
    assert used, "something was compressed on the way"
    assert (again / "SHA256SUMS").read_bytes() == (published_site / "SHA256SUMS").read_bytes()
