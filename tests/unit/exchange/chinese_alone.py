"""The mini content in Chinese alone, with its layout: as a place has it before anything is translated."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.mini import CONTENT


def chinese_alone(folder: Path) -> Path:
    """A content folder without English; site.yaml lists Chinese alone."""
    shutil.copytree(CONTENT, folder)
    for path in folder.glob("source/*.en.md"):
        path.unlink()
    (folder / "search.yaml").unlink()  # it leads from words to the English of the report
    for path in folder.rglob("*.yaml"):
        if path.name == "units.yaml":
            continue  # what units are called is the editor's to say
        text = path.read_bytes().decode()
        for start, end in sorted(_english(text, yaml.compose(text, Loader=yaml.SafeLoader)), reverse=True):
            text = text[:start] + text[end:]
        if path.name == "site.yaml":
            text = f"languages: [zh]\n{text}"
        path.write_bytes(text.encode())
    return folder


def _english(text: str, node: Any) -> Iterator[tuple[int, int]]:
    """Where the English of each text stands, with what divides it from the Chinese."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _english(text, item)
    elif isinstance(node, yaml.MappingNode):
        fields = {key.value: (key, value) for key, value in node.value}
        if {"zh", "en"} <= fields.keys():
            start, end = fields["zh"][1].end_mark.index, fields["en"][1].end_mark.index
            yield start, end
        for _, value in node.value:
            yield from _english(text, value)
