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
PURE = ("figures", "gate", "site", "i18n", "charts", "exports", "pages")
"""The core: no files, no clock, no globals, no templates."""
EDGES = {"charts/drawings", "charts/engine", "i18n/words"}
"""Where charts are drawn and kept, and where words are read."""
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


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith(PURE) and name not in EDGES])
def test_the_core_touches_no_disk_and_no_clock(name: str) -> None:
    used = {module.partition(".")[0] for module in imports(MODULES[name])}
    assert not used & (DISK | WORLD)


@pytest.mark.parametrize("name", MODULES)
def test_modules_say_what_they_hold(name: str) -> None:
    text = MODULES[name].read_text("utf-8")
    assert not {"util", "utils", "helpers", "common", "manager", "misc"} & set(re.split("[/_]", name))
    assert ast.get_docstring(ast.parse(text))
    if name not in ("upload/command", "release/command"):  # old assets go by the clock; a release is of now
        assert not re.search(r"\b(now|today|utcnow)\(", text), "a build reads no clock"


PATHS = {"site/urls", "content/ids"}
"""What makes the paths of the site."""
ASIDE = ("publish", "deliver", "preview", "gate/verify")
"""What handles files that were published, by whatever path."""
SUFFIX = re.compile(r"\.(?:html|json|csv|svg|xml)(?:#|$)")
FOLDER = re.compile(r"(?:^|/)(?:metrics|commitments|targets|charts|topics|embed|data)/$")


def made_paths(path: Path) -> list[str]:
    """Every text with a gap that reads like a path of the site, and every one that is put together with +."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        parts: list[ast.expr] = []
        if isinstance(node, ast.JoinedStr):
            parts = node.values
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            parts = [node.left, node.right]
        texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        template = texts[:1] == ["frame/"]
        if not template and any(SUFFIX.search(text) or FOLDER.search(text) for text in texts):
            found.append(ast.unparse(node))
    return found


@pytest.mark.parametrize("name", [name for name in MODULES if name not in PATHS and not name.startswith(ASIDE)])
def test_paths_are_made_in_one_place(name: str) -> None:
    assert not made_paths(MODULES[name]), "site/urls makes paths"


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    """What decides that nothing has changed must not import what builds."""
    code = "import sys, workreport.cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"pydantic", "jinja2", "yaml", "workreport.build"} & set(done.stdout.split())
