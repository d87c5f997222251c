"""What `pip install .` takes along: every module, and every file that the program reads."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests import ROOT

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
TOOL = SETTINGS["tool"]["setuptools"]


def folder(package: str) -> Path:
    return ROOT / str(TOOL["package-dir"].get(package, package.replace(".", "/")))


def files(path: Path) -> set[Path]:
    """Every file below a folder that the repository has."""
    return {p for p in path.rglob("*") if p.is_file() and "__pycache__" not in p.parts and not p.name.startswith(".")}


def test_every_package_is_listed() -> None:
    found = {".".join(path.parent.relative_to(ROOT).parts) for path in (ROOT / "workreport").rglob("*.py")}
    assert set(TOOL["packages"]) == found | set(TOOL["package-dir"])


def test_every_file_that_is_read_is_taken_along() -> None:
    taken = {path for package in TOOL["packages"] for path in folder(package).glob("*.py")}
    for package, patterns in TOOL["package-data"].items():
        assert package in TOOL["packages"]
        for pattern in patterns:
            found = {path for path in folder(package).glob(pattern) if path.is_file()}
            assert found, f"{pattern} of {package} finds nothing"
            taken |= found
    assert files(ROOT / "workreport") | files(ROOT / "templates") | files(ROOT / "assets") <= taken


def test_what_is_needed_stands_in_one_place() -> None:
    assert TOOL["dynamic"]["dependencies"] == {"file": ["requirements.in"]}
    assert TOOL["dynamic"]["version"] == {"attr": "workreport.__version__"}
    assert not {"version", "dependencies"} & SETTINGS["project"].keys()
