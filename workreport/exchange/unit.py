"""What is translated: one text of the content, with what a translator should see beside it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A heading or a sentence of a report, or a text that editors type."""

    file: str
    """Where its source stands, below the content folder: source/2023.zh.md, 2023_tasks/04-livelihood.yaml."""
    id: str
    """Within the file: p12s3, or the ids that lead to it (commitments/new-jobs/title); no position in a list."""
    source: str
    """With its markup: `**`, `<sub>`, Markdown."""
    target: str
    """As it stands; "" where there is none yet."""
    line: int
    """Of the file, from 1."""
    loc: Loc
    """In the data of a YAML file, the text; () for a sentence of a report."""
    context: tuple[str, ...] = ()
    """The sentences of the report that it speaks of."""
    terms: tuple[tuple[str, str], ...] = ()
    """Names and terms in it, each with its settled rendering."""
    numbers: tuple[tuple[str, str], ...] = ()
    """Figures in it, each with how the translation may say it; other numerals as they are."""

    @property
    def key(self) -> str:
        """Its id in the whole content."""
        return f"{self.file}#{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A unit as a translator's file has it."""

    key: str
    source: str
    target: str
    line: int
    """Of that file, from 1; the row of a sheet."""
    finished: bool = True
    """False where the file itself says that the translation is not."""
