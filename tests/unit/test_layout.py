"""How the house is kept: imports go one way, the core is pure, modules are small and named for what they hold."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODULES = {path.stem: path for path in (ROOT / "workreport").glob("*.py")}
LEAVES = {"errors", "i18n", "figures", "fields", "checks", "cache"}
EDGES = {"load", "publish", "stage", "assets", "render", "cache", "cli", "forks", "pipeline", "drawings", "echarts", "copies",
         "foldercopy", "package", "preview", "builders", "handlers", "inputs"}  # fmt: skip
DISK = {"os", "io", "pathlib", "shutil", "tempfile", "glob", "subprocess"}
WORLD = {"time", "random", "socket", "urllib", "locale", "platform", "uuid"}


def imports(path: Path) -> set[str]:
    """Every module that a file imports, inside functions too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names if node.module == "workreport"}
    return found


def internal(name: str) -> set[str]:
    return {i.partition(".")[2].partition(".")[0] for i in imports(MODULES[name]) if i.startswith("workreport.")}


def test_leaves_import_nothing_internal() -> None:
    for name in LEAVES:
        assert internal(name) == set(), name


def test_imports_go_one_way() -> None:
    done: set[str] = set()
    waiting = {name: internal(name) & set(MODULES) for name in MODULES}
    while waiting:
        free = {name for name, needs in waiting.items() if needs <= done}
        assert free, f"these import each other: {sorted(waiting)}"
        done |= free
        waiting = {name: needs for name, needs in waiting.items() if name not in free}


def test_the_core_touches_no_disk_and_no_clock() -> None:
    for name, path in MODULES.items():
        used = {i.partition(".")[0] for i in imports(path)}
        if name not in EDGES:
            # CSV, XLSX and zip are written in memory; a host is read through a stream that keeps time.
            allowed = {"io"} if name in ("exports", "download", "host") else set()
            assert not used & DISK - allowed, name
        if name not in ("cli", "host", "handlers"):
            assert not used & WORLD, name
        text = path.read_text("utf-8")
        assert not re.search(r"\b(now|today|utcnow)\(", text), f"{name} reads the clock"


def test_the_later_stage_knows_the_earlier_one_only() -> None:
    order = ["load", "verify", "resolve", "pages", "render", "publish"]
    for index, name in enumerate(order):
        assert not internal(name) & set(order[index + 1 :]), name


def test_what_serves_holds_no_code_that_builds() -> None:
    """A builder must find the newest code, so it starts from a file that imports none; whoever serves only knows types."""
    held = {"serve", "preview", "builders", "handlers", "errorpage"}
    assert internal("builders") == set()
    for name in held:
        tree = ast.parse(MODULES[name].read_text("utf-8"))
        top = {node.module for node in tree.body if isinstance(node, ast.ImportFrom) and node.module}
        ours = {module.partition(".")[2] for module in top if module.startswith("workreport.")}
        assert ours <= held, name
        assert internal(name) <= held | {"pipeline"}, name


def test_modules_are_small_and_named_for_what_they_hold() -> None:
    for name, path in MODULES.items():
        assert not {"util", "utils", "helpers", "common", "manager", "misc"} & set(name.split("_"))
        assert len(path.read_text("utf-8").splitlines()) <= 600, name
        assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), name


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    """What decides that nothing has changed must not import what builds."""
    tree = ast.parse(MODULES["cli"].read_text("utf-8"))
    top = {node.module for node in tree.body if isinstance(node, ast.ImportFrom) and node.module}
    assert top & {"workreport.pipeline", "workreport.errors", "workreport.load"} == set()
