"""A translator's file that is not what its name says. Pure."""

from __future__ import annotations

from workreport.diagnostics import Message


class Broken(Exception):
    """What is wrong with it, and in which line (0: in none)."""

    def __init__(self, message: Message, line: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
