"""What may stand in a folder of content: plain files with plain names; what editors leave is not looked at."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from workreport.content.files import faults, is_left


@pytest.mark.parametrize("name", [".DS_Store", "site.yaml~", "#site.yaml#", ".site.yaml.swp"])
def test_what_editors_leave_is_not_looked_at(name: str, tmp_path: Path) -> None:
    (tmp_path / name).symlink_to(tmp_path)
    assert is_left(name)
    assert faults(tmp_path, "content") == {}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nul.yaml", "Windows cannot have a file of this name"),
        ("end.", "Windows cannot have a file of this name"),
        ("a?b", "Windows cannot have a file of this name"),
        ("a\nb", "this name holds a character that cannot be printed"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="Windows cannot have these files")
def test_names_that_not_every_system_can_have(name: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / name).touch()
    (problem,) = faults(tmp_path, "content").values()
    assert (problem.path, problem.code.name, problem.message) == (f"content/source/{name}", "file-name", message)


def test_links_devices_and_large_files(tmp_path: Path) -> None:
    (tmp_path / "link.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    (tmp_path / "large.yaml").write_bytes(b"#" * 11)
    os.mkfifo(tmp_path / "pipe.yaml")
    found = faults(tmp_path, "content", limit=10)
    assert {name: problem.code.name for name, problem in found.items()} == {
        "link.yaml": "file-link",
        "large.yaml": "file-size",
        "pipe.yaml": "file-link",
    }


def test_nothing_below_a_link_is_looked_at(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "nul").touch()
    content = tmp_path / "content"
    content.mkdir()
    (content / "folder").symlink_to(tmp_path / "real")
    assert [problem.code.name for problem in faults(content, "content").values()] == ["file-link"]
