"""A content folder as plants see it: its texts, and the items that its files hold, whatever fields they have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tools.planting.document import Document, Edit
from tools.planting.document import Path as Loc
from workreport.content import load
from workreport.figures import Figure, Units, read

_PART = re.compile(r"(\d{4})_(review|tasks)/.*\.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A metric, commitment, target, section, chart, term … of a file."""

    kind: str
    document: Document
    loc: Loc
    year: str = ""
    quote: str = ""
    """Its own, or for a target that of its commitment."""

    @property
    def data(self) -> dict[str, Any]:
        """Its fields; scalars as text."""
        found: dict[str, Any] = self.document.get(self.loc)
        return found

    def get(self, *names: str | int) -> Any:
        """The value of a field, or None."""
        return self.document.get((*self.loc, *names))

    def text(self, *names: str | int) -> str:
        """A text of its fields, "" where there is none."""
        value = self.get(*names)
        return value if isinstance(value, str) else ""

    def put(self, *names_and_value: Any) -> Edit:
        """Another value of a field: put("title", "zh", "…")."""
        *names, value = names_and_value
        return self.document.put((*self.loc, *names), value)

    def cut(self, *names: str | int) -> Edit:
        """Without a field; without names, without the item."""
        return self.document.cut((*self.loc, *names))

    def before(self, entry: Any) -> Edit:
        """With one more entry in the list that it stands in."""
        return self.document.before(self.loc, entry)


class Folder:
    """Everything of a content folder that a plant may change. Raises `Refusal` where the folder itself is refused."""

    def __init__(self, root: Path) -> None:
        self.root = root
        content = load(root)
        self.units: Units = content.units
        self.cycles = tuple(
            (cycle.id, f"source/{cycle.id}.{content.languages[0]}.md", f"source/{cycle.id}.en.md")
            for cycle in content.cycles
        )
        """Each report: its id, its source text and its English."""
        files = sorted(path for path in root.rglob("*") if path.suffix in (".yaml", ".md") and path.is_file())
        self.texts = {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in files}

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The YAML files by name."""
        return {name: Document(name, text) for name, text in self.texts.items() if name.endswith(".yaml")}

    @cached_property
    def sections(self) -> tuple[Item, ...]:
        """All sections of both parts."""
        found = [(_PART.fullmatch(name), document) for name, document in self.documents.items()]
        return tuple(Item(kind="section", document=d, loc=(), year=part[1]) for part, d in found if part)

    @cached_property
    def metrics(self) -> tuple[Item, ...]:
        """All metrics."""
        return tuple(self._inside("metric", self.sections, "metrics"))

    @cached_property
    def commitments(self) -> tuple[Item, ...]:
        """All commitments."""
        return tuple(self._inside("commitment", self.sections, "commitments"))

    @cached_property
    def targets(self) -> tuple[Item, ...]:
        """All targets."""
        return tuple(self._inside("target", self.commitments, "targets"))

    @cached_property
    def figures(self) -> tuple[Item, ...]:
        """What states a number: metrics and targets."""
        return tuple(item for item in (*self.metrics, *self.targets) if item.get("value") is not None)

    @cached_property
    def charts(self) -> tuple[Item, ...]:
        """All charts."""
        return tuple(self._inside("chart", self.sections, "charts"))

    def listed(self, name: str, field: str) -> tuple[Item, ...]:
        """The entries of a list in one of the other files: ("glossary.yaml", "terms")."""
        document = self.documents.get(name)
        if document is None:
            return ()
        top = Item(kind=name, document=document, loc=())
        return tuple(self._inside(field, (top,), field))

    @staticmethod
    def _inside(kind: str, items: tuple[Item, ...], field: str) -> Iterator[Item]:
        for item in items:
            for at, entry in enumerate(item.get(field) or ()):
                quote = entry.get("quote") or item.quote
                loc = (*item.loc, field, at)
                yield Item(kind=kind, document=item.document, loc=loc, year=item.year, quote=quote)

    def read(self, text: str) -> list[Figure]:
        """The figures of a Chinese text."""
        return read(text, self.units).figures

    def swap(self, one: Item, other: Item, *fields: str) -> tuple[Edit, ...]:
        """Two items with fields of each other; a field that the other lacks goes."""
        edits = []
        for item, donor in ((one, other), (other, one)):
            for field in fields:
                mine, theirs = item.get(field), donor.get(field)
                if mine != theirs:
                    edits.append(item.cut(field) if theirs is None else item.put(field, theirs))
        return tuple(edits)

    def rewrite(self, file: str, old: str, new: str, nth: int = 0) -> Edit:
        """A run of a text file replaced: the one with the number `nth` where it stands more than once."""
        text = self.texts[file]
        at = -1
        for _ in range(nth + 1):
            at = text.index(old, at + 1)
        return self.at(file, at, at + len(old), new)

    def at(self, file: str, start: int, end: int, new: str) -> Edit:
        """A run of a text file replaced, by its offsets."""
        return Edit(file=file, start=start, end=end, text=new, line=self.texts[file].count("\n", 0, start) + 1)


def applied(texts: dict[str, str], edits: tuple[Edit, ...]) -> dict[str, str]:
    """The files that change, as they read then."""
    changed: dict[str, str] = {}
    for edit in sorted(edits, key=lambda edit: (edit.file, edit.start, edit.end), reverse=True):
        text = changed.get(edit.file, texts[edit.file])
        changed[edit.file] = text[: edit.start] + edit.text + text[edit.end :]
    return changed
