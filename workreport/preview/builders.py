"""The processes that build. Nothing of this program is imported here: a builder runs this file, and finds the newest code.

Every build runs in a process of its own, so that changed code counts at once. Two such processes wait ahead: one that
has imported the libraries, for when the code changes, and one that has imported the code too, for all other changes.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

_ROOT = Path(__file__).resolve().parents[2]
_GRACE = 5
"""Seconds that a build has to end cleanly, which on a busy machine is no matter of an instant."""
_KILL = getattr(signal, "SIGKILL", signal.SIGTERM)

_MODULES = "\x1e"
"""Stands between what a builder printed and the names of the modules that it had imported."""


class Outcome(NamedTuple):
    """How a build ended: the exit code and what it printed."""

    code: int
    out: str
    err: str


class Builders:
    """Builds, each in a process of its own, of which two are started ahead."""

    def __init__(self, arguments: list[str]) -> None:
        self._arguments = arguments
        self._libraries = ""
        self._loaded: subprocess.Popen[str] | None = None
        """Has imported the code as it was."""
        self._bare: subprocess.Popen[str] | None = None
        """Has imported the libraries only."""
        self._building: subprocess.Popen[str] | None = None
        self._living: set[subprocess.Popen[str]] = set()

    async def build(self, *, code: bool) -> Outcome:
        """Build; `code` says that the code may have changed."""
        # One that has ended before its turn was ended by somebody, or by broken code that is mended by now.
        if self._loaded and (code or self._loaded.poll() is not None):
            self._drop(self._loaded)
            self._loaded = None
        if self._bare and self._bare.poll() is not None:
            self._drop(self._bare)
            self._bare = None
        if self._loaded:
            builder, self._loaded = self._loaded, None
        else:
            builder, self._bare = self._bare or self._start(), None
        self._building = builder
        out, err = await asyncio.to_thread(builder.communicate, "build\n")
        self._building = None
        self._living.discard(builder)
        out, _, modules = out.partition(_MODULES)
        self._libraries = modules.strip() or self._libraries
        return Outcome(builder.returncode, out.strip(), err)

    def refill(self) -> None:
        """Start what the next build may need."""
        if self._loaded is None:
            self._loaded, self._bare = self._bare or self._start(), None
            self._tell(self._loaded, "load")
        if self._bare is None:
            self._bare = self._start()

    def end(self) -> None:
        """End every process, the one that is building too. What it has written so far goes with it."""
        for builder in self._living:
            _signal(builder, signal.SIGTERM if builder is self._building else _KILL)
        for builder in self._living:
            try:
                builder.wait(_GRACE)
            except subprocess.TimeoutExpired:
                _signal(builder, _KILL)
                builder.wait()

    def _start(self) -> subprocess.Popen[str]:
        detached: dict[str, Any] = {}
        # A group of its own: the Ctrl-C of a terminal is for us, and what a builder starts is ended with it.
        if sys.platform == "win32":
            detached["creationflags"] = subprocess.CREATE_NEW_PROCESS_GROUP
        else:
            detached["start_new_session"] = True
        builder = subprocess.Popen(
            [sys.executable, "-P", str(Path(__file__).resolve()), *self._arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "PYTHONIOENCODING": "utf-8:replace"},
            **detached,
        )
        self._living.add(builder)
        if self._libraries:
            self._tell(builder, f"import {self._libraries}")
        return builder

    @staticmethod
    def _tell(builder: subprocess.Popen[str], line: str) -> None:
        assert builder.stdin
        with contextlib.suppress(OSError):  # it has died; the build that it should do says why
            builder.stdin.write(f"{line}\n")
            builder.stdin.flush()

    def _drop(self, builder: subprocess.Popen[str]) -> None:
        """End a process that has not begun to build."""
        _signal(builder, _KILL)
        with contextlib.suppress(OSError), builder:
            self._living.discard(builder)


def _signal(builder: subprocess.Popen[str], number: int) -> None:
    """Signal a builder and whatever it has started."""
    if builder.poll() is not None:
        return
    if sys.platform == "win32":
        builder.terminate()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(builder.pid, number)


def _work() -> None:
    """A builder: does what the lines of its standard input say, and ends with the exit code of the build."""
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))  # leave the stage in good order
    sys.path.insert(0, str(_ROOT))
    for line in sys.stdin:
        command, *names = line.split()
        if command == "import":
            for name in names:
                with contextlib.suppress(Exception):  # a module of a module, made in passing
                    importlib.import_module(name)
        elif command == "load":
            importlib.import_module("workreport.build").warm(_ROOT / "templates")
        elif command == "build":
            code = importlib.import_module("build").run(sys.argv[1:])
            ours = ("workreport", "build", "__")
            print(_MODULES, *(name for name in list(sys.modules) if not name.startswith(ours)), flush=True)
            sys.stderr.flush()
            os._exit(code)  # nothing is left to do, and taking a large heap apart takes time


if __name__ == "__main__":
    _work()
