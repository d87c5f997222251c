"""Which pages are looked at: one of every type, in each form that such pages take, by the registry and not by name.

Where there are many, the longest is taken.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests import LANGUAGES
from tools.weigh import made
from workreport.pages import Page

HEAVY = ("compare", "report", "sitemap")
"""Page types that list everything, and so may be long."""


@dataclass(frozen=True, slots=True)
class Specimen:
    """A page of a type in a language. `path` is below the site's root."""

    kind: str
    """The type's key, and the form: metric-compared."""
    lang: str
    path: str

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.lang}"


def specimens_of(site: Path) -> tuple[Specimen, ...]:
    """One page of every type and form that the built site has, the same page in every language."""
    pages = {(page.path, page.lang): page for page in made()}
    longest: dict[str, Page] = {}
    for page in pages.values():
        kind = _kind(page)
        if page.lang == LANGUAGES[0] and (kind not in longest or _size(site, page) > _size(site, longest[kind])):
            longest[kind] = page
    found = [(kind, pages[page.path, lang]) for kind, page in longest.items() for lang in LANGUAGES]
    return tuple(Specimen(kind, page.lang, page.output) for kind, page in found)


def _kind(page: Page) -> str:
    form = page.type.variant(page.context)
    return f"{page.type.key}-{form}" if form else page.type.key


def _size(site: Path, page: Page) -> tuple[int, str]:
    return len((site / page.output).read_text(encoding="utf-8")), page.path


def read(site: Path, name: str) -> list[dict[str, Any]]:
    """A file of the open data."""
    rows: list[dict[str, Any]] = json.loads((site / f"data/{name}.json").read_text(encoding="utf-8"))
    assert rows, f"data/{name}.json is empty"
    return rows
