"""What a figure states, as fields of the content: value, unit, bound, estimate, the years that it speaks of, its basis. Pure."""

from __future__ import annotations

from decimal import Decimal

from workreport.content import Block, dense
from workreport.draft.drafted import Tree
from workreport.figures import Figure, Period, Units, read_figures
from workreport.gate import Setting


def fields(figure: Figure, setting: Setting) -> dict[str, object]:
    """The fields of a metric or target, in the order in which they are written."""
    quantity = figure.quantity
    own: dict[str, object] = {"value": number(quantity.value)}
    if quantity.high is not None:
        own["value_high"] = number(quantity.high)
    own |= {"unit": quantity.unit.printed, "bound": quantity.bound}
    if quantity.estimate:
        own["estimate"] = True
    return {**own, **times(figure, setting, Period.alone(setting.year))}


def times(figure: Figure, setting: Setting, usual: Period) -> dict[str, object]:
    """Period and basis. `usual`: the years that it speaks of where none are written."""
    own = period(spoken_of(figure, setting), usual)
    if figure.basis is not None:
        own["basis"] = figure.basis
    return own


def period(spoken: Period | None, usual: Period) -> dict[str, object]:
    """The field of a period; none where it is the usual one."""
    if spoken is None or spoken == usual:
        return {}
    return {"period": {key: end for key, end in (("from", spoken.first), ("to", spoken.last)) if end is not None}}


def spoken_of(figure: Figure, setting: Setting) -> Period | None:
    """The years that the sentence of a figure, its paragraph or a heading name for it; None where they name none."""
    return spoken_at(figure.start, setting)


def spoken_at(start: int, setting: Setting) -> Period | None:
    """The same of what stands at an offset."""
    begin = setting.block.sentence_at(start).start
    said, before = dense(setting.block.text[begin:start]), dense(setting.block.text[:begin])
    return setting.governed(said)[0] or setting.over(before)


def stated_alone(text: str, start: int, figure: Figure, units: Units) -> bool:
    """Whether a run of a paragraph, which begins at `start` there, says of a figure by itself what the paragraph does."""
    at = figure.start - start, figure.end - start
    return any(
        one.quantity == figure.quantity and one.start < at[1] and at[0] < one.end for one in read_figures(text, units)
    )


def above(blocks: tuple[Block, ...], block: Block) -> tuple[str, ...]:
    """The headings over a paragraph without white space, the nearest first."""
    found: list[Block] = []
    for other in blocks:
        if other is block:
            break
        if other.level:
            found = [other, *(heading for heading in found if heading.level < other.level)]
    return tuple(heading.dense for heading in found)


def number(value: Decimal) -> int | float:
    """A value as YAML has it."""
    return int(value) if value == value.to_integral_value() else float(value)


def growth(change: Figure, setting: Setting, usual: Period) -> Tree:
    """The change beside a figure. `usual`: the years of that figure."""
    quantity = change.quantity
    value = number(-quantity.value if quantity.kind == "decline" else quantity.value)
    own: dict[str, object] = {"value": value, "unit": quantity.unit.printed}
    if quantity.bound != "exact":
        own["bound"] = quantity.bound
    return {**own, **times(change, setting, usual)}
