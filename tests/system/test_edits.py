"""An edit changes the pages that it concerns: who uploads by date uploads little."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests import ROOT

PLAIN = re.compile(r"(    plain:\n      zh: [^\n]*)(。\n)")


def built(content: Path, output: Path) -> dict[str, bytes]:
    command = [sys.executable, "build.py", "--no-cache", f"--content={content}", f"--output={output}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return {p.relative_to(output).as_posix(): p.read_bytes() for p in output.rglob("*") if p.is_file()}


def test_an_edit_of_plain_words_changes_few_files(tmp_path: Path) -> None:
    content, output = tmp_path / "content", tmp_path / "site"
    shutil.copytree(ROOT / "content", content)
    before = built(content, output)
    path = next(path for path in sorted(content.glob("*_tasks/*.yaml")) if PLAIN.search(path.read_text("utf-8")))
    path.write_text(PLAIN.sub(r"\1，如报告所说\2", path.read_text("utf-8"), count=1), "utf-8")
    after = built(content, output)
    changed = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    assert "SHA256SUMS" in changed
    assert len(changed) < 15, changed
