"""The gate, check 1: every paragraph belongs to one section, or to the matter before and after the report. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from workreport.content import schema
from workreport.diagnostics import Code, Diagnostic, say
from workreport.gate.context import Context, Place, Reading
from workreport.gate.rule import Rule

SECTION_RANGE = Code("section-range", say("The paragraphs of a section do not exist."))
SECTION_OVERLAP = Code("section-overlap", say("A paragraph belongs to two sections."))
PARAGRAPH_UNCLAIMED = Code("paragraph-unclaimed", say("A paragraph belongs to no section."))


def faults(context: Context) -> Iterator[Diagnostic]:
    """Ranges that do not exist or overlap, and paragraphs in none."""
    for reading in context.readings:
        source = reading.source
        owner: dict[str, str] = {}
        for place, span, name in _claims(reading):
            blocks = source.between(span.first, span.last)
            if not blocks:
                ends = {"first": span.first, "last": span.last}
                message = say("the source text has no paragraphs from {first} to {last}", **ends)
                paragraphs = source.paragraphs
                hint = say(
                    "its paragraphs are {first} to {last}",
                    first=paragraphs[0].id if paragraphs else "p1",
                    last=paragraphs[-1].id if paragraphs else "p0",
                )
                yield place.problem((), SECTION_RANGE, message, hint)
            taken = next((block.id for block in blocks if block.id in owner), None)
            if taken:
                message = say("{block} belongs to {owner} already", block=taken, owner=owner[taken])
                yield place.problem((), SECTION_OVERLAP, message, say("a paragraph belongs to one section"))
            for block in blocks:
                if block.id == taken:
                    break
                owner[block.id] = name
        for block in source.paragraphs:
            if block.id not in owner:
                yield Diagnostic(
                    path=source.path,
                    line=block.line,
                    column=1,
                    code=PARAGRAPH_UNCLAIMED,
                    message=say("{block} belongs to no section", block=block.id),
                    hint=say("widen the `paragraphs` of a section, or `matter` in the report file"),
                )


def _claims(reading: Reading) -> Iterator[tuple[Place, schema.Range, str]]:
    """What claims paragraphs: where it is written, the range, and its name."""
    for _, section in reading.sections:
        yield Place(entry=section, loc=("paragraphs",)), section.value.paragraphs, section.value.id
    report = reading.raw.report
    for index, span in enumerate(report.value.matter):
        yield Place(entry=report, loc=("matter", index)), span, say("the matter around the report")


RULE = Rule(key="sections", check="quote", codes=(SECTION_RANGE, SECTION_OVERLAP, PARAGRAPH_UNCLAIMED), faults=faults)
