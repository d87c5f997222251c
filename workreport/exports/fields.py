"""A field of the open data and a table of them: names, types, what refers to what. What each holds is said by the languages.

The CSV columns, the datapackage, the workbook and the data page are all made from `dictionary`, which lists them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from workreport.i18n import Language

Kind = Literal["string", "integer", "number", "boolean", "list", "date"]
"""As in Table Schema; a list is a JSON array, and in CSV a text joined by ;."""
Side = Literal["", "target", "metric"]
"""Which of the two that a comparison sets side by side a column is of."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its name and its type."""

    name: str
    kind: Kind = "string"
    choices: tuple[str, ...] = field(default=(), kw_only=True)
    required: bool = field(default=False, kw_only=True)
    refers: str = field(default="", kw_only=True)
    """The table of whose rows it holds the key, or with a list the keys."""
    says: str = field(default="", kw_only=True)
    """The word that describes it, where that is not its name."""
    each: Literal["", "language", "translation"] = field(default="", kw_only=True)
    """For what it is a column each: title makes title_zh and title_en."""
    lang: str = field(default="", kw_only=True)
    """The language of such a column."""
    of: Side = field(default="", kw_only=True)

    @property
    def own(self) -> str:
        """Its name without the side that it is of."""
        return self.name.removeprefix(f"{self.of}_") if self.of else self.name

    @property
    def stem(self) -> str:
        """The same without the language."""
        return self.own.removesuffix(f"_{self.lang}") if self.lang else self.own

    def text(self, language: Language) -> str:
        """What it holds."""
        if self.own == "bound":
            text = language.bounds.data
        else:
            text = language.word(f"field_{self.says or self.stem}", language=language.name_of(self.lang))
        return language.word(f"field_of_{self.of}", text=text) if self.of else text

    def beside(self, side: Side) -> Field:
        """The same as a column of a comparison, which holds it for each side."""
        return replace(self, name=f"{side}_{self.name}", of=side, says=self.says or self.name, required=False)

    def columns(self, languages: Sequence[str]) -> Iterator[Field]:
        """Itself, or one for each language; that of the source may be described in words of its own."""
        if not self.each:
            yield self
            return
        for lang in languages[self.each == "translation" :]:
            says = f"{self.own}_source" if lang == languages[0] and self.own in _SOURCE else self.says
            yield replace(self, name=f"{self.name}_{lang}", says=says, each="", lang=lang)


_SOURCE = ("url", "words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A file of the open data: data/<name>.csv and data/<name>.json. Its first column, `key`, tells its rows apart."""

    name: str
    fields: tuple[Field, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the fields, in their order."""
        return tuple(column.name for column in self.fields)

    def title(self, language: Language) -> str:
        """What it holds."""
        return language.word(f"table_{self.name}")
