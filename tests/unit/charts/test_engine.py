"""The engine: what it refuses, and where it runs."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests import ROOT
from tests.mini import CONTENT
from workreport.charts import engine
from workreport.charts.engine import Engine
from workreport.charts.layout import layout
from workreport.charts.model import Chart
from workreport.charts.svg import clean
from workreport.diagnostics.diagnostic import Refusal
from workreport.interpreter import remedy


def test_another_library_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    other = tmp_path / "echarts.min.js"
    other.write_bytes(engine.LIBRARY.read_bytes().replace(b"\n", b"\r\n"))
    monkeypatch.setattr(engine, "LIBRARY", other)
    with pytest.raises(Refusal) as caught, Engine():
        pass
    assert str(caught.value) == (
        "workreport/charts/vendor/echarts/echarts.min.js: error[chart-engine]: this is not ECharts 6.1.0 as published: its "
        "checksum differs\n  hint: restore the file from the repository; Git must not change its line ends"
    )


@pytest.mark.parametrize(("module", "package"), [("py_mini_racer", "mini-racer"), ("pyecharts", "pyecharts")])
def test_a_missing_package_is_named(module: str, package: str, tmp_path: Path) -> None:
    """In a process of its own, as an installation without the package behaves."""
    code = (
        f"import sys; sys.modules[{module!r}] = None\n"
        "from workreport.cli import main\n"
        f"sys.exit(main(['--no-cache', '--content', {str(CONTENT)!r}, '--output', {str(tmp_path / 'site')!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == (
        f"requirements.txt: error[chart-engine]: charts need the package {package}, which is not installed\n"
        f"  hint: {remedy()}; or build with --no-charts\n"
        "1 problem; nothing was published; the last good site is as it was\n"
    )
    assert not (tmp_path / "site").exists()


def test_an_engine_that_does_not_run_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import py_mini_racer

    def broken() -> None:
        raise OSError("libmini_racer: wrong ELF class")

    monkeypatch.setattr(py_mini_racer, "MiniRacer", broken)
    with pytest.raises(Refusal) as caught, Engine():
        pass
    (problem,) = caught.value.diagnostics
    assert problem.code.name == "chart-engine"
    assert problem.message == "the package mini-racer does not run here: libmini_racer: wrong ELF class"


def test_the_engine_runs_inside_an_event_loop(made: list[Chart]) -> None:
    """A server that rebuilds on a change does so from its event loop."""
    plan = layout(made[0], 360)

    async def served() -> object:
        with Engine() as engine:
            return engine.draw("x", plan.options, plan.width, plan.height)[0]

    with ThreadPoolExecutor(1) as thread:  # other tests may have left a loop in this one
        assert thread.submit(lambda: asyncio.run(served())).result() == "svg"


def test_what_echarts_cannot_draw_is_refused_by_name(made: list[Chart]) -> None:
    plan = layout(made[0], 360)
    options = json.loads(json.dumps(plan.options))
    options["series"][0]["itemPayload"]["rows"][0] = [{"type": "star"}]
    with Engine() as engine:
        with pytest.raises(Refusal) as caught:
            engine.draw("2023/charts/x", options, 360, 100)
        assert engine.draw("y", plan.options, plan.width, plan.height)[0] == "svg", "the engine goes on after it"
    assert str(caught.value).startswith("2023/charts/x: error[chart-drawing]: ECharts fails: Error: unknown shape star")
    options["series"][0]["type"] = "unheard-of"
    with Engine() as engine, pytest.raises(Refusal, match="chart-drawing"):
        clean(engine.draw("z", options, plan.width, plan.height), plan.rows, "z")
