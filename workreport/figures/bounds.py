"""Bounds: what the words round a number say of it, and every such word.

Pure, and the only place that knows them: how Chinese writes a bound before, after and inside a number; what an English
text may say for it; how each language of the site prints it in a sentence, on a label and in a chart. A further
language adds its `BoundWords` to `BOUND_WORDS`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Bound = Literal["exact", "about", "at_least", "more_than", "at_most", "range"]
BOUNDS: tuple[Bound, ...] = get_args(Bound)
"""All bounds in the order in which pages list them."""

_SIDES: Mapping[Bound, int] = {"at_least": 1, "more_than": 1, "at_most": -1}


def side(bound: Bound) -> int:
    """Where the value may lie: 1 from the number up, -1 from it down, 0 where the bound is not open."""
    return _SIDES.get(bound, 0)


# How Chinese writes them.

INSIDE = ("余", "多")
"""Between the number and its unit (5万余平方米): rounded down, so at least that."""

_BEFORE: tuple[tuple[str, Bound], ...] = (
    ("不超过", "at_most"),
    ("不高于", "at_most"),
    ("不多于", "at_most"),
    ("不大于", "at_most"),
    ("至多", "at_most"),
    ("最多", "at_most"),
    ("不低于", "at_least"),
    ("不少于", "at_least"),
    ("不小于", "at_least"),
    ("至少", "at_least"),
    ("超过", "more_than"),
    ("突破", "more_than"),
    ("高于", "more_than"),
    ("大于", "more_than"),
    ("多于", "more_than"),
    ("逾", "more_than"),
    ("超", "more_than"),
    ("低于", "at_most"),
    ("少于", "at_most"),
    ("小于", "at_most"),
    ("不足", "at_most"),
    ("大约", "about"),
    ("约", "about"),
    ("接近", "about"),
    ("将近", "about"),
    ("近", "about"),
)
_AFTER: Mapping[str, Bound] = {
    "左右": "about",
    "上下": "about",
    "以上": "at_least",
    "以内": "at_most",
    "以下": "at_most",
}
# Words that merely end like a hedge: 累计签约 21.6 万人 is exact.
_NO_HEDGE = ("签约", "合约", "契约", "条约", "公约", "预约", "节约", "制约", "集约", "最近", "附近", "邻近", "赶超")


def hedge_before(text: str) -> tuple[str, Bound] | None:
    """The hedge that `text`, which ends where a number begins, ends with."""
    for word, bound in _BEFORE:
        if text.endswith(word) and not text.endswith(_NO_HEDGE):
            return word, bound
    return None


def hedge_after(text: str) -> tuple[str, Bound] | None:
    """The hedge that `text`, which begins where a unit ends, begins with."""
    return next(((word, bound) for word, bound in _AFTER.items() if text.startswith(word)), None)


def after_number(hedge: str) -> Bound | None:
    """What a hedge means that stands after the number (左右, 以上); None for any other."""
    return _AFTER.get(hedge)


# What an English text may say for them.

_MORE = r"more than|over|above|exceed\w*|surpass\w*|beyond|greater than|upward\w* of|higher than"
_LEAST = r"at least|no less than|no fewer than|not less than|no lower than|not lower than|minimum of"
_MOST = r"no more than|at most|within|not exceed\w*|up to|no higher than|not more than|below|under|at or below"
_ABOUT = r"about|around|approximately|roughly|nearly|almost|close to|some"


@dataclass(frozen=True, slots=True, kw_only=True)
class _English:
    """A bound in an English text: the word to suggest, and what is found before or after the number."""

    word: str
    before: re.Pattern[str]
    after: re.Pattern[str]


def _english(word: str, before: str, after: str) -> _English:
    return _English(word=word, before=re.compile(rf"\b(?:{before})\b", re.IGNORECASE), after=re.compile(after))


_ROUNDED_DOWN = _english("more than", f"{_MORE}|{_LEAST}", r"-odd\b|\bplus\b")
_ENGLISH: Mapping[Bound, _English] = {
    "about": _english("about", _ABOUT, r"\b(?:or so|or thereabouts)\b"),
    "at_least": _english("at least", _LEAST, r"\b(?:or more|or above|or higher|and above)\b"),
    "more_than": _english("more than", _MORE, r"(?!)"),
    "at_most": _english("no more than", _MOST, r"\b(?:or less|or below|or lower|or fewer)\b"),
}
# Directly before a number that the Chinese does not hedge, one of these adds a hedge.
_ADDED = re.compile(
    rf"\b(?:{_LEAST}|no more than|not more than|at most|up to|more than|over|about|around|approximately|roughly|"
    r"nearly|almost)\s+(?:US\$|¥)?$",
    re.IGNORECASE,
)


def english_lacks(bound: Bound, hedge: str, before: str, after: str) -> str:
    """The word that the English round a number lacks for the bound of the Chinese; "" where it says it."""
    wanted = _ROUNDED_DOWN if hedge in INSIDE else _ENGLISH.get(bound)
    if wanted is None or wanted.before.search(before) or wanted.after.search(after):
        return ""
    return wanted.word


def english_adds(bound: Bound, before: str) -> str:
    """The bounding word that the English puts before a number which the Chinese does not bound, or ""."""
    added = _ADDED.search(before) if bound not in _ENGLISH else None
    return added[0].strip() if added else ""


# How each language of the site prints them.


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundWords:
    """How one language prints bounds."""

    before: Mapping[Bound, str]
    """Before a number in a sentence, with the space that follows it; a bound that is not here prints nothing."""
    rounded_down: str
    """Before a number that the report prints with 余 or 多, where the language has no such word inside a number."""
    edge: Mapping[int, str]
    """By side: what the number itself is, where a goal states only a bound."""
    label: Mapping[Bound, str]
    """The entry of a list that explains the bounds."""
    chart: Mapping[int, str]
    """By side: what an arrow in a chart means."""
    data: str
    """The description of the field in the data files."""


BOUND_WORDS: Mapping[str, BoundWords] = {
    "zh": BoundWords(
        before={"about": "约", "at_least": "不低于", "more_than": "超过", "at_most": "不超过"},
        rounded_down="",
        edge={1: "下限", -1: "上限"},
        label={
            "exact": "没有界限词",
            "about": "左右、约",
            "at_least": "以上、不低于；余、多",
            "more_than": "超过、高于",
            "at_most": "以内、以下",
            "range": "从几到几",
        },
        chart={1: "不低于或高于此数", -1: "不超过此数"},
        data="界限：exact为确数，about为左右、约，at_least为以上、不低于、余、多，more_than为超过、高于，at_most为以内、以下，range为区间。",
    ),
    "en": BoundWords(
        before={"about": "about ", "at_least": "at least ", "more_than": "more than ", "at_most": "no more than "},
        rounded_down="more than ",
        edge={1: "a minimum ", -1: "a maximum "},
        label={
            "exact": "no bounding word",
            "about": "about",
            "at_least": "at least; 余 and 多 are printed as “more than”",
            "more_than": "more than",
            "at_most": "no more than",
            "range": "a range",
        },
        chart={1: "at least, or more than", -1: "no more than"},
        data="What the words round the number say: exact; about (左右, 约); at_least (以上, 不低于, 余, 多); more_than (超过, 高于); "
        "at_most (以内, 以下); range.",
    ),
}
"""By language."""
