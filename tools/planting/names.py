"""False names: of terms, units and places."""

from __future__ import annotations

from itertools import pairwise

from tools.planting.folder import Folder, Item
from tools.planting.mutant import Plants, kind


def _of_another(items: tuple[Item, ...], *fields: str) -> Plants:
    for one, other in zip(items, items[1:] + items[:1], strict=True):
        new = {field: other.get(field) for field in fields}
        if one != other and all(new.values()) and any(one.get(field) != new[field] for field in fields):
            name = one.text("zh") or one.text("zh", "zh")
            yield f"{name}: that of {other.text('zh')}", tuple(one.put(field, value) for field, value in new.items())


@kind("glossary: the meaning of another term")
def glossary_meaning(folder: Folder) -> Plants:
    yield from _of_another(folder.listed("glossary.yaml", "terms"), "meaning")


@kind("glossary: the English of another term")
def glossary_english(folder: Folder) -> Plants:
    yield from _of_another(folder.listed("glossary.yaml", "terms"), "en")


@kind("place: the English of another place")
def place_english(folder: Folder) -> Plants:
    yield from _of_another(folder.listed("places.yaml", "places"), "en")


@kind("unit: the English of another unit")
def unit_english(folder: Folder) -> Plants:
    units = tuple(unit for unit in folder.listed("units.yaml", "units") if unit.text("one"))
    yield from _of_another(units, "one", "other")
    yield from _of_another(tuple(unit for unit in units if unit.get("named")), "one", "other", "named")


@kind("unit: another factor of a scale")
def scale_factor(folder: Folder) -> Plants:
    for scale in folder.listed("units.yaml", "scales"):
        new = scale.text("factor") + "0"
        yield f"{scale.text('zh')}: {new}", (scale.put("factor", new),)


@kind("measure: the English of another measure")
def measure_english(folder: Folder) -> Plants:
    measures = folder.listed("measures.yaml", "measures")
    for one, other in zip(measures, measures[1:] + measures[:1], strict=True):
        if one != other and other.text("name", "en"):
            yield (
                f"{one.text('name', 'zh')}: {other.text('name', 'en')}",
                (one.put("name", "en", other.text("name", "en")),),
            )


@kind("topic: the title of another topic")
def topic_title(folder: Folder) -> Plants:
    topics = folder.listed("site.yaml", "topics")
    for one, other in zip(topics, topics[1:] + topics[:1], strict=True):
        if one != other:
            yield f"{one.text('title', 'zh')} ⇄ {other.text('title', 'zh')}", folder.swap(one, other, "title")


@kind("topics of another item")
def topics_of_another(folder: Folder) -> Plants:
    items = (*folder.metrics, *folder.commitments)
    for one, other in pairwise(items):
        if one.get("topics") and other.get("topics") and not set(one.get("topics")) & set(other.get("topics")):
            yield f"{one.text('title', 'zh')}: {other.get('topics')}", (one.put("topics", other.get("topics")),)
