"""The words of the site's own frame: a YAML file for each language. Content is in `content/`."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import yaml


def read_words(kind: type) -> Mapping[str, str]:
    """Key, then text, from the file beside the module of a language; `{name}` marks what is filled in."""
    path = Path(inspect.getfile(kind)).with_suffix(".yaml")
    return MappingProxyType(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))
