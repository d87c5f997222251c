"""The open data's dictionary: every table with its fields."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import get_args

from workreport.content import schema
from workreport.exports.fields import Field, Side, Table
from workreport.figures import BASES, BOUNDS, CLASSES, Kind

_KEY = Field("key", required=True)
_ID = Field("id", required=True)
_YEAR = Field("year", "integer", required=True)
_SECTION = (
    Field("section", required=True, refers="sections"),
    Field("section_title", required=True, each="language"),
)
_TITLE = Field("title", required=True, each="language")
_NOTE = Field("note", each="language")
_WHOLE = Field("whole", each="language")
_TOPICS = Field("topics", "list", refers="topics")
_PLACES = Field("places", "list", refers="places")
_QUOTE = (Field("quote", required=True), Field("quote", each="translation", says="quote_translation"))
_PLACE = (Field("paragraph", required=True), Field("sentences", "list", required=True))
_URL = Field("url", required=True, each="language")
_CODE = Field("code", required=True)
_DIRECTION = Field("direction", choices=("higher", "lower"))
_DRAFT = Field("draft", "boolean", required=True)
_MEASURE = Field("measure", refers="measures")
_WORDS = Field("words", each="language")
_PRINTED = (
    Field("value", "number"),
    Field("value_high", "number"),
    Field("unit"),
    Field("unit", each="translation", says="unit_name"),
    Field("unit_code"),
    Field("unit_mult", "integer"),
    Field("value_base", "number"),
    Field("value_base_high", "number"),
    Field("figure_kind", choices=get_args(Kind)),
    Field("bound", choices=BOUNDS),
    Field("estimate", "boolean", required=True),
    Field("period_from", "integer"),
    Field("period_to", "integer"),
    Field("basis", choices=BASES),
)
_CHANGE = (Field("change", "number"), Field("change_unit"))

_METRICS = Table(
    name="metrics",
    fields=(
        _KEY,
        _ID,
        Field("kind", choices=("outcome",), required=True, says="kind_metrics"),
        _YEAR,
        *_SECTION,
        _TITLE,
        *_PRINTED,
        *_CHANGE,
        Field("change_bound", choices=BOUNDS),
        Field("change_basis", choices=BASES),
        _MEASURE,
        _DIRECTION,
        _WHOLE,
        Field("part_of", refers="metrics"),
        _NOTE,
        _TOPICS,
        _PLACES,
        *_QUOTE,
        *_PLACE,
        _URL,
        _CODE,
        _DRAFT,
    ),
)

_TARGETS = Table(
    name="targets",
    fields=(
        _KEY,
        _ID,
        Field("kind", choices=("target",), required=True, says="kind_targets"),
        _YEAR,
        *_SECTION,
        Field("commitment", required=True, refers="commitments"),
        _TITLE,
        *_PRINTED,
        *_CHANGE,
        _WORDS,
        _MEASURE,
        _DIRECTION,
        _WHOLE,
        _NOTE,
        _TOPICS,
        *_QUOTE,
        *_PLACE,
        _URL,
        _DRAFT,
    ),
)

_COMMITMENTS = Table(
    name="commitments",
    fields=(
        _KEY,
        _ID,
        _YEAR,
        *_SECTION,
        _TITLE,
        _NOTE,
        *_QUOTE,
        *_PLACE,
        Field("targets", "list", refers="targets"),
        _TOPICS,
        _PLACES,
        _URL,
        _CODE,
        _DRAFT,
    ),
)


def _side(side: Side, *fields: Field) -> tuple[Field, ...]:
    return tuple(column.beside(side) for column in fields)


_COMPARISONS = Table(
    name="comparisons",
    fields=(
        _KEY,
        Field("target", required=True, refers="targets"),
        Field("metric", refers="metrics"),
        _TOPICS,
        Field("comparability", choices=CLASSES, required=True),
        Field("class", required=True, each="language"),
        Field("reason", each="language"),
        Field("order", choices=("higher", "equal", "lower")),
        Field("difference", "number"),
        Field("difference_unit"),
        Field("difference_unit", each="translation", says="unit_name"),
        Field("difference_unit_code", says="unit_code"),
        Field("difference_base", "number"),
        Field("difference_bound", choices=BOUNDS),
        Field("metric_figure", choices=("value", "change"), says="figure"),
        *_side("metric", _TITLE, *_PRINTED, *_CHANGE, _WHOLE, _NOTE, *_QUOTE, _URL),
        *_side("target", _TITLE, *_PRINTED, _WORDS, _WHOLE, _NOTE, *_QUOTE, _URL),
        _DRAFT,
    ),
)

_MEASURES = Table(
    name="measures",
    fields=(
        _KEY,
        _TITLE,
        Field("counted", "list", required=True),
        Field("unit", required=True, says="measure_unit"),
        Field("type", choices=get_args(schema.MeasureType), required=True),
        _DIRECTION,
        Field("direction_source", each="language"),
        Field("direction_address"),
    ),
)

_SECTIONS = Table(
    name="sections",
    fields=(
        _KEY,
        _ID,
        _YEAR,
        Field("part", choices=("review", "tasks"), required=True),
        _TITLE,
        Field("paragraph_from", required=True),
        Field("paragraph_to", required=True),
        Field("pending", "boolean", required=True),
        _URL,
        _DRAFT,
    ),
)

_TOPICS_TABLE = Table(name="topics", fields=(_KEY, _TITLE, _URL))

_PLACES_TABLE = Table(name="places", fields=(_KEY, _TITLE, _URL, _DRAFT))

_WAIVERS = Table(
    name="waivers",
    fields=(
        _KEY,
        Field("year", "integer", required=True, says="report_year"),
        Field("kind", choices=("figure", "sentence"), required=True, says="kind_waivers"),
        Field("text", required=True),
        Field(
            "waiver_reason",
            choices=tuple(
                dict.fromkeys((*get_args(schema.FigureWaiverReason), *get_args(schema.SentenceWaiverReason)))
            ),
            required=True,
        ),
        Field("paragraph", required=True, says="paragraph_waivers"),
        Field("sentence", required=True),
        _URL,
        _DRAFT,
    ),
)

_CORRECTIONS = Table(
    name="corrections",
    fields=(
        _KEY,
        Field("date", "date", required=True),
        Field("item"),
        Field("metric", refers="metrics", says="corrected"),
        Field("commitment", refers="commitments", says="corrected"),
        Field("title", each="language"),
        Field("old", required=True, each="language"),
        Field("new", required=True, each="language"),
        Field("reason", required=True, each="language", says="correction_reason"),
        _URL,
    ),
)


@cache
def tables_in(languages: tuple[str, ...]) -> tuple[Table, ...]:
    """The tables of a site in some languages."""
    return tuple(
        replace(table, fields=tuple(column for own in table.fields for column in own.columns(languages)))
        for table in (
            _METRICS,
            _COMMITMENTS,
            _TARGETS,
            _COMPARISONS,
            _MEASURES,
            _SECTIONS,
            _TOPICS_TABLE,
            _PLACES_TABLE,
            _WAIVERS,
            _CORRECTIONS,
        )
    )
