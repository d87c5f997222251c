"""False quotes and figures: cut, widened, exchanged, altered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from tools.planting.document import Bare, Edit
from tools.planting.folder import Folder, Item
from tools.planting.mutant import Plants, kind
from tools.planting.numbers import doubled, value
from workreport.figures import Figure

FIGURE = ("value", "value_high", "unit", "bound", "estimate", "change", "of")
"""The fields of an item that say its figure."""
_BOUNDS = ("exact", "about", "at_least", "more_than", "at_most")
_CLAUSE = re.compile(r"[，。；！？]")


def own(folder: Folder, item: Item) -> Figure | None:
    """The figure of an item in its quote, read without regard to what else the item says."""
    for figure in folder.read(item.quote):
        if value(item.text("value")) == figure.quantity.value and item.text("unit") == str(figure.quantity.unit):
            return figure
    return None


@kind("value altered")
def value_altered(folder: Folder) -> Plants:
    for item in folder.figures:
        new = doubled(item.text("value"))
        yield f"{item.text('value')} → {new}", (item.put("value", Bare(new)),)


@kind("unit altered")
def unit_altered(folder: Folder) -> Plants:
    for item in folder.figures:
        unit = item.text("unit")
        new = unit[1:] if unit[:1] in "万亿" and len(unit) > 1 else f"万{unit}" if unit not in ("%", "") else "个百分点"
        yield f"{unit} → {new}", (item.put("unit", new),)


@kind("bound altered")
def bound_altered(folder: Folder) -> Plants:
    for item in folder.figures:
        bound = item.text("bound")
        if bound in _BOUNDS:
            new = _BOUNDS[(_BOUNDS.index(bound) + 1) % len(_BOUNDS)]
            yield f"{bound} → {new}", (item.put("bound", new),)


@kind("estimate altered")
def estimate_altered(folder: Folder) -> Plants:
    for item in folder.figures:
        yield "estimate", (item.cut("estimate") if item.text("estimate") == "true" else item.put("estimate", True),)


@kind("quote cut to the bare figure")
def quote_cut(folder: Folder) -> Plants:
    for item in folder.figures:
        figure = own(folder, item)
        if figure and figure.text != item.quote:
            new = item.quote[figure.start : figure.end]
            yield f"{item.quote[:40]} → {new}", (item.put("quote", new),)


@kind("quote cut within its clause, before the figure")
def quote_subject(folder: Folder) -> Plants:
    for item in folder.figures:
        figure = own(folder, item)
        if not figure:
            continue
        begins = max((found.end() for found in _CLAUSE.finditer(item.quote[: figure.start])), default=0)
        if figure.start - begins > 3:  # the verb goes, or half of the subject
            new = item.quote[(begins + figure.start) // 2 :]
            yield f"{item.quote[:40]} → {new}", (item.put("quote", new),)


def _after(folder: Folder, item: Item) -> str:
    """What follows a quote in the source up to the next border of a clause, without the line's end."""
    for _, source, _ in folder.cycles:
        text = folder.texts[source]
        at = text.find(item.quote)
        if at >= 0:
            end = at + len(item.quote)
            line = text.find("\n", end)
            rest = text[end : line if line >= 0 else len(text)]
            found = _CLAUSE.search(rest, 1)
            return rest[: found.start()] if found else rest
    return ""


@kind("a metric's quote widened over what follows")
def quote_widened_metric(folder: Folder) -> Plants:
    for item in folder.metrics:
        more = _after(folder, item)
        if len(more) > 3:
            yield f"{item.quote[-20:]} + {more}", (item.put("quote", item.quote + more),)


def hidden(folder: Folder, item: Item) -> tuple[Edit, ...]:
    """A commitment taken out, with its targets, its page and their addresses retired."""
    page = f"{item.year}/commitments/{item.text('id')}"
    gone = {page, *(f"{item.year}/targets/{target['id']}" for target in item.get("targets") or ())}
    retired = {"zh": "原为误录。", "en": "Entered by mistake."}
    links = (*folder.listed("permalinks.yaml", "permalinks"), *folder.listed("permalinks.yaml", "addresses"))
    entries = [link.put("retired", retired) for link in links if link.text("id") in gone]
    return (item.cut(), *entries) if len(entries) == len(gone) else ()


@kind("a commitment's quote widened over the next promise, which goes")
def quote_widened_commitment(folder: Folder) -> Plants:
    for item, following in pairwise(folder.commitments):
        more = _after(folder, item)
        together = item.loc[:-1] == following.loc[:-1] and item.document is following.document
        if together and following.quote and more.endswith(following.quote) and not following.get("targets"):
            edits = (item.put("quote", item.quote + more), *hidden(folder, following))
            yield f"{item.quote[-20:]} + {more}", edits if len(edits) > 1 else ()


def _pairs(items: tuple[Item, ...]) -> Iterator[tuple[Item, Item]]:
    for one, other in combinations(items, 2):
        if one.document is other.document and one.quote == other.quote and one.get("value") is not None:
            yield one, other


@kind("figures of one shared quote exchanged")
def figures_exchanged(folder: Folder) -> Plants:
    for one, other in _pairs(folder.figures):
        edits = folder.swap(one, other, *FIGURE)
        yield f"{one.text('title', 'zh')} ⇄ {other.text('title', 'zh')}", edits


@kind("own runs of figures swapped")
def runs_swapped(folder: Folder) -> Plants:
    for one, other in _pairs(folder.figures):
        if one.get("of") and other.get("of"):
            yield f"{one.text('of')} ⇄ {other.text('of')}", folder.swap(one, other, "of")


@kind("own run of a figure widened to the whole quote")
def run_widened(folder: Folder) -> Plants:
    for item in folder.figures:
        if item.get("of") and item.text("of") != item.quote:
            yield f"{item.text('of')} → {item.quote[:40]}", (item.put("of", item.quote),)


@kind("figure of another item of the same section, with its quote")
def figure_of_another(folder: Folder) -> Plants:
    for one, other in pairwise(folder.metrics):
        if one.document is other.document and one.quote != other.quote:
            edits = folder.swap(one, other, "quote", *FIGURE)
            yield f"{one.text('title', 'zh')} ⇄ {other.text('title', 'zh')}", edits
