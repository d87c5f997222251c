"""The open data's dictionary: every table and field, what it holds, of which type, in both languages.

The CSV columns, the datapackage, the workbook and the data page are all made from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from workreport.figures import BOUND_WORDS, BOUNDS
from workreport.site import Pair

Kind = Literal["string", "integer", "number", "boolean", "list"]
"""As in Frictionless Table Schema; a list is a JSON array, and in CSV a text joined by ;."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its name, its type, and what it holds."""

    name: str
    kind: Kind
    text: Pair
    choices: tuple[str, ...] = field(default=(), kw_only=True)
    required: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A file of the open data: data/<name>.csv and data/<name>.json."""

    name: str
    title: Pair
    key: tuple[str, ...]
    """The columns that tell one row from all others."""
    fields: tuple[Field, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the fields, in their order."""
        return tuple(column.name for column in self.fields)


_ID = Field(
    "id",
    "string",
    Pair("编号，在同一年内唯一，永不改变。", "Its id: unique within the year, and never changes."),
    required=True,
)
_YEAR = Field("year", "integer", Pair("结果或目标所属的年份。", "The year of the outcome or goal."), required=True)
_SECTION = Field(
    "section", "string", Pair("报告中所在部分的编号。", "The id of the section of the report."), required=True
)
_ZH = Field("title_zh", "string", Pair("名称（中文）。", "Title in Chinese."), required=True)
_EN = Field("title_en", "string", Pair("名称（英文）。", "Title in English."), required=True)
_QUOTE = Field("quote", "string", Pair("报告原句，逐字引用。", "The report's own words, verbatim."), required=True)
_PARAGRAPH = Field(
    "paragraph",
    "string",
    Pair("原句所在段落，如p30。", "The paragraph that the quote stands in, such as p30."),
    required=True,
)
_URL_ZH = Field(
    "url_zh",
    "string",
    Pair(
        "中文页面的地址；构建时未设网址则为站内相对路径。",
        "Address of the Chinese page; relative to the site's root where the build had no base URL.",
    ),
    required=True,
)
_URL_EN = Field("url_en", "string", Pair("英文页面的地址。", "Address of the English page."), required=True)
_CODE = Field("code", "string", Pair("短编号，永不改变。", "The short code, which never changes."), required=True)
_DIRECTION = Field(
    "direction",
    "string",
    Pair("数值越高越好、越低越好，或无所谓好坏。", "Whether higher or lower is better, or neither."),
    choices=("higher", "lower", "neither"),
    required=True,
)
_FIGURE = (
    Field(
        "value",
        "number",
        Pair(
            "数值，按报告所印（1.65，单位为万人）；单位见unit。",
            "The number as the report prints it (1.65 with 万人), in unit.",
        ),
    ),
    Field("value_high", "number", Pair("区间的上端；仅区间有。", "The upper end of a range; ranges only.")),
    Field(
        "unit",
        "string",
        Pair("单位，按报告所印，含万、亿。", "The unit as printed, with 万 (10,000) or 亿 (100 million)."),
    ),
    Field("unit_en", "string", Pair("单位的英文名称。", "The unit's English name.")),
    Field(
        "bound",
        "string",
        Pair(BOUND_WORDS["zh"].data, BOUND_WORDS["en"].data),
        choices=BOUNDS,
    ),
    Field(
        "estimate",
        "boolean",
        Pair("报告写明“预计”的为true。", "true where the report says 预计 (expected)."),
        required=True,
    ),
    Field(
        "change",
        "number",
        Pair(
            "同一句中给出的比上年增减，单位见change_unit。",
            "Growth on the year before where the sentence gives it, in change_unit.",
        ),
    ),
    Field(
        "change_unit",
        "string",
        Pair("增减的单位（%或个百分点）。", "The unit of the change (% or 个百分点, percentage points)."),
    ),
)
_ITEM_TOPICS = Field("topics", "list", Pair("主题编号。", "Ids of its topics."))

METRICS = Table(
    name="metrics",
    title=Pair("回顾部分的每一个数字", "Every figure of the review"),
    key=("year", "id"),
    fields=(
        _ID,
        Field(
            "kind", "string", Pair("固定为outcome（结果）。", "Always outcome."), choices=("outcome",), required=True
        ),
        _YEAR,
        _SECTION,
        _ZH,
        _EN,
        *_FIGURE,
        Field(
            "change_bound",
            "string",
            Pair("增减的界限，取值同bound。", "The bound of the change, as bound."),
            choices=BOUNDS,
        ),
        _DIRECTION,
        Field(
            "part_of", "string", Pair("所属总数的编号（其中项）。", "The id of the metric that this one is a part of.")
        ),
        _QUOTE,
        _PARAGRAPH,
        _URL_ZH,
        _URL_EN,
        _CODE,
    ),
)

TARGETS = Table(
    name="targets",
    title=Pair("任务部分的每一个目标", "Every goal of the tasks"),
    key=("year", "id"),
    fields=(
        _ID,
        Field("kind", "string", Pair("固定为target（目标）。", "Always target."), choices=("target",), required=True),
        _YEAR,
        _SECTION,
        Field("commitment", "string", Pair("所属承诺的编号。", "The id of its commitment."), required=True),
        _ZH,
        _EN,
        *_FIGURE,
        Field(
            "words_zh",
            "string",
            Pair("目标没有数字时，报告的原词。", "The goal in the report's words where it has no number."),
        ),
        Field("words_en", "string", Pair("上一项的英文。", "The same in English.")),
        _DIRECTION,
        _QUOTE,
        _PARAGRAPH,
        _URL_ZH,
        _URL_EN,
    ),
)

COMMITMENTS = Table(
    name="commitments",
    title=Pair("任务部分的每一项承诺", "Every promise of the tasks"),
    key=("year", "id"),
    fields=(
        _ID,
        _YEAR,
        _SECTION,
        _ZH,
        _EN,
        _QUOTE,
        _PARAGRAPH,
        Field(
            "targets",
            "list",
            Pair("其目标的编号；没有数字目标的为空。", "Ids of its targets; empty where it has none."),
        ),
        _ITEM_TOPICS,
        Field("places", "list", Pair("所涉地点的编号。", "Ids of the places that it names.")),
        _URL_ZH,
        _URL_EN,
        _CODE,
    ),
)

COMPARISONS = Table(
    name="comparisons",
    title=Pair("每个目标与上年结果的对照", "Every goal beside the outcome of the year before"),
    key=("target",),
    fields=(
        Field("target", "string", Pair("目标：年份/编号。", "The target: year/id."), required=True),
        Field(
            "metric",
            "string",
            Pair("对照的结果：年份/编号；没有的为空。", "The outcome: year/id; empty where there is none."),
        ),
        Field(
            "comparability",
            "string",
            Pair(
                "可比性：same同口径；basis_differs基准不同；scope_differs范围不同；qualitative目标为文字；no_baseline无上年数字。",
                "Whether the two may be compared: same; basis_differs; scope_differs; qualitative (the goal is in words); "
                "no_baseline (no figure for the year before).",
            ),
            choices=("same", "basis_differs", "scope_differs", "qualitative", "no_baseline"),
            required=True,
        ),
        Field(
            "change",
            "string",
            Pair(
                "目标比结果高、相等或低；只有同口径且数字确定时才有。",
                "Whether the goal is higher than, equal to or lower than the outcome; only within same, where the figures settle it.",
            ),
            choices=("higher", "equal", "lower"),
        ),
        Field(
            "difference",
            "number",
            Pair(
                "目标减结果，按目标的单位；只有同口径才有。", "Goal less outcome, in the goal's unit; only within same."
            ),
        ),
        Field("reason_zh", "string", Pair("不可比的理由（中文）。", "Why the two may not be compared, in Chinese.")),
        Field("reason_en", "string", Pair("不可比的理由（英文）。", "Why the two may not be compared, in English.")),
    ),
)

TABLES = (METRICS, COMMITMENTS, TARGETS, COMPARISONS)
