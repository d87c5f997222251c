"""Promises hidden and records altered: waivers, short codes, sentences, ids, redirects."""

from __future__ import annotations

from itertools import combinations, pairwise

from tools.planting.document import Bare, Edit
from tools.planting.folder import Folder, Item
from tools.planting.mutant import Plants, kind
from tools.planting.quotes import hidden

_FIGURES = (
    "date", "name", "ordinal", "document_number", "rank", "note_marker", "duration", "capacity", "threshold",
    "fixed_phrase", "restated", "first_of_its_kind",
)  # fmt: skip
_SENTENCES = ("background", "guiding_principle", "transition", "lead_in", "closing", "distribution")


def _waivers(folder: Folder, year: str, field: str) -> tuple[Item, ...]:
    return folder.listed(f"source/{year}.waivers.yaml", field)


def _sentence(folder: Folder, item: Item, kind_: str) -> str:
    page = f"{item.year}/{kind_}/{item.text('id')}"
    links = folder.listed("permalinks.yaml", "permalinks")
    return next((link.text("sentence") for link in links if link.text("id") == page), "")


def _waived(folder: Folder, item: Item, reason: str) -> tuple[Edit, ...]:
    """A commitment without targets taken out, its page retired, its words waived."""
    at = _sentence(folder, item, "commitments")
    known = _waivers(folder, item.year, "sentences")
    if not at or item.get("targets") or folder.read(item.quote) or not known:
        return ()
    entries = [{name: Bare(value) if name != "text" else value for name, value in w.data.items()} for w in known]
    entry = {"at": Bare(at), "text": item.quote, "reason": Bare(reason)}
    document = known[0].document
    return (document.replace(("sentences",), [*entries, entry]), *hidden(folder, item))


def _hidden(folder: Folder, reason: str) -> Plants:
    for item in folder.commitments:
        yield f"{item.quote} ({reason})", _waived(folder, item, reason)


@kind("a promise hidden behind a waiver as background")
def hidden_background(folder: Folder) -> Plants:
    yield from _hidden(folder, "background")


@kind("a promise hidden behind a waiver as guiding principle")
def hidden_principle(folder: Folder) -> Plants:
    yield from _hidden(folder, "guiding_principle")


@kind("a promise hidden behind a waiver as lead-in")
def hidden_lead_in(folder: Folder) -> Plants:
    yield from _hidden(folder, "lead_in")


@kind("a metric hidden behind a waiver as fixed phrase")
def hidden_metric(folder: Folder) -> Plants:
    used = {target.text("baseline", "metric") for target in folder.targets}
    used |= {f"{chart.year}/{name}" for chart in folder.charts for name in chart.get("metrics") or ()}
    used |= {f"{m.year}/{m.text('part_of') or m.text('part_of', 'metric')}" for m in folder.metrics if m.get("part_of")}
    for item in folder.metrics:
        at = _sentence(folder, item, "metrics").partition("s")[0]
        waivers = _waivers(folder, str(int(item.year) + 1), "figures")
        figures = folder.read(item.quote)
        links = [n for n in folder.listed("permalinks.yaml", "permalinks")
                 if n.text("id") == f"{item.year}/metrics/{item.text('id')}"]  # fmt: skip
        if f"{item.year}/{item.text('id')}" in used or not at or len(figures) != 1 or not waivers or not links:
            continue
        entries = [{n: Bare(v) if n != "text" else v for n, v in waiver.data.items()} for waiver in waivers]
        for reason in ("fixed_phrase", "name"):
            entry = {"at": Bare(at), "text": item.quote, "reason": Bare(reason)}
            retired = links[0].put("retired", {"zh": "原为误录。", "en": "Entered by mistake."})
            edits = (waivers[0].document.replace(("figures",), [*entries, entry]), item.cut(), retired)
            yield f"{item.quote} ({reason})", edits


def _reasons(folder: Folder, field: str, reasons: tuple[str, ...]) -> Plants:
    for year in [cycle for cycle, _, _ in folder.cycles]:
        for waiver in _waivers(folder, year, field):
            for reason in reasons:
                if reason != waiver.text("reason"):
                    what = f"{waiver.text('text')[:40]}: {waiver.text('reason')} → {reason}"
                    yield what, (waiver.put("reason", reason),)


@kind("the reason of a figure's waiver changed")
def reason_figure(folder: Folder) -> Plants:
    yield from _reasons(folder, "figures", _FIGURES)


@kind("the reason of a sentence's waiver changed")
def reason_sentence(folder: Folder) -> Plants:
    yield from _reasons(folder, "sentences", _SENTENCES)


def _links(folder: Folder) -> tuple[Item, ...]:
    return folder.listed("permalinks.yaml", "permalinks")


def _sort(link: Item) -> str:
    return link.text("id").rpartition("/")[0]


@kind("short codes of two items swapped")
def codes_swapped(folder: Folder) -> Plants:
    links = _links(folder)
    for one, other in pairwise(links):
        if _sort(one) == _sort(other):
            yield f"{one.text('code')} ⇄ {other.text('code')}", folder.swap(one, other, "code")


@kind("a short code changed to one that is free")
def code_changed(folder: Folder) -> Plants:
    for link in _links(folder):
        code = link.text("code")
        if code:
            yield f"{code} → {code[:-3]}999", (link.put("code", f"{code[:-3]}999"),)


@kind("the recorded sentence of an item changed")
def sentence_changed(folder: Folder) -> Plants:
    links = _links(folder)
    for one, other in pairwise(links):
        if _sort(one) == _sort(other) and one.text("sentence") != other.text("sentence"):
            yield f"{one.text('id')}: {other.text('sentence')}", (one.put("sentence", other.text("sentence")),)


@kind("ids of two items of one sentence swapped")
def ids_swapped(folder: Folder) -> Plants:
    for kind_, items in (("commitments", folder.commitments), ("metrics", folder.metrics)):
        used = {target.text("baseline", "metric") for target in folder.targets}
        by_sentence: dict[tuple[str, str], list[Item]] = {}
        for item in items:
            if f"{item.year}/{item.text('id')}" not in used:
                by_sentence.setdefault((item.year, _sentence(folder, item, kind_)), []).append(item)
        for together in by_sentence.values():
            for one, other in combinations(together, 2):
                yield f"{one.text('id')} ⇄ {other.text('id')}", folder.swap(one, other, "id")


@kind("moved_to a stranger")
def moved_to_stranger(folder: Folder) -> Plants:
    """A commitment is renamed, its new page recorded; the old one leads to another's. Redirects that exist likewise."""
    links = {link.text("id"): link for link in _links(folder)}
    pages = [name for name, link in links.items() if not link.get("moved_to") and not link.get("retired")]
    for item in folder.commitments:
        link = links.get(f"{item.year}/commitments/{item.text('id')}")
        others = [name for name in pages if link and name != link.text("id") and _sort(links[name]) == _sort(link)]
        if link and others:
            name = f"{item.text('id')[:50]}-anew"
            entry = link.data | {"id": f"{item.year}/commitments/{name}", "code": f"{link.text('code')[:-3]}999"}
            edits = (item.put("id", Bare(name)), link.put("moved_to", others[0]), link.before(entry))
            yield f"{link.text('id')} → {others[0]}", edits
    for link in links.values():
        others = [name for name in pages if name != link.text("moved_to") and _sort(links[name]) == _sort(link)]
        if link.get("moved_to") and others:
            yield f"{link.text('id')} → {others[0]}", (link.put("moved_to", others[0]),)
