"""What a release changes in content files, line by line, so that comments and order stay. Pure.

An editor may write `releases` in more ways than are known here: whoever calls this reads the result again and compares.
"""

from __future__ import annotations

import json
import re

from workreport.content import Release, appended, list_end, list_start

_LIST = "releases"
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
    return appended(text, _LIST, lambda indent: entry(release, indent))


def with_digest(text: str, digest: str, field: str = "digest") -> str:
    """The text of site.yaml with the digest of the newest release, or of what it published (`record`)."""
    lines = text.splitlines(keepends=True)
    at = list_start(lines, _LIST)
    if at is None:
        return text
    after, indent = list_end(lines, at)
    last = lines[after - 1]
    if last.rstrip().endswith("}") and re.match(r" *- \{", last):
        lines[after - 1] = f"{last.rstrip().removesuffix('}')}, {field}: {digest}}}\n"
    else:
        lines.insert(after, f"{indent}  {field}: {digest}\n")
    return "".join(lines)


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
