"""Before a release: give every page that has none its first date, that of the newest release in site.yaml.

    .venv/bin/python tools/release.py [CONTENT]

Edits content/permalinks.yaml line by line, so that comments and order stay. Read the difference, then commit it.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
_ENTRY = re.compile(r"( *- \{id: \S+, code: \S+, sentence: [a-z0-9]+)((?:, .*)?\}\s*)")


def dated(text: str, date: str) -> tuple[str, int]:
    """The text of permalinks.yaml with `first: "date"` where none stands, and how many entries got it."""
    lines, count = [], 0
    for line in text.splitlines(keepends=True):
        entry = _ENTRY.fullmatch(line)
        if entry and "first:" not in entry[2]:
            line = f'{entry[1]}, first: "{date}"{entry[2]}'
            count += 1
        lines.append(line)
    return "".join(lines), count


def main(arguments: list[str]) -> int:
    """Date the entries. Returns 1 where site.yaml has no release."""
    content = Path(arguments[0]) if arguments else ROOT / "content"
    releases = yaml.safe_load((content / "site.yaml").read_text("utf-8")).get("releases") or []
    if not releases:
        print("content/site.yaml has no release yet: enter its version and time first")
        return 1
    path = content / "permalinks.yaml"
    text, count = dated(path.read_text("utf-8"), releases[-1]["published"][:10])
    path.write_text(text, "utf-8", newline="\n")
    print(f"{path.as_posix()}: {count} pages dated {releases[-1]['published'][:10]}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
