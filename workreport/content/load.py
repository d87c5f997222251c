"""The left edge: reads `content/` and returns it as values. Nothing else reads content from disk.

What may stand where is fixed (DESIGN: folders); every problem of every file is collected before one
`Refusal` is raised.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from workreport.content import schema
from workreport.content.files import FILE_NAME, FILE_SIZE, FILE_UNREADABLE, faults, is_left
from workreport.content.messages import explain
from workreport.content.yaml import FORBIDDEN, Document, parse, unwanted_character
from workreport.diagnostics import Code, Diagnostic, Refusal, did_you_mean

if TYPE_CHECKING:
    from pydantic import BaseModel

FILE_MISSING = Code("file-missing", "A file or folder that the build needs is not there.")
TEXT_ENCODING = Code("text-encoding", "A text file is not plain UTF-8.")
CYCLE_INCOMPLETE = Code("cycle-incomplete", "A report lacks its review or its tasks.")

M = TypeVar("M", bound="BaseModel")

SECTION_LIMIT = 1 << 20
"""Bytes that one content file may have."""
_FOLDER = re.compile(r"([0-9]{4})_(review|tasks)")
_TOP = ("corrections.yaml", "glossary.yaml", "permalinks.yaml", "places.yaml", "site.yaml", "units.yaml")


class Entry(NamedTuple, Generic[M]):
    """A content file: what it says, and where in it each value stands."""

    document: Document
    value: M

    def at(self, *loc: str | int, key: bool = False) -> tuple[str, int, int]:
        """(path, line, column) of the value at `loc`, for a `Diagnostic`."""
        return (self.document.path, *self.document.locate(loc, key=key))

    def problem(self, loc: Sequence[str | int], code: Code, message: str, hint: str = "") -> Diagnostic:
        """A diagnostic about the value at `loc`."""
        return self.document.problem(loc, code, message, hint)


class TextFile(NamedTuple):
    """A text file of `content/source/`."""

    path: str
    text: str


class RawCycle(NamedTuple):
    """One report with its two parts, as loaded: the tasks of `year` and the review of the year before."""

    year: int
    report: Entry[schema.Report]
    waivers: Entry[schema.Waivers]
    zh: TextFile
    en: TextFile
    review: tuple[Entry[schema.ReviewSection], ...]
    tasks: tuple[Entry[schema.TasksSection], ...]


class Content(NamedTuple):
    """All that `content/` says."""

    site: Entry[schema.Site]
    units: Entry[schema.UnitTable]
    permalinks: Entry[schema.Permalinks]
    glossary: Entry[schema.Glossary] | None
    places: Entry[schema.Places] | None
    corrections: Entry[schema.Corrections] | None
    cycles: tuple[RawCycle, ...]
    digest: str
    """SHA-256 of all files with their names: what the site was made from."""


class _Loader:
    """Collects the problems of all files; a file that is broken yields None and the rest goes on."""

    def __init__(self, root: Path, shown: str) -> None:
        self.root = root
        self.shown = shown
        self.digests: dict[str, str] = {}
        self.strange = faults(root, shown)
        """Links, devices and names of no good, by path; they are reported once and not looked at again."""
        self.problems: list[Diagnostic] = list(self.strange.values())

    def is_strange(self, name: str) -> bool:
        """Whether a file or folder, or a folder above it, has been reported as strange."""
        return any(part in self.strange for part in (name, *(name[: at.start()] for at in re.finditer("/", name))))

    def report(self, name: str, code: Code, message: str, hint: str = "") -> None:
        path = self.shown if name in ("", ".") else f"{self.shown}/{name}"
        self.problems.append(Diagnostic(path=path, code=code, message=message, hint=hint))

    def read(self, name: str, *, why: str) -> bytes | None:
        """The bytes of a content file, or None with the reason collected."""
        path = self.root / name
        if self.is_strange(name):
            return None
        try:
            if not path.is_file():
                self.report(name, FILE_MISSING, "this file is missing", why)
                return None
            if path.stat().st_size > SECTION_LIMIT:
                self.report(name, FILE_SIZE, "this file is larger than 1 MiB", "divide it into several files")
                return None
            raw = path.read_bytes()
        except OSError as error:
            self.report(name, FILE_UNREADABLE, f"this file cannot be read: {error.strerror}")
            return None
        # Some checkouts have other line ends; the content is the same.
        self.digests[name] = sha256(raw.replace(b"\r\n", b"\n")).hexdigest()
        return raw

    def digest(self) -> str:
        """One digest of all that was read."""
        return sha256("".join(f"{d}  {name}\n" for name, d in sorted(self.digests.items())).encode()).hexdigest()

    def text(self, name: str, *, why: str) -> TextFile | None:
        raw = self.read(name, why=why)
        if raw is None:
            return None
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
            self.problems.append(
                Diagnostic(
                    path=f"{self.shown}/{name}",
                    line=line,
                    column=column,
                    code=TEXT_ENCODING,
                    message="this file is not UTF-8 text",
                    hint="save it as UTF-8 without a byte-order mark",
                )
            )
            return None
        if text.startswith("\ufeff"):
            self.problems.append(
                Diagnostic(
                    path=f"{self.shown}/{name}",
                    line=1,
                    column=1,
                    code=TEXT_ENCODING,
                    message="this file begins with a byte-order mark",
                    hint="save it as UTF-8 without a byte-order mark",
                )
            )
            return None
        text = text.replace("\r\n", "\n")
        unwanted = FORBIDDEN.search(text)
        if unwanted:
            before = text[: unwanted.start()]
            line, column = before.count("\n") + 1, unwanted.start() - before.rfind("\n")
            message, hint = unwanted_character(unwanted[0])
            self.problems.append(
                Diagnostic(
                    path=f"{self.shown}/{name}",
                    line=line,
                    column=column,
                    code=TEXT_ENCODING,
                    message=message,
                    hint=hint,
                )
            )
            return None
        return TextFile(f"{self.shown}/{name}", text)

    def yaml(self, name: str, kind: type[M], *, why: str) -> Entry[M] | None:
        """One YAML file as its model, or None with its problems collected."""
        raw = self.read(name, why=why)
        if raw is None:
            return None
        try:
            document = parse(f"{self.shown}/{name}", raw)
        except Refusal as refusal:
            self.problems += refusal.diagnostics
            return None
        from pydantic import ValidationError

        try:
            return Entry(document, kind.model_validate(document.data))
        except ValidationError as error:
            self.problems += explain(document, error, kind)
            return None

    def optional(self, name: str, kind: type[M]) -> Entry[M] | None:
        """One YAML file that a content folder may do without."""
        return self.yaml(name, kind, why="") if (self.root / name).exists() else None

    def folder(self, name: str) -> list[str]:
        """The names in a folder of content, sorted, without what editors leave."""
        path = self.root / name
        if self.is_strange(name):
            return []
        if not path.is_dir():
            self.report(name, FILE_MISSING, "this folder is missing", "see docs/content.md for what stands where")
            return []
        return sorted(p.name for p in path.iterdir() if not is_left(p.name))

    def sections(self, folder: str, kind: type[M]) -> tuple[Entry[M], ...]:
        entries = []
        for name in self.folder(folder):
            if self.is_strange(f"{folder}/{name}"):
                continue
            if not re.fullmatch(r"[a-z0-9][a-z0-9._-]*\.yaml", name):
                self.report(
                    f"{folder}/{name}",
                    FILE_NAME,
                    "this is not a section file",
                    "name it like 04-livelihood.yaml: lower-case letters, digits, hyphens, then .yaml",
                )
                continue
            entry = self.yaml(f"{folder}/{name}", kind, why="")
            if entry is not None:
                entries.append(entry)
        return tuple(entries)


def load(root: Path, shown: str | None = None) -> Content:
    """All of `content/`. `shown` is how diagnostics name the folder (as the user typed it).

    Raises `Refusal` with every problem of every file: missing, unreadable, not YAML, not the model.
    """
    shown = (shown or root.as_posix()).rstrip("/")
    loader = _Loader(root, shown)
    years: dict[str, set[int]] = {"review": set(), "tasks": set()}
    for name in loader.folder("."):
        folder = _FOLDER.fullmatch(name)
        if folder:
            years[folder[2]].add(int(folder[1]))
        elif name not in (*_TOP, "source", "schema") and not loader.is_strange(name):
            hint = did_you_mean(name, (*_TOP, "source", "schema")) or "section folders are named like 2022_review"
            loader.report(name, FILE_NAME, "nothing of this name belongs in the content folder", hint)
    site = loader.yaml("site.yaml", schema.Site, why="it holds the site's name and topics")
    units = loader.yaml("units.yaml", schema.UnitTable, why="it holds the units that figures are read with")
    permalinks = loader.yaml("permalinks.yaml", schema.Permalinks, why="it holds every id ever published")
    glossary = loader.optional("glossary.yaml", schema.Glossary)
    places = loader.optional("places.yaml", schema.Places)
    corrections = loader.optional("corrections.yaml", schema.Corrections)
    cycles = [_cycle(loader, year, years) for year in sorted(years["tasks"])]
    for year in sorted(years["review"]):
        if year + 1 not in years["tasks"]:
            loader.report(
                f"{year}_review",
                CYCLE_INCOMPLETE,
                f"there is no {year + 1}_tasks folder for this review",
                f"a report has two parts: {year}_review and {year + 1}_tasks",
            )
    if not years["tasks"] and not years["review"]:
        loader.report(
            "",
            CYCLE_INCOMPLETE,
            "there is no report: no YYYY_review and no YYYY_tasks folder",
            "add 2022_review and 2023_tasks, or name another folder with --content",
        )
    whole = [cycle for cycle in cycles if cycle is not None]
    if loader.problems:
        raise Refusal(loader.problems)
    assert site is not None
    assert units is not None
    assert permalinks is not None
    return Content(site, units, permalinks, glossary, places, corrections, tuple(whole), loader.digest())


def _cycle(loader: _Loader, year: int, years: dict[str, set[int]]) -> RawCycle | None:
    if year - 1 not in years["review"]:
        loader.report(
            f"{year}_tasks",
            CYCLE_INCOMPLETE,
            f"there is no {year - 1}_review folder for these tasks",
            f"a report has two parts: {year - 1}_review and {year}_tasks",
        )
        return None
    parts = (
        loader.yaml(f"source/{year}.report.yaml", schema.Report, why="it holds the report's title and dates"),
        loader.yaml(f"source/{year}.waivers.yaml", schema.Waivers, why="it accounts for numerals that are no figures"),
        loader.text(f"source/{year}.zh.md", why="it is the report itself, in Chinese"),
        loader.text(f"source/{year}.en.md", why="it is the unofficial English translation, paragraph by paragraph"),
    )
    review = loader.sections(f"{year - 1}_review", schema.ReviewSection)
    tasks = loader.sections(f"{year}_tasks", schema.TasksSection)
    report, waivers, zh, en = parts
    if report is None or waivers is None or zh is None or en is None:
        return None
    return RawCycle(year, report, waivers, zh, en, review, tasks)
