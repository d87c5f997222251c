"""False source texts and false English: characters, lines, units, numbers, hedges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tools.planting.folder import Folder
from tools.planting.mutant import Plants, kind
from tools.planting.numbers import doubled, numbers, put, tens, value

_HAN = re.compile(r"[\u4e00-\u9fff]")
_UNITS = (
    ("square meters", "square kilometers"), ("square kilometers", "square meters"), ("kilometers", "miles"),
    ("households", "people"), ("people", "households"), ("billion yuan", "million yuan"), ("million yuan", "billion yuan"),
    ("yuan", "US dollars"), ("mu ", "hectares "), ("tons", "kilograms"), ("micrograms", "milligrams"), ("square meters", "mu"),
)  # fmt: skip
_HEDGES = ("no more than", "less than", "under", "below", "beyond", "nearly", "up to", "over", "about")
_HEDGED = (
    ("more than", "no more than"), ("more than", "less than"), ("at least", "at most"), ("at least", "less than"),
    ("about", "more than"), ("no more than", "more than"), ("no less than", "no more than"), ("over", "under"),
)  # fmt: skip


def quoted(folder: Folder, file: str) -> list[tuple[int, int]]:
    """Where the quotes and waivers of the folder stand in a source text."""
    text = folder.texts[file]
    runs = [item.quote for item in (*folder.metrics, *folder.commitments, *folder.targets)]
    year = file.removeprefix("source/").partition(".")[0]
    for field in ("figures", "sentences"):
        runs += [waiver.text("text") for waiver in folder.listed(f"source/{year}.waivers.yaml", field)]
    return [found.span() for run in runs if run for found in re.finditer(re.escape(run), text)]


@kind("a character of the source changed outside every quote")
def source_character(folder: Folder) -> Plants:
    for _, file, _ in folder.cycles:
        text = folder.texts[file]
        spans = quoted(folder, file)
        free = [m.start() for m in _HAN.finditer(text) if not any(start <= m.start() < end for start, end in spans)]
        for at in free[:: max(1, len(free) // 200)]:
            new = "变" if text[at] != "变" else "不"
            yield f"{text[at - 5 : at]}【{text[at]}→{new}】{text[at + 1 : at + 6]}", (folder.at(file, at, at + 1, new),)


@kind("the original as received altered")
def original_altered(folder: Folder) -> Plants:
    for file, text in folder.texts.items():
        if file.endswith(".original.md"):
            places = [m.start() for m in _HAN.finditer(text)]
            for at in places[:: max(1, len(places) // 20)]:
                yield f"{text[at]} → 变", (folder.at(file, at, at + 1, "变" if text[at] != "变" else "不"),)


@kind("source, quote, value and English altered alike")
def altered_alike(folder: Folder) -> Plants:
    for item in folder.figures:
        printed, own = item.text("value"), item.text("quote")
        for year, file, english in folder.cycles:
            text = folder.texts[file]
            if int(year) not in (int(item.year), int(item.year) + 1) or not own or text.count(own) != 1:
                continue
            hits = [n for n in numbers(own) if value(n[0]) == value(printed)]
            same = [n for n in numbers(folder.texts[english]) if tens(value(n[0]), value(printed))]
            if len(hits) != 1 or len(same) != 1:
                continue
            new = put(own, hits[0], doubled(hits[0][0]))
            edits = [folder.rewrite(file, own, new), item.put("quote", new)]
            edits.append(folder.at(english, same[0].start(), same[0].end(), doubled(same[0][0])))
            yield f"{own[:40]} → {doubled(hits[0][0])}", (*edits, item.put("value", doubled(printed)))


def _lines(folder: Folder) -> Iterator[tuple[str, int, int, str]]:
    """Each sentence of a translation: its file, where it stands, and its text."""
    for _, _, file in folder.cycles:
        at = 0
        for line in folder.texts.get(file, "").splitlines(keepends=True):
            text = line.rstrip("\n")
            if len(text) > 30 and not text.startswith("#"):
                yield file, at, at + len(text), text
            at += len(line)


@kind("English: a line replaced by another without figures")
def english_replaced(folder: Folder) -> Plants:
    plain = [line for line in _lines(folder) if not re.search(r"\d|\*\*", line[3])]
    for one, other in zip(plain, plain[7:] + plain[:7], strict=True):
        if one[0] == other[0]:
            yield f"{one[3][:50]} → {other[3][:50]}", (folder.at(*one[:3], other[3]),)


@kind("English: two lines without figures swapped")
def english_swapped(folder: Folder) -> Plants:
    plain = [line for line in _lines(folder) if not re.search(r"\d|\*\*", line[3])]
    for one, other in pairwise(plain):
        if one[0] == other[0]:
            yield f"{one[3][:50]} ⇄ {other[3][:50]}", (folder.at(*one[:3], other[3]), folder.at(*other[:3], one[3]))


@kind("English: a line negated")
def english_negated(folder: Folder) -> Plants:
    verbs = re.compile(r"\b(will|must|should|are|is|was|were|has|have|can) (?!not\b)")
    for file, start, _, text in _lines(folder):
        found = verbs.search(text)
        if found:
            at = start + found.end()
            yield f"…{text[max(0, found.start() - 20) : found.end()]}not …", (folder.at(file, at, at, "not "),)
        elif text.startswith("We "):
            yield f"We never {text[3:40]}", (folder.at(file, start + 3, start + 3, "never "),)


@kind("English: a unit changed")
def english_unit(folder: Folder) -> Plants:
    for file, start, _, text in _lines(folder):
        for old, new in _UNITS:
            found = re.search(rf"\d[\d,.]*(?: (?:million|billion|trillion))? (?P<unit>{old})", text)
            if found:
                at = start + found.start("unit")
                yield f"{found[0]} → {new}", (folder.at(file, at, at + len(old), new),)


@kind("English: % made percentage points, or the reverse")
def english_points(folder: Folder) -> Plants:
    for file, start, _, text in _lines(folder):
        for found in re.finditer(r"(?<=\d)%", text):
            at = start + found.start()
            yield (
                f"{text[max(0, found.start() - 12) : found.end()]}",
                (folder.at(file, at, at + 1, " percentage points"),),
            )
        for found in re.finditer(r"(?<=\d) percentage points?", text):
            at = start + found.start()
            yield f"{text[max(0, found.start() - 12) : found.end()]}", (folder.at(file, at, at + len(found[0]), "%"),)


@kind("English: two numbers of a sentence swapped")
def english_numbers(folder: Folder) -> Plants:
    for file, start, _, text in _lines(folder):
        found = numbers(text)
        for one, other in pairwise(found):
            if one[0] != other[0]:
                edits = (folder.at(file, start + one.start(), start + one.end(), other[0]),
                         folder.at(file, start + other.start(), start + other.end(), one[0]))  # fmt: skip
                yield f"{one[0]} ⇄ {other[0]}", edits


@kind("English: a number altered")
def english_number(folder: Folder) -> Plants:
    for file, start, _, text in _lines(folder):
        for found in numbers(text):
            yield (
                f"{found[0]} → {doubled(found[0])}",
                (folder.at(file, start + found.start(), start + found.end(), doubled(found[0])),),
            )


@kind("English: a hedge made another")
def english_hedge(folder: Folder) -> Plants:
    for file, start, _, text in _lines(folder):
        for old, new in _HEDGED:
            for found in re.finditer(rf"(?<!no )\b(?P<hedge>{old}) (?=[\d])", text):
                at = start + found.start()
                yield f"{new} {text[found.end() : found.end() + 12]}", (folder.at(file, at, at + len(old), new),)


@kind("English: a hedge added before a number")
def english_hedge_added(folder: Folder) -> Plants:
    turn = 0
    for file, start, _, text in _lines(folder):
        for found in numbers(text):
            before = text[max(0, found.start() - 14) : found.start()]
            if re.search(
                r"(than|least|most|about|over|nearly|to|of|No\.|under|below) $", before
            ) or not before.endswith(" "):
                continue
            hedge = _HEDGES[turn % len(_HEDGES)]
            turn += 1
            at = start + found.start()
            yield f"{before}{hedge} {found[0]}", (folder.at(file, at, at, f"{hedge} "),)


@kind("English of a title or of plain words: a hedge made another or added")
def typed_hedge(folder: Folder) -> Plants:
    turn = 0
    for item in (*folder.metrics, *folder.commitments, *folder.targets):
        for field in ("title", "plain"):
            en = item.text(field, "en")
            for old, new in _HEDGED:
                found = re.search(rf"(?<!no )\b{old} (?=\d)", en, re.IGNORECASE)
                if found:
                    yield f"{en} → {new}", (item.put(field, "en", f"{en[: found.start()]}{new} {en[found.end() :]}"),)
            bare = re.search(r"(?<!than )(?<!least )(?<!most )(?<!about )(?<=[a-z] )(?=\d)(?!\d{4}\b)", en)
            if bare:
                hedge = _HEDGES[turn % len(_HEDGES)]
                turn += 1
                yield f"{en} + {hedge}", (item.put(field, "en", f"{en[: bare.start()]}{hedge} {en[bare.start() :]}"),)
