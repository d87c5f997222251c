"""The engine: what it refuses, and where it runs."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import textwrap
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests import ROOT
from tests.mini import CONTENT
from workreport.charts import engine
from workreport.charts.engine import Engine
from workreport.charts.layout import PAGE, layout
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


@pytest.fixture
def racer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a package in the place of mini-racer, whose `MiniRacer` has these lines."""

    def put(lines: str) -> None:
        text = f"import os\nclass MiniRacer:\n{textwrap.indent(lines, '    ')}\n"
        (tmp_path / "py_mini_racer.py").write_text(text, "utf-8")
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    return put


def test_an_engine_that_does_not_run_is_told(racer: Callable[[str], None]) -> None:
    racer("def __init__(self):\n    raise OSError('libmini_racer: wrong ELF class')")
    with pytest.raises(Refusal) as caught, Engine():
        pass
    (problem,) = caught.value.diagnostics
    assert problem.code.name == "chart-engine"
    assert problem.message == "the package mini-racer does not run here: libmini_racer: wrong ELF class"


MEMORY = "  hint: most likely it had too little memory (ulimit -v): give it more, or build with --no-charts"


@pytest.mark.parametrize(
    ("end", "said"),
    [
        pytest.param(
            "os.abort()",
            "was ended by the system (SIGABRT)",
            marks=pytest.mark.skipif(sys.platform == "win32", reason="there are no signals"),
        ),
        ("os._exit(3)", "has ended (exit code 3)"),
    ],
)
def test_an_engine_that_ends_the_process_is_told(end: str, said: str, racer: Callable[[str], None]) -> None:
    """As V8 does where it gets too little memory: at once, or over a chart."""
    racer(f"def __init__(self):\n    {end}")
    with pytest.raises(Refusal) as caught, Engine():
        pass
    assert str(caught.value) == f"requirements.txt: error[chart-engine]: the engine that draws charts {said}\n{MEMORY}"
    racer(f"def eval(self, code, **how):\n    pass\ndef call(self, *what, **how):\n    {end}")
    with pytest.raises(Refusal) as caught, Engine() as engine:
        engine.draw("2023/charts/x", {}, 360, 100)
    assert str(caught.value) == f"2023/charts/x: error[chart-engine]: the engine that draws charts {said}\n{MEMORY}"


@pytest.mark.skipif(sys.platform != "linux", reason="only there a process can be held to its memory")
def test_a_build_that_may_have_little_memory_says_so(tmp_path: Path) -> None:
    import resource

    command = [sys.executable, "build.py", "--no-cache", f"--content={CONTENT}", f"--output={tmp_path / 'site'}"]
    done = subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30)),
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "error[chart-engine]: the engine that draws charts was ended by the system" in done.stderr
    assert done.stderr.count("\n") == 3


def test_the_engine_runs_inside_an_event_loop(made: list[Chart]) -> None:
    """A server that rebuilds on a change does so from its event loop."""
    plan = layout(made[0], PAGE)

    async def served() -> object:
        with Engine() as engine:
            return engine.draw("x", plan.options, plan.width, plan.height)[0]

    with ThreadPoolExecutor(1) as thread:  # other tests may have left a loop in this one
        assert thread.submit(lambda: asyncio.run(served())).result() == "svg"


def test_what_echarts_cannot_draw_is_refused_by_name(made: list[Chart]) -> None:
    plan = layout(made[0], PAGE)
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
