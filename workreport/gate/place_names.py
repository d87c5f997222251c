"""The gate, check 5: what a place is called in English begins with the pinyin of its name, or says what it rests on. Pure.

No machine knows whether Sixth Avenue translates 第六大道, but Liuwei Road holds liuwei, how 六纬路 begins, and no other name.
Numbers in the English stand in the Chinese too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from workreport.diagnostics import Code, Diagnostic, say
from workreport.figures import chinese_values
from workreport.gate.context import Context, Place
from workreport.gate.rule import Rule

PLACE_PINYIN = Code("place-pinyin", say("The English of a place does not begin as its name does in pinyin."))
PLACE_NUMBER = Code("place-number", say("The English of a place has a number that its name lacks."))

_LONGEST = 6
"""Characters of a name that English writes as one word."""
_WORD = re.compile("[A-Za-z]+")
_PLAIN = str.maketrans({"'": None, "’": None, "ü": "u", "Ü": "u"})
_CHINESE = re.compile("[\u3400-\u9fff]+")


def faults(context: Context) -> Iterator[Diagnostic]:
    """Places that are called otherwise."""
    entry = context.content.places
    if entry is None or context.content.languages[0] != "zh" or "en" not in context.content.languages:
        return
    for index, place in enumerate(entry.value.places):
        at = Place(entry=entry, loc=("places", index))
        zh, en = place.name.source, place.name["en"]
        if place.basis == "pinyin" and not _begins(zh, en):
            message = say("“{english}” does not hold how “{name}” begins in pinyin", english=en, name=zh)
            hint = say("compare the two; write basis: translated, or basis: established, where it is no pinyin")
            yield at.problem(("en",), PLACE_PINYIN, message, hint)
        known = {str(value) for value in chinese_values(zh)} | set(re.findall("[0-9]+", zh))
        for number in re.findall("[0-9]+", en):
            if number not in known:
                message = say("“{number}” is not in “{name}”", number=number, name=zh)
                yield at.problem(("en",), PLACE_NUMBER, message, say("compare the two"))


def _begins(name: str, english: str) -> bool:
    """Whether a word of the English is the pinyin of the first characters of a name, in any of their readings."""
    opening = _CHINESE.match(name)
    if opening is None:
        return True
    # Imported here: the dictionary is large.
    from pypinyin import Style, pinyin

    letters = [
        {reading.replace("v", "u") for reading in pinyin(one, style=Style.NORMAL, heteronym=True)[0]}
        | ({"r"} if one == "儿" else set())
        for one in opening[0][:_LONGEST]
    ]
    words = {word.lower() for word in _WORD.findall(english.translate(_PLAIN))}
    return any(
        "".join(syllables) in words for size in range(1, len(letters) + 1) for syllables in product(*letters[:size])
    )


RULE = Rule(key="place_names", check="languages", codes=(PLACE_PINYIN, PLACE_NUMBER), faults=faults)
