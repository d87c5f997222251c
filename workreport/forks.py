"""The same work on several inputs at once, in as many processes, where the system can fork.

The order of results is that of the inputs and does not depend on how many processes there were.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

from workreport.diagnostics import Code, Diagnostic, Refusal, refusal, say
from workreport.interpreter import PROGRAM

PROCESS_ENDED = Code("process-ended", say("The system ended a process of the build."))

A = TypeVar("A")
B = TypeVar("B")

_work: Callable[[Any], Any]
"""What a child process does. A child has it from the fork: it may be a closure over the whole site."""


def in_parallel(work: Callable[[A], B], inputs: Sequence[A], jobs: int) -> list[B]:
    """`work(x)` for each input, in order; all but the first in child processes if `jobs` allows two.

    A `Refusal` in any of them is raised here with the problems of all, any other exception as it is. Every child is
    waited for, whatever happens: the stage that it writes to must not go before it ends.
    """
    if jobs > 1 and len(inputs) > 1 and hasattr(os, "fork"):
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool

        context = multiprocessing.get_context("fork")
        try:
            pool = ProcessPoolExecutor(min(jobs, len(inputs)) - 1, context, _begin, (work,))
        except (ImportError, NotImplementedError, OSError):
            pass  # a system without semaphores, such as one without /dev/shm
        else:
            with pool:
                others = [pool.submit(_call, value) for value in inputs[1:]]
                try:
                    return _gathered([partial(work, inputs[0]), *(other.result for other in others)])
                except BrokenProcessPool:
                    message = say("the system ended a process of this build, most likely for want of memory")
                    hint = say("give it more memory, or build in one process with --jobs 1")
                    raise refusal(PROGRAM, PROCESS_ENDED, message, hint) from None
    return _gathered(partial(work, value) for value in inputs)


def _gathered(calls: Iterable[Callable[[], B]]) -> list[B]:
    """The results of all calls; `Refusal` with the problems of all."""
    results: list[B] = []
    problems: list[Diagnostic] = []
    for call in calls:
        try:
            results.append(call())
        except Refusal as refusal:
            problems += refusal.diagnostics
    if problems:
        raise Refusal(problems)
    return results


def _begin(work: Callable[[Any], Any]) -> None:
    """In a child: keep the work, and end when the parent dies, which would otherwise leave the output locked."""
    import threading
    from multiprocessing import parent_process

    global _work  # noqa: PLW0603 - a pool pickles what it is given later, and a closure cannot be pickled
    _work = work
    parent = parent_process()
    assert parent
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    if sys.platform == "linux":  # there the system sees to it, also while one long call keeps all threads waiting
        with suppress(ImportError, OSError, AttributeError):
            import ctypes
            import signal

            ctypes.CDLL(None).prctl(1, ctypes.c_ulong(signal.SIGKILL))  # PR_SET_PDEATHSIG
            if os.getppid() != parent.pid:  # it died before that
                os._exit(1)


def _end_with(parent: Any) -> None:
    parent.join()
    os._exit(1)


def _call(value: Any) -> Any:
    return _work(value)
