"""A run of characters of a text: what sentences, quotes, marked figures and names have in common. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Bounded(Protocol):
    """Whatever begins and ends in a text, as a run does and a figure."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """A half-open run of characters; what is found in a text is a run that also says what it is."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of the run."""
        return text[self.start : self.end]

    def holds(self, other: Bounded) -> bool:
        """Whether `other` lies in this run."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Bounded) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end
