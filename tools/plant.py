"""Plants false statements into a copy of a content folder, one at a time, and counts which of them the gate refuses.

python3 tools/plant.py [DIR]              the table, with 12 of each class, evenly spread over the folder
python3 tools/plant.py --sample 0         with every one that the folder has room for
python3 tools/plant.py --only "^title"    the classes whose names match
python3 tools/plant.py --list             also each one that was accepted, with its file and line
python3 tools/plant.py --refused          also each one that was refused, with what was said of it

It loads and verifies, and renders nothing; nothing in DIR is touched. Always the same for the same content. A class that
the folder has nothing for is named and not counted. Where no machine can judge, `accepted` is no fault of the gate: the
about page of the site names what that is.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from workreport import interpreter  # noqa: E402 - the checkout is not installed

if __name__ == "__main__":
    interpreter.enter("pydantic")

from tools.planting import comparing, names, prose, quotes, record, texts, titles  # noqa: E402
from tools.planting.folder import Folder  # noqa: E402
from tools.planting.mutant import Mutant, kinds, sample  # noqa: E402
from tools.planting.trial import Verdict, tried  # noqa: E402
from workreport.diagnostics import Refusal  # noqa: E402

KINDS = kinds(titles, prose, quotes, comparing, record, texts, names)
"""All classes, in the order of the table."""


def planted(folder: Folder, size: int, only: str) -> dict[str, list[Mutant]]:
    """What will be tried of each class."""
    return {kind.name: sample(kind.mutants(folder), size) for kind in KINDS if re.search(only, kind.name)}


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "content")
    parser.add_argument("--sample", type=int, default=12, metavar="N", help="of each class; 0 for all")
    parser.add_argument("--only", default="", metavar="PATTERN", help="classes whose names match")
    parser.add_argument("--list", action="store_true", help="name what was accepted")
    parser.add_argument("--refused", action="store_true", help="name what was refused, and why")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1))
    asked = parser.parse_args(arguments)
    try:
        folder = Folder(asked.folder)
        mutants = planted(folder, asked.sample, asked.only)
        verdicts = tried(folder, [mutant for kind in mutants.values() for mutant in kind], asked.jobs)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 1
    _print(mutants, verdicts, accepted=asked.list, refused=asked.refused)
    return 0


def _print(mutants: dict[str, list[Mutant]], verdicts: list[Verdict], *, accepted: bool, refused: bool) -> None:
    by_kind: dict[str, list[Verdict]] = {name: [] for name in mutants}
    for verdict in verdicts:
        by_kind[verdict.mutant.kind].append(verdict)
    print("refused of tried")
    for name, found in by_kind.items():
        count = f"{sum(v.refused for v in found)} of {len(found)}" if found else "-"
        print(f"{count:>12}  {name}")
        for verdict in found:
            if accepted and not verdict.refused:
                print(f"{'accepted':>16}  {verdict.mutant.place}: {_flat(verdict.mutant.what)}")
            if refused and verdict.refused:
                print(
                    f"{'refused':>16}  {verdict.mutant.place}: {_flat(verdict.mutant.what)}\n{'':18}{verdict.message}"
                )
    print(f"{sum(v.refused for v in verdicts)} of {len(verdicts)}  in all")


def _flat(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    sys.exit(main())
