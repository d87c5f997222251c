"""Compiled templates: used again for the same text, never for another, and a spoiled file counts as none."""

from __future__ import annotations

from pathlib import Path

import pytest

from workreport.render import compiled
from workreport.render.compiled import Compiled
from workreport.render.environment import Templates


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a process of its own."""
    monkeypatch.setattr(compiled, "_MEMORY", {})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "templates"
    made.mkdir()
    (made / "page.html").write_text("{{ 1 + 1 }} one\n", "utf-8")
    return made


def made(folder: Path, file: Path | str, monkeypatch: pytest.MonkeyPatch) -> tuple[str, int]:
    """The page, and how many templates were compiled for it."""
    monkeypatch.setattr(compiled, "_MEMORY", {})
    kept = Compiled(str(file))
    templates = Templates(folder, "en", "templates", kept)
    count = 0
    own = Templates.compile

    def counted(*given: object, **named: object) -> object:
        nonlocal count
        count += 1
        return own(*given, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Templates, "compile", counted)
    text = templates.get_template("page.html").render()
    monkeypatch.setattr(Templates, "compile", own)
    kept.save()
    return text, count


def test_the_next_process_compiles_nothing(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "store" / "templates-en.bin"
    assert made(folder, file, monkeypatch) == ("2 one\n", 1)
    before = file.read_bytes()
    assert made(folder, file, monkeypatch) == ("2 one\n", 0)
    assert file.read_bytes() == before


def test_another_text_is_compiled(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "templates-en.bin"
    made(folder, file, monkeypatch)
    (folder / "page.html").write_text("{{ 1 + 1 }} two\n", "utf-8")
    assert made(folder, file, monkeypatch) == ("2 two\n", 1)
    assert made(folder, file, monkeypatch) == ("2 two\n", 0)


def test_so_is_all_after_a_change_of_the_compiler(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "templates-en.bin"
    made(folder, file, monkeypatch)
    monkeypatch.setattr(compiled, "version", lambda name: "0")
    assert made(folder, file, monkeypatch) == ("2 one\n", 1)


@pytest.mark.parametrize(
    "spoil", [lambda data: b"", lambda data: data[:-1], lambda data: data[:40] + b"\0" + data[41:]]
)
def test_a_spoiled_file_is_none(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: object) -> None:
    file = tmp_path / "templates-en.bin"
    made(folder, file, monkeypatch)
    file.write_bytes(spoil(file.read_bytes()))  # type: ignore[operator]
    assert made(folder, file, monkeypatch) == ("2 one\n", 1)


def test_without_a_folder_nothing_is_written(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert made(folder, "", monkeypatch) == ("2 one\n", 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["templates"]
