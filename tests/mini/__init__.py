"""The mini content: a place to copy it to, and edits that break it (README.md beside this file)."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests import ROOT
from workreport.options import Options

CONTENT = ROOT / "tests" / "mini" / "content"


def options(content: Path, output: Path, **how: Any) -> Options:
    """A build of a content folder with the project's own templates and assets; without cards, unless asked for."""
    how = {"cards": False, **how}
    return Options(content=content, output=output, templates=ROOT / "templates", assets=ROOT / "assets", **how)


def copy(folder: Path) -> Options:
    """The mini content with the project's own templates and assets, in a folder of their own; never hard links."""
    shutil.copytree(CONTENT, folder / "content")
    for name in ("templates", "assets"):
        shutil.copytree(ROOT / name, folder / name)
    return Options(
        content=folder / "content",
        output=folder / "site",
        templates=folder / "templates",
        assets=folder / "assets",
        cards=False,
    )


def edit(folder: Path, steps: Iterable[Mapping[str, str]]) -> None:
    """Break a copy as a case says; `file` is below `folder`. An edit that changes nothing is a fault of the case."""
    for step in steps:
        path = folder / step["file"]
        if "delete" in step:
            (shutil.rmtree if path.is_dir() else Path.unlink)(path)
        elif "rename" in step:
            path.rename(folder / step["rename"])
        elif "write" in step:
            path.parent.mkdir(exist_ok=True)
            path.write_text(step["write"], "utf-8")
        else:
            text = path.read_text("utf-8")
            new = text + step["append"] if "append" in step else text.replace(step["find"], step["put"])
            assert new != text, f"{dict(step)} changes nothing"
            path.write_text(new, "utf-8")
