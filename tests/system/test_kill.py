"""The whole build killed with SIGKILL at a hundred points of its run: the site is the old one or the new one, whole.

test_killed_publish.py kills publishing before each of its system calls; this is the command itself, from its first
import to its last line: at a hundred points of what it does, and at a few of its imports. The points are counted in Python's audit events (imports, files opened, folders made, …), not in
seconds, so that they are the same on any machine.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Self

import pytest

from tests import ROOT
from tools.synthetic import write

ENVIRONMENT = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
_HOOKED = """
import os, signal, sys
def hooked(deadline, arguments):
    # Counts audit events; kills its own process at the n-th, or prints how many there were.
    events = 0
    def hook(event, arguments):
        nonlocal events
        events += 1
        if events == deadline:
            os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(hook)
    sys.argv[:] = ["build.py", *arguments]
    from workreport.cli import run
    code = run(arguments)
    print(events, file=sys.stderr, flush=True)
    return code
sys.path.insert(0, os.getcwd())
"""
WHOLE = _HOOKED + "sys.exit(hooked(int(sys.argv[1]), sys.argv[2:]))"
"""The command from its first import on."""
NURSERY = (
    _HOOKED
    + """
import json
from workreport.cli import run
run(json.loads(input()))
for line in sys.stdin:
    deadline, arguments, said = json.loads(line)
    child = os.fork()
    if not child:
        os.dup2(os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 2)
        os._exit(hooked(deadline, arguments))
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
)
"""The same as often as asked, each time in a child of a process that has everything imported: two thirds of a run are
imports, in which nothing is written. The first line it reads are the arguments of a run of its own, the others a
deadline, arguments, and where the child's stderr goes; for each it prints how the child ended."""


def arguments(content: Path, site: Path) -> list[str]:
    # The engine writes nothing to the site, and starting it a hundred times takes a minute.
    return ["--no-cache", "--no-charts", "--content", str(content), "--output", str(site)]


def run(content: Path, site: Path, deadline: int = 0) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WHOLE, str(deadline), *arguments(content, site)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=ENVIRONMENT)


class Nursery:
    """Runs the command in children of one process."""

    def __init__(self, folder: Path, content: Path) -> None:
        self._said = folder / "said.txt"
        self._process = subprocess.Popen(
            [sys.executable, "-c", NURSERY], cwd=ROOT, env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        self._tell(["check", "--content", str(content)])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def _tell(self, line: object) -> None:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(line) + "\n")
        self._process.stdin.flush()

    def run(self, content: Path, site: Path, deadline: int = 0) -> int:
        """How it ended: the exit code, or the signal below zero. It counts from where everything is imported."""
        self._tell([deadline, arguments(content, site), str(self._said)])
        assert self._process.stdout
        while True:
            line = self._process.stdout.readline()
            assert line, "the nursery ended"
            if line.strip().lstrip("-").isdigit():
                return int(line)

    @property
    def events(self) -> int:
        """How many there were in the last run."""
        return int(self._said.read_text("utf-8").split()[-1])


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
    with Nursery(tmp_path, contents[0]) as nursery:
        manifests, events = [], []
        for content in contents:
            # Counted where the other site is in place, as it will be when the build is killed.
            assert nursery.run(content, site) == 0
            events.append(nursery.events)
            manifests.append((site / "SHA256SUMS").read_bytes())
        assert manifests[0] != manifests[1]
        outcomes = set()
        # Sixty points over all that follows the imports, and forty close to its end, where the site is swapped and the
        # old one removed.
        points = [(i, 60, 0) for i in range(60)] + [(60, 60, 8 * i + 8) for i in range(40)]
        for part, of, back in points:
            # What the last dead run left would be swept first, and would shift the count.
            for left in site.parent.iterdir():
                if left != site:
                    shutil.rmtree(left) if left.is_dir() else left.unlink()
            before = (site / "SHA256SUMS").read_bytes()
            target = manifests.index(before) ^ 1
            point = 1 + events[target] * part // of - back
            assert nursery.run(contents[target], site, deadline=point) == -9
            assert whole(site), f"broken after a kill at event {point}"
            after = (site / "SHA256SUMS").read_bytes()
            assert after in manifests, f"neither the old site nor the new after a kill at event {point}"
            outcomes.add(after == before)
    assert outcomes == {True, False}, "kills before and after the swap"


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a POSIX signal")
def test_the_command_killed_from_its_first_import_on(tmp_path: Path) -> None:
    """Few points: the imports write nothing. What a dead run leaves is swept by the next."""
    content = tmp_path / "content"
    write(content, 12, (ROOT / "content/units.yaml").read_text("utf-8"))
    site = tmp_path / "out" / "site"
    site.parent.mkdir()
    done = run(content, site)
    assert done.returncode == 0
    events, manifest = int(done.stderr.split()[-1]), (site / "SHA256SUMS").read_bytes()
    for part in range(8):
        assert run(content, site, deadline=1 + events * part // 8).returncode == -9
        assert whole(site)
        assert (site / "SHA256SUMS").read_bytes() == manifest
    assert run(content, site, deadline=events * 9 // 10).returncode == -9
    assert len(list(site.parent.iterdir())) > 1, "a dead run leaves its stage"
    assert run(content, site).returncode == 0
    assert (site / "SHA256SUMS").read_bytes() == manifest
    assert sorted(p.name for p in site.parent.iterdir()) == ["site"], "what dead runs left was swept"
