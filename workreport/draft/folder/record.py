"""A draft as values that can be mended, and as the files of a content folder. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from workreport.content import numbered
from workreport.draft.drafted import Tree
from workreport.draft.folder.written import entry, fields, inline, item
from workreport.draft.ids import id_of
from workreport.draft.outline import Outline, Stretch

Part = Literal["review", "tasks"]
_YEAR = re.compile("20[0-9]{2}年(?:[和的、])?")
_PROMISES = {"review": "metrics", "tasks": "commitments"}


@dataclass(slots=True, kw_only=True)
class Section:
    """A section in the making."""

    part: Part
    id: str
    title: str
    stretch: Stretch
    items: list[Tree]


@dataclass(slots=True, kw_only=True)
class Record:
    """Everything that a draft writes of one report. What the gate refuses is taken out of it, piece by piece."""

    outline: Outline
    original: str
    notes: Sequence[str] = ()
    """Lines of the file that were lifted out, as Markdown."""
    sections: list[Section]
    figures: list[Tree]
    """Figure waivers."""
    sentences: list[Tree]
    places: list[Tree]
    terms: list[Tree]
    measures: list[Tree] = field(default_factory=list)
    permalinks: list[str] = field(default_factory=list)
    """Entries, each a line."""
    addresses: list[str] = field(default_factory=list)

    @property
    def folders(self) -> dict[Part, str]:
        """The folder of each part."""
        return {"review": f"{self.outline.year - 1}_review", "tasks": f"{self.outline.year}_tasks"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file to be, and which of its lines are whose."""

    path: str
    text: str
    lines: tuple[tuple[int, int, str, int], ...] = ()
    """First and last line, the list that the lines are an entry of, and its number there."""
    section: int = -1


def sections_of(outline: Outline, review: Sequence[Sequence[Tree]], tasks: Sequence[Sequence[Tree]]) -> list[Section]:
    """The sections of both parts with their items; ids are unique in the report."""
    taken: set[str] = set()
    found: list[Section] = []
    parts: tuple[tuple[Part, Sequence[Stretch], Sequence[Sequence[Tree]]], ...] = (
        ("review", outline.review, review),
        ("tasks", outline.tasks, tasks),
    )
    for part, stretches, items in parts:
        for number, stretch in enumerate(stretches):
            name = id_of(_YEAR.sub("", stretch.title) or stretch.title, taken)
            taken.add(name)
            own = list(items[number]) if number < len(items) else []
            found.append(Section(part=part, id=name, title=stretch.title, stretch=stretch, items=own))
    return found


def files(record: Record) -> Iterator[Written]:
    """The files of the report; those that a folder has once (places, permalinks) are for whoever writes it."""
    year = record.outline.year
    numbers = {"review": 0, "tasks": 0}
    for index, section in enumerate(record.sections):
        numbers[section.part] += 1
        name = f"{record.folders[section.part]}/{numbers[section.part]:02}-{section.id}.yaml"
        yield _section(name, section, index)
    yield Written(path=f"source/{year}.zh.md", text=record.outline.text)
    yield Written(path=f"source/{year}.anchors.yaml", text=numbered(record.outline.text))
    yield Written(path=f"source/{year}.original.md", text=record.original)
    yield Written(path=f"source/{year}.report.yaml", text=_report(record))
    yield _waivers(f"source/{year}.waivers.yaml", record)
    if record.notes:
        yield Written(path=f"source/{year}.lifted.md", text="\n\n".join(record.notes) + "\n")


def _section(path: str, section: Section, index: int) -> Written:
    head: Tree = {
        "id": section.id,
        "title": {"zh": section.title},
        "paragraphs": {"first": section.stretch.first, "last": section.stretch.last},
        "draft": True,
    }
    text = fields(head)
    lines: list[tuple[int, int, str, int]] = []
    if section.items:
        text += f"{_PROMISES[section.part]}:\n"
    for number, one in enumerate(section.items):
        own = item(one) if number == 0 else f"\n{item(one)}"
        first = text.count("\n") + 1
        text += own
        lines.append((first, text.count("\n"), "items", number))
    return Written(path=path, text=text, lines=tuple(lines), section=index)


def _report(record: Record) -> str:
    said = record.outline.identity
    texts = {"title": said.title, "notice": said.notice, "issuer": said.issuer, "speaker": said.speaker}
    tree = {
        **{key: {"zh": texts[key]} for key in ("title", "notice") if texts[key]},
        **({"document_number": said.document_number} if said.document_number else {}),
        **{key: {"zh": texts[key]} for key in ("issuer", "speaker") if texts[key]},
        **({"delivered": said.delivered} if said.delivered else {}),
        **({"issued": said.issued} if said.issued else {}),
        "original": {"sha256": sha256(record.original.encode()).hexdigest()},
        "draft": True,
    }
    text = fields(tree)
    if record.outline.matter:
        text += "matter:\n"
        text += "".join(entry({"first": span.first, "last": span.last}) for span in record.outline.matter)
    return text


def _waivers(path: str, record: Record) -> Written:
    text, lines = "", []
    for key in ("figures", "sentences"):
        entries: list[Tree] = getattr(record, key)
        text += f"{key}:\n" if entries else f"{key}: []\n"
        for number, one in enumerate(entries):
            text += f"  - {inline(one)}\n"
            at = text.count("\n")
            lines.append((at, at, key, number))
    return Written(path=path, text=text, lines=tuple(lines))
