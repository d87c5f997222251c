"""One rule at a time, on the mini content and on broken copies of it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.mini import CONTENT, edit
from workreport.content import load
from workreport.gate.gather import gather
from workreport.gate.rule import Rule

Say = Callable[..., list[str]]


@pytest.fixture
def say(tmp_path: Path) -> Say:
    """What a rule says of the mini content once each (file, find, put) is done, or (file, "", whole text): “file:line code: message”, sorted."""

    def say(rule: Rule, *edits: tuple[str, str, str]) -> list[str]:
        content = tmp_path / "content"
        shutil.rmtree(content, ignore_errors=True)
        shutil.copytree(CONTENT, content)
        edit(
            content,
            [{"file": f, "find": old, "put": new} if old else {"file": f, "write": new} for f, old, new in edits],
        )
        context = gather(load(content, "content"))
        return [
            f"{Path(problem.path).name}:{problem.line} {problem.code}: {problem.message}"
            for problem in sorted(set(rule.faults(context)))
        ]

    return say


def told(say: Say, rule: Rule, *edits: tuple[str, str, str]) -> list[str]:
    """The same without the lines, for rules whose place in a file is proved by tests/invalid."""
    return sorted(re.sub(r":[0-9]+ ", " ", line, count=1) for line in say(rule, *edits))
