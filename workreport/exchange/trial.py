"""A content folder as it would be: files with what came back, read and put before the gate before any of them is written."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from workreport.content import Content, align, load, parse
from workreport.diagnostics import Diagnostic, Refusal, say
from workreport.exchange.collect import files
from workreport.exchange.unit import Returned, Unit
from workreport.gate import verify


def tried(
    root: Path, shown: str, files: Mapping[str, bytes], languages: tuple[str, ...] = ()
) -> tuple[Content | None, tuple[Diagnostic, ...]]:
    """The content with other files in it, where it could be read, and all that is wrong with it.

    `languages` as `load` takes them: with them a text that has no translation yet is none of the problems.
    """
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder, "content")
        shutil.copytree(root, trial, ignore=shutil.ignore_patterns(".*"))
        for name, data in files.items():
            (trial / name).write_bytes(data)
        content = None
        try:
            content = load(trial, shown, languages)
            verify(content)
        except Refusal as refusal:
            return content, refusal.diagnostics
    return content, ()


def of_units(
    content: Content,
    shown: str,
    path: str,
    found: Mapping[str, Returned],
    units: Mapping[str, Unit],
    problems: Iterable[Diagnostic],
) -> Iterator[Diagnostic]:
    """Those of the problems that lie in what came back, each at its line of the translator's file."""
    places = dict(_places(content, shown, [units[key] for key in found]))
    for problem in problems:
        key = places.get((problem.path, problem.line, problem.column)) or places.get((problem.path, problem.line, 0))
        if key is None:
            continue
        line = found[key].line
        message = problem.message if not units[key].loc else say("{unit}: {message}", unit=key, message=problem.message)
        yield replace(problem, path=path, line=line, column=1 if line else 0, message=message)


def _places(content: Content, shown: str, units: Sequence[Unit]) -> Iterator[tuple[tuple[str, int, int], str]]:
    """Where the translation of each unit stands in the trial, and the unit; column 0 where a whole line is its own."""
    lang = content.languages[-1]
    entries = {entry.document.path: entry for entry, _ in files(content)}
    for unit in units:
        if unit.loc:
            yield entries[f"{shown}/{unit.file}"].at(*unit.loc, lang), unit.key
    for cycle in content.cycles:
        own = [unit for unit in units if not unit.loc and f"{shown}/{unit.file}" == cycle.source.path]
        if own:
            file = cycle.translations[lang]
            lines = align(lang, file.path, file.text, parse(cycle.source.path, cycle.source.text, cycle.anchors)).lines
            yield from (((file.path, lines[unit.id][0], 0), unit.key) for unit in own)
