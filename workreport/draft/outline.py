"""What a report that came in is made of: its source text, its sections to be, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A section to be."""

    title: str
    """The heading as printed, without its number."""
    first: str
    """The id of its first paragraph, such as p19."""
    last: str
    """The id of its last one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What the text says of the report; None where it does not say. Dates are YYYY-MM-DD."""

    title: str | None = None
    notice: str | None = None
    document_number: str | None = None
    issuer: str | None = None
    speaker: str | None = None
    delivered: str | None = None
    issued: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A report, read: what metrics and commitments are drafted from."""

    year: int
    """The year of its goals; its review speaks of the one before."""
    text: str
    """The source text, exactly as `content/source/YYYY.zh.md` will have it."""
    identity: Identity
    matter: tuple[Stretch, ...] = ()
    """Paragraphs outside every section."""
    review: tuple[Stretch, ...] = ()
    tasks: tuple[Stretch, ...] = ()
    notes: tuple[str, ...] = ()
    """The notes of the report, lifted out of its text."""
    doubts: tuple[str, ...] = ()
    """What the reader of the file was not sure of."""
