"""The whole build killed with SIGKILL at a hundred points of its run: the site is the old one or the new one, whole.

tests/unit/test_publish.py kills publishing before each of its system calls; this is the command itself, as a
webmaster's machine would lose it.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tools.synthetic import write

ROOT = Path(__file__).resolve().parents[2]
POINTS = 100


def start(content: Path, site: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(ROOT / "build.py"), "--no-cache", "--content", str(content), "--output", str(site)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)


def whole(site: Path) -> bool:
    check = subprocess.run(["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"], cwd=site, capture_output=True)
    return check.returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a POSIX signal")
def test_a_build_killed_anywhere_leaves_a_whole_site(tmp_path: Path) -> None:
    assert shutil.which("sha256sum"), "this test needs sha256sum (coreutils)"
    units = (ROOT / "content/units.yaml").read_text("utf-8")
    contents = []
    for name in ("a", "b"):
        write(tmp_path / name, 12, units)
        contents.append(tmp_path / name)
    page = contents[1] / "site.yaml"
    page.write_text(page.read_text("utf-8").replace("en: Sample}", "en: Sample B}"), "utf-8")
    site = tmp_path / "out" / "site"
    site.parent.mkdir()
    manifests = []
    longest = 0.0
    for content in contents:
        for _ in range(2):
            started = time.monotonic()
            process = start(content, site)
            _, error = process.communicate()
            longest = max(longest, time.monotonic() - started)
            assert process.returncode == 0, error.decode()
        manifests.append((site / "SHA256SUMS").read_bytes())
    assert manifests[0] != manifests[1]
    seen = set()
    killed = 0
    for point in range(POINTS):
        process = start(contents[point % 2], site)
        time.sleep(longest * (point + 0.5) / POINTS)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            killed += 1
        process.communicate()
        assert whole(site), f"broken after a kill at point {point}"
        now = (site / "SHA256SUMS").read_bytes()
        assert now in manifests
        seen.add(now)
    assert killed > POINTS // 4
    last = start(contents[0], site)
    last.communicate()
    assert last.returncode == 0
    assert (site / "SHA256SUMS").read_bytes() == manifests[0]
    assert sorted(p.name for p in site.parent.iterdir()) == ["site"], "what dead runs left was swept"
