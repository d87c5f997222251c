"""The figure reader: a Chinese sentence goes in, the quantities that it states come out.

Pure. It knows how official Chinese writes quantities (hedges before and after the number, 余 and 多
inside it, ranges, scales such as 万 and 亿, growth and decline, words such as 零增长 and 全部) and
what only looks like one (dates, ordinals, names with numbers in them). Which units exist is data:
`Units` is made from `content/units.yaml`.

Every numeral is judged by the few characters round it, so the reader is linear in the length of the
text and cannot raise on any text. A number that it leaves alone is not lost: the gate asks for each
numeral of the source text whether somebody has accounted for it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from workreport.figures.bounds import Bound, hedge_after, hedge_before
from workreport.figures.numerals import CHINESE, LONGEST, narrow, numeral_value
from workreport.figures.quantity import Kind, Quantity
from workreport.figures.units import Units, joined

_DASHES = "-－—–~～至到"
_SENTENCE_END = re.compile(r"[。！？]")
_ESTIMATE = re.compile(r"预计|预估|估计")
# A name in quotation marks or a title in book marks is short and holds no second opening mark.
_NAME = re.compile(r"“[^“”]{0,30}”|《[^《》]{0,60}》|〔[^〔〕]{0,10}〕")

_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_TOKEN = re.compile(
    rf"(?P<digits>{_NUMBER})"
    rf"|(?P<chinese>[{CHINESE}]+)"
    r"|(?P<scale>[万亿](?=[余多]))"
    r"|(?P<all>全部)"
    r"|(?P<first>首(?=[家个座条项]))"
)
_ZERO_GROWTH = re.compile(r"零增长")
_DOUBLING = re.compile(r"翻([一两二三四])番")

_LINKS = ("达到", "为", "达", "到", "至", "在")
_RISE = ("增长", "增加", "上升", "提高", "提升", "增幅", "增")
_FALL = ("下降", "降低", "减少", "回落", "下滑", "压减", "缩减", "降")
_GROWTH_UNITS = frozenset({"%", "倍", "个百分点", "个千分点"})
_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Where a quantity stands in a text.

    `text` is the printed form with its hedges and without white space; `start` and `end` are the offsets of that run
    in the text that was read, white space included.
    """

    start: int
    end: int
    text: str
    quantity: Quantity


class _Context:
    """What holds for a whole text: where names stand, and from where to where an estimate reaches."""

    def __init__(self, text: str) -> None:
        names = [m.span() for m in _NAME.finditer(text)]
        self._name_starts = [start for start, _ in names]
        self._name_ends = [end for _, end in names]
        self._stops = [m.end() for m in _SENTENCE_END.finditer(text)]
        self._estimates = [m.start() for m in _ESTIMATE.finditer(text)]

    def in_name(self, position: int) -> bool:
        index = bisect_right(self._name_starts, position) - 1
        return index >= 0 and position < self._name_ends[index]

    def estimate_at(self, position: int) -> int | None:
        """Where the 预计 stands that governs `position`: the last one before it in its sentence."""
        index = bisect_right(self._estimates, position) - 1
        if index < 0:
            return None
        stop = bisect_right(self._stops, position) - 1
        begin = self._stops[stop] if stop >= 0 else 0
        return self._estimates[index] if self._estimates[index] >= begin else None


def read_figures(text: str, units: Units) -> list[Figure]:
    """All quantities that `text` states, in the order of their offsets. Never raises."""
    plain = narrow(text)
    context = _Context(plain)
    special = [*_special(plain, units, context)]
    taken = {position for figure in special for position in range(figure.start, figure.end)}
    found: list[Figure] = []
    skip_to = 0
    for token in _TOKEN.finditer(plain):
        if token.start() < skip_to or token.start() in taken or context.in_name(token.start()):
            continue
        figure = _read(plain, token, units, context)
        if figure is not None:
            while found and found[-1].start >= figure.start:
                found.pop()  # 每千人3张: the rate takes the 千人 into it
            if (found and figure.start < found[-1].end) or not taken.isdisjoint(range(figure.start, figure.end)):
                continue  # 百分之百分之三: what no sentence says; the gate finds its numeral unaccounted for
            found.append(figure)
            skip_to = figure.end
    return sorted([*special, *found], key=lambda figure: figure.start)


def _special(plain: str, units: Units, context: _Context) -> Iterator[Figure]:
    """Quantities that are words of their own: 零增长, 翻一番."""
    for match in _ZERO_GROWTH.finditer(plain):
        yield _word(plain, match.span(), Decimal(0), "growth", "%", units, context)
    for match in _DOUBLING.finditer(plain):
        times = Decimal(2) ** (numeral_value(match[1]) or 1)
        yield _word(plain, match.span(), times, "multiple", "倍", units, context)


def _word(
    plain: str, run: tuple[int, int], value: Decimal, kind: Kind, unit: str, units: Units, context: _Context
) -> Figure:
    """A quantity that a word states, exact."""
    start, end = run
    quantity = Quantity(
        value=value, unit=units.unit(unit), bound="exact", estimate=context.estimate_at(start) is not None, kind=kind
    )
    return Figure(start=start, end=end, text=plain[start:end], quantity=quantity)


def _read(plain: str, token: re.Match[str], units: Units, context: _Context) -> Figure | None:
    """The figure that begins with this numeral, or None where the numeral is no quantity."""
    start, end = token.span()
    before = plain[max(0, start - 16) : start]
    after = plain[end : end + 24]
    if token["all"]:
        return _word(plain, (start, end), Decimal(100), "all", "%", units, context) if joined(after[:1]) else None
    if token["first"]:
        return _word(plain, (start, end + 1), Decimal(1), "first", after[0], units, context)
    if _named(plain, token, before, after):
        return None
    if token["scale"]:
        value: Decimal | None = Decimal(1)  # 万余人次: the scale alone, read as one of it
        end = start
        after = plain[end : end + 24]
    else:
        value = numeral_value(token[0]) if end - start <= LONGEST else None
    if value is None:
        return None
    if token["chinese"] and token[0] in ("零", "〇"):
        head = _zero(plain, start, end, before)
        return None if head is None else _word(plain, (head, end), Decimal(0), "level", "", units, context)

    high, unit, more, used = None, *units.after(after)
    span = _range(plain, end, unit, used, units) if not before.rstrip().endswith(("由", "从")) else None
    if span is not None:
        high, unit, more, end_of_unit = span
        if high <= value:
            return None
    else:
        end_of_unit = end + used
    per, per_start = _per(before, start, units)
    if per and unit:
        unit = f"{unit}/{per}"
    hundredths = before.rstrip().endswith("百分之")
    if hundredths:
        unit, end_of_unit = "%", end if span is None else end_of_unit
    if not unit and not _stands_alone(plain, end_of_unit):
        return None
    if (token["chinese"] and not unit) or (token[0] == "一" and not hundredths):
        return None  # 一个, 一项 are articles more often than counts; 三 without a unit counts nothing
    tail = plain[end_of_unit : end_of_unit + 8]
    if tail.lstrip().startswith(("级", "及以上", "及以下")):
        return None  # a threshold that names a class (亿元级企业, 亿元及以上企业), not a count

    bound, hedge, head_start, tail_end = _bound(plain, start, end_of_unit, per_start, more, high is not None)
    kind = _kind(plain[max(0, head_start - 10) : head_start], unit)
    if hundredths:
        head_start = plain.rfind("百分之", 0, start)
    quantity = Quantity(
        value=value,
        high=high,
        unit=units.unit(unit),
        bound=bound,
        hedge=hedge,
        estimate=context.estimate_at(start) is not None,
        kind=kind,
    )
    return Figure(start=head_start, end=tail_end, text=_SPACE.sub("", plain[head_start:tail_end]), quantity=quantity)


def _named(plain: str, token: re.Match[str], before: str, after: str) -> bool:
    """Whether the numeral is part of a name, a date, a code or an ordinal."""
    last, first = before[-1:], after[:1]
    if last and last.isascii() and (last.isalpha() or last in "._"):
        return True  # PM2.5, A3
    if before.rstrip().endswith("第"):
        return True
    follows = after.lstrip()[:1]
    if token["digits"]:
        if first.isascii() and (first.isalpha() or first == "_"):
            return True  # 5G, 110kV
        if follows in ("月", "日"):
            return True
        if follows == "年" and len(token[0]) == 4:
            return True
        if (last == "-" and before[-2:-1].isdigit()) or re.match(r"-[0-9]+-", after):
            return True  # 2023-01-04
    return False


def _zero(plain: str, start: int, end: int, before: str) -> int | None:
    """Where a figure of 零 begins; it counts only as a result: 动态为零, 降为零, 清零. 零就业家庭 is a name."""
    if before.rstrip().endswith(("为", "归", "清")) and not joined(plain[end : end + 1]):
        return start - 1 if before[-1:] in ("为", "归", "清") else start
    return None


def _range(plain: str, end: int, unit: str, used: int, units: Units) -> tuple[Decimal, str, str, int] | None:
    """The upper end of a range whose lower numeral ends at `end`: (high, unit, 余, offset after the unit)."""
    position = _SPACE.match(plain, end + used if unit else end)
    assert position is not None
    dash = plain[position.end() : position.end() + 1]
    if not dash or dash not in _DASHES:
        return None
    beyond = _SPACE.match(plain, position.end() + 1)
    assert beyond is not None
    token = _TOKEN.match(plain, beyond.end())
    if token is None or not (token["digits"] or token["chinese"]) or token.end() - token.start() > LONGEST:
        return None
    high = numeral_value(token[0])
    second, more, length = units.after(plain[token.end() : token.end() + 24])
    if high is None or not second or (unit and unit != second):
        return None
    return high, second, more, token.end() + length


def _per(before: str, start: int, units: Units) -> tuple[str, int]:
    """`每万人` before the number makes a rate of it: ("万人", offset of 每), or ("", start)."""
    found = units.per(before)
    return (found[0], start - len(before) + found[1]) if found else ("", start)


def _stands_alone(plain: str, end: int) -> bool:
    """A number without a unit counts only where nothing is joined to it."""
    following = plain[end : end + 1]
    return not following or (following in "，。；、！？）)" and bool(following))


def _bound(plain: str, start: int, end: int, per_start: int, more: str, is_range: bool) -> tuple[Bound, str, int, int]:
    """What the words round the number say: (bound, hedge, offset of the first word, offset after the last)."""
    head = min(start, per_start)
    before = plain[max(0, head - 12) : head]
    bare = before.rstrip()
    for link in _LINKS:
        if bare.endswith(link) and not bare.endswith(("不到",)):
            bare = bare[: -len(link)].rstrip()
            break
    tail = plain[end : end + 8]
    space = len(tail) - len(tail.lstrip())
    after = tail.lstrip()
    if found := hedge_after(after):
        word, bound = found
        return "range" if is_range else bound, word, head, end + space + len(word)
    if is_range:
        return "range", "", head, end
    if found := hedge_before(bare):
        word, bound = found
        return bound, word, head - len(before) + len(bare) - len(word), end
    if more:
        return "at_least", more, head, end
    return "exact", "", head, end


def _kind(before: str, unit: str) -> Kind:
    """Whether the number is a level or a change, from the verb before it."""
    if unit not in _GROWTH_UNITS:
        return "level"
    verb = before.rstrip()
    for word in ("均", "了", "约"):
        verb = verb.removesuffix(word)
    if verb.endswith("改善"):
        return "improvement"
    if verb.endswith(_RISE):
        return "growth"
    if verb.endswith(_FALL):
        return "decline"
    return "multiple" if unit == "倍" else "level"
