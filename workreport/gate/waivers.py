"""The gate, checks 3 and 4: a waiver names a run of the source text that stands where it says. Pure."""

from __future__ import annotations

from workreport.content import FigureWaiver, Found, SentenceWaiver, Source
from workreport.diagnostics import Code, Diagnostic
from workreport.gate.context import Loc, Place, Reading

WAIVER_ABSENT = Code("waiver-absent", "The run of a waiver does not stand where the waiver says.")
WAIVER_AMBIGUOUS = Code("waiver-ambiguous", "The run of a waiver stands more than once in its block.")
WAIVER_IDLE = Code("waiver-idle", "A waiver waives nothing.")


def waived(
    reading: Reading, loc: Loc, waiver: FigureWaiver | SentenceWaiver, problems: list[Diagnostic]
) -> tuple[Place, Found | None]:
    """The waiver at `loc`, and where its run stands in its block, or None with the problem collected."""
    place = Place(entry=reading.raw.waivers, loc=loc)
    block_id = waiver.at.partition("s")[0]
    block = reading.source.by_id.get(block_id)
    found = Source.find(waiver.text, (block,)) if block else "absent"
    if isinstance(found, Found):
        return place, found
    if found == "ambiguous":
        message = f"“{waiver.text}” stands more than once in {block_id}"
        problems.append(place.problem(("text",), WAIVER_AMBIGUOUS, message, "lengthen it until it stands only once"))
    else:
        message = f"“{waiver.text}” does not stand in {waiver.at}"
        hint = "copy the run from the source text, or take the waiver out"
        problems.append(place.problem(("text",), WAIVER_ABSENT, message, hint))
    return place, None
