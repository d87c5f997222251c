"""The command: what the build offers to paste is written, tried on a copy of the content first."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from workreport.content import Edited, appended, load, replace_file
from workreport.diagnostics import Code, Console, Refusal, refusal, say
from workreport.gate import Unrecorded, unrecorded

RECORD_ENTRY = Code("record-entry", say("An address cannot be recorded as the file is written."))
RECORD_FAILED = Code("record-failed", say("The record could not be written."))

_LINKS = "permalinks.yaml"
_LISTS = ("permalinks", "addresses")


def run(content: Path, console: Console, *, dry: bool = False) -> int:
    """Record what is not recorded yet, and print it. The exit code: 1 where something else is wrong; nothing is written then."""
    shown = content.as_posix().rstrip("/")
    try:
        made = _made(content, shown)
        if made.lines and not dry:
            _write(made)
    except Refusal as problem:
        console.report(problem, say("nothing was recorded"))
        return 1
    if not made.lines:
        console.out(say("every address is recorded"))
        return 0
    console.out(say("{path}, new or changed lines:", path=f"{shown}/{_LINKS}"))
    for line in made.lines:
        console.out(say("{line}", line=line))
    console.out(say("nothing was written: this was a trial") if dry else say("read the difference, then commit it"))
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """What is written, and the lines of it that are new."""

    file: Edited
    lines: tuple[str, ...]


def _made(content: Path, shown: str) -> _Made:
    """The file with the lines that it lacks, as it passes the gate. Raises `Refusal`; writes nothing there."""
    found = unrecorded(load(content, shown))
    if found.others:
        raise Refusal(found.others)
    file = Edited(content / _LINKS)
    lines = (*(line for _, line in found.replaced), *(line for _, line in found.added))
    if not lines:
        return _Made(file=file, lines=())
    file = file.edited(_written(file.text, found))
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder, "content")
        shutil.copytree(content, trial, ignore=shutil.ignore_patterns(".*"))
        (trial / _LINKS).write_bytes(file.data)
        try:
            left = unrecorded(load(trial, shown))
        except Refusal:
            left = None
    if left is None or left.added or left.replaced or left.others:
        message = say("the lines cannot be put in among those that are there")
        hint = say("put them in by hand:\n{lines}", lines="\n".join(lines))
        raise refusal(f"{shown}/{_LINKS}", RECORD_ENTRY, message, hint)
    return _Made(file=file, lines=lines)


def _written(text: str, found: Unrecorded) -> str:
    """The text of permalinks.yaml with the entries in their lists, and others in the place of those that they mend."""
    lines = text.splitlines(keepends=True)
    for number, line in found.replaced:
        old = lines[number - 1]
        lines[number - 1] = f"{old[: len(old) - len(old.lstrip(' '))]}{line.strip()}\n"
    text = "".join(lines)
    for key in _LISTS:
        own = [line.strip() for field, line in found.added if field == key]
        if own:
            text = appended(text, key, lambda indent, own=own: "".join(f"{indent}{line}\n" for line in own))  # type: ignore[misc]
    return text


def _write(made: _Made) -> None:
    try:
        replace_file(made.file.path, made.file.data)
    except OSError as error:
        what = say("writing failed ({why})", why=error.strerror or error)
        raise refusal(made.file.path.as_posix(), RECORD_FAILED, what, say("allow writing there")) from error
