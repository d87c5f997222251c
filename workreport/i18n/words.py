"""The words of the site's own frame: a YAML file for each language beside this module. Content is in `content/`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import yaml


def read_words(code: str) -> Mapping[str, str]:
    """Key, then text, in the language `code`; `{name}` marks what is filled in."""
    text = Path(__file__).with_name(f"{code}.yaml").read_bytes()
    return MappingProxyType(yaml.load(text, Loader=yaml.CSafeLoader))
