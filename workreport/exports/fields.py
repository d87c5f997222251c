"""The open data's dictionary: every table and field, and of which type it is. What each holds is said by the languages.

The CSV columns, the datapackage, the workbook and the data page are all made from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal

from workreport.figures import BASES, BOUNDS, CLASSES
from workreport.i18n import Language

Kind = Literal["string", "integer", "number", "boolean", "list"]
"""As in Frictionless Table Schema; a list is a JSON array, and in CSV a text joined by ;."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its name and its type."""

    name: str
    kind: Kind
    choices: tuple[str, ...] = field(default=(), kw_only=True)
    required: bool = field(default=False, kw_only=True)
    says: str = field(default="", kw_only=True)
    """The word that describes it, where that is not its name."""
    each: Literal["", "language", "translation"] = field(default="", kw_only=True)
    """For what it is a column each: title makes title_zh and title_en."""
    lang: str = field(default="", kw_only=True)
    """The language of such a column."""

    @property
    def stem(self) -> str:
        """Its name without the language."""
        return self.name.removesuffix(f"_{self.lang}") if self.lang else self.name

    def text(self, language: Language) -> str:
        """What it holds."""
        if self.name == "bound":
            return language.bounds.data
        return language.word(f"field_{self.says or self.stem}", language=language.name_of(self.lang))

    def columns(self, languages: Sequence[str]) -> Iterator[Field]:
        """Itself, or one for each language; that of the source may be described in words of its own."""
        if not self.each:
            yield self
            return
        for lang in languages[self.each == "translation" :]:
            says = f"{self.name}_source" if lang == languages[0] and self.name in _SOURCE else self.says
            yield replace(self, name=f"{self.name}_{lang}", says=says, each="", lang=lang)


_SOURCE = ("url", "words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A file of the open data: data/<name>.csv and data/<name>.json."""

    name: str
    key: tuple[str, ...]
    """The columns that tell one row from all others."""
    fields: tuple[Field, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the fields, in their order."""
        return tuple(column.name for column in self.fields)

    def title(self, language: Language) -> str:
        """What it holds."""
        return language.word(f"table_{self.name}")


_ID = Field("id", "string", required=True)
_YEAR = Field("year", "integer", required=True)
_SECTION = Field("section", "string", required=True)
_TITLE = Field("title", "string", required=True, each="language")
_QUOTE = Field("quote", "string", required=True)
_PARAGRAPH = Field("paragraph", "string", required=True)
_URL = Field("url", "string", required=True, each="language")
_CODE = Field("code", "string", required=True)
_DIRECTION = Field("direction", "string", choices=("higher", "lower"))
_FIGURE = (
    Field("value", "number"),
    Field("value_high", "number"),
    Field("unit", "string"),
    Field("unit", "string", each="translation", says="unit_name"),
    Field("bound", "string", choices=BOUNDS),
    Field("estimate", "boolean", required=True),
    Field("period_from", "integer"),
    Field("period_to", "integer", required=True),
    Field("basis", "string", choices=BASES),
    Field("change", "number"),
    Field("change_unit", "string"),
)

_METRICS = Table(
    name="metrics",
    key=("year", "id"),
    fields=(
        _ID,
        Field("kind", "string", choices=("outcome",), required=True, says="kind_metrics"),
        _YEAR,
        _SECTION,
        _TITLE,
        *_FIGURE,
        Field("change_bound", "string", choices=BOUNDS),
        Field("change_basis", "string", choices=BASES),
        _DIRECTION,
        Field("part_of", "string"),
        _QUOTE,
        _PARAGRAPH,
        _URL,
        _CODE,
    ),
)

_TARGETS = Table(
    name="targets",
    key=("year", "id"),
    fields=(
        _ID,
        Field("kind", "string", choices=("target",), required=True, says="kind_targets"),
        _YEAR,
        _SECTION,
        Field("commitment", "string", required=True),
        _TITLE,
        *_FIGURE,
        Field("words", "string", each="language"),
        _DIRECTION,
        _QUOTE,
        _PARAGRAPH,
        _URL,
    ),
)

_COMMITMENTS = Table(
    name="commitments",
    key=("year", "id"),
    fields=(
        _ID,
        _YEAR,
        _SECTION,
        _TITLE,
        _QUOTE,
        _PARAGRAPH,
        Field("targets", "list"),
        Field("topics", "list"),
        Field("places", "list"),
        _URL,
        _CODE,
    ),
)

_COMPARISONS = Table(
    name="comparisons",
    key=("target",),
    fields=(
        Field("target", "string", required=True),
        Field("metric", "string"),
        Field("comparability", "string", choices=CLASSES, required=True),
        Field("change", "string", choices=("higher", "equal", "lower"), says="comparisons_change"),
        Field("difference", "number"),
        Field("difference_bound", "string", choices=BOUNDS),
        Field("reason", "string", each="language"),
    ),
)


@cache
def tables_in(languages: tuple[str, ...]) -> tuple[Table, ...]:
    """The tables of a site in some languages."""
    return tuple(
        replace(table, fields=tuple(column for own in table.fields for column in own.columns(languages)))
        for table in (_METRICS, _COMMITMENTS, _TARGETS, _COMPARISONS)
    )
