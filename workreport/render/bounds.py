"""What a page may take: steps of its templates, characters that they write, and memory. No clock has a say in it.

A step is a template, block or macro that begins, one round of a loop, or what a `range` or a product adds to be gone
through. So nested loops end where they would take minutes, and the same page ends at the same place on any machine.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import contextmanager
from typing import Any

from jinja2 import TemplateRuntimeError, nodes
from jinja2.compiler import CodeGenerator, Frame

from workreport.diagnostics import Message, say

STEPS = 200_000
"""Of one page; the largest of the report at hand takes a thousand."""
LENGTH = 16 << 20
"""Characters of one page; a page has some hundreds of thousands at most."""
MEMORY = 256 << 20
"""Bytes beyond what the build has when a page begins, where the system can hold a process to that."""
_DIGITS = 10_000
"""Bits of the largest whole number that a template may compute."""


class Exceeded(TemplateRuntimeError):
    """A page takes more than a page may, as `why` says."""

    def __init__(self, why: Message) -> None:
        super().__init__(why)
        self.why = why


class Meter:
    """Counts the steps of one page at a time."""

    def __init__(self) -> None:
        self._left = STEPS

    def begin(self) -> None:
        """The next page."""
        self._left = STEPS

    def step(self, count: int = 1) -> None:
        """Raises `Exceeded` where the page has taken all its steps."""
        self._left -= count
        if self._left < 0:
            raise Exceeded(say("the page takes more than {n:,} steps, such as rounds of loops", n=STEPS))

    def range(self, *bounds: int) -> range:
        """Jinja's `range`, of which each number is a step."""
        found = range(*bounds)
        self.step(max(0, (found.stop - found.start) // found.step))
        return found

    def joined(self, parts: Iterable[str]) -> str:
        """What templates, blocks and macros have written."""
        text = "".join(parts)
        if len(text) > LENGTH:
            raise Exceeded(say("the page has more than {n:,} characters", n=LENGTH))
        return text

    def multiplied(self, left: Any, right: Any) -> Any:
        """left * right."""
        for one, times in ((left, right), (right, left)):
            if isinstance(times, int) and isinstance(one, Sized):
                self.step(max(0, len(one) * times))
        if isinstance(left, int) and isinstance(right, int):
            _countable(left.bit_length() + right.bit_length())
        return left * right

    def raised(self, left: Any, right: Any) -> Any:
        """left ** right."""
        if isinstance(left, int) and isinstance(right, int):
            _countable(left.bit_length() * right)
        return left**right

    @property
    def operators(self) -> dict[str, Callable[[Any, Any], Any]]:
        """Those that can make much of little."""
        return {"*": self.multiplied, "**": self.raised}


def _countable(bits: int) -> None:
    if bits > _DIGITS:
        raise Exceeded(say("the page computes a number of more than {n:,} digits", n=_DIGITS * 3 // 10))


class Counted(CodeGenerator):
    """Compiles templates that count their steps."""

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """The body of a template, block, macro, loop or condition."""
        self.writeline("environment.meter.step()")
        super().blockvisit(nodes, frame)


@contextmanager
def bounded() -> Iterator[None]:
    """Hold this process to `MEMORY` more than it has, on Linux; what asks for more gets a `MemoryError`."""
    before = _limit_memory() if sys.platform == "linux" else None
    try:
        yield
    finally:
        if before:
            _set_limit(before)


def _limit_memory() -> tuple[int, int] | None:
    """Set the limit; the one before, or None where there is none to set back."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    try:
        with open("/proc/self/statm", "rb") as file:
            limit = int(file.read().split()[5]) * resource.getpagesize() + MEMORY
    except OSError:
        return None
    if resource.RLIM_INFINITY != soft <= limit:
        return None
    return (soft, hard) if _set_limit((limit, hard)) else None


def _set_limit(limit: tuple[int, int]) -> bool:
    import resource

    try:
        resource.setrlimit(resource.RLIMIT_DATA, limit)
    except (OSError, ValueError):
        return False
    return True
