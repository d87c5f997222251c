"""Writes tests/golden/expected/ anew: python -m tests.golden.update. Read the difference before you commit."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from tests.golden import EXPECTED, golden


def update() -> None:
    """Replace the expected files by what the program makes now."""
    with tempfile.TemporaryDirectory() as folder:
        files = golden(Path(folder) / "site")
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for name, data in files.items():
        path = EXPECTED / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    print(f"{len(files)} files")


if __name__ == "__main__":
    update()
