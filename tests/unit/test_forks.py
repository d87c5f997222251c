"""The same work in several processes: the order of results, the problems of all, and nobody left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from tests import ROOT
from workreport.diagnostics import Code, Diagnostic, Refusal, say
from workreport.forks import in_parallel

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
BAD = Code("test-bad", say("A problem of this test."))


def lasting(seconds: float) -> tuple[float, int]:
    time.sleep(seconds)
    return seconds, os.getpid()


@pytest.mark.parametrize("jobs", [1, 2, 8])
def test_results_have_the_order_of_the_inputs(jobs: int) -> None:
    inputs = [0.05, 0.1, 0.0]
    found = in_parallel(lasting, inputs, jobs)
    assert [seconds for seconds, _ in found] == inputs
    assert found[0][1] == os.getpid()


@needs_fork
def test_work_may_be_a_closure_and_runs_in_other_processes() -> None:
    kept = {"a": 1, "b": 2}
    found = in_parallel(lambda name: (kept[name], os.getpid()), ["a", "b"], 2)
    assert [value for value, _ in found] == [1, 2]
    assert found[1][1] != os.getpid()


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_problems_of_all_are_told(jobs: int) -> None:
    def work(path: str) -> str:
        raise Refusal([Diagnostic(path=path, code=BAD, message=say("{path} is bad", path=path))])

    with pytest.raises(Refusal) as caught:
        in_parallel(work, ["b", "a"], jobs)
    assert [d.path for d in caught.value.diagnostics] == ["a", "b"]
    assert [d.message.values for d in caught.value.diagnostics] == [{"path": "a"}, {"path": "b"}], (
        "any language can say it"
    )


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("at", [0, 1])
def test_a_fault_comes_through_and_every_child_has_ended(jobs: int, at: int) -> None:
    def work(number: int) -> int:
        if number == at:
            raise KeyError("a fault of this program")
        time.sleep(0.2)
        return number

    with pytest.raises(KeyError, match="a fault of this program"):
        in_parallel(work, [0, 1], jobs)
    assert multiprocessing.active_children() == []


@needs_fork
def test_a_child_that_the_system_ends_is_told() -> None:
    def work(number: int) -> None:
        if number:
            os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(Refusal) as caught:
        in_parallel(work, [0, 1], 2)
    assert str(caught.value).endswith(
        "error[process-ended]: the system ended a process of this build, most likely for want of memory\n"
        "  hint: give it more memory, or build in one process with --jobs 1"
    )
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("error", [OSError("no /dev/shm"), ImportError(), NotImplementedError()])
def test_a_system_without_semaphores_does_with_one_process(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Callable[..., object]:
        raise error

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", fail)
    assert [pid for _, pid in in_parallel(lasting, [0.0, 0.0], 2)] == [os.getpid()] * 2


@needs_fork
@pytest.mark.parametrize(
    "busy",
    [
        "time.sleep(60)",
        pytest.param(
            "n and sum(range(10**10)) or time.sleep(60)",
            id="one long call",
            marks=pytest.mark.skipif(sys.platform != "linux", reason="the system does not end such children"),
        ),
    ],
)
def test_children_end_with_a_parent_that_is_killed(busy: str) -> None:
    """They would otherwise wait for ever, and hold the lock of the output."""
    code = (
        "import os, time\nfrom workreport.forks import in_parallel\n"
        f"def work(n):\n    os.write(1, b'%d\\n' % os.getpid())\n    {busy}\n"
        "in_parallel(work, [0, 1], 2)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        pids = {int(parent.stdout.readline()) for _ in range(2)}
        assert len(pids) == 2
        parent.send_signal(signal.SIGKILL)
        parent.wait()
        assert parent.stdout.read() == "", "the child, which holds the pipe, ends"
