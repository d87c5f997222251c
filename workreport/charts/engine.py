"""The engine: ECharts' server-side renderer in an embedded V8, in a process of its own (`v8`). The one place that knows either.

Nothing here is imported, and no engine starts, unless some chart has to be drawn.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from contextlib import suppress
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Any

from workreport.charts.text import TABLE
from workreport.diagnostics import Refusal, refusal, say
from workreport.gate import CHART_DRAWING, CHART_ENGINE
from workreport.interpreter import remedy

_HERE = Path(__file__).resolve().parent
LIBRARY = _HERE / "vendor/echarts/echarts.min.js"
SHIM = _HERE / "echarts.js"
DIGEST = "b66b25aeb4df84e33199dc21694014d336d222cbd9deb0e5a7c14bd6aa0d0fd0"
"""SHA-256 of echarts.min.js 6.1.0 as its makers publish it."""
PROGRAM = _HERE / "v8.py"
_NEEDED = {"pyecharts": "pyecharts", "py_mini_racer": "mini-racer"}
_PACKAGES = "requirements.txt"
_MEMORY = say("most likely it had too little memory (ulimit -v): give it more, or build with --no-charts")


class _Ended(Exception):
    """The process of the engine is no more."""


def _words(error: str) -> str:
    """The first line of an error that says something: JavaScript errors quote the whole line that they stand in."""
    lines = error.splitlines()
    return next((line for line in reversed(lines) if "Error:" in line), lines[0]).strip()[:200]


def library() -> str:
    """ECharts, if it is the one that this program was made with. Raises `Refusal` (chart-engine)."""
    try:
        data = LIBRARY.read_bytes()
    except OSError as error:
        message = say("the chart library cannot be read: {why}", why=error.strerror)
        raise refusal(LIBRARY.name, CHART_ENGINE, message, say("restore the checkout")) from None
    if sha256(data).hexdigest() != DIGEST:
        raise refusal(
            f"workreport/charts/vendor/echarts/{LIBRARY.name}",
            CHART_ENGINE,
            say("this is not ECharts 6.1.0 as published: its checksum differs"),
            say("restore the file from the repository; Git must not change its line ends"),
        )
    return data.decode()


class Engine:
    """Draws options as ECharts' tree of nodes. A context manager, one a build."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Engine:
        """Start the engine. Raises `Refusal` (chart-engine) where it cannot be loaded, saying what to do."""
        text = library()
        fix = say("{install}; or build with --no-charts", install=remedy())
        for module, package in _NEEDED.items():  # found missing here, before anything is drawn
            if find_spec(module) is None:
                message = say("charts need the package {package}, which is not installed", package=package)
                raise refusal(_PACKAGES, CHART_ENGINE, message, fix)
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-P", str(PROGRAM)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # V8's last words are pages of addresses
                encoding="utf-8",
            )
            for source in (text, f"var textWidths = {json.dumps(TABLE)};", SHIM.read_text("utf-8")):
                why = self._ask(source).get("error")
                if why:
                    message = say("the package mini-racer does not run here: {why}", why=_words(why))
                    raise refusal(_PACKAGES, CHART_ENGINE, message, fix)
        except OSError as error:
            self._close()
            message = say("no process can be started: {why}", why=error.strerror)
            raise refusal(_PACKAGES, CHART_ENGINE, message, _MEMORY) from None
        except _Ended:
            raise self._lost(_PACKAGES) from None
        except BaseException:
            self._close()
            raise
        return self

    def draw(self, name: str, options: dict[str, Any], width: int, height: int) -> Any:
        """One chart as nested [tag, attributes, children, text].

        `name` is how a refusal calls it (chart-drawing; chart-engine where the engine ends over it).
        """
        try:
            answer = self._ask({"id": name, "options": options, "width": width, "height": height})
        except _Ended:
            raise self._lost(name) from None
        if why := answer.get("error"):
            message, hint = say("ECharts fails: {why}", why=_words(why)), say("this is a fault of the program")
            raise refusal(name, CHART_DRAWING, message, hint)
        return json.loads(answer["found"])

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def _ask(self, request: str | dict[str, Any]) -> dict[str, Any]:
        """The answer of the process; `_Ended` where it gives none."""
        process = self._process
        assert process
        assert process.stdin
        assert process.stdout
        try:
            process.stdin.write(json.dumps(request) + "\n")
            process.stdin.flush()
            answer: dict[str, Any] = json.loads(process.stdout.readline())
        except (BrokenPipeError, ValueError):  # nothing, or half a line
            raise _Ended from None
        return answer

    def _lost(self, name: str) -> Refusal:
        """What to say of a process that has ended."""
        code = self._close()
        with suppress(ValueError):
            return refusal(
                name,
                CHART_ENGINE,
                say("the engine that draws charts was ended by the system ({why})", why=signal.Signals(-code).name),
                _MEMORY,
            )
        message = say("the engine that draws charts has ended (exit code {code})", code=code)
        return refusal(name, CHART_ENGINE, message, _MEMORY)

    def _close(self) -> int:
        """End the process, if there is one. Its exit code."""
        process, self._process = self._process, None
        if process is None:
            return 0
        with process, suppress(OSError):
            assert process.stdin
            process.stdin.close()
        return process.returncode
