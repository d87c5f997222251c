"""One build at a time, in a process of its own: changed code counts at once, and a build that crashes harms nothing."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[2]
_GRACE = 5
"""Seconds that a build has to end cleanly, which on a busy machine is no matter of an instant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a build ended: the exit code and what it printed."""

    code: int
    out: str
    err: str


class Builder:
    """Runs `python -m workreport` with the options of the preview."""

    def __init__(self, arguments: list[str]) -> None:
        self._arguments = arguments
        self._running: subprocess.Popen[str] | None = None

    async def build(self) -> Outcome:
        """Build and wait for the end."""
        # A group of its own: the Ctrl-C of a terminal is for the preview, and what a build starts is ended with it.
        detached: dict[str, Any] = {"start_new_session": True}
        if sys.platform == "win32":
            detached = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
        path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
        with subprocess.Popen(
            [sys.executable, "-P", "-m", "workreport", *self._arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8:replace"},
            **detached,
        ) as self._running:
            out, err = await asyncio.to_thread(self._running.communicate)
        return Outcome(code=self._running.returncode, out=out.strip(), err=err)

    def end(self) -> None:
        """End the build that is running. What it has written so far goes with it."""
        running = self._running
        if running is None or running.poll() is not None:
            return
        _signal(running, signal.SIGINT)
        try:
            running.wait(_GRACE)
        except subprocess.TimeoutExpired:
            _signal(running, getattr(signal, "SIGKILL", signal.SIGTERM))
            running.wait()


def _signal(process: subprocess.Popen[str], number: int) -> None:
    """Signal a process and whatever it has started."""
    if sys.platform == "win32":
        process.terminate()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, number)
