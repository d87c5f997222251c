"""Bounds in English: every hedge that stands before or after a number, and which of them say what the Chinese says.

Pure, and one table: a hedge belongs to one kind alone, so that "no more than" never passes for "more than". A negation
before a hedge makes another kind of it, or one that nothing in Chinese says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from workreport.figures.bounds import AFTER, BEFORE, INSIDE, NEARING, OPEN_BELOW, SHORT_OF, Bound, side

Said = Literal["about", "nearly", "at_least", "more_than", "at_most", "less_than", "denied"]
"""What a hedge says; `denied`: a negated one that bounds nothing ("not about 200")."""

WINDOW = 60
"""How many characters from its number a hedge may stand: "the population passed the mark of 13 million"."""

_WORD_NOT = "(?:(?<![A-Za-z])(?:no|not|never|cannot|without)|n['’]t)"
# A verb that must not be taken for a bound where it stands right before a number: pass 3 laws, cross 2 rivers, the past 5.
_PLAIN_BEFORE: Mapping[Said, str] = {
    "at_least": r"at least|at or above|minimum(?: of)?|≥",
    "more_than": r"(?:more|greater|higher|larger) than|(?<!took )(?<!take )(?<!taking )(?<!handed )(?<!all )over|above|beyond"
    r"|exceed\w*|surpass\w*|upwards? of|in excess of|pass(?:ed|es|ing)?|topp?(?:ed|s|ing)|cross(?:ed|es|ing)?|past|broke\w*|>",
    "at_most": r"at most|at or below|up to|within|maximum(?: of)?|capped at|(?:cap|ceiling|limit) of|≤",
    "less_than": r"(?:less|fewer|lower|smaller) than|under|below|short of|shy of|not yet|<",
    "nearly": r"nearly|almost|close to|approach\w*|near(?:ing)?",
    "about": r"(?<!bring )(?<!brought )(?<!bringing )about|around|approximately|roughly|circa|some|in the region of|~|≈",
}  # fmt: skip
_NEGATED: Mapping[Said, str] = {
    "at_most": r"(?:more|greater|higher|larger) than|over|above|beyond|(?:to |be )?(?:exceed|surpass)\w*|in excess of",
    "at_least": r"(?:less|fewer|lower|smaller) than|under|below|(?:fall )?short of",
    "denied": "|".join(_PLAIN_BEFORE.values()),
}
_AMBIGUOUS = re.compile(
    r"pass(?:ed|es|ing)?|topp?(?:ed|s|ing)|cross(?:ed|es|ing)?|past|broke\w*|near(?:ing)?|approach\w*", re.I
)
_PREPOSITION = re.compile(r"over|above|beyond|within|under|below|around", re.IGNORECASE)
_BEFORE_EN = re.compile(
    "|".join(
        [
            *(rf"{_WORD_NOT}\s+(?P<not_{said}>{words})(?![A-Za-z])" for said, words in _NEGATED.items()),
            *(rf"(?<![A-Za-z])(?P<{said}>{words})(?![A-Za-z])" for said, words in _PLAIN_BEFORE.items()),
        ]
    ),
    re.IGNORECASE,
)
_DIRECT = re.compile(r"\s*(?:an? (?:total of )?|the )?(?:US\$|HK\$|RMB ?|CNY ?|[¥€])?$", re.IGNORECASE)
"""What may stand between a hedge and its number where it bounds that number beyond doubt."""
_ARTICLE = re.compile(r"\bthe ", re.IGNORECASE)

_AFTER_EN = re.compile(
    r"(?:^|[\s(-])(?:(?P<at_least>(?:or|and) (?:more|over|greater|older|up)\b|at (?:the very )?least\b(?=[.,;:)]|$))"
    r"|(?P<edge_least>(?:or|and) (?:above|higher)\b)"
    r"|(?P<at_most>or (?:less|fewer|under|younger)\b|at (?:the )?most\b(?=[.,;:)]|$))"
    r"|(?P<edge_most>(?:or|and) (?:below|lower)\b)"
    r"|(?P<about>or so\b|or thereabouts\b)"
    r"|(?P<more_than>(?<=-)(?:odd|plus)\b)|(?P<loose>odd\b|plus\b))|^(?P<sign>\+)(?!\d)",
    re.IGNORECASE,
)  # fmt: skip
_AFTER_SAID: Mapping[str, Said] = {
    "at_least": "at_least", "edge_least": "at_least", "at_most": "at_most", "edge_most": "at_most", "about": "about",
    "more_than": "more_than", "loose": "more_than", "sign": "more_than",
}  # fmt: skip
_UNIT_WORDS = re.compile(r"[%‰]?(?:\s+[A-Za-z²³°]+){0,3}")
"""What may stand between a number and a hedge that is surely its own; before "or above" only its unit."""

_SUGGESTED: Mapping[Said, str] = {
    "about": "about", "nearly": "nearly", "at_least": "at least", "more_than": "more than", "at_most": "no more than",
    "less_than": "less than", "denied": "",
}  # fmt: skip
_OF_BOUND: Mapping[Bound, tuple[Said, ...]] = {
    "about": ("about",), "at_least": ("at_least",), "more_than": ("more_than",), "at_most": ("at_most",),
}  # fmt: skip


def says(bound: Bound, hedge: str) -> tuple[Said, ...]:
    """What English may say for a bound, the best first; () where the Chinese bounds nothing."""
    if hedge in INSIDE:
        return "more_than", "at_least"
    if bound == "about" and hedge in NEARING:
        return "nearly", "about"
    if bound == "at_most" and hedge in SHORT_OF:
        return ("less_than",)
    if bound == "at_most" and hedge in OPEN_BELOW:
        return "at_most", "less_than"
    return _OF_BOUND.get(bound, ())


def alike(said: Said, bound: Bound) -> bool:
    """Whether a hedge lies on the side of its number on which a bound of the Chinese does, whatever it says in full."""
    sides = {"at_least": 1, "more_than": 1, "at_most": -1, "less_than": -1, "about": 0, "nearly": 0}
    return said in sides and bound not in ("exact", "range", "several") and sides[said] == side(bound)


def is_about(hedge: str) -> bool:
    """Whether a word makes a number approximate: of a range it is the one that is printed."""
    return "about" in (AFTER.get(hedge), BEFORE.get(hedge))


def english_bound(
    bound: Bound, hedge: str, before: str, after: str, *, lasting: bool = False, named: bool = False, word: bool = False
) -> tuple[str, str]:
    """What is wrong with the hedges round a number in English: (the word that it lacks, the word that it adds).

    `before`, `after`: the text round the number, up to the numbers next to it. `lasting`: the number counts time, of
    which "over three years" says that they passed; `named`: its unit follows the number; `word`: it is spelled, so that
    "under" before it may be no bound ("under three heads"). At most one of the two is given; both "" where all is well.
    """
    # A range is only ever approximate; what else may stand round it, the reader does not tell.
    wanted = says("about" if bound == "range" and is_about(hedge) else bound, hedge)
    if bound == "range" and hedge and not wanted:
        return "", ""
    near, sure, said, adds = _before(before)
    behind, behind_sure, behind_word = _behind(after, named=named)
    if not wanted:
        if sure and not (lasting and adds.casefold() == "over") and not (word and _PREPOSITION.fullmatch(adds)):
            return "", adds
        return "", behind_word if behind_sure else ""
    lacks = _SUGGESTED[wanted[0]]
    if (sure and said not in wanted) or (behind_sure and behind not in wanted):
        return lacks, ""
    return ("", "") if near.intersection(wanted) or behind in wanted else (lacks, "")


def surely_said(before: str, after: str) -> tuple[str, Said | None]:
    """A hedge that beyond doubt bounds the number between two texts: its word and what it says; None where there is none."""
    _, sure, said, word = _before(before)
    if sure:
        return word, said
    behind, behind_sure, word = _behind(after, named=False)
    return (word, behind) if behind_sure else ("", None)


def _before(text: str) -> tuple[set[Said], bool, Said | None, str]:
    """The hedges before a number: all that may be its own, whether the last bounds it beyond doubt, and that one."""
    near: set[Said] = set()
    said: Said | None = None
    word, end = "", 0
    for match in _BEFORE_EN.finditer(text):
        name = str(match.lastgroup)
        said = name.removeprefix("not_")  # type: ignore[assignment]
        assert said is not None
        word, end = match[0], match.end()
        near.add(said)
    between = text[end:]
    sure = said is not None and _DIRECT.fullmatch(between) is not None
    # within the 3 zones, past 2 gates: no bound, or not surely one.
    sure = sure and not (_ARTICLE.search(between) or _AMBIGUOUS.fullmatch(word))
    return near, sure, said, word


def _behind(text: str, *, named: bool) -> tuple[Said | None, bool, str]:
    """The first hedge behind a number, and whether it bounds that number beyond doubt."""
    match = _AFTER_EN.search(text)
    if match is None:
        return None, False, ""
    between, name = text[: match.start()], str(match.lastgroup)
    words = 2 if named else 0
    if name == "loose" or not _UNIT_WORDS.fullmatch(between):
        sure = False
    else:
        sure = not name.startswith("edge") or len(between.split()) <= words
    return _AFTER_SAID[name], sure, match[0].strip(" (-")
