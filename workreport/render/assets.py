"""Published assets: each under a name that carries the digest of its content.

A changed stylesheet has a new name, so that browsers and caches may keep each name for ever.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from workreport.content import FILE_LINK, FILE_MISSING, FILE_NAME, FILE_SIZE, FILE_UNREADABLE, is_left
from workreport.diagnostics import NOTHING, Code, Diagnostic, Message, Refusal, say
from workreport.filenames import is_device
from workreport.gate import asset_faults

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*\.(css|js|svg|png|ico|txt)")
_COMMENT = re.compile(rb'("(?:[^"\\]|\\.)*")|/\*.*?\*/\n?', re.DOTALL)
"""A comment of a style sheet, which readers need not download; a string is matched first and kept."""
_REMARK = re.compile(rb"^ *//.*\n", re.MULTILINE)
"""A line of a script that is a comment alone."""
_LIMIT = 4 << 20


@dataclass(frozen=True, slots=True)
class Asset:
    """A file to publish as it is."""

    path: str
    data: bytes


def fingerprinted(name: str, data: bytes) -> Asset:
    """A file under a name that carries the digest of its content."""
    stem, dot, suffix = name.rpartition(".")
    return Asset(f"assets/{stem}.{sha256(data).hexdigest()[:10]}{dot}{suffix}", data)


def read_assets(root: Path, shown: str) -> dict[str, Asset]:
    """The files of the assets folder by name. Raises `Refusal` for names and files that cannot be published."""
    problems: list[Diagnostic] = []
    found: dict[str, Asset] = {}

    def problem(path: str, code: Code, message: Message, hint: Message = NOTHING) -> None:
        problems.append(Diagnostic(path=path, code=code, message=message, hint=hint))

    try:
        paths = sorted(root.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        problem(shown, FILE_MISSING, say("this folder is missing"), say("it holds the stylesheet"))
        raise Refusal(problems) from None
    except OSError as error:
        problem(shown, FILE_UNREADABLE, say("this folder cannot be read: {why}", why=error.strerror))
        raise Refusal(problems) from None
    for path in paths:
        if is_left(path.name):
            continue
        name = f"{shown}/{path.name}"
        if path.is_symlink() or not path.is_file():
            hint = say("assets are plain files, without folders or links")
            problem(name, FILE_LINK, say("this is not a plain file"), hint)
        elif not _NAME.fullmatch(path.name) or is_device(path.name):
            hint = say("lower-case letters, digits and hyphens, ending in .css, .js, .svg, .png, .ico or .txt")
            problem(name, FILE_NAME, say("this is not a name that can be published"), hint)
        elif path.stat().st_size > _LIMIT:
            problem(
                name, FILE_SIZE, say("this file is larger than {mib} MiB", mib=_LIMIT >> 20), say("make it smaller")
            )
        else:
            try:
                data = path.read_bytes()
            except OSError as error:
                problem(name, FILE_UNREADABLE, say("this file cannot be read: {why}", why=error.strerror))
                continue
            if path.suffix in (".css", ".svg"):
                problems += asset_faults(name, data.decode("utf-8", "replace"))
            if path.suffix == ".css":
                data = _COMMENT.sub(lambda match: match[1] or b"", data)
            elif path.suffix == ".js" and b"`" not in data:  # in a template literal such a line is text
                data = _REMARK.sub(b"", data)
            found[path.name] = fingerprinted(path.name, data)
    if problems:
        raise Refusal(problems)
    return found
