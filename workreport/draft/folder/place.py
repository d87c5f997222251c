"""The content folder that a draft goes to: a new one, or one that has reports already. Nothing of it is overwritten.

A draft grows in a hidden folder beside it, is judged there as a whole, and takes its place in one step: a run that is cut off
leaves the folder as it was.
"""

from __future__ import annotations

import os
import re
import shutil
from contextlib import suppress
from importlib.resources import files as shipped
from pathlib import Path

from workreport.content import load
from workreport.diagnostics import Code, Refusal, refusal, say
from workreport.draft.folder.record import Record
from workreport.draft.folder.settled import Settled, settle
from workreport.draft.folder.written import entry
from workreport.gate import Verified, verify

DRAFT_CONTENT = Code("draft-content", say("A draft cannot be added to the content folder."))

_REPORT = re.compile("[0-9]{4}_(?:review|tasks)")


class Place:
    """Where a draft of a year is to stand. Making one raises `Refusal` where it cannot be added."""

    def __init__(self, root: Path, year: int) -> None:
        self.root = root
        self.shown = root.as_posix()
        self._stage = root.parent / f".{root.name}.draft-{os.getpid()}"
        self._before = root.parent / f".{root.name}.before-draft"
        if self._before.is_dir() and not root.exists():  # a run was cut off between its last two steps
            self._before.rename(root)
        names = set(os.listdir(root)) if root.is_dir() else set()
        self.is_new = "site.yaml" not in names
        self.has_reports = any(_REPORT.fullmatch(name) for name in names)
        if root.exists() and not root.is_dir():
            raise self._refused(say("this is a file, and no folder"), say("name another folder with --content"))
        if self.is_new and {name for name in names if not name.startswith(".")}:
            message = say("this folder holds other things, and no site.yaml")
            raise self._refused(message, say("name a folder that is not there yet with --content"))
        there = {f"{year}_tasks", f"{year - 1}_review", "source"} & names
        taken = [name for name in there if name != "source"] or (
            [f"source/{year}.zh.md"] if (root / f"source/{year}.zh.md").exists() else []
        )
        if taken:
            message = say("there is a report of {year} already: {name}", year=year, name=min(taken))
            hint = say("name another folder with --content, or another year with --year")
            raise self._refused(message, hint)
        if not self.is_new:
            self._hold_to_chinese()

    def _refused(self, message: str, hint: str) -> Refusal:
        return refusal(self.shown, DRAFT_CONTENT, message, hint)  # type: ignore[arg-type]

    def _hold_to_chinese(self) -> None:
        """A draft is in Chinese: a site in two languages would refuse it."""
        text = (self.root / "site.yaml").read_text("utf-8", "replace")
        languages = re.search(r"(?m)^languages:\s*(?:\[\s*)?(?:\n\s*-\s*)?zh\s*(?:\]|,?\s*(?:#.*)?$)", text)
        if not languages:
            message = say("this site is in more languages than Chinese, and a draft has no other")
            hint = say(
                "draft into a folder of its own with --content, and move its files here once they are translated"
            )
            raise self._refused(message, hint)

    def write(self, record: Record) -> tuple[Settled, Verified]:
        """Settle the record with the gate, and put it into its place. Raises `Refusal` and `OSError`; then nothing is
        written."""
        self.root.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(self._stage, ignore_errors=True)
        try:
            shared = {"site.yaml": self._site(record)}
            units = self.root / "units.yaml"
            if units.is_file():
                shared["units.yaml"] = units.read_text("utf-8")
            alone = self._stage / "alone"
            settled, verified = settle(record, alone, shared)
            whole = self._merged(record, alone) if self.has_reports else alone
            if not self.is_new:
                if not self.has_reports:
                    self._keep(whole)
                verified = verify(load(whole, self.shown))
            self._swap(whole)
            return settled, verified
        finally:
            shutil.rmtree(self._stage, ignore_errors=True)

    def _site(self, record: Record) -> str:
        """site.yaml: that of the folder, or a new one with what can be known."""
        if not self.is_new:
            return (self.root / "site.yaml").read_text("utf-8")
        return (shipped("workreport.draft") / "site.yaml").read_text("utf-8")

    def _keep(self, whole: Path) -> None:
        """What a folder without reports has besides: its own files stay."""
        for path in self.root.iterdir():
            target = whole / path.name
            if not target.exists():
                (shutil.copytree if path.is_dir() else shutil.copy2)(path, target)

    def _merged(self, record: Record, alone: Path) -> Path:
        """The folder with the draft in it."""
        whole = self._stage / "whole"
        shutil.copytree(self.root, whole)
        year = str(record.outline.year)
        for name in record.folders.values():
            shutil.copytree(alone / name, whole / name)
        (whole / "source").mkdir(exist_ok=True)
        for path in (alone / "source").glob(f"{year}.*"):
            shutil.copy2(path, whole / "source" / path.name)
        known = {
            "places.yaml": ("places", record.places),
            "glossary.yaml": ("terms", record.terms),
            "measures.yaml": ("measures", record.measures),
        }
        for name, (key, trees) in known.items():
            text = _text(whole / name)
            fresh = [tree for tree in trees if not re.search(rf"id: {re.escape(tree['id'])}\b", text)]
            _append(whole / name, key, [entry(tree) for tree in fresh])
        recorded = _text(whole / "permalinks.yaml")
        for key, lines in (("permalinks", record.permalinks), ("addresses", record.addresses)):
            fresh_lines = [
                line
                for line in lines
                if (m := re.search(r"id: ([^,}]+)", line)) and not re.search(rf"id: {re.escape(m[1])}[,}}]", recorded)
            ]
            _append(whole / "permalinks.yaml", key, [f"{line}\n" for line in fresh_lines])
        return whole

    def _swap(self, whole: Path) -> None:
        """The finished folder takes the place of the other."""
        shutil.rmtree(self._before, ignore_errors=True)
        if self.root.exists():
            self.root.rename(self._before)
        try:
            whole.rename(self.root)
        except OSError:
            with suppress(OSError):
                self._before.rename(self.root)
            raise
        shutil.rmtree(self._before, ignore_errors=True)


def _text(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""


def _append(path: Path, key: str, lines: list[str]) -> None:
    """Entries at the end of a list of a file, which keeps its comments and its order."""
    if not lines:
        return
    text = _text(path)
    own = text.splitlines(keepends=True)
    at = next((n for n, line in enumerate(own) if line.startswith(f"{key}:")), None)
    if at is None:
        path.write_text(f"{text.rstrip()}\n{key}:\n{''.join(lines)}".lstrip("\n"), "utf-8")
        return
    own[at] = re.sub(r"\[\s*\]", "", own[at]).rstrip() + "\n"
    end = next((n for n in range(at + 1, len(own)) if re.match(r"[a-z]", own[n])), len(own))
    while end > at + 1 and (not own[end - 1].strip() or own[end - 1].startswith("#")):
        end -= 1
    if not own[end - 1].endswith("\n"):
        own[end - 1] += "\n"
    path.write_text("".join([*own[:end], *lines, *own[end:]]), "utf-8")
