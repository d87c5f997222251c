"""Two languages, two processes: the same work on several inputs at once, where the system can fork.

The order of results is that of the inputs and does not depend on how many processes there were.
"""

from __future__ import annotations

import os
import pickle
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from workreport.diagnostics import Diagnostic, Refusal

A = TypeVar("A")
B = TypeVar("B")


def in_parallel(work: Callable[[A], B], inputs: Sequence[A], jobs: int) -> Iterator[B]:
    """`work(x)` for each input, in order; all but the first in child processes if `jobs` allows two.

    A `Refusal` in any of them is raised here with the problems of all; any other exception as RuntimeError
    with the child's traceback.
    """
    if jobs < 2 or len(inputs) < 2 or not hasattr(os, "fork"):
        problems: list[Diagnostic] = []
        for value in inputs:
            try:
                result = work(value)
            except Refusal as refusal:
                problems += refusal.diagnostics
            else:
                yield result
        if problems:
            raise Refusal(problems)
        return
    children = [_start(work, value) for value in inputs[1:]]
    problems = []
    results: list[B] = []
    try:
        results.append(work(inputs[0]))
    except Refusal as refusal:
        problems += refusal.diagnostics
    finally:
        # Every child is waited for, whatever happened: the stage that they write to must not go before they end.
        outcomes = [_finish(child, handle) for child, handle in children]
    for outcome in outcomes:
        kind: str
        content: Any
        kind, content = pickle.loads(outcome) if outcome else ("crash", "a build process died")
        if kind == "refused":
            problems += content
        elif kind == "crash":
            raise RuntimeError(content)
        else:
            results.append(content)
    if problems:
        raise Refusal(problems)
    yield from results


def _start(work: Callable[[A], B], value: A) -> tuple[int, int]:
    """Run `work(value)` in a child: (process id, pipe to read the outcome from)."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    os.close(reading)
    try:
        try:
            outcome = pickle.dumps(("done", work(value)), pickle.HIGHEST_PROTOCOL)
        except Refusal as refusal:
            outcome = pickle.dumps(("refused", refusal.diagnostics))
        except BaseException:
            outcome = pickle.dumps(("crash", traceback.format_exc()))
        with open(writing, "wb") as pipe:
            pipe.write(outcome)
    finally:
        os._exit(0)  # the parent's buffers, locks and clean-up are not the child's


def _finish(child: int, reading: int) -> bytes:
    with open(reading, "rb") as pipe:
        outcome = pipe.read()
    os.waitpid(child, 0)
    return outcome
