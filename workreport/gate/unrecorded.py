"""What permalinks.yaml lacks of the addresses that the content makes. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workreport.content import Content
from workreport.diagnostics import Diagnostic
from workreport.gate.gather import gather
from workreport.gate.permalink_words import PERMALINK_WORDS
from workreport.gate.permalinks import PERMALINK_UNRECORDED
from workreport.gate.rules import RULES


@dataclass(frozen=True, slots=True, kw_only=True)
class Unrecorded:
    """The lines that are to be written, and whatever else is wrong with the content."""

    added: Sequence[tuple[str, str]]
    """(list, line) of new entries: permalinks or addresses."""
    replaced: Sequence[tuple[int, str]]
    """(number, line) of entries that were never published and now share their sentence."""
    others: Sequence[Diagnostic]


def unrecorded(content: Content) -> Unrecorded:
    """What a person would paste as the hints of the gate say."""
    context = gather(content)
    added: dict[str, tuple[str, str]] = {}
    replaced: list[tuple[int, str]] = []
    others: list[Diagnostic] = []
    for problem in sorted({fault for rule in RULES for fault in rule.faults(context)}):
        line = str(problem.hint.values.get("line", "")).lstrip("\n")
        if problem.code is PERMALINK_UNRECORDED:
            added[line] = (str(problem.hint.values["field"]), line)
        elif problem.code is PERMALINK_WORDS and line:
            replaced.append((problem.line, line))
        else:
            others.append(problem)
    return Unrecorded(added=[*added.values()], replaced=replaced, others=others)
