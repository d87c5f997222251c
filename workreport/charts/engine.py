"""The engine: ECharts' server-side renderer in an embedded V8. The one place that knows either.

Nothing here is imported, and no engine starts, unless some chart has to be drawn. The engine is closed whatever
happens: one that is left open can hang the process at its end.
"""

from __future__ import annotations

import atexit
import json
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any

from workreport.charts.text import TABLE
from workreport.diagnostics import refusal, say
from workreport.gate import CHART_DRAWING, CHART_ENGINE
from workreport.interpreter import remedy

_HERE = Path(__file__).resolve().parent
LIBRARY = _HERE / "vendor/echarts/echarts.min.js"
SHIM = _HERE / "echarts.js"
DIGEST = "b66b25aeb4df84e33199dc21694014d336d222cbd9deb0e5a7c14bd6aa0d0fd0"
"""SHA-256 of echarts.min.js 6.1.0 as its makers publish it."""
_SECONDS = 30
"""How long one evaluation may take; a chart takes milliseconds."""


def _words(error: BaseException) -> str:
    """The first line of an error that says something: JavaScript errors quote the whole line that they stand in."""
    for line in reversed(str(error).splitlines()):
        if "Error:" in line:
            return line.strip()[:200]
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]


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
        self._racer: Any = None
        # A thread of its own: V8's time-outs do not work in a thread that runs an event loop, as a web server's does.
        self._thread = ThreadPoolExecutor(max_workers=1)

    def __enter__(self) -> Engine:
        """Start the engine. Raises `Refusal` (chart-engine) where it cannot be loaded, saying what to do."""
        text = library()
        fix = say("{install}; or build with --no-charts", install=remedy())
        try:
            import pyecharts  # noqa: F401 - options are made with it: found missing here, before anything is drawn
            from py_mini_racer import MiniRacer
        except ImportError as error:
            package = {"py_mini_racer": "mini-racer"}.get(
                (error.name or "").partition(".")[0], error.name or "mini-racer"
            )
            message = say("charts need the package {package}, which is not installed", package=package)
            raise refusal("requirements.txt", CHART_ENGINE, message, fix) from None
        try:
            self._racer = self._thread.submit(MiniRacer).result()
            atexit.register(self._close)
            for source in (text, f"var textWidths = {json.dumps(TABLE)};", SHIM.read_text("utf-8")):
                self._thread.submit(self._racer.eval, f"{source}\n;0", timeout_sec=_SECONDS).result()
        except Exception as error:  # whatever a native library may raise where it does not fit the system
            self._close()
            message = say("the package mini-racer does not run here: {why}", why=_words(error))
            raise refusal("requirements.txt", CHART_ENGINE, message, fix) from None
        return self

    def draw(self, name: str, options: dict[str, Any], width: int, height: int) -> Any:
        """One chart as nested [tag, attributes, children, text]. `name` is how a refusal calls it (chart-drawing)."""
        request = {"id": name, "options": options, "width": width, "height": height}
        try:
            return json.loads(self._thread.submit(self._racer.call, "draw", request, timeout_sec=_SECONDS).result())
        except Exception as error:
            message, hint = say("ECharts fails: {why}", why=_words(error)), say("this is a fault of the program")
            raise refusal(name, CHART_DRAWING, message, hint) from None

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def _close(self) -> None:
        racer, self._racer = self._racer, None
        if racer is not None:
            self._thread.submit(racer.close).result()
            atexit.unregister(self._close)
        self._thread.shutdown()
