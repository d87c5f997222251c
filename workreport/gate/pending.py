"""The gate, check 3: a section that is not encoded yet exists, and the site allows it. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from workreport.diagnostics import Code, Diagnostic, did_you_mean, say
from workreport.gate.context import Context
from workreport.gate.rule import Rule

PENDING_UNKNOWN = Code("pending-unknown", say("A pending section does not exist."))
PENDING_REFUSED = Code("pending-refused", say("A section is pending where the site allows none."))


def faults(context: Context) -> Iterator[Diagnostic]:
    """Pending sections that do not exist, or that site.yaml does not allow."""
    allowed = context.content.site.value.allow_pending
    for reading in context.readings:
        known = {f"{year}/{entry.value.id}" for year, entry in reading.sections}
        waivers = reading.raw.waivers
        for index, name in enumerate(waivers.value.pending):
            loc = ("pending", index)
            if name not in known:
                hint = did_you_mean(name, known) or say("write year/section-id")
                yield waivers.problem(loc, PENDING_UNKNOWN, say("there is no section {name}", name=name), hint)
            elif not allowed:
                message = say("{name} is pending, and site.yaml says allow_pending: false", name=name)
                hint = say("encode the section and take it off this list")
                yield waivers.problem(loc, PENDING_REFUSED, message, hint)


RULE = Rule(key="pending", check="figures", codes=(PENDING_UNKNOWN, PENDING_REFUSED), faults=faults)
