"""Before a release: give every address that has none its first date, that of the newest release in site.yaml.

    python3 tools/release.py [CONTENT]

Edits content/permalinks.yaml line by line, so that comments and order stay. Read the difference, then commit it.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from workreport import interpreter  # noqa: E402 - the checkout is not installed

if __name__ == "__main__":
    interpreter.enter("pydantic")

from workreport.content.load import load  # noqa: E402
from workreport.diagnostics.diagnostic import Refusal  # noqa: E402

_ENTRY = re.compile(r"( *- \{id: [a-z0-9/-]+(?:, code: [^\s,]+)?(?:, sentence: [a-z0-9]+)?)((?:, .*)?\}\s*)")


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
    """Date the entries. Returns 1 where the content cannot be read or has no release, or an entry was not dated."""
    parser = argparse.ArgumentParser(prog="tools/release.py", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("content", nargs="?", default=str(ROOT / "content"), help="the content folder")
    folder = Path(parser.parse_args(arguments).content)
    try:
        content = load(folder, folder.as_posix())
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 1
    releases = content.site.value.releases
    if not releases:
        print(f"{folder.as_posix()}/site.yaml has no release yet: enter its version and time first", file=sys.stderr)
        return 1
    date = releases[-1].published[:10]
    path = folder / "permalinks.yaml"
    text, count = dated(path.read_text("utf-8"), date)
    path.write_text(text, "utf-8", newline="\n")
    print(f"{path.as_posix()}: {count} addresses dated {date}")
    left = content.permalinks.value.firsts.count(None) - count
    if left:
        print(
            f"{left} entries are not in one line, as {{id: …, code: …, sentence: …}}: date them by hand",
            file=sys.stderr,
        )
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
