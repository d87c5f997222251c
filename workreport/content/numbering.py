"""`YYYY.anchors.yaml` as text: written for a new report, and changed line by line where its source text was edited. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from workreport.content.anchoring import anchored, counted, fresh, known_by, text_of
from workreport.content.markup import dense, divide
from workreport.content.schema.anchors import Anchor, Anchors

_HEAD = """\
# yaml-language-server: $schema=../schema/anchors.json
# Which paragraph and which heading has which number, known by how it begins and ends: links lead to them. Written and
# extended by `python3 build.py record`.
blocks:
"""
_LINE = re.compile(r"\s*- \{id: ([ph][0-9]+), ")


def numbered(text: str) -> str:
    """The file of a source text whose blocks are counted."""
    blocks, _ = divide("", text)
    ids, texts = counted(blocks), [text_of(block) for block in blocks]
    return _HEAD + "".join(_line(name, *known_by(texts, at)) for at, name in enumerate(ids))


def renumbered(old: str, anchors: Anchors, text: str) -> str:
    """The file once its source text was edited: new blocks get the next free numbers, what is gone is retired, and what
    begins or ends in another way is written so. Only where nothing is unclear.
    """
    blocks, _ = divide("", text)
    found, texts = anchored(blocks, anchors), [text_of(block) for block in blocks]
    known = {anchor.id: anchor for anchor in anchors.blocks}
    lines, taken, before = old.splitlines(keepends=True), list[str](), ""
    for at, name in enumerate(found.ids):
        if name is None:
            name = fresh("h" if blocks[at].level else "p", anchors, taken)
            taken.append(name)
            lines.insert(_place(lines, before), _line(name, *known_by(texts, at)))
        elif not _holds(known[name], texts[at]):
            lines[_place(lines, name) - 1] = _line(name, *known_by(texts, at))
        before = name
    for name in found.gone:
        del lines[_place(lines, name) - 1]
    made = "".join(lines)
    return _retired(made, found.gone) if found.gone else made


def _holds(anchor: Anchor, text: str) -> bool:
    return text.startswith(dense(anchor.begins)) and text.endswith(dense(anchor.ends))


def _line(name: str, begins: str, ends: str) -> str:
    said = (json.dumps(text, ensure_ascii=False) for text in (begins, ends))
    return "  - {{id: {}, begins: {}, ends: {}}}\n".format(name, *said)


def _place(lines: Sequence[str], name: str) -> int:
    """Behind the line of a number; behind that of the list for none."""
    for at, line in enumerate(lines):
        match = _LINE.match(line)
        if (match and match[1] == name) or (not name and line.startswith("blocks:")):
            return at + 1
    raise ValueError(name)


def _retired(text: str, names: Sequence[str]) -> str:
    match = re.search(r"(?m)^retired: \[(.*)\]", text)
    if match:
        own = ", ".join([*filter(None, [match[1].strip()]), *names])
        return f"{text[: match.start()]}retired: [{own}]{text[match.end() :]}"
    return f"{text.rstrip()}\nretired: [{', '.join(names)}]\n"
