"""What a program wrote and nobody has read yet: counted, and refused in a release. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from workreport.content import Content, Entry, schema
from workreport.diagnostics import Code, Diagnostic, Message, listed, say
from workreport.gate.context import Loc
from workreport.gate.languages import files

RELEASE_DRAFT = Code("release-draft", say("A release has drafts that nobody has read."))

_KINDS: Mapping[type[schema.Model], str] = {
    schema.Metric: "metrics",
    schema.Commitment: "commitments",
    schema.Target: "targets",
    schema.FigureWaiver: "waivers",
    schema.SentenceWaiver: "waivers",
    schema.ReviewSection: "sections",
    schema.TasksSection: "sections",
    schema.Place: "places",
    schema.Term: "terms",
    schema.Report: "reports",
}
KINDS = ("metrics", "commitments", "targets", "waivers", "undecided", "sections", "places", "terms", "reports")
"""In the order in which they are counted; `undecided` are the waivers whose reason a program could not tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A thing that is marked, where it is, and of which kind it is."""

    entry: Entry[Any]
    loc: Loc
    kind: str


def drafts(content: Content) -> Iterator[Draft]:
    """Every draft of every file, in the order of the files."""
    for entry in files(content):
        yield from _drafts(entry, entry.value, ())


def _drafts(entry: Entry[Any], value: object, loc: Loc) -> Iterator[Draft]:
    if isinstance(value, schema.Model):
        if getattr(value, "draft", False):
            kind = "undecided" if getattr(value, "reason", "") == "undecided" else _KINDS[type(value)]
            yield Draft(entry=entry, loc=loc, kind=kind)
        for field in type(value).model_fields:
            yield from _drafts(entry, getattr(value, field), (*loc, field))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _drafts(entry, item, (*loc, index))


def counted(content: Content) -> Mapping[str, int]:
    """How many there are of each kind that there is."""
    found = Counter(draft.kind for draft in drafts(content))
    return {kind: found[kind] for kind in KINDS if found[kind]}


def named(counts: Mapping[str, int]) -> Message:
    """Such counts in words."""
    known = {
        "metrics": say("{n} metrics", n=counts.get("metrics")),
        "commitments": say("{n} commitments", n=counts.get("commitments")),
        "targets": say("{n} targets", n=counts.get("targets")),
        "waivers": say("{n} waivers", n=counts.get("waivers")),
        "undecided": say("{n} undecided", n=counts.get("undecided")),
        "sections": say("{n} sections", n=counts.get("sections")),
        "places": say("{n} places", n=counts.get("places")),
        "terms": say("{n} terms", n=counts.get("terms")),
        "reports": say("{n} report files", n=counts.get("reports")),
    }
    return listed(known[kind] for kind in KINDS if kind in counts)


def draft_faults(content: Content) -> Iterator[Diagnostic]:
    """One for each file that has drafts: an error for each of them would bury all others."""
    by_file: dict[str, list[Draft]] = {}
    for draft in drafts(content):
        by_file.setdefault(draft.entry.document.path, []).append(draft)
    for found in by_file.values():
        first, counts = found[0], Counter(draft.kind for draft in found)
        message = say("drafts that nobody has read: {kinds}", kinds=named(counts))
        hint = say("read each against its sentence, then take its line draft: true out; the first is here")
        yield first.entry.problem((*first.loc, "draft"), RELEASE_DRAFT, message, hint)
