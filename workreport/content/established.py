"""The English that official texts have settled on: a list that the program ships, for the gate to hold glossaries to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from workreport.content.yaml import parse


@cache
def established() -> Mapping[str, tuple[str, ...]]:
    """By its Chinese, the renderings of a word; the sources stand in the file."""
    raw = (files("workreport.content") / "established.yaml").read_bytes()
    entries = parse("established.yaml", raw).data["renderings"]
    return {entry["zh"]: tuple(entry["en"]) for entry in entries}
