"""Chinese in Latin letters, so that a resident may type koudaigongyuan or kdgy. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

_RANK = "特别行政区|自治区|自治州|自治县|自治旗|新区|省|市|区|县|州|盟|旗|镇|乡"
_PLACE = re.compile(f"(?:^|(?<=年))(?:[\u4e00-\u9fff]{{2,6}}?(?:{_RANK}))+(?=[0-9]|人民|政府|国民经济)")
_PART = re.compile(f"([\u4e00-\u9fff]{{2,6}}?)({_RANK})")
_MARKS = str.maketrans({"（": "(", "）": ")", "：": ": ", "，": ", "})


@lru_cache(maxsize=8192)  # both languages ask for the same titles
def pinyin(text: str) -> tuple[str, ...]:
    """A text's syllables, one for each Chinese character: kou, dai, gong, yuan; other characters are left out."""
    # Imported here: the dictionary is large, and only the search needs it.
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(text, errors="ignore"))


@lru_cache(maxsize=64)
def romanized(title: str) -> str:
    """A title of a government document in Latin letters, for lists in which Chinese cannot stand.

    As the ALA-LC table romanizes: a space between syllables, the name of a place in one word with a capital, what it is
    (Qu, Xian) in another. 河东区2023年政府工作报告 is "Hedong Qu 2023 nian zheng fu gong zuo bao gao".
    """
    from pypinyin import lazy_pinyin

    letters: list[str] = lazy_pinyin(title, errors=list)  # type: ignore[arg-type] # a character each
    words = dict(enumerate(letters))
    for place in _PLACE.finditer(title):
        for part in _PART.finditer(title, place.start(), place.end()):
            for number in (1, 2):
                start, end = part.span(number)
                # A syllable that begins with a vowel is set off: Xi'an.
                joined = "".join(f"'{s}" if at and s[0] in "aeo" else s for at, s in enumerate(letters[start:end]))
                words |= {start: joined.capitalize(), **dict.fromkeys(range(start + 1, end), "")}
    text = "".join(f" {word}" if "\u4e00" <= title[at] <= "\u9fff" and word else word for at, word in words.items())
    text = re.sub(r"(?<=[a-z])(?=[0-9(])", " ", " ".join(text.translate(_MARKS).split()).replace("( ", "("))
    return text[:1].upper() + text[1:]
