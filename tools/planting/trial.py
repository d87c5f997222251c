"""Whether the gate refuses what was planted: each mutant in a copy of the folder, in as many processes as asked for."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tools.planting.folder import Folder
from tools.planting.mutant import Mutant
from workreport.content import load
from workreport.diagnostics import Refusal
from workreport.forks import in_parallel
from workreport.gate import verify


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of a mutant: the codes and the first message of its refusal, nothing where it was accepted."""

    mutant: Mutant
    codes: tuple[str, ...]
    message: str = ""

    @property
    def refused(self) -> bool:
        """Whether it would not have been published."""
        return bool(self.codes)


def tried(folder: Folder, mutants: Sequence[Mutant], jobs: int) -> list[Verdict]:
    """A verdict for each mutant, in order. The folder itself is not touched."""
    shares = [mutants[at::jobs] for at in range(jobs)]
    found = in_parallel(partial(_try_all, folder), shares, jobs)
    return [found[at % jobs][at // jobs] for at in range(len(mutants))]


def _try_all(folder: Folder, mutants: Sequence[Mutant]) -> list[Verdict]:
    with tempfile.TemporaryDirectory(prefix="plant-") as name:
        copy = Path(name) / "content"
        shutil.copytree(folder.root, copy)
        return [_try(folder, copy, mutant) for mutant in mutants]


def _try(folder: Folder, copy: Path, mutant: Mutant) -> Verdict:
    changed = dict(mutant.texts(folder))
    for file, text in changed.items():
        (copy / file).write_text(text, "utf-8")
    try:
        verify(load(copy, "content"))
    except Refusal as refusal:
        codes = tuple(dict.fromkeys(problem.code.name for problem in refusal.diagnostics))
        return Verdict(mutant=mutant, codes=codes, message=str(refusal.diagnostics[0]).splitlines()[0])
    finally:
        for file in changed:
            (copy / file).write_text(folder.texts[file], "utf-8")
    return Verdict(mutant=mutant, codes=())
