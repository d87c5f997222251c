"""How the house is kept: the contracts in pyproject.toml hold the way of the data; here stands what they cannot say."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ROOT

PACKAGE = ROOT / "workreport"
MODULES = {path.relative_to(PACKAGE).with_suffix("").as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}
PURE = ("figures", "gate", "site", "i18n", "charts/model", "charts/layout", "charts/svg", "exports", "pages")
"""The core: no files, no clock, no globals, no templates."""
DISK = {"os", "pathlib", "shutil", "tempfile", "glob", "subprocess"}
WORLD = {"time", "random", "socket", "urllib", "locale", "platform", "uuid"}


def imports(path: Path) -> set[str]:
    """Every module that a file imports, inside functions too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def test_imports_go_one_way() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", MODULES)
def test_nothing_reaches_past_the_face_of_a_package(name: str) -> None:
    own = name.partition("/")[0]
    for module in imports(MODULES[name]):
        _, package, inner = (*module.split(".", 2), "", "")[:3]
        if module.startswith("workreport.") and inner:
            assert package == own, f"{name} imports {module}; import it from workreport.{package}"


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith(PURE)])
def test_the_core_touches_no_disk_and_no_clock(name: str) -> None:
    used = {module.partition(".")[0] for module in imports(MODULES[name])}
    assert not used & (DISK | WORLD)


@pytest.mark.parametrize("name", MODULES)
def test_modules_say_what_they_hold(name: str) -> None:
    text = MODULES[name].read_text("utf-8")
    assert not {"util", "utils", "helpers", "common", "manager", "misc"} & set(re.split("[/_]", name))
    assert ast.get_docstring(ast.parse(text))
    assert not re.search(r"\b(now|today|utcnow)\(", text), "a build reads no clock"


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    """What decides that nothing has changed must not import what builds."""
    code = "import sys, workreport.cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"pydantic", "jinja2", "yaml", "workreport.build"} & set(done.stdout.split())
