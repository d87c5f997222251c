"""Content files as text: what a command changes in them leaves comments, order and line ends as they are."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


class Edited:
    """A content file that is edited as text, whatever its line ends are."""

    def __init__(self, path: Path, data: bytes | None = None) -> None:
        self.path = path
        self.data = path.read_bytes() if data is None else data
        self.text = self.data.decode("utf-8").replace("\r\n", "\n")

    def edited(self, text: str) -> Edited:
        """The same file with another text."""
        return Edited(self.path, (text.replace("\n", "\r\n") if b"\r\n" in self.data else text).encode())


def replace_file(path: Path, data: bytes) -> None:
    """A file as a whole, or as it was. Raises OSError."""
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(exist_ok=True)
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def appended(text: str, key: str, entry: Callable[[str], str]) -> str:
    """A text of YAML with an entry behind all others of the list `key`; `entry` is given how far they are indented.

    An editor may write a list in more ways than are known here: whoever calls this reads the result again and compares.
    """
    lines = text.splitlines(keepends=True)
    at = list_start(lines, key)
    if at is None:
        return f"{text.rstrip()}\n\n{key}:\n{entry('  ')}"
    match = re.fullmatch(rf"{key}:[ \t]*(\[[ \t]*\])?[ \t]*(#.*)?", lines[at].rstrip("\r\n"))
    if match and match[1]:
        lines[at] = f"{key}:{f' {match[2]}' if match[2] else ''}\n"
    after, indent = list_end(lines, at)
    if not lines[after - 1].endswith("\n"):
        lines[after - 1] += "\n"
    return "".join((*lines[:after], *entry(indent).splitlines(keepends=True), *lines[after:]))


def list_start(lines: list[str], key: str) -> int | None:
    """The line on which a list begins."""
    return next((at for at, line in enumerate(lines) if line.startswith(f"{key}:")), None)


def list_end(lines: list[str], at: int) -> tuple[int, str]:
    """The line behind the last entry of the list that begins at a line, and how far its entries are indented."""
    after, indent = at + 1, "  "
    for number, line in enumerate(lines[at + 1 :], at + 1):
        if not line.strip() or line.startswith("#"):
            continue  # between two entries, or behind the last
        if not line.startswith((" ", "-")):
            break
        if after == at + 1:
            indent = line[: len(line) - len(line.lstrip(" "))]
        after = number + 1
    return after, indent
