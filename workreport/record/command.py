"""The command: what the build offers to paste is written, tried on a copy of the content first."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from workreport.content import (
    ANCHOR_UNRECORDED,
    Content,
    Edited,
    appended,
    load,
    numbered,
    parse,
    renumbered,
    replace_file,
)
from workreport.diagnostics import Code, Console, Refusal, refusal, say
from workreport.gate import Unrecorded, unrecorded

RECORD_ENTRY = Code("record-entry", say("An address cannot be recorded as the file is written."))
RECORD_FAILED = Code("record-failed", say("The record could not be written."))

_LINKS = "permalinks.yaml"
_LISTS = ("permalinks", "addresses")


def run(content: Path, console: Console, *, anchors: bool = False, dry: bool = False) -> int:
    """Record what is not recorded yet, and print it. The exit code: 1 where something else is wrong; nothing is written then.

    `anchors`: also the numbers of every paragraph of reports that keep none yet.
    """
    shown = content.as_posix().rstrip("/")
    try:
        files = _files(content, shown, anchors)
        lines = {name: [*_new(content / name, file)] for name, file in files.items()}
        if not dry:
            _write(content, files)
    except Refusal as problem:
        console.report(problem, say("nothing was recorded"))
        return 1
    for name, own in lines.items():
        console.out(say("{path}, new or changed lines:", path=f"{shown}/{name}"))
        for line in own:
            console.out(say("{line}", line=line))
    if not files:
        console.out(say("every address is recorded"))
    elif dry:
        console.out(say("nothing was written: this was a trial"))
    else:
        console.out(say("read the difference, then commit it"))
    return 0


def _files(root: Path, shown: str, anchors: bool) -> Mapping[str, Edited]:
    """The files that change, by their name in the folder, as they pass the gate. Raises `Refusal`; writes nothing there."""
    content = load(root, shown)
    files = {name: file for name, file in _anchors(root, content, anchors) if file.data != _read(file.path)}
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder, "content")
        shutil.copytree(root, trial, ignore=shutil.ignore_patterns(".*"))
        for name, file in files.items():
            (trial / name).write_bytes(file.data)
        found = unrecorded(load(trial, shown))
        if found.others:
            raise Refusal(found.others)
        if not found.added and not found.replaced:
            return files
        old = Edited(root / _LINKS)
        files[_LINKS] = old.edited(_written(old.text, found))
        (trial / _LINKS).write_bytes(files[_LINKS].data)
        left = None
        with suppress(Refusal):
            left = unrecorded(load(trial, shown))
    if left is None or left.added or left.replaced or left.others:
        lines = [line for _, line in (*found.replaced, *found.added)]
        message = say("the lines cannot be put in among those that are there")
        raise refusal(
            f"{shown}/{_LINKS}", RECORD_ENTRY, message, say("put them in by hand:\n{lines}", lines="\n".join(lines))
        )
    return files


def _anchors(root: Path, content: Content, every: bool) -> Iterator[tuple[str, Edited]]:
    """The files of numbers as they should be. Raises `Refusal` where a number is not certain."""
    for cycle in content.cycles:
        name = f"source/{cycle.id}.anchors.yaml"
        if cycle.anchors is None:
            if every:
                parse(cycle.source.path, cycle.source.text)
                yield name, Edited(root / name, numbered(cycle.source.text).encode())
            continue
        try:
            parse(cycle.source.path, cycle.source.text, cycle.anchors)
        except Refusal as problem:
            certain = [fault for fault in problem.diagnostics if fault.code is ANCHOR_UNRECORDED]
            if len(certain) < len(problem.diagnostics):
                raise
        file = Edited(root / name)
        try:
            yield name, file.edited(renumbered(file.text, cycle.anchors.value, cycle.source.text))
        except ValueError as error:
            path = cycle.anchors.document.path
            hint = say("write each entry of blocks on a line of its own, such as {line}", line="  - {id: p1, …}")
            raise refusal(path, RECORD_ENTRY, say("{id} has no line of its own", id=error.args[0]), hint) from None


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _new(path: Path, file: Edited) -> Iterator[str]:
    """The lines that a file has now and did not have."""
    old = set(Edited(path, _read(path)).text.splitlines())
    yield from (line for line in file.text.splitlines() if line not in old)


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


def _write(root: Path, files: Mapping[str, Edited]) -> None:
    for name, file in files.items():
        try:
            replace_file(root / name, file.data)
        except OSError as error:
            what = say("writing failed ({why})", why=error.strerror or error)
            raise refusal((root / name).as_posix(), RECORD_FAILED, what, say("allow writing there")) from error
