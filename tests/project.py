"""Copies of the project with the sample content, for tests that change its code or build it as a user does."""

from __future__ import annotations

import atexit
import compileall
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from py_compile import PycInvalidationMode

from tests import ROOT
from tools.synthetic import write


@cache
def _original() -> Path:
    """What is copied: compiled, templates too, and with charts drawn and painted, so that not every copy does it again.

    Compiled code is checked by the source's text and not by its time: tests change a file within a second.
    """
    top = Path(tempfile.mkdtemp(prefix="project-"))
    atexit.register(shutil.rmtree, top, ignore_errors=True)
    folder = top / "project"
    folder.mkdir()
    shutil.copy(ROOT / "build.py", folder)
    for name in ("templates", "assets", "workreport"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    write(folder / "content", 5, (ROOT / "content/units.yaml").read_text("utf-8"))
    compileall.compile_dir(
        folder / "workreport", quiet=2, stripdir=folder, invalidation_mode=PycInvalidationMode.CHECKED_HASH
    )
    subprocess.run([sys.executable, "build.py"], cwd=folder, check=True, capture_output=True)
    shutil.rmtree(folder / "site")
    for record in (folder / ".cache").iterdir():
        if record.name not in ("charts.json", "cards") and not record.name.startswith("templates-"):
            record.unlink()
    return folder


def copy_project(folder: Path) -> Path:
    """A copy of the project in a new folder."""
    return shutil.copytree(_original(), folder)


def line_of(path: Path, text: str) -> int:
    """The line, from 1, in which a text stands first in a file."""
    return path.read_text("utf-8").partition(text)[0].count("\n") + 1
