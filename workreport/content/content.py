"""The content as it was read: each file's value, and where in the file it stands. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from workreport.content import schema
from workreport.content.yaml import Document
from workreport.diagnostics import NOTHING, Code, Diagnostic, Message
from workreport.figures import Units

if TYPE_CHECKING:
    from pydantic import BaseModel

    from workreport.content.versions import Kept

M = TypeVar("M", bound="BaseModel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Generic[M]):
    """A content file: what it says, and where in it each value stands."""

    document: Document
    value: M

    def at(self, *loc: str | int, key: bool = False) -> tuple[str, int, int]:
        """(path, line, column) of the value at `loc`, for a `Diagnostic`."""
        return (self.document.path, *self.document.locate(loc, key=key))

    def problem(self, loc: Sequence[str | int], code: Code, message: Message, hint: Message = NOTHING) -> Diagnostic:
        """A diagnostic about the value at `loc`."""
        return self.document.problem(loc, code, message, hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFile:
    """A text file of `content/source/`."""

    path: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Original(TextFile):
    """A report as it was received."""

    digest: str
    """SHA-256, of lines that end as on Unix."""
    digests: frozenset[str]
    """That, and that of the same lines as Windows ends them: what carries files about changes the ends of lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawCycle:
    """One report with its two parts, as loaded."""

    id: str
    """What its files in `content/source/` are named by, such as 2023."""
    outcome_year: int
    """The year that its review looks back on."""
    goal_year: int
    """The year that its tasks are for."""
    report: Entry[schema.Report]
    waivers: Entry[schema.Waivers]
    source: TextFile
    anchors: Entry[schema.Anchors] | None
    """Which block of it has which number; None where they are counted."""
    original: Original | None
    """None where none is kept."""
    translations: Mapping[str, TextFile]
    """By language."""
    review: tuple[Entry[schema.ReviewSection], ...]
    tasks: tuple[Entry[schema.TasksSection], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All that `content/` says."""

    site: Entry[schema.Site]
    units: Units
    permalinks: Entry[schema.Permalinks]
    measures: Entry[schema.Measures] | None
    glossary: Entry[schema.Glossary] | None
    places: Entry[schema.Places] | None
    search: Entry[schema.Search] | None
    corrections: Entry[schema.Corrections] | None
    established: Mapping[str, tuple[str, ...]]
    """The English that official texts have settled on, by its Chinese: the program's own list."""
    pictures: Mapping[str, bytes]
    """Those that `looks` of site.yaml names, by name."""
    cycles: tuple[RawCycle, ...]
    versions: tuple[Kept, ...]
    """The former versions that are kept, the oldest first."""
    digest: str
    """SHA-256 of all files with their names, but for `versions`: what the site was made from."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Of the site: that of the source text first."""
        return self.site.value.languages
