"""A draft that the gate refuses in parts, until it holds: what is refused goes, and what is left is a person's to decide.

The gate judges a draft as it judges what editors write. An item that it refuses is taken out; a numeral or a clause that then
belongs to nothing gets a waiver that says `undecided`, which a release refuses. So a draft always builds, and never says more
than the gate lets it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from workreport.content import Block, Source, dense, load, parse
from workreport.diagnostics import Diagnostic, Refusal
from workreport.draft.drafted import Left, Tree
from workreport.draft.folder.record import Part, Record, Written, files
from workreport.draft.folder.written import entry
from workreport.figures import numerals
from workreport.gate import (
    FIGURE_UNCOVERED,
    FIGURE_UNIT_UNKNOWN,
    PERMALINK_UNRECORDED,
    PROMISE_UNCOVERED,
    Verified,
    verify,
)

_ROUNDS = 12
_TITLE_LINE = 2
_PLAIN: dict[Part, str] = {"review": "工作回顾", "tasks": "工作安排"}
"""What a section is called whose own words the gate does not take for a title."""


@dataclass(slots=True, kw_only=True)
class Settled:
    """What the gate had to say of a draft."""

    dropped: list[tuple[str, str]] = field(default_factory=list)
    """Id and why, of items that it refused."""
    left: list[Left] = field(default_factory=list)
    """Numerals that nothing accounts for."""
    unclear: int = 0
    """Clauses of the tasks that nothing accounts for."""


def settle(record: Record, folder: Path, shared: Mapping[str, str]) -> tuple[Settled, Verified]:
    """Mend a record until the gate takes it. `folder` is empty and for this alone; `shared`: its other files.

    Raises `Refusal` with what no mending helps against: a fault of the files of the folder, or of this program.
    """
    done = Settled()
    source = parse("", record.outline.text)
    last = Refusal(())
    for _ in range(_ROUNDS):
        written = list(files(record))
        _write(folder, written, record, shared)
        try:
            verified = verify(load(folder, "content"))
        except Refusal as refusal:
            last = refusal
            if not _mend(record, source, {f"content/{one.path}": one for one in written}, refusal.diagnostics, done):
                raise
        else:
            done.left = [left for waiver in record.figures if (left := _left(source, waiver))]
            done.unclear = sum(waiver["reason"] == "undecided" for waiver in record.sentences)
            return done, verified
    raise last


def _write(folder: Path, written: list[Written], record: Record, shared: Mapping[str, str]) -> None:
    texts = {one.path: one.text for one in written} | dict(shared)
    texts["permalinks.yaml"] = permalinks(record)
    if record.places:
        texts["places.yaml"] = "places:\n" + "".join(_lines(record.places))
    if record.measures:
        texts["measures.yaml"] = "measures:\n" + "".join(_lines(record.measures))
    if record.terms:
        texts["glossary.yaml"] = "terms:\n" + "".join(_lines(record.terms))
    for path, text in texts.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())
    for name in record.folders.values():
        (folder / name).mkdir(exist_ok=True)


def permalinks(record: Record) -> str:
    """permalinks.yaml of this report alone."""
    lists = (("permalinks", record.permalinks), ("addresses", record.addresses))
    return "".join(f"{key}:\n" + "".join(f"{line}\n" for line in own) if own else f"{key}: []\n" for key, own in lists)


def _lines(trees: list[Tree]) -> list[str]:
    return [entry(tree) for tree in trees]


def _mend(
    record: Record, source: Source, written: Mapping[str, Written], problems: tuple[Diagnostic, ...], done: Settled
) -> bool:
    """Whether anything could be done about the problems."""
    gone: dict[tuple[int, str], dict[int, Diagnostic]] = {}
    changed = False
    unrecorded = [problem for problem in problems if problem.code is PERMALINK_UNRECORDED]
    others = [problem for problem in problems if problem.code is not PERMALINK_UNRECORDED]
    for problem in others:
        file = written.get(problem.path)
        if problem.path.endswith(".zh.md"):
            changed |= _uncovered(record, source, problem, done)
        elif problem.path.endswith("permalinks.yaml"):
            record.permalinks, record.addresses, changed = [], [], True
        elif problem.path.endswith("places.yaml"):
            changed |= _without_line(record.places, problem.line - 2)
        elif problem.path.endswith("measures.yaml"):
            changed |= _without_measure(record, problem.line - 2)
        elif problem.path.endswith("glossary.yaml"):
            changed |= _without_line(record.terms, problem.line - 2)
        elif file is not None:
            for first, last, key, number in file.lines:
                if first <= problem.line <= last:
                    gone.setdefault((file.section, key), {}).setdefault(number, problem)
            if file.section >= 0 and problem.line == _TITLE_LINE:
                section = record.sections[file.section]
                section.title = str(_values(problem).get("heading") or _PLAIN[section.part])
                changed = True
    for (index, key), numbers in gone.items():
        entries: list[Tree] = record.sections[index].items if key == "items" else getattr(record, key)
        for number in sorted(numbers, reverse=True):
            problem = numbers[number]
            own = _without_target(entries[number], problem, written[problem.path], number) if key == "items" else None
            if own is not None:
                entries[number] = own
            else:
                done.dropped.append((str(entries[number].get("id", key)), f"{problem.code}: {problem.message}"))
                del entries[number]
            changed = True
    if others and (record.permalinks or record.addresses) and gone:
        record.permalinks, record.addresses = [], []
    if not others:
        for problem in unrecorded:
            values = problem.hint.values
            (record.permalinks if values["field"] == "permalinks" else record.addresses).append(str(values["line"]))
            changed = True
    return changed


def _values(problem: Diagnostic) -> Mapping[str, object]:
    return getattr(problem.message, "values", {})


def _without_line(entries: list[Tree], number: int) -> bool:
    """Take out an entry that stands on a line of its own."""
    if 0 <= number < len(entries):
        del entries[number]
        return True
    return False


def _without_measure(record: Record, number: int) -> bool:
    """Take out a measure, and the word of it in what it counts."""
    if not 0 <= number < len(record.measures):
        return False
    name = record.measures.pop(number)["id"]

    def bare(tree: Tree) -> Tree:
        kept = {key: value for key, value in tree.items() if (key, value) != ("measure", name)}
        return kept | ({"targets": [bare(one) for one in tree["targets"]]} if "targets" in tree else {})

    for section in record.sections:
        section.items = [bare(one) for one in section.items]
    return True


def _without_target(tree: Tree, problem: Diagnostic, file: Written, number: int) -> Tree | None:
    """A commitment without the target that a problem is of; None where the commitment itself is."""
    targets = tree.get("targets")
    if not targets:
        return None
    first = next(first for first, _, key, at in file.lines if key == "items" and at == number)
    lines = file.text.split("\n")
    start = next((at for at in range(first, len(lines)) if lines[at].strip() == "targets:"), None)
    if start is None or problem.line - 1 <= start:
        return None
    index = sum(bool(re.match("      - ", line)) for line in lines[start + 1 : problem.line]) - 1
    if not 0 <= index < len(targets):
        return None
    kept = [target for at, target in enumerate(targets) if at != index]
    return {key: (kept if key == "targets" else value) for key, value in tree.items() if key != "targets" or kept}


def _uncovered(record: Record, source: Source, problem: Diagnostic, done: Settled) -> bool:
    """Waive what belongs to nothing, as undecided. False where the problem is another."""
    block = next((block for block in source.blocks if block.line == problem.line), None)
    if block is None:
        return False
    values = _values(problem)
    if problem.code is PROMISE_UNCOVERED:
        sentence, clause = str(values["sentence"]), str(values["clause"]).strip("，；、：。！？ ")
        run = _once(block, clause, next(one for one in block.sentences if one.id == sentence).of(block.text))
        record.sentences.append({"at": sentence, "text": run, "reason": "undecided", "draft": True})
        return True
    if problem.code not in (FIGURE_UNCOVERED, FIGURE_UNIT_UNKNOWN):
        return False
    at = next(offset for offset in range(len(block.text) + 1) if block.column(offset) >= problem.column)
    end = _end(block.text, at, str(values["figure"]))
    run = _widened(block, at, end)
    record.figures.append({"at": block.id, "text": run, "reason": "undecided", "draft": True})
    return True


def _end(text: str, at: int, figure: str) -> int:
    """Where a figure ends that a message prints narrow and without blanks."""
    wanted = _narrow(figure)
    for end in range(at + 1, min(at + 2 * len(figure) + 8, len(text)) + 1):
        if _narrow(text[at:end]) == wanted:
            return end
    return next((b for a, b in numerals(text) if a >= at), at + 1)


def _narrow(text: str) -> str:
    return unicodedata.normalize("NFKC", dense(text))


def _left(source: Source, waiver: Tree) -> Left | None:
    """What a waiver leaves to a person, with its sentence."""
    if waiver["reason"] != "undecided":
        return None
    found = source.find(waiver["text"], (source.by_id[waiver["at"]],))
    block = source.by_id[waiver["at"]]
    at = block.id if block.level or isinstance(found, str) else block.sentence_at(found.start).id
    return Left(sentence=at, run=waiver["text"])


def _widened(block: Block, start: int, end: int) -> str:
    """A run with its figure that stands once in the block."""
    run = block.text[start:end]
    while block.dense.count(dense(run)) > 1 and (start > 0 or end < len(block.text)):
        start, end = max(0, start - 2), min(len(block.text), end + 2)
        run = block.text[start:end]
    return run.strip()


def _once(block: Block, clause: str, sentence: str) -> str:
    """A clause, or its sentence where it stands more than once in the block."""
    return clause if block.dense.count(dense(clause)) == 1 else sentence.strip()
