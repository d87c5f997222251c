"""What a problem is called. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from workreport.diagnostics.message import Message


@dataclass(frozen=True, slots=True, order=True)
class Code:
    """The name of one kind of problem, and what it means in a sentence.

    Each is a constant beside the rule that raises it, so that a misspelt one does not run.
    """

    name: str
    meaning: Message = field(compare=False, repr=False)

    def __str__(self) -> str:
        return self.name
