"""The gate, checks 3 and 4: a waiver names a run of the source text that stands where it says. Pure."""

from __future__ import annotations

from typing import Literal

from workreport.content import FigureWaiver, Found, SentenceWaiver, Source
from workreport.diagnostics import Code, Diagnostic, say
from workreport.gate.context import Loc, Place, Reading
from workreport.gate.nearest import nearest
from workreport.gate.verified import Waived

WAIVER_ABSENT = Code("waiver-absent", say("The run of a waiver does not stand where the waiver says."))
WAIVER_AMBIGUOUS = Code("waiver-ambiguous", say("The run of a waiver stands more than once in its block."))
WAIVER_IDLE = Code("waiver-idle", say("A waiver waives nothing."))


def waivers_of(reading: Reading) -> tuple[Waived, ...]:
    """The waivers of a report in which no rule found a problem, in the order of its text."""
    stated = reading.raw.waivers.value
    made = [_made(reading, "figure", waiver) for waiver in stated.figures]
    made += [_made(reading, "sentence", waiver) for waiver in stated.sentences]
    places = {block.id: number for number, block in enumerate(reading.source.blocks)}
    return tuple(sorted(made, key=lambda own: (places[own.found.block.id], own.found.start, own.kind)))


def _made(reading: Reading, kind: Literal["figure", "sentence"], waiver: FigureWaiver | SentenceWaiver) -> Waived:
    block = reading.source.by_id[waiver.at.partition("s")[0]]
    found = Source.find(waiver.text, (block,))
    assert isinstance(found, Found)  # the rules of coverage have refused any other
    sentence = block.id if block.level else block.sentence_at(found.start).id
    return Waived(kind=kind, found=found, sentence=sentence, reason=waiver.reason, draft=waiver.draft)


def waived(
    reading: Reading, loc: Loc, waiver: FigureWaiver | SentenceWaiver, problems: list[Diagnostic]
) -> tuple[Place, Found | None]:
    """The waiver at `loc`, and where its run stands in its block; where it does not, the problem is collected, and what
    it most likely copies stands in its place.
    """
    place = Place(entry=reading.raw.waivers, loc=loc)
    block_id = waiver.at.partition("s")[0]
    block = reading.source.by_id.get(block_id)
    found = Source.find(waiver.text, (block,)) if block else "absent"
    if isinstance(found, Found):
        return place, found
    near = None
    if found == "ambiguous":
        message = say("“{run}” stands more than once in {block}", run=waiver.text, block=block_id)
        hint = say("lengthen it until it stands only once")
        problems.append(place.problem(("text",), WAIVER_AMBIGUOUS, message, hint))
    else:
        message = say("“{run}” does not stand in {at}", run=waiver.text, at=waiver.at)
        hint = say("copy it from the source text, or take it out")
        near = nearest(waiver.text, (block,)) if block else None
        if near:
            hint = say("did you mean “{near}”?", near=near.of(near.block.text))
        problems.append(place.problem(("text",), WAIVER_ABSENT, message, hint))
    return place, near
