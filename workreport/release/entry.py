"""What a release changes in content files, line by line, so that comments and order stay. Pure.

An editor may write `releases` in more ways than are known here: whoever calls this reads the result again and compares.
"""

from __future__ import annotations

import json
import re

from workreport.content import Release

_KEY = re.compile(r"releases:[ \t]*(\[[ \t]*\])?[ \t]*(#.*)?")
_ENTRY = re.compile(
    r"( *- \{id: [a-z0-9/-]+(?:, code: [^\s,]+)?(?:, sentence: [a-z0-9]+)?"
    r"""(?:, words: (?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"',{}][^,{}]*))?)"""
    r"((?:, .*)?\}\s*)"
)


def entry(release: Release, indent: str = "  ") -> str:
    """A release as an entry of `releases`; texts in quotes, since they may hold whatever YAML takes for its own."""
    notes = ", ".join(f"{lang}: {_quoted(text)}" for lang, text in release.notes.items())
    return (
        f"{indent}- version: {_quoted(release.version)}\n"
        f"{indent}  published: {_quoted(release.published)}\n"
        f"{indent}  notes: {{{notes}}}\n"
    ) + (f"{indent}  record: {release.record}\n" if release.record else "")


def entered(text: str, release: Release) -> str:
    """The text of site.yaml with the release behind all others."""
    lines = text.splitlines(keepends=True)
    at = _key(lines)
    if at is None:
        return f"{text.rstrip()}\n\nreleases:\n{entry(release)}"
    match = _KEY.fullmatch(lines[at].rstrip("\r\n"))
    if match and match[1]:
        lines[at] = f"releases:{f' {match[2]}' if match[2] else ''}\n"
    end, indent = _end(lines, at)
    return "".join((*lines[:end], *entry(release, indent).splitlines(keepends=True), *lines[end:]))


def with_digest(text: str, digest: str, field: str = "digest") -> str:
    """The text of site.yaml with the digest of the newest release, or of what it published (`record`)."""
    lines = text.splitlines(keepends=True)
    at = _key(lines)
    if at is None:
        return text
    end, indent = _end(lines, at)
    last = lines[end - 1]
    if last.rstrip().endswith("}") and re.match(r" *- \{", last):
        lines[end - 1] = f"{last.rstrip().removesuffix('}')}, {field}: {digest}}}\n"
    else:
        lines.insert(end, f"{indent}  {field}: {digest}\n")
    return "".join(lines)


def _key(lines: list[str]) -> int | None:
    """The line on which the releases begin."""
    return next((at for at, line in enumerate(lines) if line.startswith("releases:")), None)


def _end(lines: list[str], at: int) -> tuple[int, str]:
    """The line behind the last of the releases, and how far their entries are indented."""
    end, indent = at + 1, "  "
    for number, line in enumerate(lines[at + 1 :], at + 1):
        if not line.strip() or line.startswith("#"):
            continue  # between two entries, or behind the last
        if not line.startswith((" ", "-")):
            break
        if end == at + 1:
            indent = line[: len(line) - len(line.lstrip(" "))]
        end = number + 1
    return end, indent


def dated(text: str, date: str) -> str:
    """The text of permalinks.yaml with `first: "date"` on every line where none stands."""
    lines = []
    for line in text.splitlines(keepends=True):
        found = _ENTRY.fullmatch(line)
        if found and "first:" not in found[2]:
            line = f'{found[1]}, first: "{date}"{found[2]}'
        lines.append(line)
    return "".join(lines)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
