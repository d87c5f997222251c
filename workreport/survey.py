"""`figures`: the figures of any text, a sentence at a time, and the numerals that are none. docs/figures.md has the form."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workreport.content import FILE_MISSING, FILE_UNREADABLE, TEXT_ENCODING, table_of
from workreport.diagnostics import NOTHING, Code, Console, Diagnostic, Message, Refusal, say
from workreport.figures import Figure, Reading, read, sentences


def run(file: str, form: str, console: Console, *, lines: bool) -> int:
    """Print the figures of a file, or of what comes in where `file` is “-”. `lines`: each line is one sentence."""
    try:
        text = _text(file)
    except Refusal as refusal:
        console.report(refusal, say("nothing was read"))
        return 1
    units = table_of()
    for start, sentence in _lines(text) if lines else sentences(text):
        reading = read(sentence, units)
        if form == "json":
            console.out(json.dumps(record(sentence, start, reading), ensure_ascii=False))
        elif reading.figures or reading.asides:
            console.out("\n".join([sentence, *(f"  {line}" for line in _described(reading))]))
    return 0


def record(sentence: str, start: int, reading: Reading) -> dict[str, Any]:
    """A sentence as JSON has it. Numbers are texts, so that no digit is lost; offsets count characters."""
    return {
        "sentence": sentence,
        "start": start,
        "figures": [_figure(figure) for figure in reading.figures],
        "others": [
            {"start": aside.start, "end": aside.end, "text": aside.text, "reason": aside.reason}
            for aside in reading.asides
        ],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    read, period = figure.quantity, figure.period
    return {
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "value": f"{read.value:f}",
        "high": None if read.high is None else f"{read.high:f}",
        "unit": read.unit.printed,
        "bound": read.bound,
        "estimate": read.estimate,
        "kind": read.kind,
        "period": None if period is None else {"from": period.first, "to": period.last},
        "basis": figure.basis,
    }


def _described(reading: Reading) -> Iterator[str]:
    for figure in reading.figures:
        read, period = figure.quantity, figure.period
        high = "" if read.high is None else f"-{read.high:f}"
        said = [f"{read.value:f}{high} {read.unit}".strip(), read.bound, read.kind]
        said += ["estimate"] * read.estimate
        if period is not None:
            said.append(f"{period.first or ''}-{period.last or ''}")
        if figure.basis is not None:
            said.append(figure.basis)
        yield f"{figure.start}-{figure.end} {figure.text}: {', '.join(said)}"
    for aside in reading.asides:
        yield f"{aside.start}-{aside.end} {aside.text}: no figure ({aside.reason})"


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line that holds anything, with its offset."""
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at, line.rstrip("\r\n")
        at += len(line)


def _text(file: str) -> str:
    """The text of a file. Raises `Refusal` where it cannot be read or is not UTF-8."""
    path = "standard input" if file == "-" else file
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except FileNotFoundError:
        raise Refusal([_problem(path, FILE_MISSING, say("this file is missing"))]) from None
    except OSError as error:
        said = say("this file cannot be read: {error}", error=error.strerror)
        raise Refusal([_problem(path, FILE_UNREADABLE, said)]) from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        said, hint = say("this file is not UTF-8 text"), say("save it as UTF-8")
        raise Refusal([_problem(path, TEXT_ENCODING, said, hint, (line, column))]) from None


def _problem(
    path: str, code: Code, message: Message, hint: Message = NOTHING, at: tuple[int, int] = (0, 0)
) -> Diagnostic:
    return Diagnostic(path=path, line=at[0], column=at[1], code=code, message=message, hint=hint)
