"""What stands round a number in English: whether its bound and its unit are those of the Chinese figure. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from workreport.diagnostics import Message, say
from workreport.figures.after import TIMES
from workreport.figures.bounds import AFTER, BEFORE, INSIDE, Bound
from workreport.figures.english import Number
from workreport.figures.english_bounds import WINDOW, alike, english_bound, surely_said
from workreport.figures.figure import Figure
from workreport.figures.mismatch import ENGLISH_BOUND, ENGLISH_UNIT, Mismatch
from workreport.figures.renderings import NO_UNIT, Renderings, is_other, words_of

_LISTED = re.compile(r"\s*(?:,|and|or|to|,\s*and)?\s*(?:US\$|¥)?$", re.IGNORECASE)
"""Between two numbers that share a unit: 4 and 6 percent."""
_BESIDE = 8
"""Characters behind a Chinese figure in which a measure word's noun begins."""
HEDGES: Mapping[str, Bound] = {**BEFORE, **AFTER, **dict.fromkeys(INSIDE, "at_least")}
"""Every word by which Chinese bounds a number."""
_LONGEST_HEDGE = max(map(len, BEFORE))


def dressed(
    figure: Figure, zh: str, en: str, run: tuple[int, int], numbers: Sequence[Number], words: Renderings
) -> list[Mismatch]:
    """What is wrong round the numbers of `en` whose indexes `run` gives, the first and the last of a range."""
    index, end = run
    first, last = numbers[index], numbers[end]
    previous = max((n.end for n in numbers[:index] if n.digits), default=0)
    before = en[max(previous, first.start - WINDOW) : first.start]
    later = [n for n in numbers[end + 1 :] if n.digits and n.start >= last.end]
    following = later[0].start if later else len(en)
    after = en[last.end : min(following, last.end + WINDOW)]
    problems = hedged(figure, zh, en[first.start : first.end], before, after)
    while later and _LISTED.fullmatch(en[last.end : following]):
        last = later.pop(0)
        following = later[0].start if later else len(en)
    shared = en[last.end : min(following, last.end + WINDOW)]
    money = before[-4:] + en[first.start : first.end]
    beside = zh[figure.start : figure.end + _BESIDE]
    problems += _unit(figure, beside, money, shared, en[first.start : numbers[end].end], words)
    return problems


def loose(zh: str, en: str, index: int, numbers: Sequence[Number], words: Renderings) -> list[Mismatch]:
    """What is wrong round a number that is no figure of the Chinese, but part of a name or an attribute (亿元级企业): a
    hedge or a unit beside it of which the whole text knows nothing.
    """
    number = numbers[index]
    previous = max((n.end for n in numbers[:index] if n.digits), default=0)
    following = next((n.start for n in numbers[index + 1 :] if n.digits and n.start >= number.end), len(en))
    before, after = en[max(previous, number.start - WINDOW) : number.start], en[number.end : following]
    printed = en[number.start : number.end]
    lasting = False
    for shown, word, at in words.words(after):
        lasting = not TIMES.isdisjoint(words.chinese[word])
        if not after[:at].strip(" -") and is_other(shown, word, NO_UNIT, words.chinese[word], zh):
            return [
                Mismatch(
                    code=ENGLISH_UNIT,
                    message=say(
                        "the English has “{word}” after {number}, the Chinese does not", word=shown, number=printed
                    ),
                    hint=say("write what the Chinese counts"),
                )
            ]
        break
    added, said = surely_said(before, after)
    if (
        said is None
        or (lasting and added.casefold() in ("within", "over"))
        or any(alike(said, bound) for word, bound in HEDGES.items() if word in zh)
    ):
        return []
    return [
        Mismatch(
            code=ENGLISH_BOUND,
            message=say("the English says “{word}” of {number}; the Chinese does not", word=added, number=printed),
            hint=say("take the word out"),
        )
    ]


def _unit(figure: Figure, beside: str, money: str, after: str, printed: str, words: Renderings) -> list[Mismatch]:
    """Whether the unit stands beside the number, and no other does. `money`: what may hold a sign of a currency."""
    plain = figure.quantity.unit.plain
    own = words_of(plain)
    # 零增长 is a quantity without a printed unit: "zero growth" needs none either.
    # 5万余平方米: only the plain unit stands in one piece.
    wanted = plain.named and (plain.zh in figure.text or "/" in plain.zh or "百分之" in figure.text)
    if wanted and any(word in own for _, word, _ in words.words(money)):
        return []
    for shown, word, at in words.words(after):
        if wanted and word in own:
            return []
        adjacent = not after[:at].strip(" -")
        if (wanted or (adjacent and plain.zh)) and is_other(shown, word, plain, words.chinese[word], beside):
            return [
                Mismatch(
                    code=ENGLISH_UNIT,
                    message=say(
                        "the English has “{word}” after {number}, which is no unit of “{figure}”",
                        word=shown,
                        number=printed,
                        figure=figure.text,
                    ),
                    hint=_write(plain.named[0], printed) if wanted else say("write what the Chinese counts"),
                )
            ]
    if not wanted:
        return []
    return [
        Mismatch(
            code=ENGLISH_UNIT,
            message=say("the English of “{figure}” does not name the unit", figure=figure.text),
            hint=_write(plain.named[0], printed),
        )
    ]


def _write(unit: str, number: str) -> Message:
    return say("write “{unit}” after {number}", unit=unit, number=number)


def hedged(figure: Figure, zh: str, printed: str, before: str, after: str) -> list[Mismatch]:
    """Whether the words round what the English prints bound it as the Chinese does."""
    stated, hedge = figure.quantity, figure.quantity.hedge
    if stated.bound == "range" and not hedge:
        # The reader leaves out what stands before a range: 约3-5家.
        lead = zh[max(0, figure.start - _LONGEST_HEDGE) : figure.start].rstrip()
        hedge = next((word for word in sorted(BEFORE, key=len, reverse=True) if lead.endswith(word)), "")
    lacks, adds = english_bound(
        stated.bound,
        hedge,
        before,
        after,
        lasting=stated.plain_unit in TIMES,
        named=bool(stated.unit.plain.named),
        word=not any(character.isdigit() for character in printed),
    )
    if lacks:
        return [
            Mismatch(
                code=ENGLISH_BOUND,
                message=say("the English of “{figure}” does not say “{word}”", figure=figure.text, word=lacks),
                hint=say("put “{word}” before {number}", word=lacks, number=printed),
            )
        ]
    if adds:
        return [
            Mismatch(
                code=ENGLISH_BOUND,
                message=say(
                    "the English says “{word}” of {number}; the Chinese “{figure}” does not",
                    word=adds,
                    number=printed,
                    figure=figure.text,
                ),
                hint=say("take the word out"),
            )
        ]
    return []
