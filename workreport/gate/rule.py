"""What a rule of the gate is. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from workreport.diagnostics import Code, Diagnostic
from workreport.gate.context import Context

CheckKey = Literal[
    "quote", "double_entry", "figures", "promises", "languages", "comparisons", "permalinks", "own_words", "links"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: a module of this package, which says in its docstring what must hold."""

    key: str
    """The name of its module."""
    check: CheckKey | None
    """The check of the about page that it is part of; None where it is none of whether the site is true."""
    codes: tuple[Code, ...]
    faults: Callable[[Context], Iterable[Diagnostic]]
