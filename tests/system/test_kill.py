"""The whole build killed with SIGKILL at a hundred points of its run: the site is the old one or the new one, whole.

test_killed_publish.py kills publishing before each of its system calls; this is the command itself, from its first
import to its last line. The points are counted in Python's audit events (imports, files opened, folders made, …), not in
seconds, so that they are the same on any machine.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ROOT
from tools.synthetic import write

# Counts audit events; kills its own process at the n-th, or prints how many there were.
ENVIRONMENT = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
WRAPPER = """
import os, signal, sys
deadline = int(sys.argv.pop(1))
events = 0
def hook(event, arguments):
    global events
    events += 1
    if events == deadline:
        os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
sys.argv[0] = "build.py"
sys.path.insert(0, os.getcwd())
from workreport.cli import run
code = run(sys.argv[1:])
print(events, file=sys.stderr)
sys.exit(code)
"""


def run(content: Path, site: Path, deadline: int = 0) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-c",
        WRAPPER,
        str(deadline),
        "--no-cache",
        # The engine writes nothing to the site, and starting it a hundred times takes a minute.
        "--no-charts",
        "--content",
        str(content),
        "--output",
        str(site),
    ]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=ENVIRONMENT)


def whole(site: Path) -> bool:
    check = subprocess.run(
        ["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"], cwd=site, capture_output=True, check=False
    )
    return check.returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a POSIX signal")
def test_a_build_killed_anywhere_leaves_a_whole_site(tmp_path: Path) -> None:
    assert shutil.which("sha256sum"), "this test needs sha256sum (coreutils)"
    units = (ROOT / "content/units.yaml").read_text("utf-8")
    contents = [tmp_path / "a", tmp_path / "b"]
    for content in contents:
        write(content, 12, units)
    settings = contents[1] / "site.yaml"
    settings.write_text(settings.read_text("utf-8").replace("en: Sample}", "en: Sample B}"), "utf-8")
    site = tmp_path / "out" / "site"
    site.parent.mkdir()
    assert run(contents[1], site).returncode == 0
    manifests, events = [], []
    for content in contents:
        # Counted where the other site is in place, as it will be when the build is killed.
        done = run(content, site)
        assert done.returncode == 0, done.stderr
        events.append(int(done.stderr.split()[-1]))
        manifests.append((site / "SHA256SUMS").read_bytes())
    assert manifests[0] != manifests[1]
    outcomes = set()
    # Sixty points over the whole run, and forty close to its end, where the site is swapped and the old one removed.
    points = [(i, 60, 0) for i in range(60)] + [(60, 60, 8 * i + 8) for i in range(40)]
    for part, of, back in points:
        # What the last dead run left would be swept first, and would shift the count.
        for left in site.parent.iterdir():
            if left != site:
                shutil.rmtree(left) if left.is_dir() else left.unlink()
        before = (site / "SHA256SUMS").read_bytes()
        target = manifests.index(before) ^ 1
        point = 1 + events[target] * part // of - back
        killed = run(contents[target], site, deadline=point)
        assert killed.returncode == -9
        assert whole(site), f"broken after a kill at event {point}"
        after = (site / "SHA256SUMS").read_bytes()
        assert after in manifests, f"neither the old site nor the new after a kill at event {point}"
        outcomes.add(after == before)
    assert outcomes == {True, False}, "kills before and after the swap"
    assert run(contents[0], site, deadline=events[0] * 9 // 10).returncode == -9
    assert len(list(site.parent.iterdir())) > 1, "a dead run leaves its stage"
    assert run(contents[0], site).returncode == 0
    assert (site / "SHA256SUMS").read_bytes() == manifests[0]
    assert sorted(p.name for p in site.parent.iterdir()) == ["site"], "what dead runs left was swept"
