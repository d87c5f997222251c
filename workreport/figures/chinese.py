"""The figure reader: a Chinese text goes in, the quantities that it states come out, and what it leaves alone.

Pure. The text is scanned once for what may begin a number or what only looks like one (`asides`); each number is read
with what stands before it (`before`), its unit (`units`) and what follows, and takes from its list what the list shares
(`scope`). Which units exist is data. Each step looks at a bounded run of characters, so the reader is linear in the
length of the text, and it cannot raise on any text.
"""

from __future__ import annotations

import re
from decimal import Decimal

from workreport.figures import asides, chinese_numerals
from workreport.figures.figure import Figure, Reading
from workreport.figures.numerals import LONGEST, NUMBER, numeral_value
from workreport.figures.phrase import Phrases
from workreport.figures.units import Units, joined

_CN = "〇零一二两三四五六七八九十百千"
_SCAN = re.compile(
    rf"[0-9{re.escape(asides.MARKS)}每〇零二两三四五六七八九十百千数几一全首翻倍过半万亿]"
    rf"(?:(?<=[0-9每〇零二两三四五六七八九十百千“‘《])|(?<=[第前（(〔［\[【])(?=[0-9{_CN}])|(?<=[数几])(?=[十百千万亿])"
    rf"|(?<=一)(?=[{_CN}成倍半、是分])|(?<=全)部|(?<=首)(?=[家个座条项])|(?<=翻)了?[一两二三四]番"
    rf"|(?<=过)半(?![程年天月])|(?<=半)(?=数)"
    r"|(?<=[超过破近约逾达上足到满数几较跨站迈为至][万亿])|(?<=[万亿])(?=[余多])"
    r"|(?<=[万亿])(?=亿?元?级)|(?<=万)(?=[人户名辆])|(?<=翻)番|(?<=倍)增)"
)
_NUMBER = re.compile(NUMBER)
_WORDS = frozenset("每全首翻倍过半")
_HEAD = re.compile(r"[A-Za-z][A-Za-z0-9_.\-]*$")
_LATIN = re.compile(r"[A-Za-z0-9_./+\-]*")
_CODE = re.compile(r"(?:[A-Za-z_]|\.|[A-Za-z0-9]-)$")
"""What a number that is part of a code or a name follows: PM2.5, A3, 5G-6."""
_MIXED = re.compile(r"([0-9]{1,9})(亿|万)([0-9]{1,9})(千万|百万|万|千|百)")
_FRACTION = re.compile(r"([0-9]{1,4})/([0-9]{1,5})(?![0-9/年月.])")
_PER_MANY = re.compile(r"([0-9]+(?:\.[0-9]+)?)/(10{1,3}[万千亿])(?![元人名户])")
_RATIO = re.compile(r"[0-9.]{1,9}(?:[:：∶][0-9]{1,9}(?:\.[0-9]{1,9})?)+")
_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-3])(?:[:：][0-5][0-9]){1,2}")
_ALL_OF = re.compile("(?:占|作为|贯穿|贯穿于|对|将|把|覆盖|涵盖|涉及|取消|完成|包括|承担|比|及|以|为|在|从|向|用)$")
"""What 全部 is no predicate behind: 占全部税收 only says which."""
_ENDS = re.compile("[，。、；]|$")
_PLAN = re.compile("计划|行动|工程|目标|器")
_COMPARED = re.compile("比|结构|构成|调整|优化|[由为]$")
_PARTS = {"亿": 10**8, "万": 10**4, "千万": 10**7, "百万": 10**6, "千": 1000, "百": 100}


def read_figures(text: str, units: Units) -> list[Figure]:
    """All quantities that `text` states, in the order of their offsets. Never raises."""
    return read(text, units).figures


def read(text: str, units: Units) -> Reading:
    """All quantities that `text` states, and all numerals that state none. Never raises."""
    phrases = Phrases(text, units)
    plain = phrases.text
    at, size = 0, len(plain)
    while at < size and (match := _SCAN.search(plain, at)):
        start, end = match.span()
        first = plain[start]
        if "0" <= first <= "9":
            at = _digits(phrases, start)
        elif first in asides.MARKS:
            run = asides.at_mark(plain, start)
            at = phrases.leave(start, run[1], run[0]) if run else end
        elif first in _WORDS:
            at = _word(phrases, start, end)
        else:
            at = max(start + 1, chinese_numerals.read(phrases, start))
    return phrases.reading()


def _word(phrases: Phrases, start: int, end: int) -> int:
    """A word that states a quantity, or looks like one; returns the offset after it."""
    text = phrases.text
    match text[start]:
        case "每":
            return phrases.denominator(start)
        case "全":
            whole = joined(text[end : end + 1]) and not _ALL_OF.search(text, max(0, start - 4), start)
            return phrases.word(start, end, 100, "%", kind="all") if whole else end
        case "首":
            return phrases.leave(start, end + 1, "first_of_its_kind")
        case "翻" if text[start + 1] == "番":
            return end if _PLAN.match(text, end) else phrases.word(start, end, 2, "倍", kind="multiple")
        case "倍":
            return phrases.leave(start, end, "word") if _ENDS.match(text, end) else end
        case "翻":
            return phrases.word(start, end, 2 ** int(numeral_value(text[end - 2]) or 1), "倍", kind="multiple")
        case "过" if text[start - 1 : start] == "双":
            return phrases.leave(start - 1, end, "name")
        case "过":
            return phrases.word(start, end, 50, "%", bound="more_than")
        case _:  # 半数
            return phrases.word(start, end + 1, 50, "%")


def _digits(phrases: Phrases, start: int) -> int:
    """The number in digits that begins at `start`; returns the offset after what was read."""
    text = phrases.text
    match = _NUMBER.match(text, start)
    assert match is not None
    end = match.end()
    if _CODE.search(text, max(0, start - 2), start):
        head, tail = _HEAD.search(text, max(0, start - 16), start), _LATIN.match(text, end)
        return phrases.leave(head.start() if head else start, tail.end() if tail else end, "name")
    if end - start > LONGEST:
        return phrases.leave(start, end, "name")
    if run := asides.at_digits(text, start, end):
        return phrases.leave(start, run[1], run[0])
    follows = text[end : end + 1]
    if follows in "亿万" and follows and (mixed := _MIXED.match(text, start)):
        whole = int(mixed[1]) * _PARTS[mixed[2]] + int(mixed[3]) * _PARTS[mixed[4]]
        if int(mixed[3]) * _PARTS[mixed[4]] < _PARTS[mixed[2]]:
            return phrases.quantity(start, mixed.end(), Decimal(whole))
    if follows == "/" and (part := _PER_MANY.match(text, start)):
        return phrases.quantity(start, part.end(), Decimal(part[1]), unit=f"/{part[2]}")
    if follows == "/" and (part := _FRACTION.match(text, start)) and int(part[1]) < int(part[2]):
        return phrases.quantity(start, part.end(), Decimal(part[1]), unit=f"/{int(part[2])}")
    if follows in ":：∶" and follows and (ratio := _RATIO.match(text, start)):
        return _ratio(phrases, start, ratio[0])
    return phrases.quantity(start, end, Decimal(match[0].replace(",", "")))


def _ratio(phrases: Phrases, start: int, run: str) -> int:
    """Parts of a whole (4.0∶37.7∶58.3), a ratio to one (2.1∶1), or a time of the day."""
    text, end = phrases.text, start + len(run)
    parts = re.split("[:：∶]", run)
    if _CLOCK.fullmatch(run) and not _COMPARED.search(text, max(0, start - 12), start):
        return phrases.leave(start, end, "date")
    if len(parts) == 2 and parts[1] == "1":
        return phrases.quantity(start, end, Decimal(parts[0]), unit="∶1")
    at = start
    for part in parts:
        phrases.word(at, at + len(part), Decimal(part))
        at += len(part) + 1
    return end
