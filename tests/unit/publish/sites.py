"""Two versions of a site, and what the tests of publishing do with them."""

from __future__ import annotations

import errno
import hashlib
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NoReturn

import pytest

from tests import ROOT
from workreport.diagnostics.diagnostic import Refusal
from workreport.publish.manifest import manifest
from workreport.publish.publish import Published, Stage

SITE = Path("site")
OLD = {
    "index.html": b"home",
    "404.html": b"lost",
    "2022/index.html": b"review",
    "2022/metrics/jobs.html": b"16,500",
    "2022/metrics/roads.html": b"21",
    "en/index.html": b"home in English",
    "data/metrics.csv": b"id,value\r\njobs,1.65\r\n",
}
NEW = {
    "index.html": b"home, changed",
    "404.html": b"lost",
    "2022/index.html": b"review",
    "2022/metrics/jobs.html": b"16,500",
    "2023/commitments/jobs.html": b"a promise",
    "en/index.html": b"home in English",
    "data/metrics.csv": b"id,value\r\njobs,1.66\r\n",
    "empty.txt": b"",
}
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
needs_links = pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")


def tree(top: Path = SITE) -> dict[str, bytes]:
    return {p.relative_to(top).as_posix(): p.read_bytes() for p in sorted(top.rglob("*")) if not p.is_dir()}


def whole(files: dict[str, bytes]) -> dict[str, bytes]:
    """The tree that publishing `files` must give."""
    return {**files, "SHA256SUMS": manifest((p, hashlib.sha256(d).hexdigest()) for p, d in files.items())}


def hidden() -> list[str]:
    return sorted(p.name for p in Path.cwd().iterdir() if p.name.startswith("."))


def dated(seconds: int = 1_000_000_000) -> None:
    for path in SITE.rglob("*"):
        os.utime(path, (seconds, seconds))


def stats() -> dict[str, tuple[int, int]]:
    return {p.as_posix(): (p.stat().st_ino, p.stat().st_mtime_ns) for p in (SITE, *SITE.rglob("*"))}


def refused(files: Any = None, output: Path = SITE, protected: tuple[Path, ...] = ()) -> str:
    """The text of the refusal that publishing gives, which is one diagnostic."""
    with pytest.raises(Refusal) as caught:
        publish(output, NEW if files is None else files, protected)
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.line, diagnostic.column) == (0, 0)
    return str(diagnostic)


def publish(
    output: Path, files: Mapping[str, bytes] | Iterable[tuple[str, bytes]], protected: Iterable[Path] = ()
) -> Published:
    """Publish all `files` (path, bytes) to `output` in one go, as a build does with its pages."""
    with Stage(output, protected) as stage:
        for path, data in files.items() if isinstance(files, Mapping) else files:
            stage.write(path, data)
        return stage.commit()


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def python(code: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env=environment(), check=True, stdout=subprocess.PIPE, text=True).stdout


def in_child(function: Callable[[], Any]) -> Any:
    """What `function` returns in a forked process; None where the process was killed."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(reader)
            with open(writer, "wb") as pipe:
                pickle.dump(function(), pipe)
            os._exit(0)
        finally:
            os._exit(1)
    os.close(writer)
    with open(reader, "rb") as pipe:
        answer = pipe.read()
    status = os.waitpid(child, 0)[1]
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the child failed"
    return pickle.loads(answer) if answer else None


KEPT = "; the site is as it was before\n  hint: "
FULL = f"site: error[output-full]: the disk is full{KEPT}free some space, then build again"
READONLY = (
    f"site: error[output-readonly]: this folder, or the one it lies in, may not be written to{KEPT}"
    "allow writing there, or name another folder with --output"
)
BUSY = (
    f"site: error[output-busy]: a program holds this folder or a file in it open{KEPT}"
    "close what uses the folder and build again; instead of a mount point name a folder in it"
)
FAILED = (
    f"site: error[output-failed]: writing failed ({os.strerror(errno.EIO)}){KEPT}"
    "build again, or name a folder on another disk with --output"
)


def failing(number: int, winerror: int | None = None) -> Callable[..., NoReturn]:
    def fail(*args: Any, **kwargs: Any) -> NoReturn:
        error = OSError(number, os.strerror(number))
        if winerror is not None:
            error.winerror = winerror  # type: ignore[attr-defined]
        raise error

    return fail


def counts(done: Published) -> tuple[int, int, int]:
    """Files written, unchanged and pruned."""
    return done.written, done.unchanged, done.pruned
