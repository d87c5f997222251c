"""Which pages are looked at: the fullest and the emptiest of every type and form, by the registry and never by name.

The fullest page is the longest, with all that such a page can have; the emptiest is the shortest, with what all have.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from tests import LANGUAGES, ROOT
from tools.weigh import made
from workreport.pages import Page, PageType

_LONG = 48 * 1024
"""Bytes of HTML from which on a page takes seconds to be checked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Specimen:
    """A page of a type in a language. `path` is below the site's root; of a page of the mini site, beside it."""

    type: PageType[Any]
    kind: str
    """The type's key, and the form: metric-compared."""
    end: Literal["fullest", "emptiest"]
    lang: str
    path: str
    long: bool
    """Whether it is so long that a check may look at it less often."""

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.lang}" + ("" if self.end == "fullest" else "-emptiest")


def specimens_of(site: Path, content: Path = ROOT / "content") -> tuple[Specimen, ...]:
    """The specimens of a site built from `content`, the same pages in every language; of each kind the fullest first."""
    pages = {(page.path, page.lang): page for page in made(content)}
    kinds: dict[str, list[Page]] = {}
    for page in pages.values():
        if page.lang == LANGUAGES[0]:
            kinds.setdefault(_kind(page), []).append(page)
    found = []
    for kind, own in kinds.items():
        own.sort(key=lambda page: _size(site, page))
        ends: list[tuple[Page, Literal["fullest", "emptiest"]]] = [(own[-1], "fullest")]
        if len(own) > 1:
            ends.append((own[0], "emptiest"))
        for page, end in ends:
            long = _size(site, page)[0] > _LONG
            for lang in LANGUAGES:
                path = pages[page.path, lang].output
                found.append(Specimen(type=page.type, kind=kind, end=end, lang=lang, path=path, long=long))
    return tuple(found)


def beside(specimens: tuple[Specimen, ...], mini: Path, content: Path) -> tuple[Specimen, ...]:
    """The specimens, and those of the mini site beside their site for the kinds that they lack."""
    kinds = {specimen.kind for specimen in specimens}
    rest = (specimen for specimen in specimens_of(mini, content) if specimen.kind not in kinds)
    return specimens + tuple(replace(specimen, path=f"../{mini.name}/{specimen.path}") for specimen in rest)


def _kind(page: Page) -> str:
    form = page.type.variant(page.context)
    return f"{page.type.key}-{form}" if form else page.type.key


def _size(site: Path, page: Page) -> tuple[int, str]:
    return (site / page.output).stat().st_size, page.path


def read(site: Path, name: str) -> list[dict[str, Any]]:
    """A file of the open data."""
    rows: list[dict[str, Any]] = json.loads((site / f"data/{name}.json").read_text(encoding="utf-8"))
    assert rows, f"data/{name}.json is empty"
    return rows
