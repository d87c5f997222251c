"""Whole reports, drafted and built as a webmaster does it: two commands each, with no edit between them.

Counted from what was written: figures of the text, those left to a person (waivers with the reason `undecided`), promises,
and how both commands ended. Seconds are of this machine as it is, both commands from their start to their end.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from workreport.content import load
from workreport.diagnostics import Refusal
from workreport.gate import verify

ROOT = Path(__file__).resolve().parents[2]
KINDS = (".docx", ".txt", ".md", ".html", ".pdf")


def measure(corpus: Path) -> Iterator[str]:
    """A line for each report below `corpus`, and one for all."""
    files = sorted(path for folder in ("docx", "text") for path in (corpus / folder).glob("*") if path.suffix in KINDS)
    figures = left = good = 0
    for path in files:
        with tempfile.TemporaryDirectory() as folder:
            content, site = Path(folder, "content"), Path(folder, "site")
            begun = time.perf_counter()
            ended = [_run("draft", str(path), f"--content={content}")]
            ended += [_run(f"--content={content}", f"--output={site}", "--no-cache")] if ended == [0] else []
            seconds = time.perf_counter() - begun
            counted, open_ones, promises = _counts(content)
        figures, left, good = figures + counted, left + open_ones, good + (ended == [0, 0])
        yield (
            f"  {path.name}: {counted} figures, {open_ones} left to a person; {promises} promises; "
            f"{seconds:.1f} s; exit {', '.join(map(str, ended))}"
        )
    share = 100 * left / (figures or 1)
    yield f"drafts: {good} of {len(files)} reports drafted and built; {left} of {figures} figures left ({share:.2f} %)"


def _run(*arguments: str) -> int:
    command = [sys.executable, str(ROOT / "build.py"), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode


def _counts(content: Path) -> tuple[int, int, int]:
    """(figures, those left to a person, promises) of a drafted folder; nothing where there is none."""
    try:
        cycles = verify(load(content)).cycles
    except Refusal:
        return 0, 0, 0
    tallies = [cycle.counts.figures for cycle in cycles]
    left = sum(waived.kind == "figure" and waived.reason == "undecided" for cycle in cycles for waived in cycle.waivers)
    return (
        sum(tally.encoded + tally.waived + tally.pending for tally in tallies),
        left,
        sum(len(cycle.commitments) for cycle in cycles),
    )
