"""The open data's dictionary: every table and field, what it holds, of which type, in both languages.

The CSV columns, the datapackage, the workbook and the data page are all made from it. Imports nothing.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from workreport.figures import BOUND_WORDS, BOUNDS

Kind = Literal["string", "integer", "number", "boolean", "list"]
"""As in Frictionless Table Schema; a list is a JSON array, and in CSV a text joined by ;."""


class Field(NamedTuple):
    """A column: its name, its type, and what it holds."""

    name: str
    kind: Kind
    zh: str
    en: str
    choices: tuple[str, ...] = ()
    required: bool = False


class Table(NamedTuple):
    """A file of the open data: data/<name>.csv and data/<name>.json."""

    name: str
    zh: str
    en: str
    key: tuple[str, ...]
    """The columns that tell one row from all others."""
    fields: tuple[Field, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the fields, in their order."""
        return tuple(field.name for field in self.fields)


_YEAR = Field("year", "integer", "结果或目标所属的年份。", "The year of the outcome or goal.", required=True)
_SECTION = Field("section", "string", "报告中所在部分的编号。", "The id of the section of the report.", required=True)
_ZH = Field("title_zh", "string", "名称（中文）。", "Title in Chinese.", required=True)
_EN = Field("title_en", "string", "名称（英文）。", "Title in English.", required=True)
_QUOTE = Field("quote", "string", "报告原句，逐字引用。", "The report's own words, verbatim.", required=True)
_PARAGRAPH = Field(
    "paragraph",
    "string",
    "原句所在段落，如p30。",
    "The paragraph that the quote stands in, such as p30.",
    required=True,
)
_URL_ZH = Field(
    "url_zh",
    "string",
    "中文页面的地址；构建时未设网址则为站内相对路径。",
    "Address of the Chinese page; relative to the site's root where the build had no base URL.",
    required=True,
)
_URL_EN = Field("url_en", "string", "英文页面的地址。", "Address of the English page.", required=True)
_CODE = Field("code", "string", "短编号，永不改变。", "The short code, which never changes.", required=True)
_DIRECTION = Field(
    "direction",
    "string",
    "数值越高越好、越低越好，或无所谓好坏。",
    "Whether higher or lower is better, or neither.",
    ("higher", "lower", "neither"),
    required=True,
)
_FIGURE = (
    Field(
        "value",
        "number",
        "数值，按报告所印（1.65，单位为万人）；单位见unit。",
        "The number as the report prints it (1.65 with 万人), in unit.",
    ),
    Field("value_high", "number", "区间的上端；仅区间有。", "The upper end of a range; ranges only."),
    Field(
        "unit", "string", "单位，按报告所印，含万、亿。", "The unit as printed, with 万 (10,000) or 亿 (100 million)."
    ),
    Field("unit_en", "string", "单位的英文名称。", "The unit's English name."),
    Field(
        "bound",
        "string",
        BOUND_WORDS["zh"].data,
        BOUND_WORDS["en"].data,
        BOUNDS,
    ),
    Field(
        "estimate",
        "boolean",
        "报告写明“预计”的为true。",
        "true where the report says 预计 (expected).",
        required=True,
    ),
    Field(
        "change",
        "number",
        "同一句中给出的比上年增减，单位见change_unit。",
        "Growth on the year before where the sentence gives it, in change_unit.",
    ),
    Field(
        "change_unit",
        "string",
        "增减的单位（%或个百分点）。",
        "The unit of the change (% or 个百分点, percentage points).",
    ),
)
_ITEM_TOPICS = Field("topics", "list", "主题编号。", "Ids of its topics.")

METRICS = Table(
    "metrics",
    "回顾部分的每一个数字",
    "Every figure of the review",
    ("year", "id"),
    (
        Field(
            "id",
            "string",
            "编号，在同一年内唯一，永不改变。",
            "Its id: unique within the year, and never changes.",
            required=True,
        ),
        Field("kind", "string", "固定为outcome（结果）。", "Always outcome.", ("outcome",), required=True),
        _YEAR,
        _SECTION,
        _ZH,
        _EN,
        *_FIGURE,
        Field("change_bound", "string", "增减的界限，取值同bound。", "The bound of the change, as bound.", BOUNDS),
        _DIRECTION,
        Field("part_of", "string", "所属总数的编号（其中项）。", "The id of the metric that this one is a part of."),
        _QUOTE,
        _PARAGRAPH,
        _URL_ZH,
        _URL_EN,
        _CODE,
    ),
)

TARGETS = Table(
    "targets",
    "任务部分的每一个目标",
    "Every goal of the tasks",
    ("year", "id"),
    (
        Field(
            "id",
            "string",
            "编号，在同一年内唯一，永不改变。",
            "Its id: unique within the year, and never changes.",
            required=True,
        ),
        Field("kind", "string", "固定为target（目标）。", "Always target.", ("target",), required=True),
        _YEAR,
        _SECTION,
        Field("commitment", "string", "所属承诺的编号。", "The id of its commitment.", required=True),
        _ZH,
        _EN,
        *_FIGURE,
        Field(
            "words_zh",
            "string",
            "目标没有数字时，报告的原词。",
            "The goal in the report's words where it has no number.",
        ),
        Field("words_en", "string", "上一项的英文。", "The same in English."),
        _DIRECTION,
        _QUOTE,
        _PARAGRAPH,
        _URL_ZH,
        _URL_EN,
    ),
)

COMMITMENTS = Table(
    "commitments",
    "任务部分的每一项承诺",
    "Every promise of the tasks",
    ("year", "id"),
    (
        Field(
            "id",
            "string",
            "编号，在同一年内唯一，永不改变。",
            "Its id: unique within the year, and never changes.",
            required=True,
        ),
        _YEAR,
        _SECTION,
        _ZH,
        _EN,
        _QUOTE,
        _PARAGRAPH,
        Field("targets", "list", "其目标的编号；没有数字目标的为空。", "Ids of its targets; empty where it has none."),
        _ITEM_TOPICS,
        Field("places", "list", "所涉地点的编号。", "Ids of the places that it names."),
        _URL_ZH,
        _URL_EN,
        _CODE,
    ),
)

COMPARISONS = Table(
    "comparisons",
    "每个目标与上年结果的对照",
    "Every goal beside the outcome of the year before",
    ("target",),
    (
        Field("target", "string", "目标：年份/编号。", "The target: year/id.", required=True),
        Field(
            "metric",
            "string",
            "对照的结果：年份/编号；没有的为空。",
            "The outcome: year/id; empty where there is none.",
        ),
        Field(
            "comparability",
            "string",
            "可比性：same同口径；basis_differs基准不同；scope_differs范围不同；qualitative目标为文字；no_baseline无上年数字。",
            "Whether the two may be compared: same; basis_differs; scope_differs; qualitative (the goal is in words); "
            "no_baseline (no figure for the year before).",
            ("same", "basis_differs", "scope_differs", "qualitative", "no_baseline"),
            required=True,
        ),
        Field(
            "change",
            "string",
            "目标比结果高、相等或低；只有同口径且数字确定时才有。",
            "Whether the goal is higher than, equal to or lower than the outcome; only within same, where the figures settle it.",
            ("higher", "equal", "lower"),
        ),
        Field(
            "difference",
            "number",
            "目标减结果，按目标的单位；只有同口径才有。",
            "Goal less outcome, in the goal's unit; only within same.",
        ),
        Field("reason_zh", "string", "不可比的理由（中文）。", "Why the two may not be compared, in Chinese."),
        Field("reason_en", "string", "不可比的理由（英文）。", "Why the two may not be compared, in English."),
    ),
)

TABLES = (METRICS, COMMITMENTS, TARGETS, COMPARISONS)
